import { FORGIVEN_AFTER_MS, nextRestart, RESTART_WAITS } from './backoff';

describe('waits between restarts', () => {
  it('grow while the part keeps ending, and stay at the longest', () => {
    let failures = 0;
    const waits = Array.from({ length: 8 }, () => {
      const next = nextRestart(failures, 0);
      failures = next.failures;
      return next.waitMs;
    });
    expect(waits).toEqual([...RESTART_WAITS, 30_000, 30_000]);
  });

  it('begin anew after the part has held a minute', () => {
    expect(nextRestart(5, FORGIVEN_AFTER_MS)).toEqual({ waitMs: 500, failures: 1 });
    expect(nextRestart(5, FORGIVEN_AFTER_MS - 1).waitMs).toBe(30_000);
  });
});
