import type { Recorded } from '@hoptac/kernel';
import { sql, type Expression, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import { scopeOf } from './batch-scope';
import { insertion, type RowFold } from './row-fold';
import type { Known } from './row-memory';

/** Columns of a table that can be asked as of any position: a row holds from `valid_from` until before `valid_to` (null: still). Commit positions. */
export interface Versioned {
  readonly valid_from: number;
  readonly valid_to: number | null;
}

/** DDL of the two columns, inside `create table`. */
export const VERSIONED_COLUMNS_SQL = 'valid_from int8 not null, valid_to int8';

/** Indexes of a versioned table: one open row per key, and the rows of a key in order. Not to be combined with a primary key on `key` alone. */
export const versionedIndexesSql = (table: string, key: string): readonly string[] => [
  `create unique index ${table}_open on ${table} (${key}) where valid_to is null`,
  `create unique index ${table}_versions on ${table} (${key}, valid_from)`,
  `create index ${table}_validity on ${table} (valid_from, valid_to)`,
];

/**
 * The rows that held at a position (`where(asOf(position))`); without one, those that hold now. `table` prefixes the columns where a join needs it.
 */
export function asOf(position: bigint | undefined, table?: string): Expression<SqlBool> {
  const from = sql.ref(table === undefined ? 'valid_from' : `${table}.valid_from`);
  const to = sql.ref(table === undefined ? 'valid_to' : `${table}.valid_to`);
  if (position === undefined) return sql<SqlBool>`${to} is null`;
  const at = position.toString();
  return sql<SqlBool>`${from} <= ${at}::int8 and (${to} is null or ${to} > ${at}::int8)`;
}

/**
 * As `applyRowFold`, keeping every former row: the open row of a key is closed at the event's position and a new one opened. Rows that open and close within
 * the batch are born closed. `Row` is the row without the two columns.
 */
export async function applyVersionedFold<Row extends object, Tables>(
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
  const scope = scopeOf(db);
  const table = scope.table(definition.table);
  const keyColumn = sql.ref(definition.key);
  const open = await scope.known(definition.table, keys, (missing) => ({
    query: sql<object>`select * from ${table} where ${keyColumn} = any(${missing}::text[]) and valid_to is null`,
    entry: (stored) => {
      const { valid_from: since, ...row } = stored as Row & Versioned;
      const current = withoutEnd(row) as Row;
      return [String(current[definition.key]), { row: current, since }];
    },
  }));
  const histories = new Map(
    keys.map((key) => [key, new History<Row>(open.get(key)?.row as Row | undefined, open.get(key)?.since)]),
  );
  for (const { key, recorded } of keyed) {
    const history = histories.get(key);
    history?.move(definition.fold(history.current, recorded), Number(recorded.position.commit));
  }
  const closed = [...histories].flatMap(([key, { closesStoredAt }]) =>
    closesStoredAt === undefined ? [] : [{ key, at: closesStoredAt }],
  );
  const born = [...histories.values()].flatMap((history) => history.born());
  if (closed.length === 0 && born.length === 0) return;
  await scope.write(
    definition.table,
    (name, guard) => {
      const ends = sql.raw(`${name}_ends`);
      const parts: RawBuilder<unknown>[] = [];
      if (closed.length > 0) {
        const ending = JSON.stringify(Object.fromEntries(closed.map(({ key, at }) => [key, at])));
        parts.push(sql`${ends} as (update ${table} set valid_to = (${ending}::jsonb ->> ${keyColumn})::int8
          where ${keyColumn} = any(${closed.map(({ key }) => key)}::text[]) and valid_to is null and ${guard} returning 1)`);
      }
      if (born.length > 0) {
        // Counted, so that the old rows are closed before the new ones open: one open row per key.
        const after = closed.length > 0 ? sql`${guard} and (select count(*) from ${ends}) >= 0` : guard;
        parts.push(sql`${sql.raw(name)} as (${insertion(table, born, after)})`);
      }
      return sql.join(parts, sql`, `);
    },
    new Map([...histories].map(([key, history]) => [key, history.known()])),
  );
}

/** The row as its fold knows it. */
function withoutEnd(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'valid_to'));
}

/** One key's rows within a batch. */
class History<Row extends object> {
  /** Where the row that lies in the table ends; undefined while it stays open. */
  closesStoredAt: number | undefined;
  private readonly rows: (Row & Versioned)[] = [];

  constructor(
    public current: Row | undefined,
    private since: number | undefined,
    private stored = current !== undefined,
  ) {}

  move(next: Row | undefined, at: number): void {
    if (next === this.current) return;
    this.close(at);
    this.current = next;
    this.since = at;
    this.stored = false;
  }

  known(): Known {
    return this.current === undefined || this.since === undefined
      ? { row: undefined }
      : { row: this.current, since: this.since };
  }

  born(): (Row & Versioned)[] {
    const last =
      this.current !== undefined && !this.stored && this.since !== undefined
        ? [{ ...this.current, valid_from: this.since, valid_to: null }]
        : [];
    return [...this.rows, ...last];
  }

  private close(at: number): void {
    if (this.current === undefined || this.since === undefined) return;
    if (this.stored) this.closesStoredAt = at;
    // Two facts of one position: nobody can ever look between them.
    else if (this.since < at) this.rows.push({ ...this.current, valid_from: this.since, valid_to: at });
  }
}
