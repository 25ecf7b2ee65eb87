/** `17/5/2026` → `2026-05-17`; a day that was typed otherwise goes as it is and is refused by the server with the field's name. */
export function isoDay(typed: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(typed) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? typed.trim()
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `2026-05-17` → `17/5/2026`, as the three fields of a day hold it. */
export function typedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year === undefined || month === undefined || date === undefined ? day : `${date}/${month}/${year}`;
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day some months later, the month's last where there is no such day; for suggestions in forms only. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const toDate = Math.min(date, lastOfMonth(toYear, toMonth));
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(toDate).padStart(2, '0')}`;
}
