import type { DomainEvent } from '@hoptac/kernel';
import { eventStoreContract } from '@hoptac/testing';
import { randomUUID } from 'node:crypto';
import { type AppendContext, EventStoreDbStore, StoreUnavailable, type EventCatalogue } from './index';
import { CuttableWire } from './__fixtures__/cuttable-wire';

const url = process.env['HOPTAC_EVENTSTORE_URL'] ?? 'esdb://127.0.0.1:2113?tls=false';
const LIMIT_MS = 40_000;

const opened: EventStoreDbStore[] = [];
function open(catalogues: readonly EventCatalogue[], through = url, timeLimitMs?: number): EventStoreDbStore {
  const store = new EventStoreDbStore({ url: through, catalogues, ...(timeLimitMs !== undefined && { timeLimitMs }) });
  opened.push(store);
  return store;
}

afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
});

eventStoreContract('EventStoreDB through the official client', (catalogues) => Promise.resolve(open(catalogues)));

describe('the adapter on a wire that breaks', () => {
  const type = `WireTested${randomUUID().replaceAll('-', '')}`;
  const catalogues = [{ versions: { [type]: 1 }, upcasters: [] }];
  const event = (n: number): DomainEvent => ({ type, data: { n } });
  const context = (): AppendContext => ({
    commandId: randomUUID(),
    occurredAt: '2026-11-22T05:00:00.000Z',
    actor: { personId: 'system:test', role: 'system' },
    correlationId: 'wire',
  });
  let wire: CuttableWire;
  let stream: string;
  beforeEach(async () => {
    const [host = '', port = ''] = new URL(url.replace(/^[a-z+]+:/, 'http:')).host.split(':');
    wire = await CuttableWire.to(host, Number(port || 2113));
    stream = `wire-${randomUUID()}`;
  });
  afterEach(() => wire.close());

  const through = (limitMs?: number): EventStoreDbStore =>
    open(catalogues, `esdb://127.0.0.1:${String(wire.port)}?tls=false`, limitMs);

  it(
    'answers StoreUnavailable while the store is away and works again when it is back',
    async () => {
      const store = through(2_000);
      await store.append(stream, 'no-stream', [event(0)], context());
      await wire.cut();
      await expect(store.append(stream, 0, [event(1)], context())).rejects.toThrow(StoreUnavailable);
      await expect(store.readStream(stream)).rejects.toThrow(StoreUnavailable);
      await expect(store.lastPosition()).rejects.toThrow(StoreUnavailable);
      await wire.mend();
      await eventually(async () => expect((await store.readStream(stream)).lastRevision).toBe(0));
      await eventually(async () => expect((await store.append(stream, 0, [event(1)], context())).revision).toBe(1));
    },
    LIMIT_MS,
  );

  it(
    'answers StoreUnavailable within its own limit when the store is silent, and the same command is recorded once',
    async () => {
      const store = through(1_000);
      await store.append(stream, 'no-stream', [event(0)], context());
      const command = context();
      wire.swallowAnswers();
      const began = performance.now();
      await expect(store.append(stream, 0, [event(1)], command)).rejects.toThrow(StoreUnavailable);
      expect(performance.now() - began).toBeLessThan(3_000);
      wire.passAnswers();
      await wire.cut();
      await wire.mend();
      await eventually(async () => {
        const again = await store.append(stream, 0, [event(1)], command);
        expect(again).toMatchObject({ revision: 1, alreadyThere: true });
      });
      expect((await store.readStream(stream)).events).toHaveLength(2);
    },
    LIMIT_MS,
  );

  it(
    'follows without gap or duplicate over broken connections',
    async () => {
      const direct = open(catalogues);
      const follower = through();
      const count = 600;
      const stop = new AbortController();
      const seen: number[] = [];
      const following = (async () => {
        for await (const item of follower.subscribe({ streamPrefixes: [stream] }, undefined, stop.signal)) {
          if (item.kind === 'event') seen.push(item.recorded.revision);
          if (seen.length === count) return;
        }
      })();
      for (let n = 0; n < count; n += 20) {
        const batch = Array.from({ length: 20 }, (_, index) => event(n + index));
        await direct.append(stream, n === 0 ? 'no-stream' : n - 1, batch, context());
        if (n === 100 || n === 300 || n === 500) {
          await eventually(() => {
            expect(seen.length).toBeGreaterThan(0);
          });
          await wire.cut();
          await wire.mend();
        }
      }
      await following;
      stop.abort();
      expect(seen).toEqual(Array.from({ length: count }, (_, n) => n));
    },
    LIMIT_MS,
  );

  it(
    'ends a subscription on abort although the store is away',
    async () => {
      const store = through();
      await wire.cut();
      const stop = new AbortController();
      const items = store.subscribe({ eventTypes: [type] }, undefined, stop.signal);
      const ended = items.next();
      setTimeout(() => stop.abort(), 300);
      await expect(ended).resolves.toMatchObject({ done: true });
    },
    LIMIT_MS,
  );
});

/** Tries until it holds, for ten seconds; the last failure is told. */
async function eventually(check: () => Promise<void> | void): Promise<void> {
  const until = performance.now() + 10_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
