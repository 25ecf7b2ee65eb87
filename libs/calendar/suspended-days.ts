import { addDays, addMonths, invalidInput, type LocalDate } from '@hoptac/kernel';
import type { CalendarOverride, DayExplained, DueDateCount, Period, PeriodUnit } from './calendar-day';
import { CIVIL_CODE } from './labour-law';
import type { WorkingCalendar } from './working-calendar';

/** Days on which no limit runs, first and last included. */
export interface SuspendedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** By whose decision: its id. */
  readonly suspensionId: string;
}

/** No suspension is longer than this many days; more would be a mistake of whoever asks. */
const MOST_DAYS = 1_000;
/** Stands in for the instant from which a day is known: a suspension is asked for by whoever knows it. */
const ALWAYS = '1970-01-01T00:00:00.000Z';

/**
 * Counts a limit during which nothing ran for some days: what was left of it runs on afterwards. Working days are counted on the days that are not
 * suspended; a period of days or months grows by the suspended days within it. It does not end on a suspended day. Errors as `WorkingCalendar.count`.
 */
export function countSuspended<U extends PeriodUnit>(
  calendar: WorkingCalendar,
  period: Period<U>,
  suspended: readonly SuspendedDays[],
): DueDateCount<U> {
  const days = suspendedDays(period.from, suspended);
  if (days.size === 0) return calendar.count(period);
  const closed = calendar.closedOn([...days.values()]);
  if (period.unit === 'working-day') return closed.count(period);
  const own = lengthInDays(period);
  let length = own;
  for (let grown = -1; grown !== length;) {
    grown = length;
    const last = addDays(period.from, length);
    length = own + [...days.keys()].filter((day) => day <= last).length;
  }
  const counted = closed.count({ ...period, amount: length, unit: 'day' });
  return { ...counted, amount: period.amount, unit: period.unit, days: renumbered(counted.days, days) };
}

/** Every suspended day after the day of the event, as a closure. */
function suspendedDays(from: LocalDate, suspended: readonly SuspendedDays[]): ReadonlyMap<LocalDate, CalendarOverride> {
  const days = new Map<LocalDate, CalendarOverride>();
  for (const { from: first, to, suspensionId } of suspended) {
    for (let day = first > from ? first : addDays(from, 1), left = MOST_DAYS; day <= to; day = addDays(day, 1)) {
      if ((left -= 1) < 0) throw invalidInput('CALENDAR.AMOUNT_INVALID', 'A suspension of years', { to });
      days.set(day, {
        id: suspensionId,
        date: day,
        kind: 'closure',
        scope: 'nationwide',
        nameVi: 'Thời gian tạm dừng tính thời hạn',
        nameEn: 'Limits do not run',
        source: suspensionId,
        evidence: 'verified',
        knownSince: ALWAYS,
        enteredBy: 'system:suspension',
      });
    }
  }
  return days;
}

function lengthInDays({ from, amount, unit }: Period): number {
  if (unit === 'day') return amount;
  const end = addMonths(from, unit === 'year' ? amount * 12 : amount);
  return Math.round((Date.parse(end) - Date.parse(from)) / 86_400_000);
}

/** A suspended day within a period of days is passed over. */
function renumbered(
  counted: readonly DayExplained[],
  suspended: ReadonlyMap<LocalDate, CalendarOverride>,
): readonly DayExplained[] {
  let number = 0;
  return counted.map((day) => {
    if (day.treatment !== 'counted') return day;
    if (!suspended.has(day.date)) return { ...day, number: (number += 1) };
    const passed = { ...day, treatment: 'skipped', countingRule: day.article ?? CIVIL_CODE.nextWorkingDay } as const;
    delete (passed as { number?: number }).number;
    return passed;
  });
}
