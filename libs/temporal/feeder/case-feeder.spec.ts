import { systemActor } from '@hoptac/kernel';
import { MemoryEventStore } from '@hoptac/testing';
import { randomUUID } from 'node:crypto';
import type { CaseCategory } from '../cases/case-category';
import type { CaseDelivery } from '../cases/case-delivery';
import type { CaseFact } from '../case-workflow.types';
import { CaseFeeder } from './case-feeder';
import { MemoryFeederStore } from './feeder-store';

const category: CaseCategory = {
  category: 'matter',
  workflowType: 'matter',
  taskQueue: 'matters',
  workflowIdOf: (id) => `matter:${id}`,
  openingTypes: ['MatterOpened'],
  wakingTypes: ['MatterOpened', 'MatterDecided'],
  closingTypes: ['MatterDecided'],
};

/** Deliveries as the engine would take them; faults are switched on by the tests. */
class Engine implements CaseDelivery {
  readonly calls: { readonly caseId: string; readonly revisions: readonly number[] }[] = [];
  readonly faults = new Map<string, Error>();
  mostOfOneCase = 0;
  mostAtOnce = 0;
  private readonly underWay = new Map<string, number>();
  private gate: Promise<void> = Promise.resolve();
  private open: () => void = () => undefined;

  close(): void {
    this.gate = new Promise((resolve) => (this.open = resolve));
  }
  reopen(): void {
    this.open();
  }

  async deliver(_: CaseCategory, caseId: string, facts: readonly CaseFact[]): Promise<'delivered'> {
    const here = (this.underWay.get(caseId) ?? 0) + 1;
    this.underWay.set(caseId, here);
    this.mostOfOneCase = Math.max(this.mostOfOneCase, here);
    this.mostAtOnce = Math.max(this.mostAtOnce, [...this.underWay.values()].filter((n) => n > 0).length);
    await this.gate;
    await new Promise((resolve) => setImmediate(resolve));
    this.underWay.set(caseId, here - 1);
    const fault = this.faults.get(caseId) ?? this.faults.get('*');
    if (fault) throw fault;
    this.calls.push({ caseId, revisions: facts.map(({ revision }) => revision) });
    return 'delivered';
  }

  of(caseId: string): readonly (readonly number[])[] {
    return this.calls.filter((call) => call.caseId === caseId).map(({ revisions }) => revisions);
  }
}

const log = new Set<CaseFeeder>();
let events: MemoryEventStore;
let engine: Engine;
let store: MemoryFeederStore;

beforeEach(() => {
  events = new MemoryEventStore();
  engine = new Engine();
  store = new MemoryFeederStore();
});
afterEach(async () => {
  await Promise.all([...log].map((feeder) => feeder.stop()));
  log.clear();
});

function feeder(): CaseFeeder {
  const made = new CaseFeeder({
    eventStore: events,
    delivery: engine,
    store,
    categories: [category],
    asidePauseMs: 50,
    limits: { atOnce: 64, backlog: 50, riders: 1_000, pauseMs: [20, 40] },
  });
  log.add(made);
  made.start();
  return made;
}

async function append(caseId: string, ...types: string[]): Promise<void> {
  const stream = `matter-${caseId}`;
  const { lastRevision } = await events.readStream(stream);
  await events.append(
    stream,
    lastRevision < 0 ? 'no-stream' : lastRevision,
    types.map((type) => ({ type, data: {} })),
    {
      commandId: randomUUID(),
      occurredAt: '2026-08-03T01:00:00Z',
      actor: systemActor('spec'),
      correlationId: caseId,
    },
  );
}

