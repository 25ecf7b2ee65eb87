const format = new Intl.NumberFormat('vi-VN');

/** `64.000.000` → 64000000 đồng; what is no number becomes NaN, which is sent as null and refused by the server with the field's name. */
export const amount = (text: string): number => (text.trim() === '' ? NaN : Number(text.replace(/[.\s]/g, '')));

/** 64000000 → `64.000.000`, as people type it. */
export const amountText = (dong: number): string => format.format(dong);
