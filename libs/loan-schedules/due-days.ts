import { addDays, addMonths, type LocalDate } from '@hoptac/kernel';
import type { DueDays, Harvest, WorkingDayRule, WorkingDays } from './terms';

/** A due day as agreed, with what the contract says of its principal. */
export interface AgreedDue {
  readonly on: LocalDate;
  readonly share: bigint;
  readonly principal?: bigint;
}

/** The due days in order, none before or on `after` for harvests (their first one comes after the money). */
export function agreedDays(due: DueDays, after: LocalDate): readonly AgreedDue[] {
  if ('periods' in due) {
    const { firstOn, count, everyMonths } = due.periods;
    return Array.from({ length: count }, (_, index) => ({ on: addMonths(firstOn, index * everyMonths), share: 1n }));
  }
  if ('days' in due) {
    return due.days.map(({ on, share, principal }) => ({
      on,
      share: BigInt(share ?? 1),
      ...(principal === undefined ? {} : { principal: BigInt(principal) }),
    }));
  }
  return harvestDays(due.harvests, after, due.lastOn);
}

function harvestDays(harvests: readonly Harvest[], after: LocalDate, lastOn: LocalDate): readonly AgreedDue[] {
  const found: AgreedDue[] = [];
  for (let year = Number(after.slice(0, 4)); year <= Number(lastOn.slice(0, 4)); year += 1) {
    for (const harvest of harvests) {
      const on = dayOfHarvest(year, harvest);
      if (on > after && on <= lastOn) found.push({ on, share: BigInt(harvest.share ?? 1) });
    }
  }
  return found.sort((left, right) => (left.on < right.on ? -1 : 1));
}

function dayOfHarvest(year: number, { month, day }: Harvest): LocalDate {
  // Counted in months from a January that has 31 days, so that a day too many ends on the month's last.
  return addMonths(`${String(year).padStart(4, '0')}-01-${String(day).padStart(2, '0')}` as LocalDate, month - 1);
}

const LONGEST_CLOSURE_DAYS = 31;

export interface MovedDay {
  readonly on: LocalDate;
  readonly calendarKnown: boolean;
}

/** The day on which it falls due by the contract's rule; where the calendar does not reach it stays as agreed and says so. */
export function moved(agreedOn: LocalDate, rule: WorkingDayRule['rule'], isWorkingDay: WorkingDays): MovedDay {
  const direction = rule === 'previous' ? -1 : 1;
  if (rule === 'keep') return { on: agreedOn, calendarKnown: true };
  const found = nextWorked(agreedOn, direction, isWorkingDay);
  if (found === undefined) return { on: agreedOn, calendarKnown: false };
  const leftTheMonth = rule === 'nextInMonth' && found.slice(0, 7) !== agreedOn.slice(0, 7);
  const settled = leftTheMonth ? nextWorked(agreedOn, -1, isWorkingDay) : found;
  return settled === undefined ? { on: agreedOn, calendarKnown: false } : { on: settled, calendarKnown: true };
}

function nextWorked(from: LocalDate, direction: 1 | -1, isWorkingDay: WorkingDays): LocalDate | undefined {
  for (let away = 0; away <= LONGEST_CLOSURE_DAYS; away += 1) {
    const day = addDays(from, away * direction);
    const worked = isWorkingDay(day);
    if (worked === undefined) return undefined;
    if (worked) return day;
  }
  return undefined;
}
