import {
  addDays,
  addMonths,
  endOfDay,
  invalidInput,
  isLocalDate,
  type EvidenceMark,
  type LocalDate,
} from '@hoptac/kernel';
import type {
  CalendarDay,
  CalendarOverride,
  DayDescription,
  DayExplained,
  DueDateCount,
  Period,
  PeriodUnit,
} from './calendar-day';
import { parseCalendarTable } from './calendar-table';
import { contentVersion } from './content-hash';
import { HOLIDAYS_VN_CSV } from './data/holidays-vn.data';
import { describeOverride, describeTableDay, describeWeekday } from './day-description';
import { CIVIL_CODE } from './labour-law';
import { strongerOverride } from './override-scope';

const MAX_AMOUNT = 10_000;

/**
 * Working days of offices that work Monday to Friday, and the counting of legal time limits by the Civil Code 2015 Art. 145–148.
 * All days are days in Asia/Ho_Chi_Minh. Immutable: other overrides make another calendar.
 */
export class WorkingCalendar {
  /** Hash of the table and of the overrides considered; recorded with every due date. */
  readonly version: string;
  private readonly table: Table;
  private readonly overrides: ReadonlyMap<LocalDate, CalendarOverride>;

  /**
   * @param days the table; a year without any row is a year without data
   * @param overrides those that hold for the office concerned (see `applicableOverrides`); of two for one day the later known wins
   */
  constructor(
    private readonly days: readonly CalendarDay[],
    overrides: readonly CalendarOverride[] = [],
  ) {
    this.table = tableOf(days);
    const chosen = new Map<LocalDate, CalendarOverride>();
    for (const override of overrides) {
      const other = chosen.get(override.date);
      chosen.set(override.date, other === undefined ? override : strongerOverride(other, override));
    }
    this.overrides = chosen;
    const considered = [...chosen.values()].sort((left, right) => (left.date < right.date ? -1 : 1));
    this.version =
      considered.length === 0
        ? this.table.version
        : contentVersion('cal', { table: this.table.version, overrides: considered });
  }

  /** The same table under other overrides. */
  withOverrides(overrides: readonly CalendarOverride[]): WorkingCalendar {
    return new WorkingCalendar(this.days, overrides);
  }

  /** The same calendar with days on which nobody counts, whatever else they are. */
  closedOn(closures: readonly CalendarOverride[]): WorkingCalendar {
    const days = new Map(this.overrides);
    for (const closure of closures) days.set(closure.date, closure);
    return new WorkingCalendar(this.days, [...days.values()]);
  }

  /** @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA`, `CALENDAR.DATE_INVALID` */
  isWorkingDay(date: LocalDate): boolean {
    return this.describe(date).worked;
  }

  /**
   * What the day is, and by which source.
   * @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA`, `CALENDAR.DATE_INVALID`
   */
  describe(date: LocalDate): DayDescription {
    mustBeDay(date);
    const year = this.table.years.get(date.slice(0, 4));
    if (year === undefined) {
      throw invalidInput('CALENDAR.YEAR_WITHOUT_DATA', `The calendar has no data for the year of ${date}`, {
        year: Number(date.slice(0, 4)),
      });
    }
    const override = this.overrides.get(date);
    if (override !== undefined) return describeOverride(override, year);
    const day = this.table.days.get(date);
    return day === undefined ? describeWeekday(date, year) : describeTableDay(day, year);
  }

