/** event-node.md §5: consumers of persistent subscriptions among themselves, managing groups, $all. */
import {
  eventTypeFilter,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
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

test('competing consumers share the work; what a lost one had goes to the others', async () => {
  const stream = fresh();
  await create(stream);
  const lost = subscribe(stream, 5);
  const [one, two] = [consume(lost, () => null), consume(subscribe(stream, 5))];
  await until(() => one.confirmed && two.confirmed);
  await target.client.appendToStream(stream, events(40));
  await until(() => one.got.length === 5 && two.got.length === 35);
  await lost.unsubscribe();
  await until(() => two.got.length === 40);
  expect(two.revisions().sort((a, b) => a - b)).toEqual(range(0, 39));
});

test.each(['RoundRobin', 'DispatchToSingle', 'Pinned'] as const)('strategy %s', async (consumerStrategyName) => {
  const category = fresh('pin').replaceAll('-', '');
  const list = `list-${category}`;
  for (let n = 0; n < 12; n++) await target.client.appendToStream(`${category}-${n % 4}`, events(1));
  await create(list, { consumerStrategyName, resolveLinkTos: true });
  const consumers = [consume(subscribe(list, 50)), consume(subscribe(list, 50))];
  await until(() => consumers.every((one) => one.confirmed));
  for (let n = 0; n < 12; n++)
    await target.client.appendToStream(list, {
      ...jsonEvent({ type: '$>', data: {} }),
      contentType: 'application/octet-stream',
      data: Buffer.from(`${Math.floor(n / 4)}@${category}-${n % 4}`),
    } as never);
  await until(() => consumers.reduce((sum, one) => sum + one.got.length, 0) === 12);
  const [a, b] = consumers.map((one) => one.got.length) as [number, number];
  if (consumerStrategyName === 'RoundRobin') expect(Math.abs(a - b)).toBeLessThanOrEqual(2);
  if (consumerStrategyName === 'DispatchToSingle') expect([a, b]).toEqual([12, 0]);
  if (consumerStrategyName === 'Pinned') {
    const owners = consumers.map((one) => new Set(one.got.map((got) => got.event?.streamId)));
    for (const name of owners[0] ?? []) expect(owners[1]?.has(name)).toBe(false);
  }
});

test('more consumers than allowed are refused', async () => {
  const stream = fresh();
  await create(stream, { maxSubscriberCount: 1 });
  const first = consume(subscribe(stream));
  await until(() => first.confirmed);
  const second = consume(subscribe(stream));
  await until(() => second.error !== null);
  expect(second.error?.['type']).toBe('maximum-subscribers-reached');
});

test('resolved links: event and link, answered by the link', async () => {
  const [source, list] = [fresh(), fresh('list')];
  await target.client.appendToStream(source, events(1));
  await target.client.appendToStream(list, {
    ...jsonEvent({ type: '$>', data: {} }),
    contentType: 'application/octet-stream',
    data: Buffer.from(`0@${source}`),
  } as never);
  await create(list, { resolveLinkTos: true });
  const seen = consume(subscribe(list));
  await until(() => seen.got.length === 1);
  expect([seen.got[0]?.event?.streamId, seen.got[0]?.link?.revision]).toEqual([source, 0n]);
  await until(async () => (await info(list)).stats.totalInFlightMessages === 0);
});

test('goes on from its checkpoint after all consumers left', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(30));
  await create(stream, { checkPointLowerBound: 1, checkPointUpperBound: 5, checkPointAfter: 100 });
  const subscription = subscribe(stream, 5);
  const seen = consume(subscription);
  await until(() => seen.got.length === 30);
  await until(async () => (await info(stream)).stats.lastCheckpointedEventRevision === 29n);
  await target.client.restartPersistentSubscriptionSubsystem();
  await until(() => seen.error !== null);
  await target.client.appendToStream(stream, events(2));
  const again = consume(subscribe(stream));
  await until(() => again.got.length === 2);
  expect(again.revisions()).toEqual([30, 31]);
});

test('update drops the consumers and takes effect; delete ends everything', async () => {
  const stream = fresh();
  await create(stream, { maxRetryCount: 3 });
  const seen = consume(subscribe(stream));
  await until(() => seen.confirmed);
  await target.client.updatePersistentSubscriptionToStream(
    stream,
    'group',
    streamSettings({ startFrom: START, maxRetryCount: 8, messageTimeout: 1_234 }),
  );
  await until(() => seen.error !== null);
  expect((await info(stream)).settings).toMatchObject({ maxRetryCount: 8, messageTimeout: 1_234 });
  const second = consume(subscribe(stream));
  await until(() => second.confirmed);
  await target.client.deletePersistentSubscriptionToStream(stream, 'group');
  await until(() => second.error !== null);
  expect(second.error?.['type']).toBe('persistent-subscription-dropped');
  expect((await failure(info(stream)))['type']).toBe('persistent-subscription-does-not-exist');
});

test('info and list say what is so', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(5));
  await create(stream, { consumerStrategyName: 'Pinned', extraStatistics: true });
  const seen = consume(subscribe(stream, 3), () => null);
  await until(() => seen.got.length === 3);
  const one = await info(stream);
  expect(one).toMatchObject({
    eventSource: stream,
    groupName: 'group',
    settings: { startFrom: START, consumerStrategyName: 'Pinned', resolveLinkTos: false },
  });
  expect(one.stats).toMatchObject({ totalInFlightMessages: 3, lastKnownEventRevision: 4n, parkedMessageCount: 0n });
  expect(one.connections).toHaveLength(1);
  expect(one.connections[0]).toMatchObject({ inFlightMessages: 3, availableSlots: 0 });
  expect((await target.client.listPersistentSubscriptionsToStream(stream)).map((entry) => entry.groupName)).toEqual([
    'group',
  ]);
  expect((await target.client.listAllPersistentSubscriptions()).some((entry) => entry.eventSource === stream)).toBe(
    true,
  );
});

describe('to $all', () => {
  const group = fresh('group');
  const type = fresh('Type').replaceAll('-', '');
  afterAll(async () => {
    await target.client.deletePersistentSubscriptionToAll(group);
  });

  test('with a filter: history, live, checkpoint, info, parked and replayed', async () => {
    for (let n = 0; n < 5; n++)
      await target.client.appendToStream(fresh(), [...events(20, 'Noise'), ...events(1, type)]);
    await target.client.createPersistentSubscriptionToAll(
      group,
      allSettings({ startFrom: START, checkPointUpperBound: 2 }),
      { filter: eventTypeFilter({ prefixes: [type] }) },
    );
    let park = true;
    const seen = consume(target.client.subscribeToPersistentSubscriptionToAll(group), () => {
      const action = park ? 'park' : 'ack';
      park = false;
      return action;
    });
    await until(() => seen.got.length === 5);
    await target.client.appendToStream(fresh(), events(1, type));
    await until(() => seen.got.length === 6);
    const about = () => target.client.getPersistentSubscriptionToAllInfo(group);
    await until(async () => (await about()).stats.parkedMessageCount === 1n);
    await until(async () => (await about()).stats.lastCheckpointedEventPosition !== undefined);
    expect(await about()).toMatchObject({ eventSource: '$all', settings: { startFrom: START } });
    await target.client.replayParkedMessagesToAll(group);
    await until(() => seen.got.length === 7);
    expect(seen.got[6]?.event?.id).toBe(seen.got[0]?.event?.id);
    expect((await target.client.listPersistentSubscriptionsToAll()).map((one) => one.groupName)).toContain(group);
  });
});
