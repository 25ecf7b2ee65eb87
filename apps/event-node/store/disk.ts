/**
 * Makes commits durable without holding up the thread that decodes and answers. SQLite writes the write-ahead log
 * (`synchronous=NORMAL`: no sync of its own per commit, but one before and after each checkpoint, so the file itself is
 * never ahead of the log), and we sync that log in the background. What SQLite promises with `FULL` holds here as well,
 * only later in the same turn: nothing is answered or shown before the sync behind it has returned (ADR 0015).
 */
import { closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export class Disk {
  private readonly log: number;
  private running = false;
  private closed = false;

  /**
   * Opens the write-ahead log beside `database` (which must be open in WAL mode) and makes durable what an earlier
   * process had written to it: after a kill it is there, but perhaps not on the disk yet, and readers will see it.
   */
  constructor(database: string) {
    this.log = openSync(`${database}-wal`, 'r+');
    fdatasyncSync(this.log);
    const folder = openSync(dirname(database), 'r');
    // A new file is only there after a power cut when its folder was synced too.
    fsyncSync(folder);
    closeSync(folder);
  }

  /** True while a sync is under way; there is never more than one. */
  get busy(): boolean {
    return this.running;
  }

  /** Everything written so far is durable when `done` is called; `done` gets the error when that cannot be promised. */
  sync(done: (error: Error | null) => void): void {
    this.running = true;
    fdatasync(this.log, (error) => {
      this.running = false;
      if (this.closed) closeSync(this.log);
      else done(error);
    });
  }

  /** The same at once, for the end: no `done` of an earlier `sync` is called any more. Throws when it fails. */
  close(): void {
    this.closed = true;
    fdatasyncSync(this.log);
    // The thread that syncs still holds the number of the file; a closed number may soon belong to another one.
    if (!this.running) closeSync(this.log);
  }
}
