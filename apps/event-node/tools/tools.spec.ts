/** The operator's tools on stores made here: verify finds what was done to them, nothing else is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { Scavenger } from '../operations/scavenge';
import type { ProposedEvent } from '../protocol/recorded-event.codec';
import { MAX_REVISION } from '../protocol/wire';
import { openForReading, storePaths } from '../store/database';
import { Store, type WriteResult } from '../store/store';
import { backupStore, restoreStore } from './backup';
import { exportStore, type ExportedEvent } from './export';
import { storeStats } from './stats';
import { verifyStore } from './verify';

let dir: string;
let store: Store;
const open = (): Store =>
  new Store(dir, (error) => {
    throw error;
  });
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'event-tools-'));
  store = open();
});
afterEach(() => {
  try {
    store.close();
  } catch {
    // Some tests close it themselves.
  }
  rmSync(dir, { recursive: true, force: true });
});

const event = (data: unknown, type = 'Happened'): ProposedEvent => ({
  id: crypto.randomUUID(),
  type,
  json: true,
  metadata: new Uint8Array(0),
  data: Buffer.from(JSON.stringify(data)),
});
const append = (stream: string, events: ProposedEvent[]) =>
  new Promise<WriteResult>((resolve) => store.append(stream, 'any', events, resolve));
const setMetadata = (stream: string, metadata: object) => append(`$$${stream}`, [event(metadata, '$metadata')]);
const many = (count: number) => Array.from({ length: count }, (_, n) => event({ n, text: 'x'.repeat(100) }));
const verify = () => {
  const db = openForReading(storePaths(dir).database);
  try {
    return verifyStore(db);
  } finally {
    db.close();
  }
};
const scavenge = async () => {
  const scavenger = new Scavenger(store);
  scavenger.start();
  while (scavenger.running !== null) await new Promise((resolve) => setImmediate(resolve));
};
const revisions = (stream: string) =>
  store.reader.forward(store.catalog.stream(stream).id, 0, 10_000).map((record) => record.rev);

/** Changes the file behind the node's back. */
function tamper(sql: string): void {
  store.close();
  const db = new DatabaseSync(storePaths(dir).database);
  db.exec(sql);
  db.close();
}

test('a sound store is sound', async () => {
  for (let n = 0; n < 10; n++) await append(`s-${n % 3}`, many(30));
  expect(verify()).toMatchObject({ ok: true, records: 300, head: 300, problem: null });
});

describe.each([
  [
    'one changed byte',
    "UPDATE records SET bytes = CAST(substr(bytes,1,200) || x'00' || substr(bytes,202) AS BLOB) WHERE pos = 120",
    120,
  ],
  ['a missing record', 'DELETE FROM records WHERE pos = 77', 77],
  [
    'two records in each other’s place',
    'UPDATE records SET pos = -1 WHERE pos = 50; UPDATE records SET pos = 50 WHERE pos = 51; UPDATE records SET pos = 51 WHERE pos = -1',
    50,
  ],
  ['a missing end', 'DELETE FROM records WHERE pos > 290', 291],
  ['a changed column', 'UPDATE records SET rev = 5000 WHERE pos = 33', 33],
  ['a chain written anew', 'UPDATE records SET chain = zeroblob(16) WHERE pos = 200', 200],
])('%s', (_name, sql, position) => {
  test('is named', async () => {
    for (let n = 0; n < 10; n++) await append(`s-${n % 3}`, many(30));
    tamper(sql);
    const result = verify();
    expect(result.ok).toBe(false);
    expect(result.position).toBe(position);
  });
});

test('a damaged end is refused at the start, with the way out', async () => {
  await append('s-1', many(10));
  tamper("UPDATE records SET bytes = CAST(substr(bytes,1,100) || x'00' || substr(bytes,102) AS BLOB) WHERE pos = 9");
  expect(open).toThrow(/record 9 is damaged.*hoptac-node verify.*restore/);
});

test('a second process is refused', () => {
  expect(open).toThrow(/another process holds the store/);
});

test('scavenge frees what is invisible, keeps the last of every stream and all evidence; the chain still holds', async () => {
  await append('counted-1', many(50));
  await setMetadata('counted-1', { $maxCount: 5 });
  await append('cut-1', many(50));
  await setMetadata('cut-1', { $tb: 20 });
  await append('evidence-1', many(50));
  await setMetadata('evidence-1', { $maxCount: 1, 'hoptac-evidence': true });
  await setMetadata('evidence-1', { $maxCount: 1 });
  await append('deleted-1', many(50));
  await new Promise<WriteResult>((resolve) => store.delete('deleted-1', 'any', resolve));
  await append('buried-1', many(50));
  await new Promise<WriteResult>((resolve) => store.tombstone('buried-1', 'any', resolve));
  await append('kept-1', many(50));
  await scavenge();
  expect(revisions('counted-1')).toEqual([45, 46, 47, 48, 49]);
  expect(revisions('cut-1')).toEqual(Array.from({ length: 30 }, (_, n) => n + 20));
  expect(revisions('evidence-1')).toHaveLength(50);
  expect(revisions('$$evidence-1')).toHaveLength(2);
  expect(revisions('deleted-1')).toEqual([49]);
  expect(revisions('buried-1')).toEqual([MAX_REVISION]);
  expect(revisions('kept-1')).toHaveLength(50);
  expect(await append('deleted-1', many(1))).toMatchObject({ kind: 'ok', revision: 50 });
  expect(await append('buried-1', many(1))).toMatchObject({ kind: 'deleted' });
  expect(verify()).toMatchObject({ ok: true, scavenged: 45 + 20 + 49 + 50 });
  store.close();
  store = open();
  expect(revisions('counted-1')).toEqual([45, 46, 47, 48, 49]);
});

