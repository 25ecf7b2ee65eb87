const format = new Intl.NumberFormat('vi-VN');
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\s*(tỷ|ty|tỉ)( đồng)?$/i, 1_000_000_000],
  [/\s*(triệu|trieu|tr)( đồng)?$/i, 1_000_000],
  [/\s*(nghìn|ngàn|nghin)( đồng)?$/i, 1_000],
  [/\s*(đồng|₫|đ)$/i, 1],
];

/** `64.000.000`, `64 triệu`, `1,2 tỷ` → đồng; what is no amount becomes NaN, which is sent as null and refused by the server with the field's name. */
export function amount(text: string): number {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return NaN;
  const unit = UNITS.find(([pattern]) => pattern.test(typed));
  const figure = (unit ? typed.replace(unit[0], '') : typed).replace(/\s/g, '');
  const plain = /^\d{1,3}(\.\d{3})+$/.test(figure) ? figure.replace(/\./g, '') : figure.replace(',', '.');
  const dong = Math.round(Number(plain === '' ? NaN : plain) * (unit?.[1] ?? 1) * 1000) / 1000;
  return Number.isSafeInteger(dong) ? dong : NaN;
}

/** 64000000 → `64.000.000`, as people type it. */
export const amountText = (dong: number): string => format.format(dong);
