import type { Recorded } from '@hoptac/kernel';
import { sql, type Expression, type SqlBool, type Transaction } from 'kysely';
import { columnsOf, type RowFold } from './row-fold';

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
  const table = sql.table(definition.table);
  const keyColumn = sql.ref(definition.key);
  const open = await sql<
    Row & Versioned
  >`select * from ${table} where ${keyColumn} = any(${keys}::text[]) and valid_to is null`.execute(db);
  const histories = new Map(
    open.rows.map(({ valid_from: from, ...row }) => {
      const current = withoutEnd(row) as Row;
      return [String(current[definition.key]), new History<Row>(current, from)];
    }),
  );
  for (const { key, recorded } of keyed) {
    const history = histories.get(key) ?? new History<Row>(undefined, undefined);
    histories.set(key, history);
    history.move(definition.fold(history.current, recorded), Number(recorded.position.commit));
  }
  const closed = [...histories].flatMap(([key, { closesStoredAt }]) =>
    closesStoredAt === undefined ? [] : [{ key, at: closesStoredAt }],
  );
  if (closed.length > 0) {
    await sql`update ${table} set valid_to = closed.at
      from unnest(${closed.map(({ key }) => key)}::text[], ${closed.map(({ at }) => at)}::int8[]) as closed(key, at)
      where ${keyColumn} = closed.key and valid_to is null`.execute(db);
  }
  const born = [...histories.values()].flatMap((history) => history.born());
  const columns = columnsOf(born);
  if (columns.length === 0) return;
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${table} (${list})
    select ${list} from json_populate_recordset(null::${table}, ${JSON.stringify(born)}::json)`.execute(db);
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
