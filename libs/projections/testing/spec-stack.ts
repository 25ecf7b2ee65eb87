import type { DomainEvent } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { createScratchDatabase, dropScratchDatabase } from '@hoptac/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { projectionCommandOutcome, requestProjectionCommand, type ProjectionCommandKind } from '../commands';
import type { ProcessorStatus, Projection } from '../projection';
import { Projector, type ProjectorOptions } from '../projector';
import { ReadModels } from '../read-models';
import { ListStore } from './list-store';

const WITHIN_MS = 20_000;

export interface NoteTables {
  readonly notes: { id: string; total: number };
}

export const noted = (amount: number): DomainEvent => ({ type: 'NoteTaken', data: { amount } });

/** Adds up amounts per stream: a repeated event shows in the sum, a lost one too. 13 is poison. */
export const notes = (more: Partial<Projection<NoteTables>> = {}): Projection<NoteTables> => ({
  name: `spec.notes-${randomUUID().slice(0, 8)}`,
  version: 1,
  eventTypes: ['NoteTaken'],
  categories: ['note'],
  createTables: () => ['create table notes (id text primary key, total int8 not null)'],
  async apply(events, db) {
    for (const { stream, event } of events) {
      const { amount } = event.data as { amount: number };
      if (amount === 13) throw new Error('thirteen cannot be added');
      await db
        .insertInto('notes')
        .values({ id: stream, total: amount })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({ total: eb('notes.total', '+', amount) })),
        )
        .execute();
    }
  },
  ...more,
});

/** A database of one spec file on the running PostgreSQL, and projectors over a log in memory. */
export class SpecStack {
  db!: ReadDb;
  store!: ListStore;
  models!: ReadModels;
  private readonly admin = loadConfig().postgresUrl;
  /** Also the name of its connections. */
  readonly database: string;
  readonly url: string;
  private readonly running: Projector[] = [];

  constructor(name: string) {
    this.database = `${name}_${String(process.pid)}`;
    this.url = Object.assign(new URL(this.admin), { pathname: `/${this.database}` }).toString();
  }

  /** Call at the top of a describe block. */
  install(): this {
    // Real databases on a busy machine; every wait inside has its own, shorter limit.
    jest.setTimeout(60_000);
    beforeAll(async () => {
      Logger.overrideLogger(false);
      await createScratchDatabase(this.admin, this.database);
    });
    afterAll(() => dropScratchDatabase(this.admin, this.database));
    beforeEach(() => {
      this.db = new ReadDb({ url: this.url, applicationName: this.database });
      this.store = new ListStore();
      this.models = new ReadModels(this.db);
    });
    afterEach(async () => {
      await Promise.all(this.running.splice(0).map((projector) => projector.stop()));
      await this.models.close();
      await this.db.close();
    });
    return this;
  }

  project(projections: readonly Projection<NoteTables>[], options: ProjectorOptions = {}): Projector {
    const projector = new Projector(projections, this.store, this.db, {
      beatMs: 50,
      graceSeconds: 0,
      ...options,
    });
    this.running.push(projector);
    projector.start();
    return projector;
  }

  async statusOf(name: string, live = true): Promise<ProcessorStatus | undefined> {
    return (await this.models.status()).find((status) => status.name === name && status.live === live);
  }

  async untilLive(...projections: readonly Projection<NoteTables>[]): Promise<void> {
    for (const { name } of projections)
      await this.until(`${name} live`, async () => (await this.statusOf(name))?.state === 'live');
  }

  async untilStopped(name: string, live = true): Promise<NonNullable<ProcessorStatus['stoppedAt']>> {
    return this.until(`${name} stopped`, async () => (await this.statusOf(name, live))?.stoppedAt);
  }

  async until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
    const deadline = Date.now() + WITHIN_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
      await sleep(10);
    }
  }

  async rows(projection: Projection<NoteTables>): Promise<Record<string, number>> {
    const found = await (await this.models.of(projection)).selectFrom('notes').selectAll().orderBy('id').execute();
    return Object.fromEntries(found.map(({ id, total }) => [id, total]));
  }

  /** Waits until the projection has considered all that is in the log. */
  async seen(projection: Projection<NoteTables>): Promise<void> {
    const end = this.store.log.at(-1)?.position.commit ?? 0n;
    if (!(await this.models.waitFor(projection.name, end, WITHIN_MS))) throw new Error(`${projection.name} is behind`);
  }

  async order(name: string, kind: ProjectionCommandKind, reason?: string): Promise<string | undefined> {
    const id = await requestProjectionCommand(this.db, {
      name,
      kind,
      requestedBy: 'system:spec',
      ...(reason !== undefined && { reason }),
    });
    return (await projectionCommandOutcome(this.db, id, WITHIN_MS))?.outcome;
  }

  async onServer(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.admin });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