async function soon(look: () => boolean): Promise<void> {
  for (const end = Date.now() + 4_000; !look(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (Date.now() > end) throw new Error('not in time');
  }
}

it('delivers each case in order, one delivery of a case at a time, many cases at once', async () => {
  engine.close();
  for (const id of ['a', 'b', 'c']) await append(id, 'MatterOpened');
  feeder();
  await soon(() => engine.mostAtOnce === 3);
  await append('a', 'MatterDecided');
  await append('a', 'MatterDecided');
  engine.reopen();
  await soon(() => engine.of('a').flat().length === 3);
  expect(engine.of('a')).toEqual([[0], [1, 2]]);
  expect(engine.mostOfOneCase).toBe(1);
});

it('lets facts that nobody waits for ride along with the next that wakes', async () => {
  await append('a', 'MatterOpened');
  const running = feeder();
  await soon(() => engine.calls.length === 1);
  await append('a', 'MatterNoted', 'MatterNoted');
  await soon(() => store.position?.commit === 30n);
  expect(engine.calls).toHaveLength(1);
  await append('a', 'MatterDecided');
  await soon(() => engine.calls.length === 2);
  expect(engine.of('a')).toEqual([[0], [1, 2, 3]]);
  expect(running.status()).toMatchObject({ state: 'live', backlog: 0, aside: [] });
});

it('keeps a failing case apart with its reason while all others go on, and brings it back when it works again', async () => {
  engine.faults.set('bad', new Error('Signal too large'));
  for (const id of ['one', 'bad', 'two']) await append(id, 'MatterOpened');
  const running = feeder();
  await soon(() => engine.calls.length === 2 && running.status().aside.length === 1);
  expect(running.status().aside[0]).toMatchObject({
    stream: 'matter-bad',
    fromRevision: 0,
    reason: 'Signal too large',
  });
  expect([...store.aside.keys()]).toEqual(['matter-bad']);
  await append('bad', 'MatterDecided');
  await soon(() => store.position?.commit === 40n);
  engine.faults.clear();
  await soon(() => running.status().aside.length === 0);
  expect(engine.of('bad').at(-1)).toEqual([0, 1]);
  expect(store.aside.size).toBe(0);
});

it('waits while the engine is away, keeps the checkpoint before what is owed, and catches up', async () => {
  engine.faults.set('*', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }));
  const running = feeder();
  for (const id of ['a', 'b']) await append(id, 'MatterOpened');
  await soon(() => running.status().backlog === 2);
  await soon(() => running.status().trouble?.includes('UNAVAILABLE') === true);
  expect(running.status().oldestMs).not.toBeNull();
  expect(store.position).toBeUndefined();
  engine.faults.clear();
  await soon(() => running.status().backlog === 0);
  await soon(() => store.position?.commit === 20n);
  expect(running.status().trouble).toBeUndefined();
  expect(running.status().aside).toEqual([]);
});

it('goes on after its checkpoint when started again, and repeats what was under way', async () => {
  await append('a', 'MatterOpened');
  const first = feeder();
  await soon(() => store.position?.commit === 10n);
  engine.faults.set('*', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }));
  await append('a', 'MatterDecided');
  await soon(() => first.status().backlog === 1);
  await first.stop();
  engine.faults.clear();
  feeder();
  await soon(() => engine.of('a').length === 2);
  expect(engine.of('a')).toEqual([[0], [1]]);
});

it('feeds every case again when the store ends before the checkpoint, as after a restored copy', async () => {
  await append('a', 'MatterOpened');
  store.position = { commit: 9_999n, prepare: 9_999n };
  feeder();
  await soon(() => engine.of('a').length === 1);
  expect(engine.of('a')).toEqual([[0]]);
});

it('takes no more from the log than its backlog allows', async () => {
  engine.faults.set('*', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }));
  for (let n = 0; n < 80; n += 1) await append(`case${String(n)}`, 'MatterOpened');
  const running = feeder();
  await soon(() => running.status().backlog === 50);
  engine.faults.clear();
  await soon(() => running.status().delivered === 80);
  expect(new Set(engine.calls.map(({ caseId }) => caseId)).size).toBe(80);
});
