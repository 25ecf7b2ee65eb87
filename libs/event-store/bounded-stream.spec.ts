import { MemoryEventStore } from '@hoptac/testing';
import { account, type AccountCommand } from './__fixtures__/account';
import { AggregateStore } from './aggregate-store';

const NOW = '2026-11-22T05:00:00.000Z';
let presses = 0;
const command = (type: AccountCommand['type'], data: object = {}) =>
  ({
    type,
    data,
    metadata: { now: NOW, actor: { personId: 'p-1', role: 'officer' }, commandId: `press-${String((presses += 1))}` },
  }) as AccountCommand;
const options = { correlationId: 'a1' };

it('goes on from what is left of a stream that keeps only its newest events', async () => {
  const events = new MemoryEventStore();
  const bounded = { ...account, keepsNewest: 2 };
  const here = new AggregateStore(events, bounded);
  await here.execute('a1', command('OpenAccount'), options);
  for (const amount of [1, 2, 3]) await here.execute('a1', command('PayIn', { amount }), options);
  expect(events.log.newest.get('account-a1')).toBe(2);
  // This fold is no lawful one for a bounded stream; that is what shows what was read.
  expect(await new AggregateStore(events, bounded).load('a1')).toMatchObject({ state: { sum: 5 }, revision: 3 });
  await expect(new AggregateStore(events, account).load('a1')).rejects.toThrow(/hole/);
});
