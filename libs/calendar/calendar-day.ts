import type { EvidenceMark, Instant, LocalDate } from '@hoptac/kernel';

/** Kinds of the shipped table: ngày nghỉ lễ, ngày nghỉ bù, ngày nghỉ hoán đổi, ngày làm bù. */
export type TableDayKind = 'holiday' | 'day_off_in_lieu' | 'swap_day_off' | 'working_swap';

/** A day that differs from its weekday's rule: Monday to Friday worked, Saturday and Sunday off. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: TableDayKind;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Notice, law or publication that the day was taken from. */
  readonly source: string;
  readonly evidence: EvidenceMark;
}

/**
 * What an administrator may enter: the kinds of the table, `closure` (storm, flood, mourning, local holiday), and `ordinary`, which
 * takes a row of the table back: the day follows its weekday again.
 */
export type OverrideKind = TableDayKind | 'closure' | 'ordinary';

/** Nationwide, or the code of a province, district or commune within which it holds. */
export type OverrideScope = 'nationwide' | (string & {});

/** A dated correction of the calendar with its paper. */
export interface CalendarOverride {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: OverrideKind;
  readonly scope: OverrideScope;
  readonly nameVi: string;
  readonly nameEn?: string;
  readonly source: string;
  readonly evidence: EvidenceMark;
  /** From this instant on offices could know it; a due date given before does not move. */
  readonly knownSince: Instant;
  /** Account of the administrator. */
  readonly enteredBy: string;
}

/** Why a day is worked or not. */
export type DayReason = 'working_day' | 'weekend' | TableDayKind | 'closure';

/** One day as the calendar sees it. */
export interface DayDescription {
  readonly date: LocalDate;
  readonly worked: boolean;
  readonly reason: DayReason;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string;
  readonly evidence: EvidenceMark;
  /** Article by which the day is off (Labour Code of the day, Civil Code 2015 Art. 148.5); absent when it is worked. */
  readonly article?: string;
  /** The override that decides the day, if one does. */
  readonly overrideId?: string;
}

/** Units of a period: ngày làm việc, ngày, tháng, năm. */
export type PeriodUnit = 'working-day' | 'day' | 'month' | 'year';

/** A legal time limit to be counted. */
export interface Period<U extends PeriodUnit = PeriodUnit> {
  /** Day of the event that starts it, in Asia/Ho_Chi_Minh; itself not counted (Civil Code 2015 Art. 147.2, 147.3). */
  readonly from: LocalDate;
  /** Whole number, 1 to 10,000. */
  readonly amount: number;
  readonly unit: U;
  /** Article that gives the limit, e.g. `L23 Art. 42.4`. */
  readonly article: string;
}

/**
 * What the count does with a day: `event-day` is where it starts, `counted` brings it nearer to its end, `skipped` does not,
 * `extended-to` is the working day to which a period that ended on a day off runs on.
 */
export type DayTreatment = 'event-day' | 'counted' | 'skipped' | 'extended-to';

/** One day of an explanation. */
export interface DayExplained extends DayDescription {
  readonly treatment: DayTreatment;
  /** Place among the counted days, from 1. */
  readonly number?: number;
  /** Rule of counting: an article of the Civil Code 2015, or the limit's own article for a counted day. */
  readonly countingRule: string;
}

/** A counted limit; structurally the `DueDate` of the dossiers' events, with its explanation. */
export interface DueDateCount<U extends PeriodUnit = PeriodUnit> {
  readonly dueOn: LocalDate;
  /** 24:00 of that day in Asia/Ho_Chi_Minh (Civil Code 2015 Art. 148.6). */
  readonly dueAt: Instant;
  readonly amount: number;
  readonly unit: U;
  readonly countedFrom: LocalDate;
  readonly article: string;
  /** True when a day of the count is marked `to_confirm`, itself or with its whole year. */
  readonly toConfirm: boolean;
  readonly calendarVersion: string;
  /** From the event day to the due day, none left out. */
  readonly days: readonly DayExplained[];
}
