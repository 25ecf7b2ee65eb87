/** Reading: open, catch-up, filter scan, live latency, bytes per event, on one large store. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, START, streamNameFilter } from '@eventstore/db-client';
import { openForReading } from '../../../apps/event-node/store/database';
import { startOwnNode } from '../../conformance/harness';
import type { Figure } from '../bench.types';
import { cpuSeconds, EVENTS, figure, filledStore, SECONDS } from './support';
import { rawRead } from './raw-reader';

const WANTED = Math.min(EVENTS, 200_000);

/** Rows per second of a bare scan of the same file. */
function bareScan(file: string): number {
  const db = openForReading(file);
  const started = performance.now();
  let rows = 0;
  for (const row of db.prepare('SELECT pos, bytes FROM records ORDER BY pos LIMIT ?').iterate(WANTED))
    rows += Number(row['pos'] !== null);
  db.close();
  return rows / ((performance.now() - started) / 1000);
}

async function live(client: EventStoreDBClient, subscribers: number): Promise<{ p50: number; p95: number }> {
  const stream = `live-${subscribers}-${process.pid}`;
  const latencies: number[] = [];
  const sent = new Map<string, number>();
  const subscriptions = Array.from({ length: subscribers }, () =>
    client.subscribeToStream(stream).on('data', (one) => {
      latencies.push(performance.now() - (sent.get(one.event?.id ?? '') ?? 0));
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const end = performance.now() + SECONDS * 1000;
  let count = 0;
  while (performance.now() < end) {
    const event = jsonEvent({ type: 'Live', data: { count } });
    sent.set(event.id, performance.now());
    await client.appendToStream(stream, event);
    count++;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  while (latencies.length < count * subscribers) await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all(subscriptions.map((one) => one.unsubscribe()));
  latencies.sort((a, b) => a - b);
  return {
    p50: latencies[Math.floor(latencies.length / 2)] ?? 0,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
  };
}

export async function readBench(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const store = await filledStore(EVENTS);
  const file = join(store.dataDir, 'eventstore', 'events.db');
  const scan = `bare SQLite scan: ${Math.round(bareScan(file))} rows/s`;
  figures.push(figure('events written without the network', store.perSecond, 'events/s'));
  const bytes = statSync(file).size / EVENTS;
  figures.push(
    figure('bytes per event of 200 bytes, index and chain included, links off', bytes, 'bytes', '≤ 700', bytes <= 700),
  );
  const started = performance.now();
  const node = await startOwnNode({}, store.dataDir);
  const opened = performance.now() - started;
  figures.push(
    figure(
      `cold start of the process on ${EVENTS} events, until ready`,
      opened,
      'ms',
      '≤ 1000 (open)',
      opened <= 1_000,
      'the start of node itself is part of it',
    ),
  );
  const client = EventStoreDBClient.connectionString(node.url);
  try {
    const own = cpuSeconds(process.pid);
    const theirs = cpuSeconds(node.pid);
    const readStarted = performance.now();
    let seen = 0;
    for await (const one of client.readAll({ maxCount: WANTED })) seen += one.event ? 1 : 0;
    const seconds = (performance.now() - readStarted) / 1000;
    const [clientCpu, nodeCpu] = [cpuSeconds(process.pid) - own, cpuSeconds(node.pid) - theirs];
    figures.push(
      figure(
        'catch-up through the official client',
        seen / seconds,
        'events/s',
        '≥ 25,000',
        seen / seconds >= 25_000,
        scan,
      ),
    );
    figures.push(
      figure(
        "the node's CPU beside the client's while catching up",
        nodeCpu / clientCpu,
        '×',
        '≤ 0.5',
        nodeCpu / clientCpu <= 0.5,
        `client ${clientCpu.toFixed(2)} s, node ${nodeCpu.toFixed(2)} s`,
      ),
    );
    await rawRead(node.port, 20_000);
    const beforeRaw = cpuSeconds(node.pid);
    const raw = await rawRead(node.port, WANTED);
    figures.push(
      figure('CPU of the node per event read raw', ((cpuSeconds(node.pid) - beforeRaw) * 1e6) / WANTED, 'µs'),
    );
    figures.push(figure('raw HTTP/2 reader', raw, 'events/s', '≥ 100,000', raw >= 100_000, scan));
    const filterStarted = performance.now();
    await new Promise<void>((resolve) => {
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: ['none-'], maxSearchWindow: 10_000, checkpointInterval: 10 }),
      });
      subscription.on('caughtUp', () => void subscription.unsubscribe().then(resolve));
      subscription.resume();
    });
    figures.push(
      figure(
        'filter scanned on the node, nothing matches',
        EVENTS / ((performance.now() - filterStarted) / 1000),
        'events/s',
        '',
        true,
        scan,
      ),
    );
    for (const subscribers of [1, 20]) {
      const { p50, p95 } = await live(client, subscribers);
      figures.push(
        figure(
          `live latency, ${subscribers} subscriber${subscribers > 1 ? 's' : ''}, p50`,
          p50,
          'ms',
          '≤ 3',
          p50 <= 3,
          `p95 ${p95.toFixed(2)} ms`,
        ),
      );
    }
  } finally {
    await client.dispose();
    await node.stop();
    store.remove();
  }
  return figures;
}
