/** event-node.md §5: reading streams and $all. */
import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
} from '@eventstore/db-client';
import { collect, connect, events, failure, fresh, revisions, type Target } from './harness';

let target: Target;
const stream = fresh('reading');
beforeAll(async () => {
  target = await connect();
  for (let n = 0; n < 4; n++) await target.client.appendToStream(stream, events(25));
});
afterAll(() => target.close());

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => (from <= to ? from + n : from - n));
const read = async (options: Parameters<Target['client']['readStream']>[1]) =>
  revisions(await collect(target.client.readStream(stream, options)));

test('a stream forwards and backwards, whole', async () => {
  expect(await read({})).toEqual(range(0, 99));
  expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual(range(99, 0));
});

test('from a revision, inclusive, with a limit', async () => {
  expect(await read({ fromRevision: 10n, maxCount: 5 })).toEqual(range(10, 14));
  expect(await read({ direction: BACKWARDS, fromRevision: 10n, maxCount: 5 })).toEqual(range(10, 6));
  expect(await read({ direction: BACKWARDS, fromRevision: 3n })).toEqual(range(3, 0));
});

test('beyond the end there is nothing; backwards from beyond begins at the last', async () => {
  expect(await read({ fromRevision: 100n })).toEqual([]);
  expect(await read({ fromRevision: END })).toEqual([]);
  expect(await read({ direction: BACKWARDS, fromRevision: 1_000n, maxCount: 2 })).toEqual([99, 98]);
  expect(await read({ direction: BACKWARDS, fromRevision: START })).toEqual([0]);
});

test('a stream that is not there', async () => {
  const name = fresh();
  const error = await failure(collect(target.client.readStream(name)));
  expect(error).toBeInstanceOf(StreamNotFoundError);
  expect(error['streamName']).toBe(name);
});

test('a tombstoned stream', async () => {
  const name = fresh();
  await target.client.appendToStream(name, events(1));
  await target.client.tombstoneStream(name);
  expect(await failure(collect(target.client.readStream(name)))).toBeInstanceOf(StreamDeletedError);
});

test('$all holds every event once, in the order of its stream, with positions that grow', async () => {
  const all = await collect(target.client.readAll({ direction: FORWARDS, fromPosition: START }));
  expect(revisions(all.filter((one) => one.event?.streamId === stream))).toEqual(range(0, 99));
  const positions = all.map((one) => one.event?.position.commit ?? one.link?.position.commit ?? 0n);
  for (let n = 1; n < positions.length; n++) expect((positions[n] as bigint) > (positions[n - 1] as bigint)).toBe(true);
});

test('$all forwards from a position is inclusive, backwards exclusive', async () => {
  const mine = (await collect(target.client.readAll())).filter((one) => one.event?.streamId === stream);
  const at = (mine[50] as AllStreamResolvedEvent).event?.position as { commit: bigint; prepare: bigint };
  const [forward] = await collect(target.client.readAll({ fromPosition: at, maxCount: 1 }));
  expect(forward?.event?.revision).toBe(50n);
  const [backward] = await collect(target.client.readAll({ direction: BACKWARDS, fromPosition: at, maxCount: 1 }));
  expect(backward?.event?.revision).toBe(49n);
});

test('$all backwards from the end is forwards turned round', async () => {
  const forwards = await collect(target.client.readAll());
  const backwards = await collect(target.client.readAll({ direction: BACKWARDS, fromPosition: END }));
  expect(backwards.length).toBeGreaterThanOrEqual(forwards.length);
  expect(
    backwards
      .reverse()
      .slice(0, forwards.length)
      .map((one) => one.event?.id),
  ).toEqual(forwards.map((one) => one.event?.id));
});

test('the position given with an append finds its last event', async () => {
  const name = fresh();
  const { position } = await target.client.appendToStream(name, events(3));
  const [found] = await collect(
    target.client.readAll({ fromPosition: position as { commit: bigint; prepare: bigint }, maxCount: 1 }),
  );
  expect([found?.event?.streamId, found?.event?.revision]).toEqual([name, 2n]);
});

test('a read that is cancelled in the middle harms nobody', async () => {
  const reading = target.client.readStream(stream);
  for await (const one of reading) if (one.event?.revision === 3n) break;
  await reading.cancel();
  expect(await read({ maxCount: 1 })).toEqual([0]);
});

test('a slow reader of large events gets them all', async () => {
  const name = fresh();
  for (let n = 0; n < 12; n++)
    await target.client.appendToStream(name, { ...events(1)[0], data: { text: 'z'.repeat(900_000) } } as never);
  const seen: number[] = [];
  for await (const one of target.client.readStream(name)) {
    seen.push(Number(one.event?.revision));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(seen).toEqual(range(0, 11));
});

test('the ends of a long stream are as near as those of a short one', async () => {
  const name = fresh('long');
  for (let n = 0; n < 12; n++) await target.client.appendToStream(name, events(500));
  const started = Date.now();
  const last = await collect(target.client.readStream(name, { direction: BACKWARDS, fromRevision: END, maxCount: 1 }));
  const middle = await collect(target.client.readStream(name, { fromRevision: 3_000n, maxCount: 3 }));
  expect(Date.now() - started).toBeLessThan(1_000);
  expect([...revisions(last), ...revisions(middle)]).toEqual([5_999, 3_000, 3_001, 3_002]);
  expect(await collect(target.client.readStream(name))).toHaveLength(6_000);
});
