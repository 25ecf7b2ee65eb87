import type { Recorded } from '@hoptac/kernel';
import { sql, type Transaction } from 'kysely';

/** How events become rows of one table, one row per key: pure, so that a batch is folded in memory and written at once. */
export interface RowFold<Row extends object> {
  readonly table: string;
  /** Primary key column. Its values are text. */
  readonly key: keyof Row & string;
  /** Key of the row that the event concerns; undefined when it concerns none. */
  keyOf(recorded: Recorded): string | undefined;
  /** The row after the event; undefined when there is none (any more). Never changes the row given. */
  fold(row: Row | undefined, recorded: Recorded): Row | undefined;
}

/**
 * Folds a batch with three statements whatever its size: reads the rows concerned, folds in memory, writes what changed. Rows travel as one JSON array, so
 * values must be JSON (text, number, boolean, null, arrays and objects for jsonb columns); instants and days as text.
 */
export async function applyRowFold<Row extends object, Tables>(
  definition: RowFold<Row>,
  events: readonly Recorded[],
  db: Transaction<Tables>,
): Promise<void> {
  const keyed = events.flatMap((recorded) => {
    const key = definition.keyOf(recorded);
    return key === undefined ? [] : [{ key, recorded }];
  });
  if (keyed.length === 0) return;
  const keys = [...new Set(keyed.map(({ key }) => key))];
  const table = sql.table(definition.table);
  const keyColumn = sql.ref(definition.key);
  const existing = await sql<Row>`select * from ${table} where ${keyColumn} = any(${keys}::text[])`.execute(db);
  const rows = new Map<string, Row | undefined>(existing.rows.map((row) => [String(row[definition.key]), row]));
  const before = new Map(rows);
  for (const { key, recorded } of keyed) rows.set(key, definition.fold(rows.get(key), recorded));
  const gone = keys.filter((key) => rows.get(key) === undefined && before.get(key) !== undefined);
  if (gone.length > 0) await sql`delete from ${table} where ${keyColumn} = any(${gone}::text[])`.execute(db);
  const changed = keys.flatMap((key) => {
    const row = rows.get(key);
    return row === undefined || row === before.get(key) ? [] : [row];
  });
  await upsertRows(db, definition.table, definition.key, changed);
}

/** Inserts rows, or replaces all columns given of those whose key exists, in one statement of one parameter. A column missing in a row becomes null. */
export async function upsertRows<Row extends object, Tables>(
  db: Transaction<Tables>,
  table: string,
  key: keyof Row & string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(rows);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const others = columns.filter((column) => column !== key);
  const onConflict =
    others.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}`;
  await sql`insert into ${sql.table(table)} (${list})
    select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${sql.ref(key)}) ${onConflict}`.execute(db);
}

/** All columns that any of the rows names. */
export function columnsOf(rows: readonly object[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}
