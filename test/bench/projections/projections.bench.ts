import { EventStoreDbStore } from '@hoptac/event-store';
import type { Instant } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import type { Projection } from '@hoptac/projections';
import { ListStore } from '@hoptac/projections/testing';
import type { ReadDb } from '@hoptac/read-db';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Figure } from '../bench.types';
import {
  BENCH_TYPES,
  historyOf,
  listOf,
  percentile,
  projecting,
  secondsToBuild,
  stepOf,
  STEPS_OF_A_CASE,
  withBenchDatabase,
  type BenchCase,
} from './bench-stack';

const EVENTS = 100_000;
const REBUILD_BUDGET = 20_000;
const CASES_AT_ONCE = 200;

type Make = (category: string) => Projection<{ cases: BenchCase }>;

/** Rows per second that PostgreSQL takes when nothing is folded: the ceiling of any projection here. */
async function bareInserts(db: ReadDb, count: number): Promise<number> {
  await db.ensureSchema('bare', [
    'create table cases (id text primary key, status text, steps int, total int8, changed_at timestamptz, holder text)',
  ]);
  const started = performance.now();
  for (let from = 0; from < count; from += 4_000) {
    const rows = Array.from({ length: 4_000 }, (_none, index) => ({
      id: `benchCase-${String(from + index)}`,
      status: 'BenchCaseOpened',
      steps: 1,
      total: 1_000_000,
      changed_at: '2026-01-05T01:00:00.000Z',
      holder: 'officer-17',
    }));
    await db.pool.query(`insert into bare.cases select * from json_populate_recordset(null::bare.cases, $1)`, [
      JSON.stringify(rows),
    ]);
  }
  return count / ((performance.now() - started) / 1000);
}

/** Cases of five events each, two hundred open at once, as a province works. */
function fillLog(store: ListStore, category: string, count: number): void {
  for (let first = 0; store.log.length < count; first += CASES_AT_ONCE) {
    for (let step = 0; step < STEPS_OF_A_CASE; step += 1) {
      for (let index = 0; index < CASES_AT_ONCE; index += 1)
        store.add(`${category}-${String(first + index)}`, stepOf(step));
    }
  }
}

const rebuildFigure = (name: string, count: number, seconds: number, bare: number): Figure => {
  const value = Math.round(count / seconds);
  return {
    name,
    value,
    unit: 'events/s',
    budget: `≥ ${String(REBUILD_BUDGET)}`,
    met: value >= REBUILD_BUDGET,
    against: `bare inserts of rows ${String(Math.round(bare))}/s, ratio ${(value / bare).toFixed(2)}`,
  };
};

async function rebuildFromMemory(name: string, make: Make): Promise<Figure[]> {
  return withBenchDatabase(async (db, models) => {
    const bare = await bareInserts(db, EVENTS);
    const store = new ListStore();
    fillLog(store, 'benchCase', EVENTS);
    const projection = make('benchCase');
    const seconds = await projecting(projection, store, db, () => secondsToBuild(models, projection.name, EVENTS));
    return [rebuildFigure(name, EVENTS, seconds, bare)];
  });
}

/** The whole way: event store, client, decoding, fold, rows. Needs the running event node; its streams `benchCase…` stay there. */
async function rebuildFromEventStore(): Promise<Figure[]> {
  const category = `benchCase${randomUUID().slice(0, 8)}`;
  const store = new EventStoreDbStore({
    url: loadConfig().eventStoreUrl,
    catalogues: [{ versions: BENCH_TYPES, upcasters: [] }],
  });
  const steps = Array.from({ length: STEPS_OF_A_CASE }, (_none, step) => stepOf(step));
  const open = Array.from({ length: EVENTS / STEPS_OF_A_CASE }, (_none, index) => index);
  const append = async (): Promise<void> => {
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      await store.append(`${category}-${String(index)}`, 'no-stream', steps, {
        commandId: randomUUID(),
        occurredAt: new Date().toISOString() as Instant,
        actor: { personId: 'system:bench', role: 'system' },
        correlationId: category,
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: 64 }, append));
    return await withBenchDatabase(async (db, models) => {
      const bare = await bareInserts(db, EVENTS);
      const projection = listOf(category);
      const seconds = await projecting(projection, store, db, () => secondsToBuild(models, projection.name, EVENTS));
      return [rebuildFigure('rebuild of a list, from the event store', EVENTS, seconds, bare)];
    });
  } finally {
    await store.close();
  }
}

/** What a reader waits until his own event stands in the list, with 500 events/s going on beside him. */
async function liveLag(): Promise<Figure[]> {
  return withBenchDatabase(async (db, models) => {
    const store = new ListStore();
    const projection = listOf('benchCase');
    return projecting(projection, store, db, async () => {
      await secondsToBuild(models, projection.name, 0);
      let next = 0;
      const others = setInterval(() => {
        for (let i = 0; i < 5; i += 1) store.add(`benchCase-${String(next++)}`, stepOf(0));
      }, 10);
      const waited: number[] = [];
      for (let i = 0; i < 300; i += 1) {
        const started = performance.now();
        const [own] = store.add(`benchCase-own-${String(i)}`, stepOf(0));
        if (!own || !(await models.waitFor(projection.name, own.position.commit)))
          throw new Error('own event not seen in time');
        waited.push(performance.now() - started);
        await sleep(5);
      }
      clearInterval(others);
      const burst = 20_000;
      const before = store.log.length;
      const started = performance.now();
      for (let i = 0; i < burst; i += 1) store.add(`benchCase-burst-${String(i)}`, stepOf(0));
      await models.waitFor(projection.name, BigInt(before + burst), 60_000);
      const rate = Math.round(burst / ((performance.now() - started) / 1000));
      const p50 = percentile(waited, 0.5);
      const p95 = percentile(waited, 0.95);
      return [
        {
          name: 'own event on the list, p50',
          value: round(p50),
          unit: 'ms',
          budget: '≤ 30 with the whole step',
          met: p50 <= 30,
          against: 'append in memory',
        },
        {
          name: 'own event on the list, p95',
          value: round(p95),
          unit: 'ms',
          budget: '≤ 80 with the whole step',
          met: p95 <= 80,
          against: 'append in memory',
        },
        {
          name: 'live batches',
          value: rate,
          unit: 'events/s',
          budget: '≥ 4000 (bulk import)',
          met: rate >= 4_000,
          against: `rebuild budget ${String(REBUILD_BUDGET)}/s`,
        },
      ];
    });
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

export const benches: readonly Bench[] = [
  { name: 'projections/rebuild-list', run: () => rebuildFromMemory('rebuild of a list, from memory', listOf) },
  {
    name: 'projections/rebuild-history',
    run: () => rebuildFromMemory('rebuild of a list with history, from memory', historyOf),
  },
  { name: 'projections/rebuild-store', run: rebuildFromEventStore },
  { name: 'projections/live', run: liveLag },
];
