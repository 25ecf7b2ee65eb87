/** freeze, disk-full, read-only, slow-disk, leaked-subscribers, slow persistent subscription: named in faults.md. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import {
  collect,
  events,
  failure,
  fresh,
  revisions,
  startOwnNode,
  until,
  type OwnNode,
} from '../../conformance/harness';

jest.setTimeout(120_000);
const nodes: OwnNode[] = [];
const clients: EventStoreDBClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  for (const node of nodes.splice(0)) {
    node.child.kill('SIGCONT');
    await node.stop();
    node.remove();
  }
});

async function start(
  dataDir?: string,
  env: Record<string, string> = {},
): Promise<{ node: OwnNode; client: EventStoreDBClient }> {
  const node = await startOwnNode(env, dataDir);
  nodes.push(node);
  return { node, client: connect(node) };
}
function connect(node: OwnNode): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(node.url);
  clients.push(client);
  return client;
}
const residentMiB = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;

test('freeze: stopped for longer than the deadlines, nothing is written twice and every append has one answer', async () => {
  const { node, client } = await start();
  const stream = fresh('frozen');
  await client.appendToStream(stream, events(1), { expectedRevision: NO_STREAM });
  node.child.kill('SIGSTOP');
  const attempts = Array.from({ length: 20 }, () => ({ list: events(2), stream: fresh('frozen') }));
  const answers = attempts.map(({ list, stream: name }) =>
    client.appendToStream(name, list, { deadline: 300 }).then(
      () => 'written',
      (error: unknown) => (error as Error).constructor.name,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  node.child.kill('SIGCONT');
  const outcome = await Promise.all(answers);
  for (const answer of outcome) expect(['written', 'DeadlineExceededError']).toContain(answer);
  expect(outcome).toContain('DeadlineExceededError');
  for (const [n, { list, stream: name }] of attempts.entries()) {
    const refused = outcome[n] !== 'written';
    if (refused) expect((await failure(collect(client.readStream(name)))).constructor.name).toBe('StreamNotFoundError');
    await client.appendToStream(name, list);
    expect(revisions(await collect(client.readStream(name)))).toEqual([0, 1]);
  }
});

test('disk-full: the process ends with a clear line, nothing acknowledged is lost, it goes on after space is made', async () => {
  const mount = mkdtempSync(join(tmpdir(), 'event-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    process.stdout.write('disk-full: a small file system cannot be mounted here (needs root); left out\n');
    rmSync(mount, { recursive: true });
    return;
  }
  try {
    const node = await startOwnNode({}, mount);
    const lines: string[] = [];
    node.child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    const ended = new Promise<number | null>((resolve) => node.child.once('exit', resolve));
    const client = connect(node);
    let acknowledged = -1n;
    const over = (async () => {
      for (;;)
        acknowledged = (
          await client.appendToStream('full-1', [jsonEvent({ type: 'Big', data: { text: 'x'.repeat(60_000) } })])
        ).nextExpectedRevision;
    })().catch(() => undefined);
    expect(await ended).toBe(70);
    await over;
    expect(lines.join('')).toMatch(/could not commit.*nothing of that batch was acknowledged/);
    expect(acknowledged).toBeGreaterThan(10n);
    execFileSync('mount', ['-o', 'remount,size=64m', mount]);
    const again = await startOwnNode({}, mount);
    const other = connect(again);
    const list = revisions(await collect(other.readStream('full-1')));
    expect(BigInt(list.length)).toBeGreaterThanOrEqual(acknowledged + 1n);
    expect((await other.appendToStream('full-1', events(1))).success).toBe(true);
    await again.stop();
  } finally {
    execFileSync('umount', ['-l', mount]);
    rmSync(mount, { recursive: true, force: true });
  }
});

test('read-only: a store that cannot be written is refused at the start with the reason', async () => {
  const first = await startOwnNode();
  await first.stop();
  const folder = join(first.dataDir, 'eventstore');
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  // Root may write anywhere, so the folder is made read-only for root too where that can be done.
  let frozen = false;
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
    frozen = true;
  } catch {
    process.stdout.write('read-only: no bind mount here; relying on file modes\n');
  }
  if (frozen || process.getuid?.() !== 0)
    await expect(startOwnNode({}, first.dataDir)).rejects.toThrow(
      /78[\s\S]*(cannot lock|readonly|read-only|cannot open)/,
    );
  if (frozen) execFileSync('umount', ['-l', folder]);
  chmodSync(folder, 0o755);
  first.remove();
});

test('leaked-subscribers: 500 who never read cost little, and live latency holds for one who does', async () => {
  const { node, client } = await start();
  const stream = fresh('watched');
  await client.appendToStream(
    stream,
    Array.from({ length: 1_000 }, () => jsonEvent({ type: 'Old', data: { text: 'x'.repeat(200) } })),
  );
  const before = residentMiB(node.pid);
  for (let c = 0; c < 5; c++) {
    const lazy = connect(node);
    for (let n = 0; n < 100; n++) {
      const subscription = lazy.subscribeToStream(stream);
      subscription.on('error', () => undefined);
      subscription.pause();
    }
  }
  await until(
    async () =>
      Number(/open_calls (\d+)/.exec(await (await fetch(`http://127.0.0.1:${node.port}/metrics`)).text())?.[1]) >= 500,
    20_000,
  );
  const latencies: number[] = [];
  let arrived: (() => void) | null = null;
  const live = fresh('live');
  client.subscribeToStream(live).on('data', () => arrived?.());
  for (let n = 0; n < 100; n++) {
    await client.appendToStream(stream, events(5));
    const started = performance.now();
    const seen = new Promise<void>((resolve) => (arrived = resolve));
    await client.appendToStream(live, events(1));
    await seen;
    latencies.push(performance.now() - started);
  }
  latencies.sort((a, b) => a - b);
  const after = residentMiB(node.pid);
  process.stdout.write(
    `leaked-subscribers: live p50 ${latencies[50]?.toFixed(1)} ms, p95 ${latencies[95]?.toFixed(1)} ms; memory ${before.toFixed(0)} -> ${after.toFixed(0)} MiB\n`,
  );
  expect(after - before).toBeLessThan(300);
  expect(latencies[50]).toBeLessThan(100);
});

test('slow persistent subscription: a burst of 50,000 events keeps memory bounded and arrives whole', async () => {
  const { node, client } = await start();
  const stream = fresh('burst');
  await client.createPersistentSubscriptionToStream(
    stream,
    'slow',
    persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START }),
  );
  const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'slow', { bufferSize: 200 });
  let count = 0;
  let release: (() => void) | null = null;
  const gate = new Promise<void>((resolve) => (release = resolve));
  let next = 0n;
  let ordered = true;
  subscription.on('data', (one) => {
    count++;
    ordered &&= one.event?.revision === next++;
    void gate.then(() => subscription.ack(one));
  });
  await until(() => count >= 0);
  const before = residentMiB(node.pid);
  for (let n = 0; n < 100; n++) await client.appendToStream(stream, events(500));
  const growth = residentMiB(node.pid) - before;
  expect(count).toBeLessThanOrEqual(200);
  (release as unknown as () => void)();
  await until(() => count === 50_000, 60_000);
  process.stdout.write(`slow persistent subscription: memory grew by ${growth.toFixed(0)} MiB during the burst\n`);
  expect(ordered).toBe(true);
  expect(growth).toBeLessThan(250);
});

test('slow-disk: with every sync delayed by 200 ms it is slower, never wrong, and health says degraded', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'event-slow-'));
  const library = join(dir, 'slow.so');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(__dirname, 'slow-fsync.c'), '-ldl'], {
      stdio: 'ignore',
    });
  } catch {
    process.stdout.write('slow-disk: no C compiler here; left out\n');
    return;
  }
  mkdirSync(join(dir, 'data'));
  const { node, client } = await start(join(dir, 'data'), { LD_PRELOAD: library });
  const started = Date.now();
  const streams = Array.from({ length: 10 }, () => fresh('slow'));
  for (let n = 0; n < 8; n++) await Promise.all(streams.map((stream) => client.appendToStream(stream, events(2))));
  expect(Date.now() - started).toBeGreaterThan(8 * 200);
  const health = (await (await fetch(`http://127.0.0.1:${node.port}/health/live`)).json()) as { status: string };
  expect(health.status).toBe('degraded');
  for (const stream of streams) expect(revisions(await collect(client.readStream(stream)))).toHaveLength(16);
  rmSync(dir, { recursive: true, force: true });
});
