import { setTimeout as sleep } from 'node:timers/promises';

export interface BatchLimits<T> {
  /** Most items of a batch; twice as many wait at most before the source is held back. */
  readonly maxCount: number;
  /** How long a batch that is not full may wait for more, in milliseconds. */
  readonly lingerMs: number;
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
  let ended = false;
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
        if (waiting.length === 1 || waiting.length >= limits.maxCount || limits.flushes(next.value)) wakeConsumer();
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

  try {
    for (;;) {
      while (waiting.length === 0 && !ended) await untilWoken();
      if (waiting.length === 0) {
        if (failure) throw failure.error;
        return;
      }
      if (limits.lingerMs > 0 && !ready()) {
        const timer = new AbortController();
        const lingered = sleep(limits.lingerMs, undefined, { signal: timer.signal }).catch(() => undefined);
        let over = false;
        void lingered.then(() => (over = true));
        while (!over && !ready()) await Promise.race([lingered, untilWoken()]);
        timer.abort();
      }
      const batch = waiting.slice(0, limits.maxCount);
      waiting = waiting.slice(batch.length);
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
