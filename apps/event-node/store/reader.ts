/** Reading records: by stream, by position, both directions, in bounded portions. Committed data only. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { idOf } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import type { StoredRecord } from './tail';

/** A record without its bytes: what filters need. */
export interface RecordKey {
  pos: number;
  stream: number;
  type: number;
}

type Row = [pos: number, stream: number, rev: number, type: number, ts: number, bytes: Uint8Array];

/** A portion ends when it holds this many bytes, whatever the count; bounds memory with large events. */
export const PORTION_BYTES = 256 * 1024;

const COLUMNS = 'pos, stream, rev, type, ts, bytes';

export class Reader {
  private readonly streamForward: StatementSync;
  private readonly streamBackward: StatementSync;
  private readonly allForward: StatementSync;
  private readonly allBackward: StatementSync;
  private readonly keysForward: StatementSync;
  private readonly keysBackward: StatementSync;
  private readonly one: StatementSync;
  private readonly byRevision: StatementSync;
  private readonly idAt: StatementSync;

  constructor(db: DatabaseSync) {
    const rows = (sql: string): StatementSync => {
      const statement = db.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.streamForward = rows(`SELECT ${COLUMNS} FROM records WHERE stream = ? AND rev >= ? ORDER BY rev LIMIT ?`);
    this.streamBackward = rows(`SELECT ${COLUMNS} FROM records WHERE stream = ? AND rev <= ? ORDER BY rev DESC LIMIT ?`);
    this.allForward = rows(`SELECT ${COLUMNS} FROM records WHERE pos > ? ORDER BY pos LIMIT ?`);
    this.allBackward = rows(`SELECT ${COLUMNS} FROM records WHERE pos < ? ORDER BY pos DESC LIMIT ?`);
    this.keysForward = rows('SELECT pos, stream, type FROM records WHERE pos > ? ORDER BY pos LIMIT ?');
    this.keysBackward = rows('SELECT pos, stream, type FROM records WHERE pos < ? ORDER BY pos DESC LIMIT ?');
    this.one = rows(`SELECT ${COLUMNS} FROM records WHERE pos = ?`);
    this.byRevision = rows(`SELECT ${COLUMNS} FROM records WHERE stream = ? AND rev = ?`);
    this.idAt = db.prepare('SELECT pos, substr(bytes, 1, 40) AS head FROM records WHERE stream = ? AND rev = ?');
  }

  /** Events of a stream from a revision upwards. */
  forward(stream: number, from: number, limit: number): StoredRecord[] {
    return collect(this.streamForward.iterate(stream, from, limit) as Iterable<unknown> as Iterable<Row>);
  }

  /** Events of a stream from a revision downwards. */
  backward(stream: number, from: number, limit: number): StoredRecord[] {
    return collect(this.streamBackward.iterate(stream, from, limit) as Iterable<unknown> as Iterable<Row>);
  }

  /** Records after a position, upwards. */
  after(position: number, limit: number): StoredRecord[] {
    return collect(this.allForward.iterate(position, limit) as Iterable<unknown> as Iterable<Row>);
  }

  /** Records before a position, downwards. */
  before(position: number, limit: number): StoredRecord[] {
    return collect(this.allBackward.iterate(position, limit) as Iterable<unknown> as Iterable<Row>);
  }

  /** Only position, stream and type, for filters that let little through. */
  keys(position: number, limit: number, backwards: boolean): RecordKey[] {
    const rows = (backwards ? this.keysBackward : this.keysForward).all(position, limit) as unknown as [number, number, number][];
    return rows.map((row) => ({ pos: row[0], stream: row[1], type: row[2] }));
  }

  /** The record at a position. */
  at(position: number): StoredRecord | null {
    const row = this.one.get(position) as unknown as Row | undefined;
    return row ? record(row) : null;
  }

  /** The event of a stream at a revision. */
  event(stream: number, revision: number): StoredRecord | null {
    if (revision > MAX_REVISION) return null;
    const row = this.byRevision.get(stream, revision) as unknown as Row | undefined;
    return row ? record(row) : null;
  }

  /** Id and position of an event, without its data. */
  idOf(stream: number, revision: number): { id: string; pos: number } | null {
    const row = this.idAt.get(stream, revision) as { pos: number; head: Uint8Array } | undefined;
    return row ? { id: idOf(row.head), pos: row.pos } : null;
  }
}

function record(row: Row): StoredRecord {
  return { pos: row[0], stream: row[1], rev: row[2], type: row[3], ts: row[4], bytes: row[5] };
}

function collect(rows: Iterable<Row>): StoredRecord[] {
  const records: StoredRecord[] = [];
  let bytes = 0;
  for (const row of rows) {
    records.push(record(row));
    bytes += row[5].length;
    // Leaving the loop closes the statement, so nothing stays open between portions.
    if (bytes > PORTION_BYTES) break;
  }
  return records;
}
