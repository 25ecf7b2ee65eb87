import { StoreUnavailable } from './event-store.port';

/** @throws StoreUnavailable when the answer has not come within the limit; a later answer is dropped. */
export async function withLimit<T>(answer: Promise<T>, limitMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreUnavailable(`No answer to the ${what} in ${String(limitMs)} ms`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a read of the client offers of a Node stream. */
interface CancellableRead<T> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(): unknown;
  cancel(): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}

/** What a read yields, as long as no piece keeps us waiting beyond the limit; the call is cancelled however the loop ends. */
export async function* withIdleLimit<T>(reading: CancellableRead<T>, limitMs: number, what: string): AsyncGenerator<T> {
  // Without a listener an error after the loop's end would end the process.
  reading.on('error', ignore);
  const pieces = reading[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const piece = await withLimit(pieces.next(), limitMs, what);
      if (piece.done === true) {
        ended = true;
        return;
      }
      yield piece.value;
    }
  } finally {
    reading.destroy();
    if (!ended) void reading.cancel().catch(ignore);
  }
}

/** For errors that were already told where they matter. */
export function ignore(): void {
  return undefined;
}
