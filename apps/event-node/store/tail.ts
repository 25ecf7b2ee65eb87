/** The last committed records in memory, shared by all live subscriptions; bounded in number and bytes. */

/** A record as the store holds it. */
export interface StoredRecord {
  pos: number;
  stream: number;
  rev: number;
  type: number;
  /** Milliseconds since 1970, UTC. */
  ts: number;
  bytes: Uint8Array;
}

const PORTION_BYTES = 256 * 1024;
const MAX_RECORDS = 32_768;
const MAX_BYTES = 32 * 1024 * 1024;

export class Tail {
  private records: StoredRecord[] = [];
  private start = 0;
  private size = 0;

  /** Adds the records of a commit, in order. */
  push(records: readonly StoredRecord[]): void {
    for (const record of records) {
      this.records.push(record);
      this.size += record.bytes.length;
    }
    while (
      this.start < this.records.length &&
      (this.records.length - this.start > MAX_RECORDS || this.size > MAX_BYTES)
    ) {
      this.size -= (this.records[this.start] as StoredRecord).bytes.length;
      this.start++;
    }
    // Cutting the array now and then is cheaper than shifting it each time.
    if (this.start > MAX_RECORDS) {
      this.records = this.records.slice(this.start);
      this.start = 0;
    }
  }

  /**
   * Up to `limit` records directly after `position`; null when the tail does not reach back so far and the store has
   * to be asked.
   */
  after(position: number, limit: number): StoredRecord[] | null {
    const first = this.records[this.start];
    if (!first || position + 1 < first.pos) return null;
    // Positions have no holes in the tail, so the index follows from the position.
    const index = this.start + (position + 1 - first.pos);
    const found: StoredRecord[] = [];
    let bytes = 0;
    for (let i = index; i < this.records.length && found.length < limit && bytes <= PORTION_BYTES; i++) {
      const record = this.records[i] as StoredRecord;
      found.push(record);
      bytes += record.bytes.length;
    }
    return found;
  }

  /** Forgets everything (a scavenge made holes). */
  clear(): void {
    this.records = [];
    this.start = 0;
    this.size = 0;
  }
}
