import { invalidInput, isLocalDate, type EvidenceMark } from '@hoptac/kernel';
import type { CalendarDay, TableDayKind } from './calendar-day';

const HEADER = 'date,kind,name_vi,name_en,source,evidence';
const KINDS: readonly string[] = [
  'holiday',
  'day_off_in_lieu',
  'swap_day_off',
  'working_swap',
] satisfies TableDayKind[];
const MARKS: readonly string[] = ['verified', 'secondary', 'to_confirm'] satisfies EvidenceMark[];

const isKind = (text: string | undefined): text is TableDayKind => text !== undefined && KINDS.includes(text);
const isMark = (text: string | undefined): text is EvidenceMark => text !== undefined && MARKS.includes(text);

/**
 * Reads the table of days (CSV with header, one day a line, in order of date).
 * @throws DomainError `CALENDAR.TABLE_INVALID` with the line when a row is malformed, twice there or out of order.
 */
export function parseCalendarTable(csv: string): readonly CalendarDay[] {
  const [header, ...lines] = csv.trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw broken(1, `the header is not ${HEADER}`);
  const days: CalendarDay[] = [];
  for (const [index, line] of lines.entries()) {
    const day = readRow(line, index + 2);
    const previous = days.at(-1);
    if (previous !== undefined && previous.date >= day.date)
      throw broken(index + 2, `${day.date} does not follow ${previous.date}`);
    days.push(day);
  }
  return days;
}

function readRow(line: string, number: number): CalendarDay {
  const [date, kind, nameVi, nameEn, source, evidence, ...more] = cells(line, number);
  if (!isLocalDate(date)) throw broken(number, 'the date is not a day');
  if (!isKind(kind)) throw broken(number, `unknown kind ${String(kind)}`);
  if (!isMark(evidence)) throw broken(number, `unknown evidence mark ${String(evidence)}`);
  if (!nameVi || !nameEn || !source || more.length > 0) throw broken(number, 'a row has six filled cells');
  return { date, kind, nameVi, nameEn, source, evidence };
}

/** Cells of one line; a quoted cell may hold commas and doubled quotes. */
function cells(line: string, number: number): string[] {
  const found: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = cell.exec(line);
    if (match === null) throw broken(number, 'the quotes do not close');
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return found;
  }
}

const broken = (line: number, why: string): Error =>
  invalidInput('CALENDAR.TABLE_INVALID', `Calendar table, line ${String(line)}: ${why}`, { line, why });
