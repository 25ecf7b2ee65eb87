/** event-node.md §5: catch-up subscriptions. */
import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  START,
  StreamDeletedError,
  streamNameFilter,
  type AllStreamSubscription,
  type Filter,
  type StreamSubscription,
} from '@eventstore/db-client';
import { connect, events, fresh, until, type Target } from './harness';

let target: Target;
const open: { unsubscribe(): Promise<void> }[] = [];
beforeAll(async () => void (target = await connect()));
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.unsubscribe()));
});
afterAll(() => target.close());

/** What a subscription said, in order. */
function watch(subscription: AllStreamSubscription | StreamSubscription) {
  open.push(subscription);
  const seen = {
    order: [] as string[],
    revisions: [] as number[],
    streams: [] as string[],
    caughtUp: 0,
    error: null as Error | null,
  };
  subscription.on('data', (one: { event?: { revision: bigint; streamId: string } }) => {
    seen.order.push('event');
    seen.revisions.push(Number(one.event?.revision));
    seen.streams.push(one.event?.streamId ?? '');
  });
  subscription.on('confirmation', () => seen.order.push('confirmation'));
  subscription.on('caughtUp', () => {
    seen.caughtUp++;
    seen.order.push('caughtUp');
  });
  subscription.on('error', (error) => (seen.error = error));
  return seen;
}

const range = (to: number) => Array.from({ length: to }, (_, n) => n);

test('to a stream: confirmation first, history, caught up, then live; no gap, no duplicate', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(300));
  const seen = watch(target.client.subscribeToStream(stream));
  for (let n = 0; n < 50; n++) await target.client.appendToStream(stream, events(2));
  await until(() => seen.revisions.length >= 400);
  expect(seen.order[0]).toBe('confirmation');
  expect(seen.revisions).toEqual(range(400));
  await until(() => seen.caughtUp > 0);
});

test('caught up is said when live is reached, not for each live event', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(3));
  const seen = watch(target.client.subscribeToStream(stream));
  await until(() => seen.caughtUp === 1);
  expect(seen.order).toEqual(['confirmation', 'event', 'event', 'event', 'caughtUp']);
  for (let n = 0; n < 5; n++) await target.client.appendToStream(stream, events(1));
  await until(() => seen.revisions.length === 8);
  expect(seen.caughtUp).toBe(1);
});

test('to a stream that is not there yet', async () => {
  const stream = fresh();
  const seen = watch(target.client.subscribeToStream(stream));
  await until(() => seen.caughtUp === 1);
  await target.client.appendToStream(stream, events(2));
  await until(() => seen.revisions.length === 2);
  expect(seen.error).toBeNull();
});

test('from a revision is exclusive; from the end is what comes after', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(10));
  const from = watch(target.client.subscribeToStream(stream, { fromRevision: 6n }));
  const end = watch(target.client.subscribeToStream(stream, { fromRevision: END }));
  await until(() => from.caughtUp === 1 && end.caughtUp === 1);
  await target.client.appendToStream(stream, events(1));
  await until(() => from.revisions.length === 4 && end.revisions.length === 1);
  expect([from.revisions, end.revisions]).toEqual([[7, 8, 9, 10], [10]]);
});

test('ends with an error when its stream is tombstoned', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(1));
  const seen = watch(target.client.subscribeToStream(stream));
  await until(() => seen.caughtUp === 1);
  await target.client.tombstoneStream(stream);
  await until(() => seen.error !== null);
  expect(seen.error).toBeInstanceOf(StreamDeletedError);
});

test('to $all from a position is exclusive', async () => {
  const stream = fresh();
  const { position } = await target.client.appendToStream(stream, events(1));
  await target.client.appendToStream(stream, events(3));
  const seen = watch(target.client.subscribeToAll({ fromPosition: position as { commit: bigint; prepare: bigint } }));
  await until(() => seen.streams.filter((name) => name === stream).length >= 3);
  expect(seen.revisions.filter((_, n) => seen.streams[n] === stream)).toEqual([1, 2, 3]);
});