  /** The day itself when it is worked, else the next worked day. */
  workingDayFrom(date: LocalDate): LocalDate {
    let day = date;
    while (!this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }

  /**
   * Counts a limit. The event day is not counted. `working-day` counts only worked days, made-up Saturdays included; `day`, `month` and
   * `year` end on the corresponding day (a month without it: on its last day), and run on to the next working day when that is a day off.
   * @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA` when a day after the event day lies in such a year; `CALENDAR.AMOUNT_INVALID`;
   *   `CALENDAR.DATE_INVALID`
   */
  count<U extends PeriodUnit>(period: Period<U>): DueDateCount<U> {
    mustBeDay(period.from);
    if (!Number.isSafeInteger(period.amount) || period.amount < 1 || period.amount > MAX_AMOUNT) {
      throw invalidInput('CALENDAR.AMOUNT_INVALID', `Not a length of a period: ${String(period.amount)}`, {
        amount: String(period.amount),
      });
    }
    const days = period.unit === 'working-day' ? this.workingDays(period) : this.calendarDays(period);
    const dueOn = days.at(-1)?.date ?? period.from;
    return {
      dueOn,
      dueAt: endOfDay(dueOn),
      amount: period.amount,
      unit: period.unit,
      countedFrom: period.from,
      article: period.article,
      toConfirm: days.some((day) => day.treatment !== 'event-day' && day.evidence === 'to_confirm'),
      calendarVersion: this.version,
      days,
    };
  }

  /** The days of `count(period)`, each with why it counts or not. Errors as there. */
  explain(period: Period): readonly DayExplained[] {
    return this.count(period).days;
  }

  private workingDays(period: Period): readonly DayExplained[] {
    const days = [this.eventDay(period)];
    for (let number = 0, date = addDays(period.from, 1); number < period.amount; date = addDays(date, 1)) {
      const day = this.describe(date);
      if (day.worked) {
        number += 1;
        days.push({ ...day, treatment: 'counted', number, countingRule: period.article });
      } else {
        days.push({ ...day, treatment: 'skipped', countingRule: day.article ?? period.article });
      }
    }
    return days;
  }

  private calendarDays(period: Period): readonly DayExplained[] {
    const last = nominalEnd(period);
    const days = [this.eventDay(period)];
    let number = 0;
    for (let date = addDays(period.from, 1); date <= last; date = addDays(date, 1)) {
      number += 1;
      const countingRule = date === last && period.unit !== 'day' ? CIVIL_CODE.sameDayNumber : period.article;
      days.push({ ...this.describe(date), treatment: 'counted', number, countingRule });
    }
    const dueOn = this.workingDayFrom(last);
    for (let date = addDays(last, 1); date <= dueOn; date = addDays(date, 1)) {
      const treatment = date === dueOn ? 'extended-to' : 'skipped';
      days.push({ ...this.describe(date), treatment, countingRule: CIVIL_CODE.nextWorkingDay });
    }
    return days;
  }

  /** The event day may lie in a year without data: nothing rests on it. */
  private eventDay(period: Period): DayExplained {
    const ofDays = period.unit === 'working-day' || period.unit === 'day';
    const known = this.table.years.has(period.from.slice(0, 4));
    const day = known ? this.describe(period.from) : describeWeekday(period.from, 'to_confirm');
    return {
      ...day,
      treatment: 'event-day',
      countingRule: ofDays ? CIVIL_CODE.eventDayOfDays : CIVIL_CODE.eventDayOfMonths,
    };
  }
}

let shipped: WorkingCalendar | undefined;

/** The calendar of the shipped table, 2010–2027, without overrides. */
export function loadCalendar(): WorkingCalendar {
  shipped ??= new WorkingCalendar(parseCalendarTable(HOLIDAYS_VN_CSV));
  return shipped;
}

/** Civil Code 2015 Art. 148.3: one jump from the start, never month by month. */
function nominalEnd(period: Period): LocalDate {
  if (period.unit === 'day') return addDays(period.from, period.amount);
  return addMonths(period.from, period.unit === 'year' ? period.amount * 12 : period.amount);
}

/** What is known of a table, worked out once for all calendars that differ only in their overrides. */
interface Table {
  readonly version: string;
  readonly days: ReadonlyMap<LocalDate, CalendarDay>;
  /** Years with data, each with the mark of the year as a whole. */
  readonly years: ReadonlyMap<string, EvidenceMark>;
}

const tables = new WeakMap<readonly CalendarDay[], Table>();

function tableOf(days: readonly CalendarDay[]): Table {
  const known = tables.get(days);
  if (known !== undefined) return known;
  const table: Table = {
    version: contentVersion('cal', days),
    days: new Map(days.map((day) => [day.date, day])),
    years: yearMarks(days),
  };
  tables.set(days, table);
  return table;
}

/** A year all of whose rows are still to be confirmed is to be confirmed on its ordinary days too: a swap may yet come. */
function yearMarks(days: readonly CalendarDay[]): ReadonlyMap<string, EvidenceMark> {
  const marks = new Map<string, EvidenceMark>();
  for (const day of days) {
    const year = day.date.slice(0, 4);
    const sure = day.evidence !== 'to_confirm' || marks.get(year) === 'secondary';
    marks.set(year, sure ? 'secondary' : 'to_confirm');
  }
  return marks;
}

function mustBeDay(date: LocalDate): void {
  if (!isLocalDate(date))
    throw invalidInput('CALENDAR.DATE_INVALID', `Not a day: ${String(date)}`, { date: String(date) });
}
