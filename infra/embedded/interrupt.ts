const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOK_AT_PARENT_EVERY_MS = 1_000;

/** Aborted by the first signal, or when the process that started this one ends. Once per program. */
export function interrupted(): AbortSignal {
  const interrupt = new AbortController();
  const parent = process.ppid;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      interrupt.abort();
    });
  }
  setInterval(() => {
    if (process.ppid !== parent) interrupt.abort();
  }, LOOK_AT_PARENT_EVERY_MS).unref();
  return interrupt.signal;
}
