import type { LocalDate } from '@hoptac/kernel';
import type { PeriodUnit } from './calendar-day';
import type { WorkingCalendar } from './working-calendar';

/** A due date as it was given, with what it was counted from; the dossiers' `DueDate` fits. */
export interface GivenDueDate {
  readonly dueOn: LocalDate;
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly countedFrom: LocalDate;
  readonly article: string;
}

/** A due date that would be another day if it were counted today. */
export interface MovedDueDate {
  /** Case to which it belongs. */
  readonly id: string;
  /** Printed on the receipt; stays in force. */
  readonly given: LocalDate;
  readonly before: LocalDate;
  readonly after: LocalDate;
}

/**
 * Preview for the administrator: whose counted day differs between two calendars. Changes nothing: a due date already given does not move.
 * @throws DomainError `CALENDAR.YEAR_WITHOUT_DATA` when a limit reaches a year that one of the calendars does not know
 */
export function whoseDueDatesMove(
  dueDates: readonly { readonly id: string; readonly due: GivenDueDate }[],
  before: WorkingCalendar,
  after: WorkingCalendar,
): readonly MovedDueDate[] {
  const counted = (due: GivenDueDate, calendar: WorkingCalendar): LocalDate =>
    calendar.count({ from: due.countedFrom, amount: due.amount, unit: due.unit, article: due.article }).dueOn;
  return dueDates
    .map(({ id, due }) => ({ id, given: due.dueOn, before: counted(due, before), after: counted(due, after) }))
    .filter((moved) => moved.before !== moved.after);
}
