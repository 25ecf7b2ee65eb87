/** `17/5/1980` or `17-05-1980` → `1980-05-17`; what is no day stays as typed, and the server says so at the field. */
export function typedDay(text: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text.trim();
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
