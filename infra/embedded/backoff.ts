/** Waits before the restarts of a part, in milliseconds; the last one repeats. */
export const RESTART_WAITS = [500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** A part that held this long has earned a fresh start. */
export const FORGIVEN_AFTER_MS = 60_000;

/**
 * How long to wait before the next restart, and the count to keep. `failures` = restarts since the part last held;
 * `ranForMs` = how long it had been healthy when it ended, 0 when it never was.
 */
export function nextRestart(
  failures: number,
  ranForMs: number,
): { readonly waitMs: number; readonly failures: number } {
  const counted = ranForMs >= FORGIVEN_AFTER_MS ? 0 : failures;
  const waitMs = RESTART_WAITS[Math.min(counted, RESTART_WAITS.length - 1)] ?? RESTART_WAITS[0];
  return { waitMs, failures: counted + 1 };
}
