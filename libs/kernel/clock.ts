import type { Instant } from './local-date';

/** The stack's clock: the system clock, plus the rehearsal offset where rehearsal is allowed. */
export interface Clock {
  now(): Instant;
}

/** Injection token of the `Clock` (an interface has no run-time name). */
export const CLOCK = Symbol('Clock');

/** A clock that stands still until told, for tests. */
export class FixedClock implements Clock {
  constructor(private instant: Instant) {}
  now(): Instant {
    return this.instant;
  }
  set(instant: Instant): void {
    this.instant = instant;
  }
}
