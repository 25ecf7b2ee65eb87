import type { Instant } from '@hoptac/kernel';

/** The engine gives every workflow its own copy of this module, so the skew is the workflow's own. */
let skew = 0;

/** Told once, by `followCase`. */
export function setSkew(skewMs: number): void {
  skew = skewMs;
}

/** Milliseconds since 1970 by the case's clock: the engine's time for this workflow (virtual once fast-forwarded) plus the skew given at its start. */
export function caseMilliseconds(): number {
  return Date.now() + skew;
}

/** The case's own time, UTC; the one clock of workflows. */
export function caseNow(): Instant {
  return new Date(caseMilliseconds()).toISOString() as Instant;
}
