import type { EventStore } from '@hoptac/event-store';
import type { DomainEvent, Recorded } from '@hoptac/kernel';
import { MemoryEventStore } from '@hoptac/testing';
import type { CaseWorkflow, LedgerCases } from './ledger-of-truth';
import { checkLedger } from './ledger-of-truth';

const fact = (type: string): DomainEvent => ({ type, data: {} });
const by = (commandId: string) =>
  ({
    commandId,
    occurredAt: '2026-11-23T02:00:00.000Z',
    actor: { personId: 'p', role: 'officer' },
    correlationId: 'c',
  }) as const;

async function house(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await store.append('case-1', 'no-stream', [fact('Opened'), fact('Checked')], by('one'));
  await store.append('case-2', 'no-stream', [fact('Opened')], by('two'));
  await store.append('case-2', 0, [fact('Closed')], by('three'));
  return store;
}

const kind = (workflows: Readonly<Record<string, CaseWorkflow>>): LedgerCases => ({
  category: 'case',
  isClosed: (events) => events.some(({ event }) => event.type === 'Closed'),
  mustHaveSeen: (events) => events.length - 1,
  workflowOf: async (caseId) => workflows[caseId],
  papersAndDates: () => [],
});
const told: Readonly<Record<string, CaseWorkflow>> = { 1: { running: true, revision: 1 }, 2: { running: false } };

/** The store with one thing changed in what $all says. */
const altered = (store: MemoryEventStore, alter: (all: Recorded[]) => Recorded[]): EventStore =>
  Object.assign(Object.create(store) as EventStore, {
    async *readAll(filter: Parameters<EventStore['readAll']>[0]): AsyncIterable<Recorded> {
      const all: Recorded[] = [];
      for await (const recorded of store.readAll(filter)) all.push(recorded);
      yield* alter(all);
    },
  });

const laws = async (
  store: EventStore,
  more: { workflows?: typeof told; answered?: { stream: string; revision: number }[] } = {},
): Promise<number[]> => {
  const report = await checkLedger({
    store,
    streamPrefixes: ['case-'],
    cases: [kind(more.workflows ?? told)],
    answered: more.answered ?? [],
  });
  return [...new Set(report.findings.map(({ law }) => law))].sort();
};

describe('the ledger of truth', () => {
  it('names what cannot be read, leaves its stream out and looks at the others', async () => {
    const known = { Opened: 1, Checked: 1, Closed: 1 };
    const newer = new MemoryEventStore({
      catalogues: [
        { versions: { ...known, Checked: 2 }, upcasters: [{ type: 'Checked', from: 1, upcast: (data) => data }] },
      ],
    });
    await newer.append('case-1', 'no-stream', [fact('Opened'), fact('Checked')], by('one'));
    await newer.append('case-2', 'no-stream', [fact('Opened'), fact('Closed')], by('two'));
    const store = new MemoryEventStore({ log: newer.log, catalogues: [{ versions: known, upcasters: [] }] });
    const report = await checkLedger({ store, streamPrefixes: ['case-'], cases: [kind(told)] });
    expect(report).toMatchObject({
      findings: [],
      unreadable: [{ where: 'case-1@1' }],
      counted: { streams: 1, cases: 1 },
    });
  });

  it('finds nothing where everything agrees, and counts its work', async () => {
    const report = await checkLedger({
      store: await house(),
      streamPrefixes: ['case-'],
      cases: [kind(told)],
      answered: [{ stream: 'case-2', revision: 1 }],
    });
    expect(report.findings).toEqual([]);
    expect(report.counted).toEqual({ events: 4, streams: 2, rows: 0, cases: 2, answered: 1 });
  });

  it('law 1: an answered step that is not there, a command recorded twice', async () => {
    const store = await house();
    expect(await laws(store, { answered: [{ stream: 'case-1', revision: 2 }] })).toEqual([1]);
    await store.append('case-1', 1, [fact('Noted')], by('four'));
    await store.append('case-1', 2, [fact('Noted')], by('five'));
    const twice = altered(store, (all) =>
      all.map((recorded) =>
        recorded.stream === 'case-1' && recorded.revision === 3
          ? { ...recorded, metadata: { ...recorded.metadata, commandId: 'one' } }
          : recorded,
      ),
    );
    expect(await laws(twice, { workflows: { ...told, 1: { running: true, revision: 3 } } })).toEqual([1]);
  });

  it('law 2: a hole, a wrong order', async () => {
    const store = await house();
    expect(await laws(altered(store, (all) => all.filter((_, index) => index !== 1)))).toContain(2);
    expect(await laws(altered(store, (all) => [...all].reverse()))).toContain(2);
  });

  it('law 2 lets a stream that keeps only its newest events show a tail, and no other stream', async () => {
    const store = await house();
    await store.keepNewest('case-1', 1);
    const report = await checkLedger({ store, streamPrefixes: ['case-'], boundedPrefixes: ['case-'] });
    expect(report.findings).toEqual([]);
    expect(await laws(store)).toContain(2);
  });

  it('law 4: an open case without workflow, one that is behind, a closed one with', async () => {
    const store = await house();
    expect(await laws(store, { workflows: { 2: { running: false } } })).toEqual([4]);
    expect(await laws(store, { workflows: { ...told, 1: { running: true, revision: 0 } } })).toEqual([4]);
    expect(
      await laws(store, { workflows: { ...told, 1: { running: true, revision: 1, stuck: 'checkDossier' } } }),
    ).toEqual([4]);
    expect(await laws(store, { workflows: { ...told, 2: { running: true, revision: 1 } } })).toEqual([4]);
  });
});
