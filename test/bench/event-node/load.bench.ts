/**
 * Load: what a province does to one node on its worst day. Each figure says what memory it cost; latencies are of one
 * writer and one live subscriber beside the load.
 */
import { EventStoreDBClient, jsonEvent, START, type JSONType } from '@eventstore/db-client';
import { persistentSubscriptionToStreamSettingsFromDefaults, WrongExpectedVersionError } from '@eventstore/db-client';
import { startOwnNode, until, type OwnNode } from '../../conformance/harness';
import type { Figure } from '../bench.types';
import { figure, residentMiB } from './support';

/** A share of the full size for shorter runs (`HOPTAC_BENCH_LOAD`, 1 unless said). */
const SIZE = Number(process.env['HOPTAC_BENCH_LOAD'] ?? 1);
const sized = (count: number): number => Math.max(1, Math.round(count * SIZE));

const LONG_STREAM = sized(1_000_000);
const STREAMS = sized(50_000);
const SUBSCRIBERS = 500;
const BURST = sized(50_000);
const WRITERS = 64;
const LARGE = 1024 * 1024 - 2048;
const PROBES = 100;

const events = (count: number, bytes = 200) =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Loaded', data: { n, text: 'x'.repeat(bytes - 20) } }));

interface Latency {
  p50: number;
  p99: number;
}

