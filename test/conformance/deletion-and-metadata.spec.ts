/** event-node.md §5: metadata, soft delete, tombstone. */
import {
  BACKWARDS,
  END,
  jsonEvent,
  NO_STREAM,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { collect, connect, events, failure, fresh, revisions, until, type Target } from './harness';

let target: Target;
beforeAll(async () => void (target = await connect()));
afterAll(() => target.close());

const append = (stream: string, count: number) => target.client.appendToStream(stream, events(count));
const read = async (stream: string) => revisions(await collect(target.client.readStream(stream)));

test('metadata comes back as it was set, with properties of our own', async () => {
  const stream = fresh();
  expect((await target.client.getStreamMetadata(stream)).metadata).toBeUndefined();
  await target.client.setStreamMetadata(stream, {
    maxCount: 5,
    maxAge: 100,
    cacheControl: 12,
    acl: { readRoles: ['$all'] },
    ours: { a: 1 },
  });
  expect((await target.client.getStreamMetadata(stream)).metadata).toMatchObject({
    maxCount: 5,
    maxAge: 100,
    cacheControl: 12,
    acl: { readRoles: ['$all'] },
    ours: { a: 1 },
  });
});

test('metadata keeps the rules of expected revisions', async () => {
  const stream = fresh();
  await target.client.setStreamMetadata(stream, { maxCount: 5 }, { expectedRevision: NO_STREAM });
  expect(
    await failure(target.client.setStreamMetadata(stream, { maxCount: 6 }, { expectedRevision: NO_STREAM })),
  ).toBeInstanceOf(WrongExpectedVersionError);
  await target.client.setStreamMetadata(stream, { maxCount: 7 }, { expectedRevision: 0n });
  expect((await target.client.getStreamMetadata(stream)).metadata?.maxCount).toBe(7);
});

test('of a metastream only the last event is visible', async () => {
  const stream = fresh();
  for (const maxCount of [1, 2, 3]) await target.client.setStreamMetadata(stream, { maxCount });
  expect(await read(`$$${stream}`)).toEqual([2]);
});

test('$maxCount takes effect at once and moves on', async () => {
  const stream = fresh();
  await append(stream, 10);
  await target.client.setStreamMetadata(stream, { maxCount: 3 });
  expect(await read(stream)).toEqual([7, 8, 9]);
  await append(stream, 1);
  expect(await read(stream)).toEqual([8, 9, 10]);
  expect(
    revisions(await collect(target.client.readStream(stream, { direction: BACKWARDS, fromRevision: END }))),
  ).toEqual([10, 9, 8]);
  expect(revisions(await collect(target.client.readStream(stream, { fromRevision: START, maxCount: 1 })))).toEqual([8]);
});

test('$tb hides what lies before it; $all still shows it', async () => {
  const stream = fresh();
  await append(stream, 6);
  await target.client.setStreamMetadata(stream, { truncateBefore: 4 });
  expect(await read(stream)).toEqual([4, 5]);
  const all = await collect(target.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 100 }));
  expect(all.filter((one) => one.event?.streamId === stream)).toHaveLength(6);
});

test('$maxAge hides what is older', async () => {
  const stream = fresh();
  await append(stream, 2);
  await target.client.setStreamMetadata(stream, { maxAge: 1 });
  await until(async () => (await read(stream)).length === 0, 4_000);
  await append(stream, 1);
  expect(await read(stream)).toEqual([2]);
});

test('subscriptions see the visible part only', async () => {
  const stream = fresh();
  await append(stream, 6);
  await target.client.setStreamMetadata(stream, { truncateBefore: 4 });
  const seen: number[] = [];
  const subscription = target.client
    .subscribeToStream(stream)
    .on('data', (one) => seen.push(Number(one.event?.revision)));
  await until(() => seen.length === 2);
  expect(seen).toEqual([4, 5]);
  await subscription.unsubscribe();
});

describe('soft delete', () => {
  test('the stream is not found; a new write continues its revisions; older events stay hidden', async () => {
    const stream = fresh();
    await append(stream, 4);
    await target.client.deleteStream(stream);
    expect(await failure(read(stream))).toBeInstanceOf(StreamNotFoundError);
    expect((await target.client.appendToStream(stream, events(2))).nextExpectedRevision).toBe(5n);
    expect(await read(stream)).toEqual([4, 5]);
  });

  test('what it writes is $tb = 2^63 − 1, and the next write sets it to its revision', async () => {
    const stream = fresh();
    await target.client.setStreamMetadata(stream, { maxCount: 50 });
    await append(stream, 2);
    await target.client.deleteStream(stream);
    const [deleted] = await collect(target.client.readStream(`$$${stream}`));
    expect((deleted?.event?.data as Record<string, number>)['$tb']).toBeGreaterThanOrEqual(2 ** 63 - 1024);
    await append(stream, 1);
    expect((await target.client.getStreamMetadata(stream)).metadata?.truncateBefore).toBe(2);
  });

  test('of a stream that never was is refused', async () => {
    expect(await failure(target.client.deleteStream(fresh()))).toBeInstanceOf(WrongExpectedVersionError);
  });

  test('with a wrong revision is refused and says which is right', async () => {
    const stream = fresh();
    await append(stream, 3);
    const error = await failure(target.client.deleteStream(stream, { expectedRevision: 1n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect([error['streamName'], error['expectedVersion'], error['actualVersion']]).toEqual([stream, 1n, 2n]);
    await target.client.deleteStream(stream, { expectedRevision: 2n });
  });
});

describe('tombstone', () => {
  test('reading, writing, deleting again: deleted for ever', async () => {
    const stream = fresh();
    await append(stream, 2);
    await target.client.tombstoneStream(stream, { expectedRevision: 1n });
    const { client } = target;
    for (const attempt of [
      () => read(stream),
      () => append(stream, 1),
      () => client.deleteStream(stream),
      () => client.tombstoneStream(stream),
    ]) {
      const error = await failure(attempt());
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error['streamName']).toBe(stream);
    }
  });

  test('of a stream that never was succeeds', async () => {
    const stream = fresh();
    await target.client.tombstoneStream(stream);
    expect(await failure(append(stream, 1))).toBeInstanceOf(StreamDeletedError);
  });

  test('is an event of type $streamDeleted at revision 2^63 − 1 in $all', async () => {
    const stream = fresh();
    await append(stream, 1);
    const { position } = await target.client.tombstoneStream(stream);
    const [last] = await collect(
      target.client.readAll({ fromPosition: position as { commit: bigint; prepare: bigint }, maxCount: 1 }),
    );
    expect([last?.event?.type, last?.event?.streamId, last?.event?.revision]).toEqual([
      '$streamDeleted',
      stream,
      2n ** 63n - 1n,
    ]);
  });

  test('with a wrong revision is refused', async () => {
    const stream = fresh();
    await append(stream, 1);
    expect(await failure(target.client.tombstoneStream(stream, { expectedRevision: NO_STREAM }))).toBeInstanceOf(
      WrongExpectedVersionError,
    );
  });
});

test('metadata may be written before the stream', async () => {
  const stream = fresh();
  await target.client.setStreamMetadata(stream, { maxCount: 1 });
  await target.client.appendToStream(stream, [jsonEvent({ type: 'A', data: {} }), jsonEvent({ type: 'B', data: {} })]);
  expect(await read(stream)).toEqual([1]);
});
