/** event-node.md §5: persistent subscriptions to streams and to $all. */
import {
  END,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  START,
  type PersistentSubscriptionToStreamSettings,
} from '@eventstore/db-client';
import { consume, leave } from './consumer';
import { connect, events, failure, fresh, until, type Target } from './harness';

let target: Target;
beforeAll(async () => void (target = await connect()));
afterEach(leave);
afterAll(() => target.close());

const create = (stream: string, settings: Partial<PersistentSubscriptionToStreamSettings> = {}, group = 'group') =>
  target.client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom: START, ...settings }));

const subscribe = (stream: string, bufferSize = 10, group = 'group') =>
  target.client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize });
const info = (stream: string, group = 'group') => target.client.getPersistentSubscriptionToStreamInfo(stream, group);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('confirmation, history in order, then live', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(60));
  await create(stream);
  const seen = consume(subscribe(stream));
  await until(() => seen.got.length === 60);
  await target.client.appendToStream(stream, events(5));
  await until(() => seen.got.length === 65);
  expect(seen.confirmed).toBe(true);
  expect(seen.revisions()).toEqual(range(0, 64));
  expect(seen.got.every((one) => one.retryCount === 0)).toBe(true);
});

test('starts where it was told: from the end as of its creation, or from a revision inclusive', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(10));
  await create(stream, { startFrom: END }, 'end');
  await create(stream, { startFrom: 7n }, 'seven');
  await target.client.appendToStream(stream, events(2));
  const [end, seven] = [consume(subscribe(stream, 10, 'end')), consume(subscribe(stream, 10, 'seven'))];
  await until(() => end.got.length === 2 && seven.got.length === 5);
  expect([end.revisions(), seven.revisions()]).toEqual([[10, 11], range(7, 11)]);
});

test('creating twice, and asking for one that is not there', async () => {
  const stream = fresh();
  await create(stream);
  const exists = await failure(create(stream));
  expect([exists['type'], exists['streamName'], exists['groupName']]).toEqual([
    'persistent-subscription-exists',
    stream,
    'group',
  ]);
  const nowhere = fresh();
  const missing = consume(subscribe(nowhere));
  await until(() => missing.error !== null);
  expect(missing.error?.['type']).toBe('persistent-subscription-does-not-exist');
  for (const attempt of [
    () => info(nowhere),
    () => target.client.deletePersistentSubscriptionToStream(nowhere, 'group'),
    () => target.client.updatePersistentSubscriptionToStream(nowhere, 'group', streamSettings()),
  ]) {
    expect((await failure(attempt()))['type']).toBe('persistent-subscription-does-not-exist');
  }
});

test('no more than the buffer size is under way at a time', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(20));
  await create(stream);
  const subscription = subscribe(stream, 4);
  const seen = consume(subscription, () => null);
  await until(() => seen.got.length === 4);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(seen.got).toHaveLength(4);
  await subscription.ack(seen.got[0] as never, seen.got[1] as never);
  await until(() => seen.got.length === 6);
});

test('retry comes before what is new, counts, and ends as parked', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(3));
  await create(stream, { maxRetryCount: 2 });
  const seen = consume(subscribe(stream, 1), (got) => (got.event?.revision === 0n ? 'retry' : 'ack'));
  await until(() => seen.got.length === 5);
  expect(seen.got.map((one) => [Number(one.event?.revision), one.retryCount])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
  ]);
  await until(async () => (await info(stream)).stats.parkedMessageCount === 1n);
});

test('an unanswered message is tried again after its time', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(1));
  await create(stream, { messageTimeout: 300 });
  const seen = consume(subscribe(stream), (got) => (got.retryCount === 0 ? null : 'ack'));
  await until(() => seen.got.length === 2);
  expect(seen.got[1]?.retryCount).toBe(1);
});

test('skip passes over; park keeps aside; replay brings back and lets go', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(6));
  await create(stream);
  let replaying = false;
  const seen = consume(subscribe(stream), (got) =>
    replaying ? 'ack' : got.event?.revision === 1n ? 'skip' : (got.event?.revision ?? 0n) >= 4n ? 'park' : 'ack',
  );
  await until(async () => (await info(stream)).stats.parkedMessageCount === 2n);
  expect(seen.revisions()).toEqual(range(0, 5));
  replaying = true;
  await target.client.replayParkedMessagesToStream(stream, 'group');
  await until(() => seen.got.length === 8);
  expect(seen.revisions().slice(6)).toEqual([4, 5]);
  await until(async () => (await info(stream)).stats.parkedMessageCount === 0n);
});

test('parked messages are links in a stream of their own', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(1));
  await create(stream);
  consume(subscribe(stream), () => 'park');
  await until(async () => (await info(stream)).stats.parkedMessageCount === 1n);
  const parked = target.client.readStream(`$persistentsubscription-${stream}::group-parked`);
  for await (const one of parked)
    expect([one.event?.type, Buffer.from(one.event?.data as Uint8Array).toString()]).toEqual(['$>', `0@${stream}`]);
});

test('replay can stop at a number', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(5));
  await create(stream);
  let replaying = false;
  const seen = consume(subscribe(stream), () => (replaying ? 'ack' : 'park'));
  await until(async () => (await info(stream)).stats.parkedMessageCount === 5n);
  replaying = true;
  await target.client.replayParkedMessagesToStream(stream, 'group', { stopAt: 2 });
  await until(async () => (await info(stream)).stats.parkedMessageCount === 3n);
  expect(seen.revisions().slice(5)).toEqual([0, 1]);
});

test('stop ends the consumer and gives the message to another', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(1));
  await create(stream);
  const first = consume(subscribe(stream), () => 'stop');
  await until(() => first.error !== null);
  expect(first.error?.['type']).toBe('persistent-subscription-dropped');
  const second = consume(subscribe(stream));
  await until(() => second.got.length === 1);
});