describe('filters', () => {
  const run = fresh('f').replaceAll('-', '');
  const cases: [string, Filter, (name: string, type: string) => boolean][] = [
    ['stream prefixes', streamNameFilter({ prefixes: [`${run}a-`, `${run}b-`] }), (name) => /[ab]-/.test(name)],
    ['stream expression', streamNameFilter({ regex: `^${run}[bc]-` }), (name) => /[bc]-/.test(name)],
    ['type prefixes', eventTypeFilter({ prefixes: [`${run}Opened`] }), (_name, type) => type.endsWith('Opened')],
    [
      'type expression',
      eventTypeFilter({ regex: `^${run}(Closed|Moved)$` }),
      (_name, type) => !type.endsWith('Opened'),
    ],
  ];
  const written: [string, string][] = [];
  beforeAll(async () => {
    for (let n = 0; n < 60; n++) {
      const entry: [string, string] = [
        `${run}${'abc'[n % 3]}-${n}`,
        `${run}${['Opened', 'Closed', 'Moved', 'Opened'][n % 4]}`,
      ];
      written.push(entry);
      await target.client.appendToStream(entry[0], jsonEvent({ type: entry[1], data: {} }));
    }
  });

  test.each(cases)('%s, from the start and live', async (_name, filter, matches) => {
    const expected = written.filter(([name, type]) => matches(name, type)).map(([name]) => name);
    const live = fresh('live');
    const seen = watch(target.client.subscribeToAll({ fromPosition: START, filter }));
    await until(() => seen.caughtUp === 1);
    expect(seen.streams).toEqual(expected);
    await target.client.appendToStream(live, events(3));
    const [name, type] = written.find(([one, kind]) => matches(one, kind)) as [string, string];
    await target.client.appendToStream(name, jsonEvent({ type, data: {} }));
    written.push([name, type]);
    await until(() => seen.streams.length > expected.length);
    expect(seen.streams).toEqual([...expected, name]);
    await target.client.appendToStream(fresh('other'), events(1));
  });
});

test('system events can be left out', async () => {
  const stream = fresh();
  const seen = watch(target.client.subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() }));
  await until(() => seen.caughtUp === 1);
  await target.client.setStreamMetadata(stream, { maxCount: 5 });
  await target.client.appendToStream(stream, events(1));
  await until(() => seen.streams.includes(stream));
  expect(seen.streams.some((name) => name.startsWith('$$'))).toBe(false);
});

test('checkpoints come while nothing matches, grow, and a subscription resumed from one misses nothing', async () => {
  const stream = fresh('quiet');
  const start = await target.client.appendToStream(fresh(), events(1));
  for (let n = 0; n < 6; n++) await target.client.appendToStream(fresh('noise'), events(50));
  await target.client.appendToStream(stream, events(1));
  const checkpoints: { commit: bigint; prepare: bigint }[] = [];
  const filter = streamNameFilter({
    prefixes: [stream],
    maxSearchWindow: 20,
    checkpointInterval: 2,
    checkpointReached: async (_s, position) => void checkpoints.push(position),
  });
  const seen = watch(
    target.client.subscribeToAll({ fromPosition: start.position as { commit: bigint; prepare: bigint }, filter }),
  );
  await until(() => seen.caughtUp === 1 && seen.streams.length === 1);
  expect(checkpoints.length).toBeGreaterThanOrEqual(7);
  for (let n = 1; n < checkpoints.length; n++)
    expect((checkpoints[n] as { commit: bigint }).commit >= (checkpoints[n - 1] as { commit: bigint }).commit).toBe(
      true,
    );
  const early = checkpoints[1] as { commit: bigint; prepare: bigint };
  const resumed = watch(
    target.client.subscribeToAll({ fromPosition: early, filter: streamNameFilter({ prefixes: [stream] }) }),
  );
  await until(() => resumed.streams.length === 1);
});

test('a checkpoint is reached when live, so that a reader waiting for a position gets there', async () => {
  let last = 0n;
  const filter = streamNameFilter({
    prefixes: ['nothing-at-all-'],
    maxSearchWindow: 1,
    checkpointInterval: 1,
    checkpointReached: async (_s, position) => void (last = position.commit),
  });
  const seen = watch(target.client.subscribeToAll({ fromPosition: END, filter }));
  await until(() => seen.caughtUp === 1);
  const { position } = await target.client.appendToStream(fresh(), events(1));
  await until(() => last >= (position as { commit: bigint }).commit);
});

test('a subscriber who does not read does not disturb one who does', async () => {
  const stream = fresh();
  const lazy = target.client.subscribeToStream(stream);
  open.push(lazy);
  lazy.pause();
  const seen = watch(target.client.subscribeToStream(stream));
  for (let n = 0; n < 20; n++)
    await target.client.appendToStream(
      stream,
      Array.from({ length: 10 }, () => jsonEvent({ type: 'Big', data: { text: 'x'.repeat(20_000) } })),
    );
  await until(() => seen.revisions.length === 200);
  const late = watch(lazy);
  lazy.resume();
  await until(() => late.revisions.length === 200);
  expect(late.revisions).toEqual(range(200));
});

test('a position beyond the end of the log is refused, not waited for', async () => {
  if (!target.own) return;
  const seen = watch(
    target.client.subscribeToAll({ fromPosition: { commit: 1_000_000_000n, prepare: 1_000_000_000n } }),
  );
  await until(() => seen.error !== null);
  expect(seen.error?.message).toMatch(/beyond the end of the log/);
});
