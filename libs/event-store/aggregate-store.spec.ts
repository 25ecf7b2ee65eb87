import { notAllowedNow, type Command, type DomainEvent, type Instant } from '@hoptac/kernel';
import { MemoryEventStore } from '@hoptac/testing';
import { randomUUID } from 'node:crypto';
import { account, type Account, type AccountCommand, type AccountEvent } from './__fixtures__/account';
import { AggregateStore } from './aggregate-store';
import {
  type AppendContext,
  type Appended,
  type ExpectedRevision,
  RevisionConflict,
  type StreamSlice,
  StoreUnavailable,
} from './event-store.port';

/** Counts what is asked of the store and lets a test do something just before an append. */
class WatchedStore extends MemoryEventStore {
  reads: number[] = [];
  appends = 0;
  beforeAppend: (() => Promise<unknown>) | undefined;
  loseAnswer = false;

  override readStream(stream: string, fromRevision = 0): Promise<StreamSlice> {
    this.reads.push(fromRevision);
    return super.readStream(stream, fromRevision);
  }

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly DomainEvent[],
    context: AppendContext,
  ): Promise<Appended> {
    this.appends += 1;
    await this.beforeAppend?.();
    const appended = await super.append(stream, expected, events, context);
    if (!this.loseAnswer) return appended;
    this.loseAnswer = false;
    throw new StoreUnavailable('the answer was lost');
  }
}

