import type { DomainEvent } from '@hoptac/kernel';
import { ReadDb } from '@hoptac/read-db';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { projectionCommandOutcome, requestProjectionCommand, type ProjectionCommandKind } from './commands';
import type { ProcessorStatus, Projection } from './projection';
import { Projector, type ProjectorOptions } from './projector';
import { ReadModels } from './read-models';
import { ListStore } from './testing/list-store';

interface Tables {
  readonly notes: { id: string; total: number };
}

const noted = (amount: number): DomainEvent => ({ type: 'NoteTaken', data: { amount } });

/** Adds up amounts per stream: a repeated event shows in the sum, a lost one too. 13 is poison. */
const notes = (more: Partial<Projection<Tables>> = {}): Projection<Tables> => ({
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
        .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ total: eb('notes.total', '+', amount) })))
        .execute();
    }
  },
  ...more,
});

const admin = process.env['HOPTAC_POSTGRES_URL'] ?? 'postgres://hoptac@127.0.0.1:5433/hoptac';
const database = `projections_spec_${String(process.pid)}`;
const url = Object.assign(new URL(admin), { pathname: `/${database}` }).toString();

describe('projector', () => {
  let db: ReadDb;
  let store: ListStore;
  let models: ReadModels;
  const running: Projector[] = [];

  const onServer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const project = (projections: readonly Projection<Tables>[], options: ProjectorOptions = {}): Projector => {
    const projector = new Projector(projections as readonly Projection<never>[], store, db, { beatMs: 50, graceSeconds: 0, ...options });
    running.push(projector);
    projector.start();
    return projector;
  };
  const statusOf = async (name: string, live = true): Promise<ProcessorStatus | undefined> =>
    (await models.status()).find((status) => status.name === name && status.live === live);
  const until = async <T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> => {
    const deadline = Date.now() + 8_000;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`not within 8 s: ${what}`);
      await sleep(10);
    }
  };
  const rows = async (projection: Projection<Tables>): Promise<Record<string, number>> => {
    const found = await (await models.of(projection)).selectFrom('notes').selectAll().orderBy('id').execute();
    return Object.fromEntries(found.map(({ id, total }) => [id, total]));
  };
  const end = (): bigint => BigInt(store.log.length);
  const order = async (name: string, kind: ProjectionCommandKind, reason?: string): Promise<string | undefined> => {
    const id = await requestProjectionCommand(db, { name, kind, requestedBy: 'system:spec', ...(reason !== undefined && { reason }) });
    return (await projectionCommandOutcome(db, id, 8_000))?.outcome;
  };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    await onServer(`create database ${database}`);
  });
  afterAll(async () => {
    await onServer(`drop database ${database} with (force)`);
  });
  beforeEach(() => {
    db = new ReadDb({ url, applicationName: 'projections spec' });
    store = new ListStore();
    models = new ReadModels(db);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((projector) => projector.stop()));
    await models.close();
    await db.close();
  });

  it('folds what is there, then what comes, each event once', async () => {
    const projection = notes();
    store.add('note-a', noted(1), noted(2));
    store.add('note-b', noted(10));
    project([projection]);
    await until('live', async () => (await statusOf(projection.name))?.state === 'live');
    store.add('note-a', noted(4));
    expect(await models.waitFor(projection.name, end())).toBe(true);
    expect(await rows(projection)).toEqual({ 'note-a': 7, 'note-b': 10 });
    expect(await statusOf(projection.name)).toMatchObject({ position: '4', considered: 4, evidence: 'streams', schema: expect.stringMatching(/_v1_1$/) });
  });

  it('considers what its filter leaves out, so that nobody waits for it in vain', async () => {
    const projection = notes();
    project([projection]);
    await until('live', async () => (await statusOf(projection.name))?.state === 'live');
    store.add('other-x', { type: 'SomethingElse', data: {} });
    expect(await models.waitFor(projection.name, end())).toBe(true);
  });

  it('waits for a position no longer than told', async () => {
    const projection = notes();
    project([projection]);
    await until('live', async () => (await statusOf(projection.name))?.state === 'live');
    const before = performance.now();
    expect(await models.waitFor(projection.name, 1_000_000n, 150)).toBe(false);
    expect(performance.now() - before).toBeLessThan(400);
  });

  it('stops at a dropped event of a stream it follows whole, and goes on after a retry', async () => {
    const projection = notes();
    project([projection]);
    await until('live', async () => (await statusOf(projection.name))?.state === 'live');
    let dropped = false;
    store.disturb = (recorded) => {
      if (dropped || recorded.revision !== 1) return [recorded];
      dropped = true;
      return [];
    };
    store.add('note-a', noted(1), noted(2), noted(4));
    const stopped = await until('stop', async () => (await statusOf(projection.name))?.stoppedAt);
    expect(stopped).toMatchObject({ position: '3', stream: 'note-a', eventType: 'NoteTaken', reason: expect.stringContaining('events were skipped') });
    expect(await rows(projection)).toEqual({ 'note-a': 1 });
    expect(await order(projection.name, 'park', 'cannot be parked')).toContain('retry it');
    expect(await order(projection.name, 'retry')).toContain('tries again');
    expect(await models.waitFor(projection.name, end())).toBe(true);
    expect(await rows(projection)).toEqual({ 'note-a': 7 });
  });

  it('sees a lost first event after a restart too, when the stream’s past lies only in its tables', async () => {
    const projection = notes();
    store.add('note-a', noted(1), noted(2));
    const first = project([projection]);
    await until('live', async () => (await statusOf(projection.name))?.state === 'live');
    await first.stop();
    store.add('note-a', noted(4), noted(8));
    store.disturb = (recorded) => (recorded.revision === 2 ? [] : [recorded]);
    project([projection]);
    const stopped = await until('stop', async () => (await statusOf(projection.name))?.stoppedAt);
    expect(stopped.reason).toContain('from revision 1 to 3');
  });

  it('stops when the subscription goes back, also where it follows types alone', async () => {
    const { categories: _left, ...byTypes } = notes();
    project([byTypes]);
    await until('live', async () => (await statusOf(byTypes.name))?.state === 'live');
    store.disturb = (recorded) => [recorded, recorded];
    store.add('note-a', noted(1));
    const stopped = await until('stop', async () => (await statusOf(byTypes.name))?.stoppedAt);
    expect(stopped.reason).toContain('went back');
    expect(await rows(byTypes)).toEqual({ 'note-a': 1 });
  });

  it('stops at a poison event, keeps what came before it, lets others go on, and parks it with a reason', async () => {
    const sick = notes();
    const well = notes({ eventTypes: ['NoteTaken'], apply: () => Promise.resolve() });
    project([sick, well]);
    await until('live', async () => (await statusOf(sick.name))?.state === 'live' && (await statusOf(well.name))?.state === 'live');
    store.add('note-a', noted(1), noted(2), noted(13), noted(4), noted(8));
    const stopped = await until('stop', async () => (await statusOf(sick.name))?.stoppedAt);
    expect(stopped).toEqual({ position: '3', eventId: 'event-3', eventType: 'NoteTaken', stream: 'note-a', reason: 'thirteen cannot be added' });
    expect(await rows(sick)).toEqual({ 'note-a': 3 });
    expect(await models.waitFor(well.name, end())).toBe(true);
    expect(await order(sick.name, 'retry')).toContain('tries again');
    await until('stop again', async () => (await statusOf(sick.name))?.stoppedAt);
    await expect(requestProjectionCommand(db, { name: sick.name, kind: 'park', requestedBy: 'x', reason: ' ' })).rejects.toThrow('reason');
    expect(await order(sick.name, 'park', 'typed wrongly, see ticket')).toContain('goes on without');
    expect(await models.waitFor(sick.name, end())).toBe(true);
    expect(await rows(sick)).toEqual({ 'note-a': 15 });
    expect(await statusOf(sick.name)).toMatchObject({ parked: 1, state: 'live' });
  });

  it('is still stopped after a restart', async () => {
    const projection = notes();
    store.add('note-a', noted(13));
    const first = project([projection]);
    await until('stop', async () => (await statusOf(projection.name, false))?.stoppedAt);
    await first.stop();
    project([projection]);
    await sleep(200);
    expect((await statusOf(projection.name, false))?.state).toBe('stopped');
    await expect(models.of(projection)).rejects.toThrow('is being built');
  });
});
