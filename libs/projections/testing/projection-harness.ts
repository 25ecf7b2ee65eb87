import type { DomainEvent } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { sql } from 'kysely';
import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectionCommandOutcome, requestProjectionCommand } from '../commands';
import type { Projection } from '../projection';
import { Projector, type ProjectorOptions } from '../projector';
import { ReadModels } from '../read-models';
import { ListStore } from './list-store';

type Row = Readonly<Record<string, unknown>>;
type Mode = 'once' | 'twice' | 'rebuilt';

const WITHIN_MS = 10_000;

/**
 * Runs a projection through the real processor over a log in memory, into a PostgreSQL (`HOPTAC_POSTGRES_URL`), in schemas of its own that are dropped
 * afterwards: for `*.int.spec.ts`. Events of the category's first stream unless `on` says another; a stream's revisions follow each other.
 */
export function projectionHarness<Tables>(projection: Projection<Tables>): ProjectionHarness<Tables> {
  return new ProjectionHarness(projection, [], 'once');
}

class ProjectionHarness<Tables> {
  constructor(
    private readonly projection: Projection<Tables>,
    private readonly events: readonly { readonly stream: string; readonly event: DomainEvent }[],
    private readonly mode: Mode,
  ) {}

  /** These happened, in this order, in stream `<category>-1`. */
  given(...events: readonly DomainEvent[]): ProjectionHarness<Tables> {
    return this.on(`${this.projection.categories?.[0] ?? 'spec'}-1`, ...events);
  }

  /** These happened next, in the stream named. */
  on(stream: string, ...events: readonly DomainEvent[]): ProjectionHarness<Tables> {
    return new ProjectionHarness(
      this.projection,
      [...this.events, ...events.map((event) => ({ stream, event }))],
      this.mode,
    );
  }

  /** Folds them once in one batch, and once more one by one with a restart half-way; both must give the same rows. */
  twice(): ProjectionHarness<Tables> {
    return new ProjectionHarness(this.projection, this.events, 'twice');
  }

  /** Builds the model anew beside the first and switches; both must give the same rows. */
  rebuilt(): ProjectionHarness<Tables> {
    return new ProjectionHarness(this.projection, this.events, 'rebuilt');
  }

  /**
   * Exactly these rows, in any order; of each, the columns that it names.
   * @throws AssertionError with both sides; Error when the fold refuses an event.
   */
  async thenRows(table: keyof Tables & string, expected: readonly Row[]): Promise<void> {
    const folded = await this.run('once', table);
    deepStrictEqual(matching(folded, expected), sorted(expected));
    if (this.mode === 'once') return;
    deepStrictEqual(sorted(await this.run(this.mode, table)), sorted(folded));
  }

  private async run(mode: Mode, table: string): Promise<Row[]> {
    const db = new ReadDb({ url: loadConfig().postgresUrl, applicationName: 'projection harness', maxConnections: 4 });
    const models = new ReadModels(db);
    const store = new ListStore();
    const projection = {
      ...this.projection,
      name: `harness.p${randomUUID().slice(0, 8)}`,
      apply: this.projection.apply.bind(this.projection),
    };
    const running: Projector[] = [];
    const start = (options: ProjectorOptions): Projector => {
      const projector = new Projector([projection as unknown as Projection<never>], store, db, {
        beatMs: 20,
        ...options,
      });
      running.push(projector);
      projector.start();
      return projector;
    };
    const add = (events: typeof this.events): void => {
      for (const { stream, event } of events) store.add(stream, event);
    };
    try {
      if (mode === 'twice') {
        const half = Math.ceil(this.events.length / 2);
        add(this.events.slice(0, half));
        const first = start({ liveBatch: 1, rebuildBatch: 1 });
        await settled(models, projection.name, store, 1);
        await first.stop();
        add(this.events.slice(half));
        start({ liveBatch: 1, rebuildBatch: 1 });
      } else {
        add(this.events);
        start({});
      }
      await settled(models, projection.name, store, 1);
      if (mode === 'rebuilt') {
        const id = await requestProjectionCommand(db, {
          name: projection.name,
          kind: 'rebuild',
          requestedBy: 'system:spec',
        });
        await projectionCommandOutcome(db, id, WITHIN_MS);
        await settled(models, projection.name, store, 2);
      }
      const live = await models.of(projection);
      return (await sql<Row>`select * from ${sql.table(table)}`.execute(live)).rows;
    } finally {
      await Promise.all(running.map((projector) => projector.stop()));
      await models.close();
      const { rows } = await db.pool.query<{ schema_name: string }>(
        `delete from projections.versions where name = $1 returning schema_name`,
        [projection.name],
      );
      for (const { schema_name: schema } of rows) await db.pool.query(`drop schema if exists ${schema} cascade`);
      await db.close();
    }
  }
}

/** Until the build named is live and has considered the whole log. */
async function settled(models: ReadModels, name: string, store: ListStore, build: number): Promise<void> {
  const end = store.log.at(-1)?.position.commit ?? 0n;
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    const builds = (await models.status()).filter((status) => status.name === name);
    const stopped = builds.find((status) => status.stoppedAt)?.stoppedAt;
    if (stopped) throw new Error(`The fold refused ${stopped.eventType} (${stopped.stream}): ${stopped.reason}`);
    const live = builds.find((status) => status.live && status.schema.endsWith(`_${String(build)}`));
    if (live && BigInt(live.position) >= end) return;
    if (performance.now() > deadline)
      throw new Error(`${name} did not fold ${String(store.log.length)} events in time`);
    await sleep(5);
  }
}

const sorted = (rows: readonly Row[]): Row[] =>
  rows
    .map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The rows reduced to the columns that are expected; all of them when nothing is expected. */
function matching(rows: readonly Row[], expected: readonly Row[]): Row[] {
  const columns = new Set(expected.flatMap((row) => Object.keys(row)));
  if (columns.size === 0) return sorted(rows);
  return sorted(rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column)))));
}
