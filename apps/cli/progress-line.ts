const EVERY_MS = 500;

/** One line that says how far a long job is, how fast, and how long it still takes; on a terminal it is rewritten in place. */
export class ProgressLine {
  private readonly startedAt = performance.now();
  private shownAt = 0;
  private done = 0;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  show(done: number): void {
    this.done = done;
    const now = performance.now();
    if (now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.write(process.stdout.isTTY ? '\r' : '', process.stdout.isTTY ? '' : '\n');
  }

  end(): void {
    this.write(process.stdout.isTTY ? '\r' : '', '\n');
  }

  private write(before: string, after: string): void {
    const seconds = (performance.now() - this.startedAt) / 1000;
    const rate = this.done / Math.max(seconds, 0.001);
    const left = rate > 0 ? Math.ceil((this.total - this.done) / rate) : 0;
    process.stdout.write(
      `${before}${this.what}: ${this.done} / ${this.total} · ${Math.round(rate)}/s · còn khoảng / about ${left} s left${after}`,
    );
  }
}
