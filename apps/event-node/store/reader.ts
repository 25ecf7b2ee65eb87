/**
 * Reading records: by stream, by position, both directions, in bounded portions, and nothing behind a given position:
 * what is written and not yet durable is nobody's business but the writer's.
 *
 * A portion is read in two steps: first what describes the records, with their sizes, then the bytes of as many of them
 * as fit, joined by SQLite into one blob. Each blob handed to JavaScript costs more than everything else about a row,
 * so one for the whole portion halves the price; and the sizes bound the memory before it is taken.
 */
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
type Described = [pos: number, stream: number, rev: number, type: number, ts: number, size: number];

/** A portion ends when it holds this many bytes, whatever the count; bounds memory with large events. */
const PORTION_BYTES = 256 * 1024;

const COLUMNS = 'pos, stream, rev, type, ts, bytes';

/** One way through the log. */
class Path {
  private readonly describe: StatementSync;
  private readonly join: StatementSync;

  constructor(
    db: DatabaseSync,
    private readonly last: () => number,
    condition: string,
    order: string,
  ) {
    const rest = `FROM records WHERE ${condition} AND pos <= ? ORDER BY ${order} LIMIT ?`;
    this.describe = arrays(db, `SELECT pos, stream, rev, type, ts, length(bytes) ${rest}`);
    this.join = arrays(db, `SELECT CAST(group_concat(bytes, '') AS BLOB) FROM (SELECT bytes ${rest})`);
  }

  /** The next records, at most `limit` and at most a portion of bytes (but always one). */
  read(limit: number, ...from: number[]): StoredRecord[] {
    const last = this.last();
    const rows = this.describe.all(...from, last, limit) as unknown as Described[];
    let size = 0;
    let count = 0;
    while (count < rows.length && (count === 0 || size < PORTION_BYTES)) size += (rows[count++] as Described)[5];
    if (count === 0) return [];
    const [joined] = this.join.get(...from, last, count) as unknown as [Uint8Array];
    // Both steps run in one turn on the only connection that writes, so nothing can come between them.
    if (joined.length !== size) throw new Error(`${joined.length} bytes where ${size} were announced`);
    const records = new Array<StoredRecord>(count);
    let offset = 0;
    for (let n = 0; n < count; n++) {
      const row = rows[n] as Described;
      records[n] = {
        pos: row[0],
        stream: row[1],
        rev: row[2],
        type: row[3],
        ts: row[4],
        bytes: joined.subarray(offset, offset + row[5]),
      };
      offset += row[5];
    }
    return records;
  }
}

export class Reader {
  private readonly streamForward: Path;
  private readonly streamBackward: Path;
  private readonly allForward: Path;
  private readonly allBackward: Path;
  private readonly keysForward: StatementSync;
  private readonly keysBackward: StatementSync;
  private readonly one: StatementSync;
  private readonly byRevision: StatementSync;
  private readonly idAt: StatementSync;

  /** @param last position of the last record that may be seen */
  constructor(
    db: DatabaseSync,
    private readonly last: () => number,
  ) {
    this.streamForward = new Path(db, last, 'stream = ? AND rev >= ?', 'rev');
    this.streamBackward = new Path(db, last, 'stream = ? AND rev <= ?', 'rev DESC');
    this.allForward = new Path(db, last, 'pos > ?', 'pos');
    this.allBackward = new Path(db, last, 'pos < ?', 'pos DESC');
    this.keysForward = arrays(
      db,
      'SELECT pos, stream, type FROM records WHERE pos > ? AND pos <= ? ORDER BY pos LIMIT ?',
    );
    this.keysBackward = arrays(
      db,
      'SELECT pos, stream, type FROM records WHERE pos < ? AND pos <= ? ORDER BY pos DESC LIMIT ?',
    );
    this.one = arrays(db, `SELECT ${COLUMNS} FROM records WHERE pos = ? AND pos <= ?`);
    this.byRevision = arrays(db, `SELECT ${COLUMNS} FROM records WHERE stream = ? AND rev = ? AND pos <= ?`);
    this.idAt = db.prepare(
      'SELECT pos, substr(bytes, 1, 40) AS head FROM records WHERE stream = ? AND rev = ? AND pos <= ?',
    );
  }

  /** Events of a stream from a revision upwards. */
  forward(stream: number, from: number, limit: number): StoredRecord[] {
    return this.streamForward.read(limit, stream, from);
  }

  /** Events of a stream from a revision downwards. */
  backward(stream: number, from: number, limit: number): StoredRecord[] {
    return this.streamBackward.read(limit, stream, from);
  }

  /** Records after a position, upwards. */
  after(position: number, limit: number): StoredRecord[] {
    return this.allForward.read(limit, position);
  }

  /** Records before a position, downwards. */
  before(position: number, limit: number): StoredRecord[] {
    return this.allBackward.read(limit, position);
  }

  /** Only position, stream and type, for filters that let little through. */
  keys(position: number, limit: number, backwards: boolean): RecordKey[] {
    const rows = (backwards ? this.keysBackward : this.keysForward).all(position, this.last(), limit) as unknown as [
      number,
      number,
      number,
    ][];
    return rows.map((row) => ({ pos: row[0], stream: row[1], type: row[2] }));
  }

  /** The record at a position. */
  at(position: number): StoredRecord | null {
    const row = this.one.get(position, this.last()) as unknown as Row | undefined;
    return row ? record(row) : null;
  }

  /** The event of a stream at a revision. */
  event(stream: number, revision: number): StoredRecord | null {
    if (revision > MAX_REVISION) return null;
    const row = this.byRevision.get(stream, revision, this.last()) as unknown as Row | undefined;
    return row ? record(row) : null;
  }

  /** Id and position of an event, without its data. */
  idOf(stream: number, revision: number): { id: string; pos: number } | null {
    const row = this.idAt.get(stream, revision, this.last()) as { pos: number; head: Uint8Array } | undefined;
    return row ? { id: idOf(row.head), pos: row.pos } : null;
  }
}

function arrays(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

function record(row: Row): StoredRecord {
  return { pos: row[0], stream: row[1], rev: row[2], type: row[3], ts: row[4], bytes: row[5] };
}
