/** When a sync is done at once and when beside the thread, and that neither swallows an error. */
import fs from 'node:fs';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disk } from './disk';

let dir: string;
let database: string;
/** What the next syncs take (milliseconds), and whether they fail. */
let takes: number;
let fails: Error | null;
let beside: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'disk-'));
  database = join(dir, 'events.db');
  writeFileSync(`${database}-wal`, '');
  takes = 0;
  fails = null;
  beside = 0;
  jest.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
    const end = performance.now() + takes;
    while (performance.now() < end);
    if (fails) throw fails;
  });
  jest.spyOn(fs, 'fdatasync').mockImplementation((_file: number, done: (error: Error | null) => void) => {
    beside++;
    setTimeout(() => done(fails), takes);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});
const sync = (disk: Disk): Promise<Error | null> => new Promise((resolve) => disk.sync(resolve));

test('a quick disk is waited for, a slow one is not; one that becomes quick again is noticed', async () => {
  const disk = new Disk(database);
  for (let n = 0; n < 20; n++) await sync(disk);
  expect(beside).toBe(0);
  takes = 3;
  for (let n = 0; n < 5; n++) await sync(disk);
  expect(beside).toBeGreaterThan(2);
  let answered = false;
  disk.sync(() => (answered = true));
  expect([answered, disk.busy]).toEqual([false, true]);
  while (disk.busy) await new Promise((resolve) => setTimeout(resolve, 1));
  takes = 0;
  for (let n = 0; n < 200; n++) await sync(disk);
  const before = beside;
  for (let n = 0; n < 20; n++) await sync(disk);
  expect(beside).toBe(before);
  disk.close();
});

test('an error comes through, at once and beside the thread', async () => {
  const disk = new Disk(database);
  fails = new Error('EIO');
  expect(await sync(disk)).toBe(fails);
  fails = null;
  takes = 3;
  for (let n = 0; n < 5; n++) await sync(disk);
  fails = new Error('ENOSPC');
  expect(beside).toBeGreaterThan(0);
  expect(await sync(disk)).toBe(fails);
  disk.close();
});

test('the log is lengthened ahead of its use, and no further than SQLite fills it', async () => {
  const disk = new Disk(database);
  const length = (): number => statSync(`${database}-wal`).size;
  expect(length()).toBeGreaterThan(0);
  const first = length();
  await sync(disk);
  expect(length()).toBe(first);
  for (let n = 0; n < 40; n++) {
    writeFileSync(`${database}-wal`, Buffer.alloc(length(), 1));
    await sync(disk);
  }
  expect(length()).toBeGreaterThan(16 * 1024 * 1024);
  expect(length()).toBeLessThan(24 * 1024 * 1024);
  disk.close();
});
