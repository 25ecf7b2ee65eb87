/** NFC, white space folded to single blanks, no control or direction marks: the form in which text is stored. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (/\s/.test(c) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lower case without tone and letter marks (`Hợp tác xã Đồng Tâm` → `hop tac xa dong tam`), for searching. */
export function searchText(text: string): string {
  return cleanText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
}
