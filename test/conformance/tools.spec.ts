/** The tools as an operator calls them, beside a running node; the page; the start and stop of the process. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { collect, events, failure, fresh, revisions, startOwnNode, until, type OwnNode } from './harness';

const run = promisify(execFile);
const CLI = join(__dirname, '../../dist/apps/event-node/cli.js');
let node: OwnNode;
let client: EventStoreDBClient;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'event-cli-'));
  node = await startOwnNode();
  client = EventStoreDBClient.connectionString(node.url);
});
afterAll(async () => {
  await client.dispose();
  await node.stop();
  node.remove();
  rmSync(dir, { recursive: true });
});
const tool = async (...args: string[]) =>
  (
    await run(process.execPath, [CLI, '--data', node.dataDir, ...args], {
      env: { PATH: process.env['PATH'] ?? '', HOPTAC_EVENTSTORE_PORT: String(node.port) },
    })
  ).stdout;

test('verify, stats, backup while the node runs', async () => {
  await client.appendToStream(fresh(), events(500));
  expect(JSON.parse(await tool('verify'))).toMatchObject({ ok: true });
  expect(JSON.parse(await tool('stats'))).toMatchObject({ streams: 1, records: 500 });
  expect(JSON.parse(await tool('backup', join(dir, 'copy.db')))).toMatchObject({ ok: true, records: 500 });
  expect(JSON.parse(await tool('verify', join(dir, 'copy.db')))).toMatchObject({ ok: true, records: 500 });
  expect((await failure(tool('restore', join(dir, 'copy.db'))))['stderr']).toMatch(/another process holds the store/);
});

test('scavenge through the running node', async () => {
  const stream = fresh();
  await client.appendToStream(stream, events(50));
  await client.setStreamMetadata(stream, { maxCount: 5 });
  expect(JSON.parse(await tool('scavenge'))).toMatchObject({ removed: 45 });
  expect(revisions(await collect(client.readStream(stream)))).toEqual([45, 46, 47, 48, 49]);
  const all = (await collect(client.readAll())).filter((one) => one.event?.streamId === stream);
  expect(all).toHaveLength(5);
  expect(JSON.parse(await tool('verify'))).toMatchObject({ ok: true, scavenged: 45 });
});

test('export and import into another node: same ids, order, metadata, tombstones; running it again changes nothing', async () => {
  const [kept, dead] = [fresh('kept'), fresh('dead')];
  await client.appendToStream(
    kept,
    jsonEvent({ type: 'Ghi', data: { tên: 'Hợp tác xã' }, metadata: { $correlationId: 'x' } }),
  );
  await client.appendToStream(dead, events(2));
  await client.setStreamMetadata(kept, { maxAge: 1_000_000 });
  for (let n = 0; n < 40; n++) await client.appendToStream(n % 2 ? kept : fresh(), events(3));
  await client.tombstoneStream(dead);
  const file = join(dir, 'export.jsonl');
  await tool('export', file);
  const other = await startOwnNode();
  const copy = EventStoreDBClient.connectionString(other.url);
  try {
    const first = JSON.parse(await tool('import', file, '--url', other.url)) as { events: number };
    const own = (list: Awaited<ReturnType<typeof everything>>) => list.filter((one) => !one.startsWith('$$$'));
    const everything = async (from: EventStoreDBClient) =>
      (await collect(from.readAll()))
        .filter((one) => !one.event?.streamId.startsWith('$persistent') && one.event?.type !== '$streamDeleted')
        .map(
          (one) =>
            `${one.event?.streamId}/${one.event?.id}/${JSON.stringify(one.event?.data)}/${JSON.stringify(one.event?.metadata)}`,
        );
    expect(own(await everything(copy))).toEqual(own(await everything(client)));
    expect((await copy.getStreamMetadata(kept)).metadata).toEqual((await client.getStreamMetadata(kept)).metadata);
    expect((await failure(collect(copy.readStream(dead)))).constructor.name).toBe('StreamDeletedError');
    const before = (await collect(copy.readAll())).length;
    await tool('import', file, '--url', other.url);
    expect((await collect(copy.readAll())).length).toBe(before);
    expect(first.events).toBeGreaterThan(100);
  } finally {
    await copy.dispose();
    await other.stop();
    other.remove();
  }
});

test('the page shows streams, events, $all, types, subscriptions, and changes nothing', async () => {
  const stream = fresh('page<b>');
  await client.appendToStream(stream, events(120));
  const page = async (path: string) => (await fetch(`http://127.0.0.1:${node.port}${path}`)).text();
  expect(await page('/')).toContain('One machine, no replication');
  const list = await page('/streams?prefix=page');
  expect(list).toContain('page&#60;b&#62;');
  expect(list).not.toContain('page<b>');
  const shown = await page(`/stream?name=${encodeURIComponent(stream)}`);
  expect(shown.match(/>JSON</g)).toHaveLength(50);
  expect(shown).toContain('older');
  expect(await page('/all')).toContain('Happened');
  expect(await page('/types')).toContain('Happened');
  expect(await page('/subscriptions')).toContain('Parked');
  const position = /event\?position=(\d+)/.exec(shown)?.[1];
  expect(JSON.parse(await page(`/event?position=${position}`))).toMatchObject({ stream, data: { n: 119 } });
  expect((await fetch(`http://127.0.0.1:${node.port}/`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`http://127.0.0.1:${node.port}/nowhere`)).status).toBe(404);
});

test('SIGTERM: reads are CANCELLED, what was acknowledged is there after the next start, within 10 s', async () => {
  const other = await startOwnNode();
  const mine = EventStoreDBClient.connectionString(other.url);
  const stream = fresh();
  await mine.appendToStream(stream, events(5));
  let code: unknown = null;
  mine
    .subscribeToStream(stream)
    .on('error', (error: Error & { code?: unknown }) => (code = error.code))
    .on('data', () => undefined);
  await until(async () =>
    /open_calls [1-9]/.test(await (await fetch(`http://127.0.0.1:${other.port}/metrics`)).text()),
  );
  const started = Date.now();
  expect(await other.stop()).toBe(0);
  expect(Date.now() - started).toBeLessThan(10_000);
  await until(() => code !== null);
  expect([1, 14]).toContain(code);
  await mine.dispose();
  const again = await startOwnNode({}, other.dataDir);
  const next = EventStoreDBClient.connectionString(again.url);
  expect(revisions(await collect(next.readStream(stream)))).toEqual([0, 1, 2, 3, 4]);
  await next.dispose();
  await again.stop();
  again.remove();
});
