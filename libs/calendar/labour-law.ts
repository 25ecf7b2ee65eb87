import type { LocalDate } from '@hoptac/kernel';

interface LabourCode {
  readonly from: LocalDate;
  readonly holidays: string;
  readonly inLieu: string;
}

/** The labour codes by date: who fixes public holidays, and the day off in lieu. */
const LABOUR_CODES: readonly LabourCode[] = [
  { from: '2021-01-01', holidays: 'Labour Code 2019 Art. 112.1', inLieu: 'Labour Code 2019 Art. 111.3' },
  { from: '2013-05-01', holidays: 'Labour Code 2012 Art. 115', inLieu: 'Labour Code 2012 Art. 115.3' },
  { from: '1995-01-01', holidays: 'Labour Code 1994 Art. 73', inLieu: 'Labour Code 1994 Art. 73' },
];

/** The rules of counting of which the calendar speaks. */
export const CIVIL_CODE = {
  eventDayOfDays: 'Civil Code 2015 Art. 147.2',
  eventDayOfMonths: 'Civil Code 2015 Art. 147.3',
  sameDayNumber: 'Civil Code 2015 Art. 148.3',
  nextWorkingDay: 'Civil Code 2015 Art. 148.5',
} as const;

/** Vietnam Culture Day stands outside the Labour Code's list. */
const CULTURE_DAY = { monthDay: '11-24', article: 'Resolution 28/2026/QH16 Art. 2.1' } as const;

/** Article under which the named holiday of that day is a day off. */
export function holidayArticle(date: LocalDate): string {
  return date.endsWith(CULTURE_DAY.monthDay) ? CULTURE_DAY.article : codeOn(date).holidays;
}

/** Article under which a holiday on the weekly day off is given on another day. */
export function inLieuArticle(date: LocalDate): string {
  return codeOn(date).inLieu;
}

function codeOn(date: LocalDate): LabourCode {
  const code = LABOUR_CODES.find((candidate) => candidate.from <= date);
  if (code === undefined) throw new Error(`No labour code is known for ${date}`);
  return code;
}