test('a scavenge that was interrupted goes on after the next start', async () => {
  for (let n = 0; n < 6; n++) {
    await append(`s-${n}`, many(400));
    await setMetadata(`s-${n}`, { $maxCount: 1 });
  }
  const first = new Scavenger(store);
  const { id } = first.start();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  first.pause();
  store.close();
  store = open();
  const second = new Scavenger(store);
  expect(second.running).toBe(id);
  while (second.running !== null) await new Promise((resolve) => setImmediate(resolve));
  for (let n = 0; n < 6; n++) expect(revisions(`s-${n}`)).toEqual([399]);
  expect(verify().ok).toBe(true);
});

test('a backup made while writing is a whole prefix and can be restored', async () => {
  await append('s-1', many(2_000));
  const load = { on: true };
  const writing = (async () => {
    while (load.on) await append('s-2', many(20));
  })();
  const file = join(dir, 'copy.db');
  const { ok, head } = await backupStore(dir, file);
  load.on = false;
  await writing;
  expect(ok).toBe(true);
  expect(head).toBeGreaterThanOrEqual(2_000);
  expect(() => restoreStore(dir, file)).toThrow(/another process/);
  store.close();
  expect(restoreStore(dir, file).kept).toMatch(/before-restore/);
  store = open();
  expect(store.head).toBe(head);
  expect(await append('s-2', many(1))).toMatchObject({ kind: 'ok', position: head + 1 });
});

test('a backup that is damaged is not restored', () => {
  store.close();
  writeFileSync(join(dir, 'bad.db'), 'nonsense');
  expect(() => restoreStore(dir, join(dir, 'bad.db'))).toThrow();
});

test('an export holds what people wrote, exactly', async () => {
  await append('a-1', [
    event({ tên: 'Lan' }),
    { ...event(null), json: false, data: Buffer.from([1, 2, 255]) },
    { ...event(null), data: Buffer.from('{ "spaced" : 1 }') },
  ]);
  await setMetadata('a-1', { $maxCount: 9 });
  await append('$ce-a', many(1));
  await append('b-1', many(1));
  await new Promise<WriteResult>((resolve) => store.tombstone('b-1', 'any', resolve));
  const out = new PassThrough();
  const db = openForReading(storePaths(dir).database);
  const count = await exportStore(db, out);
  db.close();
  const [header, ...lines] = (out.read() as Buffer)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedEvent);
  expect(header).toEqual({ format: 'hoptac-events', version: 1, head: 7 });
  expect(count).toBe(6);
  expect(lines.map((line) => [line.stream, line.revision])).toEqual([
    ['a-1', 0],
    ['a-1', 1],
    ['a-1', 2],
    ['$$a-1', 0],
    ['b-1', 0],
    ['b-1', null],
  ]);
  expect(lines[0]?.data).toEqual({ tên: 'Lan' });
  expect(lines[1]?.dataBase64).toBe('AQL/');
  expect(Buffer.from(lines[2]?.dataBase64 ?? '', 'base64').toString()).toBe('{ "spaced" : 1 }');
});

test('stats count', async () => {
  await append('s-1', many(100));
  const db = openForReading(storePaths(dir).database);
  expect(storeStats(db, storePaths(dir).database)).toMatchObject({
    position: 100,
    records: 100,
    streams: 1,
    largestStreams: [{ stream: 's-1', records: 100 }],
  });
  db.close();
});

test('a clock set back does not set the log back', async () => {
  store.close();
  let now = 2_000_000_000_000;
  store = new Store(
    dir,
    (error) => {
      throw error;
    },
    () => now,
  );
  await append('s-1', many(1));
  now -= 3_600_000;
  await append('s-1', many(1));
  store.close();
  store = new Store(
    dir,
    (error) => {
      throw error;
    },
    () => now,
  );
  await append('s-1', many(1));
  const times = store.reader.forward(store.catalog.stream('s-1').id, 0, 10).map((record) => record.ts);
  expect(times).toEqual([2_000_000_000_000, 2_000_000_000_000, 2_000_000_000_000]);
});
