import type { Recorded } from '@hoptac/kernel';
import { foldBatch, type Projection } from '@hoptac/projections';
import type { ReadDb } from '@hoptac/read-db';
import { sql } from 'kysely';

const BATCH = 500;
/** Enough to see what is wrong; the rest is counted. */
const SHOWN = 2;
/** Longest part of a row that is shown. */
const ROW_LENGTH = 160;

interface Compared {
  readonly rows: number;
  readonly differences: readonly string[];
}

/**
 * Folds the events anew into a schema of its own, compares every table row by row with the live one, drops it.
 * Projections fold batches of any size to the same rows, so the batch size used here does not matter; that is part of what is compared.
 */
export async function compareWithFreshFold(
  db: ReadDb,
  projection: Projection<never>,
  all: readonly Recorded[],
): Promise<Compared> {
  const live = await liveSchema(db, projection.name);
  if (live === undefined) return { rows: 0, differences: ['has no live build'] };
  const fresh = `ledger_${projection.name.replace(/[^a-z0-9]/g, '_')}`.slice(0, 60);
  const kysely = db.kysely<never>(fresh);
  await sql.raw(`drop schema if exists ${fresh} cascade`).execute(kysely);
  await sql.raw(`create schema ${fresh}`).execute(kysely);
  try {
    for (const statement of projection.createTables(fresh)) await sql.raw(statement).execute(kysely);
    const wanted = all.filter((recorded) => concerns(projection, recorded));
    for (let at = 0; at < wanted.length; at += BATCH)
      await foldBatch(db, fresh, projection, wanted.slice(at, at + BATCH));
    return await compareSchemas(db, live, fresh);
  } finally {
    await sql.raw(`drop schema if exists ${fresh} cascade`).execute(kysely);
    db.forget(fresh);
  }
}

/** What its processor would hand to it: its types, of its own streams where it follows streams whole. */
const concerns = ({ eventTypes, categories }: Projection<never>, { event, stream }: Recorded): boolean =>
  eventTypes.includes(event.type) &&
  (categories === undefined || categories.includes(stream.slice(0, stream.indexOf('-'))));

async function liveSchema(db: ReadDb, name: string): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ schema: string }>(
    `select schema_name as schema from projections.versions where name = $1 and state = 'live'`,
    [name],
  );
  return rows[0]?.schema;
}

async function compareSchemas(db: ReadDb, live: string, fresh: string): Promise<Compared> {
  const tables = await db.pool.query<{ table: string }>(
    `select table_name as table from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE' order by 1`,
    [fresh],
  );
  const differences: string[] = [];
  let rows = 0;
  for (const { table } of tables.rows) {
    const [inLive, inFresh] = await Promise.all([rowsOf(db, live, table), rowsOf(db, fresh, table)]);
    rows += inFresh.size;
    const missing = [...inFresh].filter((row) => !inLive.has(row));
    const extra = [...inLive].filter((row) => !inFresh.has(row));
    if (missing.length > 0) differences.push(`${table}: ${missing.length} rows are missing, e.g. ${shown(missing)}`);
    if (extra.length > 0) differences.push(`${table}: ${extra.length} rows are too many, e.g. ${shown(extra)}`);
  }
  return { rows, differences };
}

const shown = (rows: readonly string[]): string =>
  rows
    .slice(0, SHOWN)
    .map((row) => (row.length > ROW_LENGTH ? `${row.slice(0, ROW_LENGTH)}…` : row))
    .join(' ');

/** Rows as JSON text; a number that only counts rows as they came differs from build to build and is left out. */
async function rowsOf(db: ReadDb, schema: string, table: string): Promise<Set<string>> {
  const serial = await db.pool.query<{ column: string }>(
    `select column_name as column from information_schema.columns where table_schema = $1 and table_name = $2 and (is_identity = 'YES' or column_default like 'nextval%')`,
    [schema, table],
  );
  const without = serial.rows.map(({ column }) => ` - '${column}'`).join('');
  const { rows } = await db.pool.query<{ row: string }>(
    `select (to_jsonb(t)${without})::text as row from ${schema}.${table} t`,
  );
  return new Set(rows.map(({ row }) => row));
}
