import type { AggregateDefinition, DomainEvent, Instant, Upcaster } from '@hoptac/kernel';
import type { CalendarOverride } from '../calendar-day';

/** The calendar of an area was corrected for one day — điều chỉnh lịch làm việc. */
export type CalendarDayOverridden = DomainEvent<'CalendarDayOverridden', CalendarOverride>;
/** A correction was taken back; due dates given under it stay. */
export type CalendarOverrideWithdrawn = DomainEvent<
  'CalendarOverrideWithdrawn',
  { id: string; reason: string; withdrawnAt: Instant; withdrawnBy: string }
>;
export type CalendarOverrideEvent = CalendarDayOverridden | CalendarOverrideWithdrawn;

/** Newest schema version of each event. */
export const calendarOverrideVersions = {
  CalendarDayOverridden: 1,
  CalendarOverrideWithdrawn: 1,
} satisfies AggregateDefinition<never, never, CalendarOverrideEvent>['versions'];

export const calendarOverrideUpcasters: Upcaster[] = [];

/** For the event store: what this library writes. */
export const calendarCatalogue: { versions: Record<string, number>; upcasters: Upcaster[] } = {
  versions: calendarOverrideVersions,
  upcasters: calendarOverrideUpcasters,
};
