/** Verify: SQLite's own check, then every record against the checksum chain and against its own bytes. */
import type { DatabaseSync } from 'node:sqlite';
import { decodeRecordedEvent } from '../protocol/recorded-event.codec';
import { chainOf, CHAIN_START } from '../store/chain';

/** What a verification found. */
export interface Verification {
  ok: boolean;
  records: number;
  scavenged: number;
  head: number;
  /** The first thing that is wrong, for people. */
  problem: string | null;
  /** Position of the first damaged, missing or reordered record. */
  position: number | null;
}

interface Row {
  pos: number;
  rev: number;
  ts: number;
  chain: Uint8Array;
  bytes: Uint8Array;
  stream: string | null;
  type: string | null;
}

/** Checks a whole store; the database may be in use. Reads one consistent snapshot. */
export function verifyStore(db: DatabaseSync, progress: (records: number) => void = () => undefined): Verification {
  db.exec('BEGIN');
  try {
    return check(db, progress);
  } finally {
    db.exec('ROLLBACK');
  }
}

function check(db: DatabaseSync, progress: (records: number) => void): Verification {
  const head = db.prepare('SELECT pos, chain FROM head').get() as { pos: number; chain: Uint8Array } | undefined;
  const result: Verification = {
    ok: false,
    records: 0,
    scavenged: 0,
    head: head?.pos ?? 0,
    problem: null,
    position: null,
  };
  const bad = (problem: string, position: number | null): Verification => ({ ...result, problem, position });
  if (!head) return bad('the head of the log is missing', null);
  const ranges = new Map<number, { last: number; chain: Uint8Array }>();
  for (const row of db.prepare('SELECT first, last, chain FROM scavenged').iterate() as Iterable<{
    first: number;
    last: number;
    chain: Uint8Array;
  }>)
    ranges.set(row.first, row);
  let chain: Uint8Array = CHAIN_START;
  let position = 0;
  /** Passes over what a scavenge removed, which left its last link. */
  const skip = (): void => {
    for (let range = ranges.get(position + 1); range; range = ranges.get(position + 1)) {
      result.scavenged += range.last - position;
      position = range.last;
      chain = range.chain;
    }
  };
  const rows = db
    .prepare(
      `SELECT pos, rev, ts, chain, bytes, s.name AS stream, t.name AS type FROM records r
      LEFT JOIN streams s ON s.id = r.stream LEFT JOIN types t ON t.id = r.type ORDER BY pos`,
    )
    .iterate() as Iterable<unknown> as Iterable<Row>;
  try {
    for (const row of rows) {
      skip();
      if (row.pos !== position + 1)
        return bad(`record ${position + 1} is missing (the next one there is ${row.pos})`, position + 1);
      const expected = chainOf(chain, row.bytes);
      if (expected.compare(row.chain) !== 0)
        return bad(
          `record ${row.pos} (revision ${row.rev} of ${row.stream ?? '?'}) is damaged, or the record before it was changed`,
          row.pos,
        );
      const wrong = contradiction(row);
      if (wrong) return bad(`record ${row.pos}: ${wrong}`, row.pos);
      chain = expected;
      position = row.pos;
      if (++result.records % 100_000 === 0) progress(result.records);
    }
  } catch (error) {
    return bad(`the file is damaged behind record ${position}: ${(error as Error).message}`, position + 1);
  }
  skip();
  if (position !== head.pos)
    return bad(`record ${position + 1} and what follows is missing: the log must reach ${head.pos}`, position + 1);
  if (Buffer.from(head.chain).compare(chain) !== 0)
    return bad('the head of the chain does not belong to the last record', head.pos);
  const integrity = (db.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string }).integrity_check;
  if (integrity !== 'ok') return bad(`SQLite: ${integrity}`, null);
  return { ...result, ok: true };
}

/** Where the columns of a record do not say what its bytes say. */
function contradiction(row: Row): string | null {
  try {
    const event = decodeRecordedEvent(row.bytes);
    if (event.position !== row.pos) return `it says it is record ${event.position}`;
    if (event.stream !== row.stream) return `it belongs to ${event.stream}, not to ${row.stream}`;
    if (event.revision !== row.rev) return `its revision is ${event.revision}, not ${row.rev}`;
    if (event.type !== row.type) return `its type is ${event.type}, not ${row.type}`;
    return event.created === row.ts ? null : 'its time does not agree';
  } catch {
    return 'its bytes cannot be read';
  }
}
