import { setTimeout as sleep } from 'node:timers/promises';

/** Read anew for each batch, so that a limit may change on the way. */
export interface BatchLimits<T> {
  /** Most items of a batch; twice as many wait at most before the source is held back. */
  readonly maxCount: number;
  /** How long a batch that is not full may wait for more, in milliseconds. */
  readonly lingerMs: number;
  /** The same while nothing that matters has come: bookkeeping alone need not cost a transaction each time. */
  readonly quietLingerMs: number;
  /** True for what a reader waits for. */
  readonly matters: (item: T) => boolean;
  /** True for an item after which waiting for more gains nothing. */
  readonly flushes: (item: T) => boolean;
}

/**
 * Batches of an async source by count and time. Reads ahead while the consumer works (so two batches are in flight) and stops pulling when full: the
 * source feels the consumer's pace. Items read before the source failed are handed out before the failure is thrown.
 */
export async function* inBatches<T>(
  source: AsyncIterable<T>,
  limits: BatchLimits<T>,
): AsyncGenerator<T[], void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: T[] = [];
  let urgent = false;
  let ended = false as boolean;
  let failure: { readonly error: unknown } | undefined;
  let closed = false;
  let wakeConsumer = (): void => undefined;
  let wakePump = (): void => undefined;

  const pump = async (): Promise<void> => {
    try {
      while (!closed) {
        const next = await iterator.next();
        if (next.done === true) break;
        waiting.push(next.value);
        const calls = waiting.length === 1 || waiting.length >= limits.maxCount || limits.flushes(next.value);
        const becameUrgent = !urgent && limits.matters(next.value);
        urgent ||= becameUrgent;
        if (calls || becameUrgent) wakeConsumer();
        if (waiting.length >= limits.maxCount * 2) await new Promise<void>((resolve) => (wakePump = resolve));
      }
    } catch (error) {
      failure = { error };
    } finally {
      ended = true;
      wakeConsumer();
    }
  };
  const pumping = pump();

  const ready = (): boolean => {
    const last = waiting.at(-1);
    return ended || waiting.length >= limits.maxCount || (last !== undefined && limits.flushes(last));
  };
  const untilWoken = (): Promise<void> => new Promise((resolve) => (wakeConsumer = resolve));
  const linger = async (): Promise<void> => {
    const since = performance.now();
    for (;;) {
      if (ready()) return;
      const limit = urgent ? limits.lingerMs : limits.quietLingerMs;
      const left = since + limit - performance.now();
      if (left <= 0) return;
      const timer = new AbortController();
      await Promise.race([sleep(left, undefined, { signal: timer.signal }).catch(() => undefined), untilWoken()]);
      timer.abort();
    }
  };

  try {
    for (;;) {
      while (waiting.length === 0 && !ended) await untilWoken();
      if (waiting.length === 0) {
        if (failure) throw failure.error;
        return;
      }
      await linger();
      const batch = waiting.slice(0, limits.maxCount);
      waiting = waiting.slice(batch.length);
      urgent = waiting.some(limits.matters);
      wakePump();
      yield batch;
    }
  } finally {
    closed = true;
    wakePump();
    // The source ends by its own signal; waiting here for one that does not would keep a stopping program alive.
    await Promise.race([Promise.allSettled([iterator.return?.(), pumping]), sleep(1_000, undefined, { ref: false })]);
  }
}
