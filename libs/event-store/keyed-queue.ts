import { StoreUnavailable } from './event-store.port';

/** Runs the tasks of one key one after the other, those of different keys side by side. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<void>>();

  constructor(private readonly waitMs: number) {}

  /** @throws StoreUnavailable when the task's turn has not come within the wait given; the task then does not run. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    let release: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      release = resolve;
    });
    const tail = before === undefined ? done : before.then(() => done);
    this.tails.set(key, tail);
    try {
      if (before !== undefined) await this.turn(before, key);
      return await task();
    } finally {
      release();
      // Only when those before have ended too: one that gave up waiting must not let the next one pass.
      void tail.then(() => {
        if (this.tails.get(key) === tail) this.tails.delete(key);
      });
    }
  }

  private async turn(before: Promise<void>, key: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new StoreUnavailable(`Other commands to ${key} were not answered in ${String(this.waitMs)} ms`)),
        this.waitMs,
      );
    });
    try {
      await Promise.race([before, limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}