function percentiles(list: number[]): Latency {
  list.sort((a, b) => a - b);
  const at = (share: number): number => list[Math.floor(list.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

class Load {
  readonly figures: Figure[] = [];
  private readonly clients: EventStoreDBClient[] = [];
  private readonly client: EventStoreDBClient;
  private resident: number;

  constructor(private readonly node: OwnNode) {
    this.client = this.connect();
    this.resident = residentMiB(node.pid);
  }

  private connect(): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(this.node.url);
    this.clients.push(client);
    return client;
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.dispose()));
  }

  /** Memory of the node now, and by how much it grew since the last call; the node itself decides what it gives back. */
  private memory(what: string): void {
    const now = residentMiB(this.node.pid);
    const grown = now - this.resident;
    this.resident = now;
    this.figures.push(
      figure(
        `${what}: the node's memory after it`,
        now,
        'MiB',
        '≤ 1024',
        now <= 1024,
        `grew by ${grown.toFixed(0)} MiB`,
      ),
    );
  }

  private rate(what: string, count: number, seconds: number, unit: string, more = ''): void {
    this.figures.push(figure(what, count / seconds, `${unit}/s`, '', true, more));
  }

  /** From the append to its arrival at a live subscriber of that stream, while the load is as it is. */
  private async live(what: string): Promise<void> {
    const stream = `live-${crypto.randomUUID()}`;
    let arrived: () => void = () => undefined;
    const subscription = this.connect()
      .subscribeToStream(stream)
      .on('data', () => arrived());
    const latencies: number[] = [];
    for (let n = 0; n < PROBES; n++) {
      const seen = new Promise<void>((resolve) => (arrived = resolve));
      const started = performance.now();
      await this.client.appendToStream(stream, events(1));
      await seen;
      latencies.push(performance.now() - started);
    }
    await subscription.unsubscribe();
    const { p50, p99 } = percentiles(latencies);
    this.figures.push(figure(`${what}: live latency, p50`, p50, 'ms', '', true, `p99 ${p99.toFixed(1)} ms`));
  }

  async longStream(): Promise<void> {
    const what = `a stream of ${LONG_STREAM} events`;
    const batch = 500;
    const started = performance.now();
    let sent = 0;
    const writer = async (): Promise<void> => {
      while (sent < LONG_STREAM) {
        const count = Math.min(batch, LONG_STREAM - sent);
        sent += count;
        await this.client.appendToStream('long-1', events(count));
      }
    };
    await Promise.all(Array.from({ length: 4 }, writer));
    this.rate(`${what}: written in appends of ${batch}`, LONG_STREAM, (performance.now() - started) / 1000, 'events');
    this.memory(`${what}: written`);
    const read = async (from: bigint | 'start' | 'end', backwards: boolean, maxCount: number): Promise<number> => {
      const begun = performance.now();
      let seen = 0;
      const direction = backwards ? 'backwards' : 'forwards';
      for await (const one of this.client.readStream('long-1', { fromRevision: from, direction, maxCount }))
        seen += one.event ? 1 : 0;
      if (seen !== maxCount) throw new Error(`${seen} of ${maxCount} events read`);
      return performance.now() - begun;
    };
    const page: number[] = [];
    for (let n = 0; n < 50; n++) page.push(await read(BigInt(Math.floor((n / 50) * (LONG_STREAM - 20))), false, 20));
    const { p50, p99 } = percentiles(page);
    this.figures.push(figure(`${what}: 20 events from anywhere, p50`, p50, 'ms', '', true, `p99 ${p99.toFixed(1)} ms`));
    this.figures.push(figure(`${what}: the last 20 backwards`, await read('end', true, 20), 'ms'));
    this.rate(`${what}: read whole`, LONG_STREAM, (await read('start', false, LONG_STREAM)) / 1000, 'events');
    this.memory(`${what}: read whole`);
  }

  async manyStreams(): Promise<void> {
    const started = performance.now();
    let made = 0;
    const writer = async (): Promise<void> => {
      while (made < STREAMS) await this.client.appendToStream(`many-${made++}`, events(1));
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    this.rate(`${STREAMS} streams made`, STREAMS, (performance.now() - started) / 1000, 'streams');
    this.memory(`${STREAMS} streams`);
    await this.live(`${STREAMS} streams`);
  }

  async leakedSubscribers(): Promise<void> {
    for (let c = 0; c < 5; c++) {
      const lazy = this.connect();
      for (let n = 0; n < SUBSCRIBERS / 5; n++) {
        const subscription = lazy.subscribeToStream('long-1', { fromRevision: START });
        subscription.on('error', () => undefined);
        subscription.pause();
      }
    }
    await until(async () => (await this.openCalls()) >= SUBSCRIBERS, 60_000);
    await this.live(`${SUBSCRIBERS} subscribers who never read`);
    this.memory(`${SUBSCRIBERS} subscribers who never read`);
  }

  private async openCalls(): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.node.port}/metrics`)).text();
    return Number(/open_calls (\d+)/.exec(text)?.[1]);
  }

  async largeEvents(): Promise<void> {
    const count = sized(200);
    const started = performance.now();
    for (let n = 0; n < count; n++) await this.client.appendToStream('large-1', events(1, LARGE));
    const seconds = (performance.now() - started) / 1000;
    this.rate(
      'events of 1 MiB written',
      count,
      seconds,
      'events',
      `${((count * LARGE) / 1024 / 1024 / seconds).toFixed(0)} MiB/s`,
    );
    const begun = performance.now();
    let bytes = 0;
    for await (const one of this.client.readStream('large-1'))
      bytes += (one.event?.data as { text: string } & JSONType).text.length;
    this.rate('events of 1 MiB read', bytes / LARGE, (performance.now() - begun) / 1000, 'events');
    this.memory('events of 1 MiB');
  }

  /** Everybody reads the last revision and appends exactly behind it; who loses reads again. */
  async exactWriters(): Promise<void> {
    const rounds = sized(50);
    const latencies: number[] = [];
    let conflicts = 0;
    let last = (await this.client.appendToStream('contended-1', events(1))).nextExpectedRevision;
    const writer = async (): Promise<void> => {
      for (let n = 0; n < rounds; n++) {
        const started = performance.now();
        for (;;) {
          try {
            const done = await this.client.appendToStream('contended-1', events(1), { expectedRevision: last });
            if (done.nextExpectedRevision > last) last = done.nextExpectedRevision;
            break;
          } catch (error) {
            if (!(error instanceof WrongExpectedVersionError)) throw error;
            conflicts++;
            if (typeof error.actualVersion === 'bigint' && error.actualVersion > last) last = error.actualVersion;
          }
        }
        latencies.push(performance.now() - started);
      }
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: WRITERS }, writer));
    const seconds = (performance.now() - started) / 1000;
    let count = 0;
    for await (const one of this.client.readStream('contended-1')) count += one.event ? 1 : 0;
    const wanted = WRITERS * rounds + 1;
    const { p50, p99 } = percentiles(latencies);
    this.figures.push(
      figure(
        `${WRITERS} writers with exact revisions on one stream: events there of ${wanted} written`,
        count,
        'events',
        `= ${wanted}`,
        count === wanted,
        `${conflicts} conflicts, ${(wanted / seconds).toFixed(0)} events/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
      ),
    );
  }

  async burst(): Promise<void> {
    const stream = 'burst-1';
    await this.client.createPersistentSubscriptionToStream(
      stream,
      'slow',
      persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START }),
    );
    const subscription = this.connect().subscribeToPersistentSubscriptionToStream(stream, 'slow', { bufferSize: 200 });
    let count = 0;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    subscription.on('data', (one) => {
      count++;
      void gate.then(() => subscription.ack(one));
    });
    for (let sent = 0; sent < BURST; sent += 500)
      await this.client.appendToStream(stream, events(Math.min(500, BURST - sent)));
    await this.live('a burst waits for a slow persistent subscription');
    this.memory(`a burst of ${BURST} events waits for a slow persistent subscription`);
    const started = performance.now();
    go();
    await until(() => count >= BURST, 120_000);
    this.rate('a burst: handed out and acknowledged', BURST, (performance.now() - started) / 1000, 'events');
    await subscription.unsubscribe();
  }
}

export async function loadBench(): Promise<Figure[]> {
  const node = await startOwnNode();
  const load = new Load(node);
  try {
    await load.longStream();
    await load.manyStreams();
    await load.leakedSubscribers();
    await load.largeEvents();
    await load.exactWriters();
    await load.burst();
    return load.figures;
  } finally {
    await load.close();
    await node.stop();
    node.remove();
  }
}
