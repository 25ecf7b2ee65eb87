/** `5,13` or `5.13 %` → 513 basis points; what is no rate becomes NaN, which is sent as null and refused by the server with the field's name. */
export function basisPoints(typed: string): number {
  const figure = typed.replace(/%/g, '').replace(/\s/g, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(figure)) return NaN;
  return Math.round(Number(figure) * 100);
}

/** 513 → `5,13`, as people type it. */
export const rateText = (points: number): string =>
  (points / 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 });

/** 513 → `5,13 %`. */
export const formatRate = (points: number): string => `${rateText(points)}\u00a0%`;
