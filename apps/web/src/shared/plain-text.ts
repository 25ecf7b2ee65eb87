/** As it is compared in a search: no marks, no capitals; `Đặng` is found by `dang`. */
export const plainText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
