import { systemActor } from '@hoptac/kernel';
import { MemoryEventStore } from '@hoptac/testing';
import type { CaseFact } from '../case-workflow.types';
import type { CaseCategory } from './case-category';
import { resurrectCases } from './resurrect';

const category: CaseCategory = {
  category: 'matter',
  workflowType: 'matter',
  taskQueue: 'matters',
  workflowIdOf: (id) => id,
  openingTypes: ['MatterOpened'],
  wakingTypes: ['MatterOpened'],
  closingTypes: ['MatterClosed'],
};

it('feeds open cases from their beginning, leaves closed ones, and one failing case stops no other', async () => {
  const eventStore = new MemoryEventStore();
  const append = (stream: string, ...types: string[]) =>
    eventStore.append(
      stream,
      'no-stream',
      types.map((type) => ({ type, data: {} })),
      {
        commandId: stream,
        occurredAt: '2026-11-23T02:00:00Z',
        actor: systemActor('spec'),
        correlationId: stream,
      },
    );
  await append('matter-open', 'MatterOpened', 'MatterNoted');
  await append('matter-closed', 'MatterOpened', 'MatterClosed');
  await append('matter-bad', 'MatterOpened');
  await append('matterOfOthers-1', 'MatterOpened');
  const fed = new Map<string, readonly number[]>();
  const deliver = (_: CaseCategory, caseId: string, facts: readonly CaseFact[]): Promise<'delivered'> => {
    if (caseId === 'bad') return Promise.reject(new Error('Signal too large'));
    fed.set(
      caseId,
      facts.map(({ revision }) => revision),
    );
    return Promise.resolve('delivered');
  };
  const result = await resurrectCases({ eventStore, delivery: { deliver }, categories: [category] });
  expect([...fed]).toEqual([['open', [0, 1]]]);
  expect(result).toEqual({ cases: 3, fed: 1, failed: [{ stream: 'matter-bad', reason: 'Signal too large' }] });
});

it('names an open case of which a fact cannot be read, and feeds the others', async () => {
  const known = { MatterOpened: 1, MatterClosed: 1 };
  const newer = new MemoryEventStore({
    catalogues: [
      {
        versions: { ...known, MatterOpened: 2 },
        upcasters: [{ type: 'MatterOpened', from: 1, upcast: (data) => data }],
      },
    ],
  });
  const context = { occurredAt: '2026-11-23T02:00:00Z', actor: systemActor('spec'), correlationId: 'spec' } as const;
  const opened = [{ type: 'MatterOpened', data: {} }];
  await newer.append('matter-newer', 'no-stream', opened, { ...context, commandId: 'a' });
  const eventStore = new MemoryEventStore({ log: newer.log, catalogues: [{ versions: known, upcasters: [] }] });
  await eventStore.append('matter-known', 'no-stream', opened, { ...context, commandId: 'b' });
  const fed: string[] = [];
  const deliver = (_: CaseCategory, caseId: string): Promise<'delivered'> => {
    fed.push(caseId);
    return Promise.resolve('delivered');
  };
  const result = await resurrectCases({ eventStore, delivery: { deliver }, categories: [category] });
  expect(fed).toEqual(['known']);
  expect(result).toMatchObject({ cases: 2, fed: 1, failed: [{ stream: 'matter-newer' }] });
});
