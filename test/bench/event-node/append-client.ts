/** One client process that appends: `node append-client.js <url> <in flight> <batch> <seconds>` prints what it reached as JSON. */
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

async function main(): Promise<void> {
  const [url, underway, batch, seconds] = process.argv.slice(2) as [string, string, string, string];
  const client = EventStoreDBClient.connectionString(url);
  const data = { text: 'x'.repeat(170) };
  const latencies: number[] = [];
  let total = 0;
  let until = 0;
  const writer = async (n: number): Promise<void> => {
    const stream = `bench-${process.pid}-${n}`;
    while (performance.now() < until) {
      const events = Array.from({ length: Number(batch) }, () => jsonEvent({ type: 'BenchAppended', data }));
      const started = performance.now();
      await client.appendToStream(stream, events);
      latencies.push(performance.now() - started);
      total++;
    }
  };
  const all = (ms: number): Promise<unknown> => {
    until = performance.now() + ms;
    return Promise.all(Array.from({ length: Number(underway) }, (_, n) => writer(n)));
  };
  await all(500);
  latencies.length = 0;
  const started = performance.now();
  await all(Number(seconds) * 1000);
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  process.stdout.write(
    `${JSON.stringify({ perSecond: latencies.length / elapsed, p50: at(0.5), p95: at(0.95), total })}\n`,
  );
  await client.dispose();
}

void main();
