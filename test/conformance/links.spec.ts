/** event-node.md §5: links and the system projections. */
import { binaryEvent, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { collect, connect, events, failure, fresh, until, type Target } from './harness';

let target: Target;
beforeAll(async () => void (target = await connect()));
afterAll(() => target.close());

const link = (to: string) => binaryEvent({ type: '$>', data: Buffer.from(to) });
const names = (list: ResolvedEvent[]) => list.map((one) => `${one.event?.revision}@${one.event?.streamId}`);
const readLinks = async (stream: string): Promise<ResolvedEvent[]> => {
  try {
    return await collect<ResolvedEvent>(target.client.readStream(stream, { resolveLinkTos: true }));
  } catch {
    return [];
  }
};

describe('resolving', () => {
  test('a resolved link gives event and link; unresolved it is an event itself', async () => {
    const [source, list] = [fresh(), fresh('list')];
    await target.client.appendToStream(source, events(2));
    await target.client.appendToStream(list, link(`1@${source}`));
    const [resolved] = await readLinks(list);
    expect([
      resolved?.event?.streamId,
      resolved?.event?.revision,
      resolved?.link?.streamId,
      resolved?.link?.revision,
    ]).toEqual([source, 1n, list, 0n]);
    const [raw] = await collect(target.client.readStream(list));
    expect([raw?.event?.type, raw?.link]).toEqual(['$>', undefined]);
  });

  test('a link to something gone gives the link only', async () => {
    const [source, list] = [fresh(), fresh('list')];
    await target.client.appendToStream(source, events(2));
    await target.client.appendToStream(list, [
      link(`0@${source}`),
      link(`7@${source}`),
      link('0@never-there'),
      link('nonsense'),
    ]);
    await target.client.setStreamMetadata(source, { truncateBefore: 1 });
    const all = await readLinks(list);
    expect(all.map((one) => [one.event, one.link?.revision])).toEqual(
      [0n, 1n, 2n, 3n].map((revision) => [undefined, revision]),
    );
  });

  test('in $all every record has its own position, also the resolved one', async () => {
    const [source, list] = [fresh(), fresh('list')];
    const first = await target.client.appendToStream(source, events(1));
    const second = await target.client.appendToStream(list, link(`0@${source}`));
    const [one] = await collect(
      target.client.readAll({
        fromPosition: second.position as { commit: bigint; prepare: bigint },
        maxCount: 1,
        resolveLinkTos: true,
      }),
    );
    expect(one?.event?.position).toEqual(first.position);
    expect(one?.link?.position).toEqual(second.position);
    expect(one?.commitPosition).toBe(second.position?.commit);
  });

  test('subscriptions resolve links, history and live', async () => {
    const [source, list] = [fresh(), fresh('list')];
    await target.client.appendToStream(source, events(2));
    await target.client.appendToStream(list, link(`0@${source}`));
    const seen: ResolvedEvent[] = [];
    const subscription = target.client
      .subscribeToStream(list, { resolveLinkTos: true })
      .on('data', (one) => seen.push(one));
    await until(() => seen.length === 1);
    await target.client.appendToStream(list, link(`1@${source}`));
    await until(() => seen.length === 2);
    expect(names(seen)).toEqual([`0@${source}`, `1@${source}`]);
    await subscription.unsubscribe();
  });
});

describe('system projections', () => {
  const run = fresh('').replaceAll('-', '');
  const streams = [`${run}-1`, `${run}-2-x`, `${run}-1`];

  test('on enabling, what is older is linked once; afterwards every event at once and in order', async () => {
    const seen = new Set<string>();
    for (const stream of streams) {
      seen.add(stream);
      await target.client.appendToStream(
        stream,
        jsonEvent({ type: `${run}Type`, data: {}, metadata: { $correlationId: `${run}c` } }),
      );
    }
    for (const name of ['$by_category', '$by_event_type', '$by_correlation_id', '$stream_by_category', '$streams'])
      await target.client.enableProjection(name);
    const expected = [`0@${run}-1`, `0@${run}-2-x`, `1@${run}-1`];
    await until(
      async () =>
        (await readLinks(`$ce-${run}`)).length === 3 &&
        (await readLinks(`$et-${run}Type`)).length === 3 &&
        (await readLinks(`$bc-${run}c`)).length === 3,
    );
    for (const stream of [`$ce-${run}`, `$et-${run}Type`, `$bc-${run}c`])
      expect(names(await readLinks(stream))).toEqual(expected);
    await until(async () => (await readLinks(`$category-${run}`)).length === 2);
    const firsts = names(await readLinks('$streams'));
    for (const stream of seen) expect(firsts.filter((name) => name === `0@${stream}`)).toHaveLength(1);
    await target.client.appendToStream(`${run}-3`, jsonEvent({ type: `${run}Type`, data: {} }));
    await until(async () => (await readLinks(`$ce-${run}`)).length === 4);
    expect(names(await readLinks(`$et-${run}Type`))).toEqual([...expected, `0@${run}-3`]);
    expect(names(await readLinks(`$bc-${run}c`))).toEqual(expected);
  });

  test('a subscription to a category sees old and new', async () => {
    const seen: ResolvedEvent[] = [];
    const subscription = target.client
      .subscribeToStream(`$ce-${run}`, { resolveLinkTos: true })
      .on('data', (one) => seen.push(one));
    await target.client.appendToStream(`${run}-9`, events(2));
    await until(() => names(seen).includes(`1@${run}-9`));
    await subscription.unsubscribe();
  });

  test('streams without a category, metadata and links are not linked', async () => {
    const plain = `plain${run}`;
    await target.client.appendToStream(plain, events(1, `${run}Plain`));
    await target.client.setStreamMetadata(plain, { maxCount: 9 });
    await until(async () => (await readLinks(`$et-${run}Plain`)).length === 1);
    expect(await readLinks(`$ce-${plain}`)).toEqual([]);
    expect(await readLinks('$et-$>')).toEqual([]);
  });

  test('switched off they stop; switched on again they catch up without a gap or a duplicate', async () => {
    await target.client.disableProjection('$by_category');
    expect((await target.client.getProjectionStatus('$by_category')).projectionStatus).toMatch(/Stopped/);
    const category = `${run}off`;
    await target.client.appendToStream(`${category}-1`, events(3));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await readLinks(`$ce-${category}`)).toEqual([]);
    await target.client.enableProjection('$by_category');
    await until(async () => (await readLinks(`$ce-${category}`)).length === 3);
    const all = names(await readLinks(`$ce-${run}`));
    expect(new Set(all).size).toBe(all.length);
    expect((await target.client.getProjectionStatus('$by_category')).projectionStatus).toMatch(/Running/);
  });

  test('they are listed; an unknown one is not found', async () => {
    const list = (await target.client.listProjections()).map((one) => one.name);
    expect(list).toEqual(
      expect.arrayContaining([
        '$by_category',
        '$by_event_type',
        '$by_correlation_id',
        '$stream_by_category',
        '$streams',
      ]),
    );
    expect((await failure(target.client.enableProjection('nobody')))['code']).toBe(5);
  });
});
