/** Nothing is answered or shown before it is durable: the sync is held back, and everybody must wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANONYMOUS, OPEN_ACCESS } from '../access/access';
import type { Expected } from '../protocol/batch-append.codec';
import { Disk } from './disk';
import { metastreamOf } from './catalog';
import { Store, systemEvent, type WriteResult } from './store';
import { visibleWindow } from './visibility';
import { resolveLink } from '../streams/links';

let dir: string;
let store: Store;
/** Syncs that are held back. */
let held: ((error: Error | null) => void)[];
let busy: boolean;
let failed: Error[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'durability-'));
  held = [];
  busy = false;
  failed = [];
  jest.spyOn(Disk.prototype, 'busy', 'get').mockImplementation(() => busy);
  jest.spyOn(Disk.prototype, 'sync').mockImplementation((done) => {
    busy = true;
    held.push((error) => {
      busy = false;
      done(error);
    });
  });
  store = new Store(dir, (error) => {
    failed.push(error);
    throw error;
  });
});
afterEach(() => {
  store.close();
  jest.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const event = (text: string) => systemEvent('Happened', Buffer.from(JSON.stringify({ text })));
function append(stream: string, expected: Expected, count = 1): { result: WriteResult | null } {
  const answer: { result: WriteResult | null } = { result: null };
  const events = Array.from({ length: count }, (_, n) => event(String(n)));
  store.append(stream, expected, events, (result) => (answer.result = result));
  return answer;
}
const seen = (stream: string): number => store.reader.forward(store.catalog.stream(stream).id, 0, 100).length;

test('an append is neither answered nor seen while its sync runs, and both once it has returned', async () => {
  const told: number[] = [];
  store.subscribe((records) => told.push(...records.map((record) => record.pos)));
  const first = append('s-1', 'no_stream', 2);
  await turn();
  expect(held).toHaveLength(1);
  expect([first.result, store.head, seen('s-1'), told]).toEqual([null, 0, 0, []]);
  expect(visibleWindow(store.catalog, store.catalog.stream('s-1'), Date.now()).kind).toBe('missing');
  expect(store.reader.before(1_000, 10)).toEqual([]);
  expect(store.reader.keys(0, 10, false)).toEqual([]);
  expect(store.reader.at(1)).toBeNull();
  held.shift()?.(null);
  expect(first.result).toEqual({ kind: 'ok', revision: 1, position: 2 });
  expect([store.head, seen('s-1'), told]).toEqual([2, 2, [1, 2]]);
});

test('the next append is checked against what is written and not durable yet, and answered after it', async () => {
  const first = append('s-1', 'no_stream');
  await turn();
  const second = append('s-1', 0);
  const wrong = append('s-1', 'no_stream');
  await turn();
  expect(held).toHaveLength(1);
  held.shift()?.(null);
  expect([first.result?.kind, second.result, wrong.result]).toEqual(['ok', null, null]);
  await turn();
  held.shift()?.(null);
  expect(second.result).toEqual({ kind: 'ok', revision: 1, position: 2 });
  expect(wrong.result).toEqual({ kind: 'wrong-version', current: 1 });
});

test('many waiting appends are written behind the sync that runs; each group is shown by its own sync only', async () => {
  append('s-1', 'no_stream');
  await turn();
  const others = Array.from({ length: 40 }, (_, n) => append(`t-${n}`, 'no_stream'));
  await turn();
  expect(store.lastPosition).toBe(41);
  held.shift()?.(null);
  expect([store.head, seen('s-1'), seen('t-0')]).toEqual([1, 1, 0]);
  expect(others.every((one) => one.result === null)).toBe(true);
  held.shift()?.(null);
  expect([store.head, seen('t-0')]).toEqual([41, 1]);
  expect(others.every((one) => one.result?.kind === 'ok')).toBe(true);
});

test('a group whose sync is done at once is published behind the one whose sync ran beside the thread', async () => {
  const told: number[] = [];
  store.subscribe((records) => told.push(...records.map((record) => record.pos)));
  append('s-1', 'no_stream');
  await turn();
  const others = Array.from({ length: 20 }, (_, n) => append(`t-${n}`, 'no_stream'));
  await turn();
  expect([store.lastPosition, store.head]).toEqual([21, 0]);
  jest.spyOn(Disk.prototype, 'sync').mockImplementation((done) => done(null));
  held.shift()?.(null);
  expect(told).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  expect([store.head, others.every((one) => one.result?.kind === 'ok')]).toEqual([21, true]);
});

test('metadata, tombstones and links count for readers only when they are durable', async () => {
  append('s-1', 'no_stream', 3);
  await turn();
  held.shift()?.(null);
  const state = store.catalog.stream('s-1');
  store.append(metastreamOf('s-1'), 'any', [systemEvent('$metadata', Buffer.from('{"$tb":2}'))], () => undefined);
  store.append('links-1', 'any', [systemEvent('$>', Buffer.from('2@s-1'), false)], () => undefined);
  await turn();
  expect(visibleWindow(store.catalog, state, Date.now())).toMatchObject({ window: { first: 0 } });
  expect(store.catalog.metadata(state).truncateBefore).toBe(2);
  held.shift()?.(null);
  expect(visibleWindow(store.catalog, state, Date.now())).toMatchObject({ window: { first: 2 } });
  const [link] = store.reader.forward(store.catalog.stream('links-1').id, 0, 1);
  append('s-1', 2);
  store.tombstone('links-1', 'any', () => undefined);
  await turn();
  expect(visibleWindow(store.catalog, store.catalog.stream('links-1'), Date.now()).kind).toBe('window');
  expect(link && resolveLink(store, OPEN_ACCESS, ANONYMOUS, link, Date.now())?.rev).toBe(2);
  held.shift()?.(null);
  expect(visibleWindow(store.catalog, store.catalog.stream('links-1'), Date.now()).kind).toBe('deleted');
});

test('a sync that fails ends the process and answers nobody', async () => {
  const first = append('s-1', 'no_stream');
  await turn();
  expect(() => held.shift()?.(new Error('EIO'))).toThrow('EIO');
  expect([first.result, failed.map((error) => error.message), store.head]).toEqual([null, ['EIO'], 0]);
});

test('closing makes durable and answers what is still under way, and what its answers lead to', async () => {
  const first = append('s-1', 'no_stream');
  await turn();
  let last: WriteResult | null = null;
  store.append('t-1', 'no_stream', [event('a')], () =>
    store.append('t-1', 0, [event('b')], (result) => (last = result)),
  );
  store.close();
  expect(first.result).toMatchObject({ kind: 'ok' });
  expect(last).toMatchObject({ kind: 'ok', revision: 1 });
  store = new Store(dir, (error) => {
    throw error;
  });
  expect([seen('s-1'), seen('t-1')]).toEqual([1, 2]);
});
