import type { Recorded } from '@hoptac/kernel';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import { scopeOf } from './batch-scope';

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
 * Folds a batch in memory: rows that the processor does not remember are read once, what changed goes with the checkpoint in one statement. Rows travel as one
 * JSON array, so values must be JSON (text, number, boolean, null, arrays and objects for jsonb columns); instants and days as text.
 */
export async function applyRowFold<Row extends object, Tables>(
  definition: RowFold<Row>,
  events: readonly Recorded[],
  db: Transaction<Tables>,
): Promise<void> {
  const scope = scopeOf(db);
  const keyed = events.flatMap((recorded) => {
    const key = definition.keyOf(recorded);
    return key === undefined ? [] : [{ key, recorded }];
  });
  if (keyed.length === 0) return;
  const keys = [...new Set(keyed.map(({ key }) => key))];
  const table = scope.table(definition.table);
  const keyColumn = sql.ref(definition.key);
  const before = await scope.known(definition.table, keys, (missing) => ({
    query: sql<Row>`select * from ${table} where ${keyColumn} = any(${missing}::text[])`,
    entry: (row) => [String((row as Row)[definition.key]), { row }],
  }));
  const rows = new Map(keys.map((key) => [key, before.get(key)?.row as Row | undefined]));
  for (const { key, recorded } of keyed) rows.set(key, definition.fold(rows.get(key), recorded));
  const gone: string[] = [];
  const changed: Row[] = [];
  for (const [key, row] of rows) {
    const former = before.get(key)?.row;
    if (row === undefined && former !== undefined) gone.push(key);
    if (row !== undefined && row !== former) changed.push(row);
  }
  if (gone.length === 0 && changed.length === 0) return;
  await scope.write(
    definition.table,
    (name, guard) => {
      const parts = [
        ...(gone.length === 0
          ? []
          : [
              sql`${sql.raw(`${name}_gone`)} as (delete from ${table} where ${keyColumn} = any(${gone}::text[]) and ${guard})`,
            ]),
        ...(changed.length === 0 ? [] : [sql`${sql.raw(name)} as (${upsert(table, definition.key, changed, guard)})`]),
      ];
      return sql.join(parts, sql`, `);
    },
    new Map([...rows].map(([key, row]) => [key, { row }])),
  );
}

/** Inserts rows, or replaces all columns given of those whose key exists. A column missing in a row becomes null. */
export async function upsertRows<Row extends object, Tables>(
  db: Transaction<Tables>,
  table: string,
  key: keyof Row & string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const scope = scopeOf(db);
  await scope.write(
    table,
    (name, guard) => sql`${sql.raw(name)} as (${upsert(scope.table(table), key, rows, guard)})`,
    new Map(rows.map((row) => [String(row[key]), undefined])),
  );
}

/** Adds rows that never change, such as the lines of a timeline; one that is there already stays as it is. */
export async function appendRows<Tables>(
  db: Transaction<Tables>,
  table: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const scope = scopeOf(db);
  await scope.write(
    table,
    (name, guard) => sql`${sql.raw(name)} as (${insertion(scope.table(table), rows, guard)} on conflict do nothing)`,
    new Map(),
  );
}

function upsert<Row extends object>(
  table: RawBuilder<unknown>,
  key: keyof Row & string,
  rows: readonly Row[],
  guard: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const others = columnsOf(rows).filter((column) => column !== key);
  const onConflict =
    others.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}`;
  return sql`${insertion(table, rows, guard)} on conflict (${sql.ref(key)}) ${onConflict}`;
}

/** `insert … select …` of rows that travel as one parameter. */
export function insertion(
  table: RawBuilder<unknown>,
  rows: readonly object[],
  guard: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const list = sql.join(columnsOf(rows).map((column) => sql.ref(column)));
  return sql`insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}::json) where ${guard}`;
}

/** All columns that any of the rows names. */
export function columnsOf(rows: readonly object[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  // In one order, so that the same statement serves every batch.
  return [...columns].sort();
}
