/**
 * The single writer: a queue, one transaction for all that waits (group commit), and one sync for the transactions
 * since the last. While a sync runs, requests are decoded, answers sent and the next batch gathers; there are no timers.
 * Checks see everything written before them, also in the same batch and before it was synced. Nobody is answered and
 * nobody sees a record before it is durable. A failed commit or sync ends the process: what memory holds is then ahead
 * of the disk, and a repetition in the blind could write twice.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Disk } from './disk';

/** One piece of work inside the transaction; what it returns runs after the commit. */
export interface WriteTask {
  /** Approximate size in bytes, for the bounds. */
  size: number;
  /** Runs inside the transaction. */
  apply(): void;
  /** Runs once it is durable. */
  done(): void;
}

/** A transaction that is written and not yet durable. */
interface Group {
  tasks: WriteTask[];
  /** Tells what the transaction brought; runs before the answers. */
  publish: () => void;
  began: number;
}

const MAX_TASKS = 2048;
const MAX_BYTES = 8 * 1024 * 1024;
const PAUSE_ABOVE = 32 * 1024 * 1024;
/** So many waiting tasks are written while the sync before them still runs; fewer wait for its end, to share a transaction. */
const EAGER_TASKS = 16;

/** Figures for /metrics and the page. */
export interface WriterFigures {
  commits: number;
  tasks: number;
  /** Duration of the last commit in milliseconds, its sync included. */
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
  /** Transactions under the sync that runs, and the one written since it began. */
  private syncing: Group[] = [];
  private written: Group | null = null;

  /**
   * @param seal runs inside the transaction after the tasks (head of the chain); what it returns runs when the
   * transaction is durable, before its answers
   * @param fatal called with the reason when a commit failed; must not return
   */
  constructor(
    private readonly db: DatabaseSync,
    private readonly disk: Disk,
    private readonly seal: () => () => void,
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

  /** True when a batch should be written now: nothing is being synced, or enough waits to be worth a transaction. */
  private get due(): boolean {
    if (this.queue.length === 0) return false;
    return !this.disk.busy || (this.written === null && this.queue.length >= EAGER_TASKS);
  }

  private schedule(): void {
    if (this.scheduled || !this.due) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (!this.due) return;
      this.write();
      this.sync();
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

  /** Writes one batch; it is in the log of SQLite then, and not yet durable. */
  private write(): void {
    const tasks = this.take();
    const began = performance.now();
    try {
      this.db.exec('BEGIN IMMEDIATE');
      for (const task of tasks) task.apply();
      const publish = this.seal();
      this.db.exec('COMMIT');
      this.written = { tasks, publish, began };
    } catch (error) {
      this.fatal(error as Error);
    }
  }

  /** Makes durable what was written since the last sync began. */
  private sync(): void {
    if (this.disk.busy || !this.written) return;
    this.syncing = [this.written];
    this.written = null;
    this.disk.sync((error) => {
      if (error) this.fatal(error);
      const groups = this.syncing;
      this.syncing = [];
      // In their order: the next sync may be done at once, and its group must not be published before these.
      for (const group of groups) this.finish(group);
      this.sync();
      this.resume();
      this.schedule();
    });
  }

  private finish(group: Group): void {
    this.measure(performance.now() - group.began, group.tasks.length);
    group.publish();
    for (const task of group.tasks) task.done();
  }

  private resume(): void {
    if (this.waiting.length === 0 || this.overloaded) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }

  private measure(ms: number, tasks: number): void {
    this.figures.commits++;
    this.figures.tasks += tasks;
    this.figures.lastCommitMs = ms;
    this.figures.averageCommitMs += (ms - this.figures.averageCommitMs) * (this.figures.commits === 1 ? 1 : 0.1);
  }

  /** Writes everything queued, makes it durable, answers, and takes no more. */
  close(): void {
    // An answer may have led to another write, which belongs to the end as well.
    do {
      const groups = this.syncing;
      if (this.written) groups.push(this.written);
      while (this.queue.length > 0) {
        this.write();
        if (this.written) groups.push(this.written);
      }
      this.syncing = [];
      this.written = null;
      try {
        this.disk.syncAtOnce();
      } catch (error) {
        this.fatal(error as Error);
      }
      for (const group of groups) this.finish(group);
    } while (this.queue.length > 0);
    this.closed = true;
    this.disk.close();
  }
}