describe('AggregateStore', () => {
  let events: WatchedStore;
  let store: AggregateStore<Account, AccountCommand, AccountEvent>;
  const options = { correlationId: 'case-1' };
  const id = 'a1';

  beforeEach(() => {
    events = new WatchedStore();
    store = new AggregateStore(events, account, { jitterMs: 1 });
  });

  const command = <C extends AccountCommand>(
    type: C['type'],
    data: object = {},
    commandId: string = randomUUID(),
    now: Instant = '2026-11-22T05:00:00Z',
    by = 'p1',
  ): C => ({ type, data, metadata: { now, commandId, actor: { personId: by, role: 'officer' } } }) as Command as C;
  const open = (commandId?: string, now?: Instant) => command('OpenAccount', {}, commandId, now);
  const pay = (amount: number, commandId?: string, by?: string) =>
    command('PayIn', { amount }, commandId, undefined, by);
  /** Another process with the same log. */
  const elsewhere = () => new AggregateStore(new MemoryEventStore({ log: events.log }), account);

  it('decides on the folded stream and answers state, revision, position and events', async () => {
    const opened = await store.execute(id, open(), options);
    expect(opened).toMatchObject({ state: { status: 'open' }, revision: 0, repeated: false });
    const paid = await store.execute(id, pay(5), options);
    expect(paid).toMatchObject({
      state: { sum: 5 },
      revision: 1,
      events: [{ type: 'AccountPaidIn', data: { amount: 5 } }],
    });
    expect(paid.position?.commit).toBeGreaterThan(opened.position?.commit ?? 0n);
    expect(await elsewhere().load(id)).toEqual({ state: paid.state, revision: 1 });
    expect(await store.load('nobody')).toEqual({ state: { status: 'none', sum: 0 }, revision: -1 });
  });

  it('reads a new stream not at all when the caller made its id, and a known one never again', async () => {
    await store.execute(id, open(), { ...options, expectNew: true });
    await store.execute(id, pay(5), options);
    await store.execute(id, pay(6), options);
    expect(events.reads).toEqual([]);
  });

  it('records the context of the command', async () => {
    const order = open();
    await store.execute(id, order, {
      correlationId: 'case-9',
      causationId: 'cause',
      effectiveOn: '2026-11-20',
      legalBasis: ['L23 Art. 42'],
      traceparent: '00-a-b-01',
    });
    const [recorded] = (await events.readStream('account-a1')).events;
    expect(recorded?.metadata).toEqual({
      schemaVersion: 1,
      occurredAt: '2026-11-22T05:00:00Z',
      recordedBy: { personId: 'p1', role: 'officer' },
      commandId: order.metadata.commandId,
      correlationId: 'case-9',
      causationId: 'cause',
      effectiveOn: '2026-11-20',
      legalBasis: ['L23 Art. 42'],
      traceparent: '00-a-b-01',
    });
  });

  describe('a command sent again', () => {
    it('gets its first answer, also when the stream went on, from the cache or from the store', async () => {
      const first = await store.execute(id, open('k1'), options);
      await store.execute(id, pay(5), options);
      for (const one of [store, elsewhere()]) {
        const again = await one.execute(id, open('k1', '2026-11-23T05:00:00Z'), options);
        expect(again).toEqual({ ...first, repeated: true });
      }
      expect(events.log.all).toHaveLength(2);
    });

    it('gets it although its If-Match is stale by its own event', async () => {
      await store.execute(id, open(), options);
      const first = await store.execute(id, pay(5, 'k2'), { ...options, ifRevision: 0 });
      expect(await store.execute(id, pay(5, 'k2'), { ...options, ifRevision: 0 })).toEqual({
        ...first,
        repeated: true,
      });
    });

    it('is decided once when it comes twenty times at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.execute(id, open('k3'), { ...options, expectNew: true })),
      );
      expect(answers.filter((one) => !one.repeated)).toHaveLength(1);
      expect(new Set(answers.map((one) => one.revision))).toEqual(new Set([0]));
      expect(events.log.all).toHaveLength(1);
    });

    it('answers what was recorded, not what would be decided now, when the first answer was lost', async () => {
      events.loseAnswer = true;
      await expect(
        store.execute(id, open('k4', '2026-11-22T05:00:00Z'), { ...options, expectNew: true }),
      ).rejects.toThrow(StoreUnavailable);
      const again = await store.execute(id, open('k4', '2026-11-23T05:00:00Z'), { ...options, expectNew: true });
      expect(again).toMatchObject({ repeated: true, state: { openedAt: '2026-11-22T05:00:00Z' } });
      expect((await store.load(id)).state.openedAt).toBe('2026-11-22T05:00:00Z');
    });

    it('answers what was recorded when another process recorded it first', async () => {
      await store.execute(id, open(), options);
      const first = await elsewhere().execute(id, pay(5, 'k5'), options);
      expect(await store.execute(id, pay(5, 'k5'), options)).toEqual({ ...first, repeated: true });
    });
  });

  describe('a command made from the state', () => {
    const doubled = (seen: number[]) => (state: Account) => {
      seen.push(state.sum);
      if (state.status !== 'open') throw notAllowedNow('ACCOUNTS.NOT_OPEN', 'No open account');
      return pay(state.sum || 1, 'k7');
    };

    it('is made without a read when the stream is remembered, and answered once', async () => {
      const seen: number[] = [];
      await store.execute(id, open(), options);
      expect(await store.execute(id, doubled(seen), options)).toMatchObject({ revision: 1, state: { sum: 1 } });
      expect(events.reads).toEqual([0]);
      expect(await store.execute(id, doubled(seen), options)).toMatchObject({ revision: 1, repeated: true });
      expect(seen).toEqual([0, 1]);
    });

    it('is made again when another process was quicker', async () => {
      await store.execute(id, open(), options);
      await elsewhere().execute(id, pay(5), options);
      expect(await store.execute(id, doubled([]), options)).toMatchObject({ revision: 2, state: { sum: 10 } });
    });

    it('is refused only on the state as it is, not as it is remembered', async () => {
      for (const before of [open(), command('CloseAccount')]) await store.execute(id, before, options);
      events.reads = [];
      await expect(store.execute(id, doubled([]), options)).rejects.toMatchObject({ code: 'ACCOUNTS.NOT_OPEN' });
      expect(events.reads).toEqual([2]);
    });

    it('passes on what is no refusal, and lets the next one in', async () => {
      await store.execute(id, open(), options);
      const away = new StoreUnavailable('away');
      await expect(store.execute(id, () => Promise.reject(away), options)).rejects.toBe(away);
      expect(await store.execute(id, pay(2), options)).toMatchObject({ revision: 1 });
    });
  });

  describe('somebody else was quicker', () => {
    it('reads the tail and decides again when nobody said If-Match', async () => {
      await store.execute(id, open(), options);
      await elsewhere().execute(id, pay(5), options);
      expect(await store.execute(id, pay(6), options)).toMatchObject({ revision: 2, state: { sum: 11 } });
      expect(events.reads).toEqual([0, 1]);
    });

    it('gives up after three tries', async () => {
      await store.execute(id, open(), options);
      const rival = elsewhere();
      events.beforeAppend = () => rival.execute(id, pay(1), options);
      await expect(store.execute(id, pay(6), options)).rejects.toThrow(RevisionConflict);
      expect(events.appends).toBe(4);
    });

    it('refuses a stale If-Match with what changed and by whom', async () => {
      await store.execute(id, open(), options);
      await elsewhere().execute(id, pay(5, undefined, 'p2'), options);
      await elsewhere().execute(id, pay(6, undefined, 'p3'), options);
      await expect(store.execute(id, pay(7), { ...options, ifRevision: 0 })).rejects.toMatchObject({
        kind: 'stale',
        code: 'EVENT_STORE.STALE_REVISION',
        details: {
          expected: 0,
          actual: 2,
          changedBy: ['p2', 'p3'],
          changedByRoles: ['officer'],
          lastEventType: 'AccountPaidIn',
        },
      });
      expect(events.log.all).toHaveLength(3);
    });

    it('reads the tail for an If-Match that is newer than what it remembers', async () => {
      await store.execute(id, open(), options);
      await elsewhere().execute(id, pay(5), options);
      expect(await store.execute(id, pay(6), { ...options, ifRevision: 1 })).toMatchObject({
        revision: 2,
        state: { sum: 11 },
      });
      await expect(store.execute(id, pay(6), { ...options, ifRevision: 9 })).rejects.toMatchObject({
        code: 'EVENT_STORE.STALE_REVISION',
        details: { expected: 9, actual: 2, changedBy: [], lastEventType: null },
      });
    });

    it('never refuses on what it remembers alone', async () => {
      await store.execute(id, open(), options);
      await elsewhere().execute(id, command('CloseAccount'), options);
      await expect(store.execute(id, pay(6), options)).rejects.toMatchObject({ code: 'ACCOUNTS.NOT_OPEN' });
      const other = elsewhere();
      expect(await other.load('a2')).toMatchObject({ revision: -1 });
      await store.execute('a2', open(), options);
      expect(await other.execute('a2', pay(1), options)).toMatchObject({ revision: 1 });
    });

    it('keeps many writers of one process in a row, without conflicts', async () => {
      await store.execute(id, open(), options);
      const answers = await Promise.all(Array.from({ length: 16 }, () => store.execute(id, pay(1), options)));
      expect(answers.map((one) => one.revision)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
      expect(events.appends).toBe(17);
    });
  });

  it('does not wait for ever behind a command that the store does not answer', async () => {
    const impatient = new AggregateStore(events, account, { queueWaitMs: 20 });
    let answer: (value?: unknown) => void = () => undefined;
    events.beforeAppend = () => new Promise((resolve) => (answer = resolve));
    const first = impatient.execute(id, open(), options);
    await expect(impatient.execute(id, pay(5), options)).rejects.toThrow(StoreUnavailable);
    answer();
    expect(await first).toMatchObject({ revision: 0 });
    events.beforeAppend = undefined;
    expect(await impatient.execute(id, pay(6), options)).toMatchObject({ revision: 1, state: { sum: 6 } });
  });

  it('appends nothing when the result is already so', async () => {
    await store.execute(id, open(), options);
    await store.execute(id, command('CloseAccount'), options);
    expect(await store.execute(id, command('CloseAccount'), options)).toEqual({
      state: expect.objectContaining({ status: 'closed' }) as unknown,
      revision: 1,
      events: [],
      repeated: false,
    });
    expect(events.appends).toBe(2);
  });

  it('forgets older streams and is right all the same', async () => {
    const small = new AggregateStore(events, account, { cacheLimit: 4 });
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 30; n += 1) await small.execute(`s${String(n)}`, round === 0 ? open() : pay(n), options);
    }
    expect(await small.load('s29')).toMatchObject({ state: { sum: 29 }, revision: 1 });
    expect(await small.load('s0')).toMatchObject({ state: { sum: 0 }, revision: 1 });
  });

  it('begins anew when the store was put back to an older copy', async () => {
    await store.execute(id, open(), options);
    await store.execute(id, pay(5), options);
    const records = events.log.streams.get('account-a1') ?? [];
    events.log.streams.set('account-a1', records.slice(0, 1));
    expect(await store.execute(id, pay(7), options)).toMatchObject({ state: { sum: 7 }, revision: 1 });
    events.log.streams.delete('account-a1');
    expect(await store.load(id)).toEqual({ state: { status: 'none', sum: 0 }, revision: -1 });
  });
});
