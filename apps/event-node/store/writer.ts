/**
 * The single writer: a queue, and one transaction for all that waits (group commit). While a commit runs, the next
 * batch gathers in the sockets; there are no timers. Checks see everything written before them, also in the same batch.
 * Nobody is answered and nobody sees a record before the commit returned. A failed commit ends the process: what
 * memory holds is then ahead of the disk, and a repetition in the blind could write twice.
 */
import type { DatabaseSync } from 'node:sqlite';

/** One piece of work inside the transaction; what it returns runs after the commit. */
export interface WriteTask {
  /** Approximate size in bytes, for the bounds. */
  size: number;
  /** Runs inside the transaction. */
  apply(): void;
  /** Runs after the commit. */
  done(): void;
}

const MAX_TASKS = 2048;
const MAX_BYTES = 8 * 1024 * 1024;
const PAUSE_ABOVE = 32 * 1024 * 1024;

/** Figures for /metrics and the page. */
export interface WriterFigures {
  commits: number;
  tasks: number;
  /** Duration of the last commit in milliseconds. */
  lastCommitMs: number;
  /** Moving average of commit durations in milliseconds. */
  averageCommitMs: number;
}

export class Writer {
  readonly figures: WriterFigures = { commits: 0, tasks: 0, lastCommitMs: 0, averageCommitMs: 0 };
  private queue: WriteTask[] = [];
  private queuedBytes = 0;
  private scheduled = false;
  private closed = false;
  private waiting: (() => void)[] = [];

  /**
   * @param beforeCommit runs inside the transaction after the tasks (head of the chain)
   * @param afterCommit runs once the records are safe, before the answers
   * @param fatal called with the reason when a commit failed; must not return
   */
  constructor(
    private readonly db: DatabaseSync,
    private readonly beforeCommit: () => void,
    private readonly afterCommit: () => void,
    private readonly fatal: (error: Error) => never,
  ) {}

  /** Queues work for the next transaction. */
  enqueue(task: WriteTask): void {
    if (this.closed) throw new Error('the store is closed');
    this.queue.push(task);
    this.queuedBytes += task.size;
    this.schedule();
  }

  /** True when callers should stop reading their sockets for a moment. */
  get overloaded(): boolean {
    return this.queuedBytes > PAUSE_ABOVE;
  }

  /** Calls back once when the queue is short again. */
  whenReady(resume: () => void): void {
    this.waiting.push(resume);
  }

  /** Number of queued tasks. */
  get depth(): number {
    return this.queue.length;
  }

  private schedule(): void {
    if (this.scheduled || this.queue.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
      this.schedule();
    });
  }

  private take(): WriteTask[] {
    let bytes = 0;
    let count = 0;
    while (count < this.queue.length && count < MAX_TASKS && (count === 0 || bytes < MAX_BYTES))
      bytes += (this.queue[count++] as WriteTask).size;
    const batch = count === this.queue.length ? this.queue : this.queue.slice(0, count);
    this.queue = count === this.queue.length ? [] : this.queue.slice(count);
    this.queuedBytes -= bytes;
    return batch;
  }

  /** Writes one batch. */
  private flush(): void {
    const batch = this.take();
    if (batch.length === 0) return;
    try {
      this.db.exec('BEGIN IMMEDIATE');
      for (const task of batch) task.apply();
      this.beforeCommit();
      const before = performance.now();
      this.db.exec('COMMIT');
      this.measure(performance.now() - before, batch.length);
    } catch (error) {
      this.fatal(error as Error);
    }
    this.afterCommit();
    for (const task of batch) task.done();
    if (this.waiting.length > 0 && !this.overloaded) {
      const waiting = this.waiting;
      this.waiting = [];
      for (const resume of waiting) resume();
    }
  }

  private measure(ms: number, tasks: number): void {
    this.figures.commits++;
    this.figures.tasks += tasks;
    this.figures.lastCommitMs = ms;
    this.figures.averageCommitMs += (ms - this.figures.averageCommitMs) * (this.figures.commits === 1 ? 1 : 0.1);
  }

  /** Writes everything queued and takes no more. */
  close(): void {
    while (this.queue.length > 0) this.flush();
    this.closed = true;
  }
}
