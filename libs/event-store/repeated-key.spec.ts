import { MemoryEventStore } from '@hoptac/testing';
import { account, type AccountCommand } from './__fixtures__/account';
import { AggregateStore } from './aggregate-store';

const log = new MemoryEventStore();
const stores = [new AggregateStore(log, account), new AggregateStore(log, account)];
const open = (commandId: string, now: string): AccountCommand =>
  ({
    type: 'OpenAccount',
    data: {},
    metadata: { now, commandId, actor: { personId: 'p1', role: 'officer' } },
  }) as never;
const first = { correlationId: 'case-1', requestHash: '00000000000000aa', expectNew: true };

it('refuses a command id that comes with another body: remembered, read from the store, recorded by another process', async () => {
  const [here] = stores;
  const answered = await here?.execute('a1', open('k9', '2026-11-22T05:00:00Z'), first);
  for (const one of stores) {
    const again = open('k9', '2026-11-23T05:00:00Z');
    await expect(one.execute('a1', again, { ...first, requestHash: '00000000000000bb' })).rejects.toMatchObject({
      code: 'PLATFORM.IDEMPOTENCY_KEY_REUSED',
      kind: 'rule',
    });
    expect(await one.execute('a1', again, first)).toEqual({ ...answered, repeated: true });
    // Recorded before bodies were, or sent by a program: nothing to compare with.
    expect(await one.execute('a1', again, { correlationId: 'case-1' })).toEqual({ ...answered, repeated: true });
  }
  expect((await log.readStream('account-a1')).events).toHaveLength(1);
});
