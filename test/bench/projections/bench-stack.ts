import type { EventStore } from '@hoptac/event-store';
import type { DomainEvent, Recorded } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import {
  applyRowFold,
  applyVersionedFold,
  Projector,
  ReadModels,
  VERSIONED_COLUMNS_SQL,
  versionedIndexesSql,
  type ProjectorOptions,
  type Projection,
} from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export type { Figure } from '../bench.types';

export interface BenchCase {
  readonly id: string;
  readonly status: string;
  readonly steps: number;
  readonly total: number;
  readonly changed_at: string;
  readonly holder: string | null;
}

/** A case's life: opened, three steps, closed; each with some 150 bytes of data. */
export const STEPS_OF_A_CASE = 5;
export const stepOf = (step: number): DomainEvent => ({
  type: step === 0 ? 'BenchCaseOpened' : step === STEPS_OF_A_CASE - 1 ? 'BenchCaseClosed' : 'BenchCaseStepped',
  data: {
    step,
    amount: 1_000_000 * (step + 1),
    holder: 'officer-17',
    remark: 'Thành viên góp vốn đợt một, đủ hồ sơ theo quy định',
  },
});
export const BENCH_TYPES = { BenchCaseOpened: 1, BenchCaseStepped: 1, BenchCaseClosed: 1 };

const fold = (before: BenchCase | undefined, { stream, event, metadata }: Recorded): BenchCase => {
  const { amount, holder } = event.data as { amount: number; holder: string };
  return {
    id: stream,
    status: event.type,
    steps: (before?.steps ?? 0) + 1,
    total: (before?.total ?? 0) + amount,
    changed_at: metadata.occurredAt,
    holder: event.type === 'BenchCaseClosed' ? null : holder,
  };
};
const columns =
  'id text not null, status text not null, steps int not null, total int8 not null, changed_at timestamptz not null, holder text';
const common = { version: 1, eventTypes: Object.keys(BENCH_TYPES) };
const rows = { table: 'cases', key: 'id' as const, keyOf: ({ stream }: Recorded) => stream, fold };

/** A list of cases as the house has them; `category` keeps runs apart in a shared store. */
export const listOf = (category: string): Projection<{ cases: BenchCase }> => ({
  ...common,
  name: `bench.list-${randomUUID().slice(0, 8)}`,
  categories: [category],
  createTables: () => [
    `create table cases (${columns}, primary key (id))`,
    'create index on cases (holder, changed_at)',
  ],
  apply: (events, db) => applyRowFold(rows, events, db),
});

/** The same list, able to answer as of any position. */
export const historyOf = (category: string): Projection<{ cases: BenchCase }> => ({
  ...common,
  name: `bench.history-${randomUUID().slice(0, 8)}`,
  categories: [category],
  createTables: () => [
    `create table cases (${columns}, ${VERSIONED_COLUMNS_SQL})`,
    ...versionedIndexesSql('cases', 'id'),
  ],
  apply: (events, db) => applyVersionedFold(rows, events, db),
});

/** A database of the bench's own on the running PostgreSQL; dropped afterwards. */
export async function withBenchDatabase<R>(work: (db: ReadDb, models: ReadModels) => Promise<R>): Promise<R> {
  const admin = loadConfig().postgresUrl;
  const database = `bench_${randomUUID().slice(0, 8)}`;
  await onServer(admin, `create database ${database}`);
  const url = Object.assign(new URL(admin), { pathname: `/${database}` }).toString();
  // As the projector has them.
  const settings = { statementTimeoutMs: 60_000, durableCommits: false, alwaysByIndex: true };
  const db = new ReadDb({ url, applicationName: 'bench', ...settings });
  const models = new ReadModels(db);
  try {
    return await work(db, models);
  } finally {
    await models.close();
    await db.close();
    await onServer(admin, `drop database ${database} with (force)`);
  }
}

/** Runs a projector over the projection while the work goes on. */
export async function projecting<R>(
  projection: Projection<{ cases: BenchCase }>,
  store: EventStore,
  db: ReadDb,
  work: () => Promise<R>,
  options: ProjectorOptions = {},
): Promise<R> {
  const projector = new Projector([projection], store, db, { beatMs: 50, ...options });
  projector.start();
  try {
    return await work();
  } finally {
    await projector.stop();
  }
}

/** Seconds until the build has considered `count` events, from its first batch's beginning as good as it shows. */
export async function secondsToBuild(models: ReadModels, name: string, count: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const status = (await models.status()).find((one) => one.name === name);
    if (status?.stoppedAt) throw new Error(`stopped: ${status.stoppedAt.reason}`);
    if (status?.live === true && status.considered >= count) return (performance.now() - started) / 1000;
    if (performance.now() - started > 300_000) throw new Error(`${name} was not built within five minutes`);
    await sleep(20);
  }
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
