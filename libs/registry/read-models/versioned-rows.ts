import type { Recorded } from '@hoptac/kernel';
import { sql, type Transaction } from 'kysely';

/** Columns of every row that can be asked as of a position: it holds from `valid_from` up to, not including, `valid_to`. */
export interface Validity {
  readonly valid_from: number;
  readonly valid_to: number | null;
}

/** How one table of versions is folded: which row an event concerns, and what the row says afterwards. */
export interface VersionedFold<Row> {
  readonly table: string;
  idOf(event: Recorded): string;
  /** The row after the event; undefined when the event changes nothing here. */
  fold(before: Row | undefined, event: Recorded): Row | undefined;
}

const ROWS_PER_STATEMENT = 500;

/**
 * Folds a batch in memory and writes it with two statements: what ends, and what begins. Versions that begin and end within the batch are born closed.
 * Rows carry the revision of their stream, so that an event folded before is passed over.
 */
export async function applyVersions<Row extends { readonly id: string; readonly revision: number }>(
  db: Transaction<unknown>,
  { table, idOf, fold }: VersionedFold<Row>,
  events: readonly Recorded[],
): Promise<void> {
  const ids = [...new Set(events.map(idOf))];
  const name = sql.table(table);
  const { rows } = await sql<Row & Validity>`select * from ${name} where id = any(${ids}) and valid_to is null`.execute(
    db,
  );
  const present = new Map<string, { row: Row; from: number; stored: boolean }>(
    rows.map((row) => [row.id, { row, from: row.valid_from, stored: true }]),
  );
  const ends = new Map<string, number>();
  const begins: (Row & Validity)[] = [];
  for (const event of events) {
    const id = idOf(event);
    const before = present.get(id);
    if (before !== undefined && before.row.revision >= event.revision) continue;
    const row = fold(before?.row, event);
    if (row === undefined) continue;
    const from = Number(event.position.commit);
    if (before?.stored === true) ends.set(id, from);
    else if (before !== undefined) close(begins, id, from);
    present.set(id, { row, from, stored: false });
    begins.push({ ...row, valid_from: from, valid_to: null });
  }
  if (ends.size > 0) {
    await sql`update ${name} as t set valid_to = x.at
      from unnest(${[...ends.keys()]}::text[], ${[...ends.values()]}::bigint[]) as x (id, at)
      where t.id = x.id and t.valid_to is null`.execute(db);
  }
  await insertRows(db, table, begins);
}

/** Inserts rows of one shape, jsonb columns as JSON text. */
export async function insertRows(db: Transaction<unknown>, table: string, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const part = JSON.stringify(rows.slice(at, at + ROWS_PER_STATEMENT));
    const name = sql.table(table);
    await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${part}::jsonb)`.execute(db);
  }
}

function close<Row extends { readonly id: string }>(begins: (Row & Validity)[], id: string, at: number): void {
  const index = begins.findLastIndex((row) => row.id === id);
  const open = begins[index];
  if (open !== undefined) begins[index] = { ...open, valid_to: at };
}
