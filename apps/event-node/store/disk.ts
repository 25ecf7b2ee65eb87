/**
 * Makes commits durable without holding up the thread that decodes and answers. SQLite writes the write-ahead log
 * (`synchronous=NORMAL`: no sync of its own per commit, but one before and after each checkpoint, so the file itself is
 * never ahead of the log), and we sync that log. What SQLite promises with `FULL` holds here as well: nothing is answered
 * or shown before the sync behind it has returned (ADR 0015).
 *
 * Where a sync takes less than waking another thread would, it is done at once; where it takes longer, beside this thread.
 *
 * The log is lengthened ahead of its use: a sync of a file that has grown must also write where its blocks lie, which
 * costs about three times a sync of blocks that are there. SQLite ends its log at the first frame that does not belong
 * to it, so zeros behind the end mean nothing.
 */
import { closeSync, fdatasync, fdatasyncSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const MIB = 1024 * 1024;
/** Length up to which the log is prepared: a little more than SQLite fills before it begins at the start again. */
const PREPARED = 20 * MIB;
/** It grows by so much when less than that is left unused. */
const STEP = 2 * MIB;
/** A sync that usually takes less than so many milliseconds is done at once. */
const QUICK_MS = 0.4;
/** Weight of the last sync in what is usual. */
const WEIGHT = 0.2;
/** Of so many syncs beside the thread one is done at once, to see whether the disk has become quick, … */
const TRY_EVERY = 100;
/** … unless they usually take longer than so many milliseconds. */
const TRY_BELOW_MS = 5;
const ZEROS = Buffer.alloc(STEP);
const NOTHING = Buffer.alloc(64);

export class Disk {
  private readonly log: number;
  private readonly probe = Buffer.alloc(NOTHING.length);
  private running = false;
  private ending = false;
  private closed = false;
  private length = 0;
  /** How long a sync usually takes (milliseconds); beside the thread, with the waking. */
  private usual = 0;
  private aside = 0;

  /**
   * Opens the write-ahead log beside `database` (which must be open in WAL mode) and makes durable what an earlier
   * process had written to it: after a kill it is there, but perhaps not on the disk yet, and readers will see it.
   */
  constructor(database: string) {
    this.log = openSync(`${database}-wal`, 'r+');
    this.prepare();
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

  /**
   * Everything written so far is durable when `done` is called, which may be before this returns; `done` gets the error
   * when that cannot be promised.
   */
  sync(done: (error: Error | null) => void): void {
    if (this.length < PREPARED) this.prepare();
    const began = performance.now();
    if (this.usual < QUICK_MS || (this.usual < TRY_BELOW_MS && ++this.aside % TRY_EVERY === 0)) {
      const error = this.atOnce();
      const took = performance.now() - began;
      if (this.usual >= QUICK_MS && took < QUICK_MS) this.usual = took;
      else this.learn(took);
      done(error);
      return;
    }
    this.running = true;
    fdatasync(this.log, (error) => {
      this.running = false;
      this.learn(performance.now() - began);
      if (this.closed) closeSync(this.log);
      else if (!this.ending) done(error);
    });
  }

  private atOnce(): Error | null {
    try {
      fdatasyncSync(this.log);
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  private learn(took: number): void {
    this.usual += (took - this.usual) * WEIGHT;
  }

  /** Lengthens the log when its last part is in use. SQLite writes on this thread too, so it writes nothing meanwhile. */
  private prepare(): void {
    this.length = fstatSync(this.log).size;
    if (this.length >= PREPARED) return;
    this.probe.fill(0);
    const there = readSync(this.log, this.probe, 0, this.probe.length, Math.max(0, this.length - STEP));
    if (there > 0 && this.probe.equals(NOTHING)) return;
    try {
      writeSync(this.log, ZEROS, 0, STEP, this.length);
      this.length += STEP;
    } catch {
      // A full disk is the business of the commit that needs the room, not of the one that only prepares it.
      this.length = PREPARED;
    }
  }

  /** The same at once, for the end: no `done` of an earlier `sync` is called any more. Throws when it fails. */
  syncAtOnce(): void {
    this.ending = true;
    fdatasyncSync(this.log);
  }

  /** Gives the file free. */
  close(): void {
    this.closed = true;
    // The thread that syncs still holds the number of the file; a closed number may soon belong to another one.
    if (!this.running) closeSync(this.log);
  }
}
