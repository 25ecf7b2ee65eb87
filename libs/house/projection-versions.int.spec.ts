import { EventSchemas } from '@hoptac/event-store';
import type { EventMetadata, Recorded } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import { foldBatch, type Projection } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { houseCatalogues, houseProjections } from '.';

jest.setTimeout(60_000);

/*
 * A projection whose fold or columns change gets a higher `version` (docs/conventions.md); otherwise data folders of before show rows that no fold of the
 * facts gives. What each version makes of the frozen samples is committed beside this file; HOPTAC_RECORD=1 records what is new, never what was changed
 * under an old number.
 */
const RECORD = join(__dirname, 'projection-rows.json');
const SCHEMA = 'projection_versions_spec';

interface Made {
  readonly version: number;
  /** Hash of its tables' columns and keys. */
  readonly columns: string;
  /** Hash of the rows that each fact makes, after the fact that opens its stream; by `Type.vN`. */
  readonly facts: Readonly<Record<string, string>>;
}
interface Recording {
  /** Every type of fact that existed when it was recorded. */
  readonly types: readonly string[];
  readonly projections: Readonly<Record<string, Made>>;
}

interface Sample {
  readonly key: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const metadata: EventMetadata = {
  ...{ schemaVersion: 1, occurredAt: '2026-08-03T02:00:00.000Z', correlationId: 'c-1', causationId: 'c-1' },
  ...{ commandId: 'c-1', recordedBy: { personId: 'account-1', role: 'officer', officeId: 'office-30760' } },
};
const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);

const types = houseCatalogues.flatMap(({ versions }) => Object.keys(versions)).sort();
const samples = frozenSamples();
const db = new ReadDb({ url: loadConfig().postgresUrl, applicationName: SCHEMA, maxConnections: 2 });

afterAll(async () => {
  await db.pool.query(`drop schema if exists ${SCHEMA} cascade`);
  await db.close();
});

/** Every sample of every version, upcast as a read would. */
function frozenSamples(): readonly Sample[] {
  const schemas = new EventSchemas(houseCatalogues);
  const libs = join(__dirname, '..');
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /__samples__\/\w+\.v\d+\.json$/.test(path),
  );
  return files.sort().map((path) => {
    const [type = '', version = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
    const data = JSON.parse(readFileSync(join(libs, path), 'utf8')) as Record<string, unknown>;
    return { key: `${type}.${version}`, type, data: schemas.upcast(type, Number(version.slice(1)), data) };
  });
}

async function madeBy(projection: Projection<never>): Promise<Made> {
  await db.pool.query(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}`);
  const kysely = db.kysely<Record<string, never>>(SCHEMA);
  for (const statement of projection.createTables(SCHEMA)) await sql.raw(statement).execute(kysely);
  const columns = await db.pool.query<{ table_name: string }>(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = $1 order by 1, 2`,
    [SCHEMA],
  );
  const tables = [...new Set(columns.rows.map(({ table_name: table }) => table))];
  const concerned = samples.filter(({ type }) => projection.eventTypes.includes(type));
  const category = projection.categories?.[0] ?? 'spec';
  const opening = projection.categories?.length === 1 ? concerned.find(opens(projection)) : undefined;
  const facts: Record<string, string> = {};
  for (const sample of concerned) {
    const told = opening === undefined || opening === sample ? [sample] : [opening, sample];
    await db.pool.query(`truncate ${tables.map((table) => `${SCHEMA}.${table}`).join(', ')}`);
    await foldBatch(
      db,
      SCHEMA,
      projection,
      told.map((one, revision) => recorded(`${category}-1`, one, revision)),
    );
    const rows: unknown[] = [];
    for (const table of tables) {
      const found = await db.pool.query<{ row: unknown }>(
        `select to_jsonb(t) as row from ${SCHEMA}.${table} t order by 1`,
      );
      rows.push([table, found.rows.map(({ row }) => row)]);
    }
    facts[sample.key] = hashOf(rows);
  }
  db.forget(SCHEMA);
  return { version: projection.version, columns: hashOf(columns.rows), facts };
}

/** The newest sample of the type that its definition names first. */
const opens =
  ({ eventTypes }: Projection<never>) =>
  ({ key, type }: Sample): boolean =>
    type === eventTypes[0] && !samples.some((other) => other.type === type && other.key > key);

const recorded = (stream: string, { key, type, data }: Sample, revision: number): Recorded => ({
  ...{ id: key, stream, revision, position: { commit: BigInt(revision + 1), prepare: BigInt(revision + 1) } },
  ...{ recordedAt: metadata.occurredAt, event: { type, data }, metadata },
});

/** Types of which a sample was folded when it was recorded; of the others nothing is known. */
const typesFolded = ({ types: existed, projections }: Recording): readonly string[] =>
  existed.filter((type) =>
    Object.values(projections).some(({ facts }) => Object.keys(facts).some((key) => key.startsWith(`${type}.`))),
  );

/** What differs although the version is that of before; facts of types that were not folded then may be new. */
function changes(before: Made, now: Made, known: readonly string[]): readonly string[] {
  if (now.version > before.version) return [];
  if (now.version < before.version) return [`version ${String(now.version)} after ${String(before.version)}`];
  const keys = [...new Set([...Object.keys(before.facts), ...Object.keys(now.facts)])];
  const differing = keys.filter((key) => {
    const [was, is] = [before.facts[key], now.facts[key]];
    const [type = ''] = key.split('.');
    // A type that did not exist has left no facts, one without a sample no rows to compare; a further version of a sample tells of facts that read as before.
    const isNew = was === undefined && (!known.includes(type) || `${type}.v1` in before.facts);
    return was !== is && !isNew;
  });
  return [...(before.columns === now.columns ? [] : ['columns']), ...differing.map((key) => `rows of ${key}`)];
}

it('raises the version of every projection whose columns or rows changed', async () => {
  const before = JSON.parse(readFileSync(RECORD, 'utf8')) as Recording;
  const made = new Map<string, Made>();
  for (const projection of houseProjections) made.set(projection.name, await madeBy(projection));
  const wrong = [...made].flatMap(([name, now]) => {
    const was = before.projections[name];
    if (was === undefined) return [];
    const found = changes(was, now, typesFolded(before));
    return found.length === 0
      ? []
      : [`${name} is still version ${String(now.version)}, but changed: ${found.join(', ')}. Raise its version.`];
  });
  expect(wrong).toEqual([]);
  const facts = [...made.values()].reduce((sum, one) => sum + Object.keys(one.facts).length, 0);
  expect(facts).toBeGreaterThan(100);
  if (process.env['HOPTAC_RECORD'] !== '1') return;
  const recording: Recording = { types, projections: Object.fromEntries([...made].sort()) };
  writeFileSync(RECORD, `${JSON.stringify(recording, undefined, 2)}\n`);
});
