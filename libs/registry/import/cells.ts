import type { LocalDate } from '@hoptac/kernel';
import { addDays, cleanText, isLocalDate, searchText } from '@hoptac/kernel';

/** A cell as a sheet gives it: text, a number, a day, or nothing. */
export type Cell = string | number | { readonly day: LocalDate } | null;

/** A value, an empty cell, or something nobody can read; the reader keeps what stood there. */
export type Reading<T> = { readonly value: T } | { readonly empty: true } | { readonly illegible: string };

const EMPTY = { empty: true } as const;
/** Words with which clerks fill a cell that has nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  '.',
  '?',
  'x',
  'n/a',
  'na',
  'khong',
  'khong co',
  'chua co',
  'chua ro',
  'khong ro',
]);

export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cleanText(cell);
  return cell.day;
}

/** Free text in NFC. */
export function readText(cell: Cell): Reading<string> {
  const text = cellText(cell);
  return NOTHING.has(searchText(text)) ? EMPTY : { value: text };
}

/**
 * A day: a date cell, an Excel serial number, `5/7/2019`, `05-07-2019`, `2019-07-05`, `ngày 5 tháng 7 năm 2019`. Day before month, as Viet Nam writes.
 * A month or a year alone is illegible: the register does not say the day.
 */
export function readDay(cell: Cell): Reading<LocalDate> {
  if (cell !== null && typeof cell === 'object') return { value: cell.day };
  if (typeof cell === 'number') return readSerial(cell);
  const read = readText(cell);
  if (!('value' in read)) return read;
  const text = searchText(read.value);
  const dayFirst = /^(?:ngay )?(\d{1,2})(?: thang |[/.-])(\d{1,2})(?: nam |[/.-])(\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t ].*)?$/.exec(text);
  const [year, month, day] = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : yearFirst ? yearFirst.slice(1) : [];
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (isLocalDate(date)) return { value: date };
  return /^\d{5}(\.\d+)?$/.test(text) ? readSerial(Number(text)) : { illegible: read.value };
}

/** Excel counts days from 1899-12-30; only 1954 … 2064 is plausible for a registration. */
function readSerial(serial: number): Reading<LocalDate> {
  if (serial >= 20_000 && serial <= 60_000) return { value: addDays('1899-12-30', Math.floor(serial)) };
  return { illegible: String(serial) };
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\s*(ty dong|ty)$/, 1_000_000_000],
  [/\s*(trieu dong|trieu|tr)$/, 1_000_000],
  [/\s*(nghin dong|ngan dong|nghin|ngan)$/, 1_000],
  [/\s*(dong|vnd|d)$/, 1],
];

/**
 * A whole number: `1.234.567`, `1,234,567`, `1 234 567 đồng`, `1,5 tỷ`, `500 triệu`. A lone separator before three digits groups thousands;
 * before one or two digits it is a decimal comma, lawful only when a unit makes the result whole.
 */
export function readWhole(cell: Cell): Reading<number> {
  if (typeof cell === 'number')
    return Number.isSafeInteger(cell) && cell >= 0 ? { value: cell } : { illegible: String(cell) };
  const read = readText(cell);
  if (!('value' in read)) return read;
  let text = searchText(read.value)
    .replace(/₫/gu, 'd')
    .replace(/(thanh vien|nguoi|tv|ha)$/, '')
    .trim();
  let factor = 1;
  const unit = UNITS.find(([pattern]) => pattern.test(text));
  if (unit) {
    text = text.replace(unit[0], '');
    factor = unit[1];
  }
  const amount = parseGrouped(text.replace(/\s/g, ''));
  const whole =
    amount === undefined
      ? Number.NaN
      : Number.isInteger(amount)
        ? amount * factor
        : Math.round(amount * factor * 1000) / 1000;
  return Number.isSafeInteger(whole) && whole >= 0 ? { value: whole } : { illegible: read.value };
}

function parseGrouped(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(\.\d{3})+(,\d{1,3})?$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,3}(,\d{3})+(\.\d{1,3})?$/.test(text)) return Number(text.replace(/,/g, ''));
  if (/^\d+[.,]\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}
