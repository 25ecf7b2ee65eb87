interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Turns many single requests at one time into few statements: while one batch is under way the next one gathers, no timer involved. A page of two hundred
 * sealed names costs one round trip, not two hundred.
 */
export class Batcher<T, R> {
  private waiting: Waiting<T, R>[] = [];
  private running = false;

  constructor(
    /** Gives a result for each item, in the same order. */
    private readonly run: (items: readonly T[]) => Promise<readonly R[]>,
    private readonly largest = 1_000,
  ) {}

  request(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running) return;
      this.running = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.largest);
      try {
        const results = await this.run(batch.map(({ item }) => item));
        batch.forEach(({ resolve, reject }, index) => {
          if (index < results.length) resolve(results[index] as R);
          else reject(new Error('A batch gave fewer results than it had items'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running = false;
  }
}
