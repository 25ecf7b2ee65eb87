import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LARGEST_BYTES = 10 * 1024 * 1024;
const KEPT_FILES = 3;
const TAIL_BYTES = 8 * 1024;

/** The log of one part: `<part>.log`, at most 10 MB, with the three before it as `<part>.log.1` … `.3`. */
export class RotatingLog {
  private handle: number;
  private size: number;
  private recent = Buffer.alloc(0);
  private broken = false;

  constructor(
    readonly file: string,
    private readonly largest = LARGEST_BYTES,
  ) {
    this.handle = openSync(file, 'a');
    this.size = fstatSync(this.handle).size;
  }

  write(chunk: Buffer): void {
    this.recent = Buffer.concat([this.recent, chunk]).subarray(-TAIL_BYTES);
    if (this.broken) return;
    try {
      if (this.size + chunk.length > this.largest) this.rotate();
      writeSync(this.handle, chunk);
      this.size += chunk.length;
    } catch {
      // A full disk must not take the launcher down: what the part says next is kept in memory alone.
      this.broken = true;
    }
  }

  /** The last lines, for a message about a part that ended. */
  tail(lines = 25): string {
    return this.recent.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** The last line that speaks of an error; the last line when none does. */
  lastComplaint(): string {
    const lines = this.tail(60).split('\n');
    return (lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '').trim();
  }

  close(): void {
    this.broken = true;
    closeSync(this.handle);
  }

  private rotate(): void {
    closeSync(this.handle);
    for (let age = KEPT_FILES - 1; age >= 0; age -= 1) {
      const from = age === 0 ? this.file : `${this.file}.${String(age)}`;
      if (existsSync(from)) renameSync(from, `${this.file}.${String(age + 1)}`);
    }
    this.handle = openSync(this.file, 'a');
    this.size = 0;
  }
}
