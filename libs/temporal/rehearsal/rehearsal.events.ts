import type { DomainEvent } from '@hoptac/kernel';

/** The whole province's clock was moved forward; no way back. */
export type RehearsalClockAdvanced = DomainEvent<
  'RehearsalClockAdvanced',
  {
    /** Milliseconds of this advance. */
    byMs: number;
    /** The stack's clock minus the system clock from now on, milliseconds. */
    offsetMs: number;
  }
>;

export const REHEARSAL_STREAM = 'rehearsalClock-province';

/** Event types of the rehearsal clock, for the event store. */
export const rehearsalCatalogue: { readonly versions: Record<string, number>; readonly upcasters: [] } = {
  versions: { RehearsalClockAdvanced: 1 },
  upcasters: [],
};
