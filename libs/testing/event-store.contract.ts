import { type Actor, type DomainEvent, type Instant, type Position, type Recorded } from '@hoptac/kernel';
import {
  eventId,
  RevisionConflict,
  UnknownEventVersion,
  type AppendContext,
  type EventCatalogue,
  type EventStore,
  type SubscriptionItem,
} from '@hoptac/event-store';
import { randomUUID } from 'node:crypto';
import { all, take } from './iterables';

const actor: Actor = { personId: 'account-1', role: 'officer', officeId: 'office-1' };
const LIMIT_MS = 20_000;

/**
 * What every `EventStore` must keep, whatever lies behind it. `open` gives a store with the catalogues over the same log each time; stores are closed by
 * whoever opened them. Names are made anew in each test, so that the suite can run against a node that holds other data.
 */
export function eventStoreContract(
  name: string,
  open: (catalogues: readonly EventCatalogue[]) => Promise<EventStore>,
): void {
  describe(`EventStore contract: ${name}`, () => {
    let mark: string;
    let happened: string;
    let other: string;
    let stream: string;
    let store: EventStore;

    beforeEach(async () => {
      mark = randomUUID().replaceAll('-', '');
      happened = `ThingHappened${mark}`;
      other = `OtherHappened${mark}`;
      stream = `thing${mark}-1`;
      store = await open([{ versions: { [happened]: 1, [other]: 1, [`${happened}Again`]: 1 }, upcasters: [] }]);
    });

    const event = (n: number, type = happened): DomainEvent => ({ type, data: { n, name: 'Hợp tác xã Đồng Tâm' } });
    const context = (commandId: string = randomUUID()): AppendContext => ({
      commandId,
      occurredAt: '2026-11-22T05:00:00.000Z',
      actor,
      correlationId: 'case-1',
    });
    const numbers = (records: readonly Recorded[]): unknown[] =>
      records.map((one) => (one.event.data as { n: number }).n);

    describe('append', () => {
      it('starts a stream and goes on at the revision told', async () => {
        const first = await store.append(stream, 'no-stream', [event(0), event(1)], context());
        const second = await store.append(stream, 1, [event(2)], context());
        expect([first.revision, second.revision]).toEqual([1, 2]);
        expect(second.position.commit).toBeGreaterThan(first.position.commit);
        expect(first.alreadyThere || second.alreadyThere).toBe(false);
        expect(numbers((await store.readStream(stream)).events)).toEqual([0, 1, 2]);
      });

      it('refuses a stream that is elsewhere and records nothing', async () => {
        await store.append(stream, 'no-stream', [event(0)], context());
        await expect(store.append(stream, 'no-stream', [event(1)], context())).rejects.toThrow(RevisionConflict);
        await expect(store.append(stream, 5, [event(1)], context())).rejects.toThrow(RevisionConflict);
        await expect(store.append(`${stream}0`, 0, [event(1)], context())).rejects.toThrow(RevisionConflict);
        expect((await store.readStream(stream)).lastRevision).toBe(0);
        expect((await store.readStream(`${stream}0`)).lastRevision).toBe(-1);
      });

      it('takes a repeated append as the same append, and says so', async () => {
        const command = context();
        const first = await store.append(stream, 'no-stream', [event(0), event(1)], command);
        await store.append(stream, 1, [event(2)], context());
        const again = await store.append(stream, 'no-stream', [event(0), event(1)], {
          ...command,
          occurredAt: '2026-11-22T06:00:00.000Z',
        });
        expect(again).toEqual({ ...first, alreadyThere: true });
        const { events } = await store.readStream(stream);
        expect(numbers(events)).toEqual([0, 1, 2]);
        expect(events[0]?.metadata.occurredAt).toBe('2026-11-22T05:00:00.000Z');
      });

      it('does not take a longer or other repetition for the same append', async () => {
        const command = context();
        await store.append(stream, 'no-stream', [event(0)], command);
        await expect(store.append(stream, 'no-stream', [event(0), event(1)], command)).rejects.toThrow(
          RevisionConflict,
        );
      });

      it('lets exactly one of many win at a revision', async () => {
        const tries = await Promise.allSettled(
          Array.from({ length: 8 }, (_, n) => store.append(stream, 'no-stream', [event(n)], context())),
        );
        const lost = tries.filter((one) => one.status === 'rejected');
        expect(lost).toHaveLength(7);
        expect(lost.every((one) => one.reason instanceof RevisionConflict)).toBe(true);
        expect((await store.readStream(stream)).events).toHaveLength(1);
      });

      it.each([
        ['nothing', () => []],
        ['a date object', () => [{ type: happened, data: { at: new Date(0) } }]],
        ['not a number', () => [{ type: happened, data: { n: Number.NaN } }]],
      ])('refuses %s before it reaches the store', async (_what, events) => {
        await expect(store.append(stream, 'no-stream', events() as DomainEvent[], context())).rejects.toThrow();
        expect((await store.readStream(stream)).lastRevision).toBe(-1);
      });
    });

    describe('read', () => {
      it('gives events with ids, metadata and time as they were recorded', async () => {
        const command: AppendContext = {
          ...context(),
          effectiveOn: '2026-11-20',
          legalBasis: ['L23 Art. 42.4'],
          rulebookVersion: 'R4',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          requestHash: '0af7651916cd43dd',
        };
        const { position } = await store.append(stream, 'no-stream', [event(0)], command);
        const { events } = await store.readStream(stream);
        expect(events).toEqual([
          {
            id: eventId(command.commandId, 0),
            stream,
            revision: 0,
            position,
            recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as Instant,
            event: { type: happened, data: { n: 0, name: 'Hợp tác xã Đồng Tâm' } },
            metadata: {
              schemaVersion: 1,
              occurredAt: '2026-11-22T05:00:00.000Z',
              recordedBy: actor,
              correlationId: 'case-1',
              causationId: command.commandId,
              commandId: command.commandId,
              effectiveOn: '2026-11-20',
              legalBasis: ['L23 Art. 42.4'],
              rulebookVersion: 'R4',
              traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
              requestHash: '0af7651916cd43dd',
            },
          },
        ]);
      });

      it('reads from a revision, nothing beyond the end, nothing of a missing stream', async () => {
        await store.append(stream, 'no-stream', [event(0), event(1), event(2)], context());
        expect(numbers((await store.readStream(stream, 1, 1)).events)).toEqual([1]);
        expect(await store.readStream(stream, 3)).toEqual({ events: [], lastRevision: 2 });
        expect(await store.readStream(`${stream}0`)).toEqual({ events: [], lastRevision: -1 });
      });

      it('reads $all by whole type name or by stream prefix, after a position', async () => {
        await store.append(stream, 'no-stream', [event(0), event(1, other), event(2, `${happened}Again`)], context());
        const { position } = await store.append(`${stream}b`, 'no-stream', [event(3)], context());
        await store.append(stream, 2, [event(4)], context());
        expect(numbers(await all(store.readAll({ eventTypes: [happened] })))).toEqual([0, 3, 4]);
        expect(numbers(await all(store.readAll({ eventTypes: [happened, other] }, position)))).toEqual([4]);
        expect(numbers(await all(store.readAll({ streamPrefixes: [`thing${mark}-`] })))).toEqual([0, 1, 2, 3, 4]);
        expect(numbers(await all(store.readAll({ streamPrefixes: [`${stream}b`] })))).toEqual([3]);
        const end = await store.lastPosition();
        expect(end?.commit).toBeGreaterThan(position.commit);
        expect(await all(store.readAll({ eventTypes: [happened] }, end))).toEqual([]);
      });

      it('upcasts by chain wherever it reads, and is loud about what it does not know', async () => {
        await store.append(stream, 'no-stream', [event(0)], context());
        const raised = await open([
          {
            versions: { [happened]: 3 },
            upcasters: [
              { type: happened, from: 2, upcast: (data) => ({ ...data, path: `${String(data['path'])}→3` }) },
              { type: happened, from: 1, upcast: (data) => ({ ...data, path: '1→2' }) },
            ],
          },
        ]);
        const shape = { n: 0, name: 'Hợp tác xã Đồng Tâm', path: '1→2→3' };
        expect((await raised.readStream(stream)).events[0]?.event.data).toEqual(shape);
        expect((await all(raised.readAll({ eventTypes: [happened] })))[0]?.event.data).toEqual(shape);
        await raised.append(stream, 0, [event(1)], context());
        const cause = expect.any(UnknownEventVersion) as unknown;
        const unreadable = { name: 'UnreadableEvent', stream, revision: 1, eventType: happened, cause };
        await expect(store.readStream(stream)).rejects.toMatchObject(unreadable);
        const [told, left] = [jest.fn(), { eventTypes: [happened] }];
        await expect(all(store.readAll(left))).rejects.toMatchObject(unreadable);
        expect(numbers(await all(store.readAll(left, undefined, told)))).toEqual([0]);
        expect(told).toHaveBeenCalledWith(expect.objectContaining({ stream, revision: 1 }));
        const live = store.subscribe(left, undefined, new AbortController().signal);
        await expect(take(live, 2, isEvent)).rejects.toMatchObject(unreadable);
      });
    });

    describe('keepNewest', () => {
      it('shows only the newest events of the stream, also when it was told before the first', async () => {
        await store.keepNewest(stream, 2);
        expect(await store.readStream(stream)).toEqual({ events: [], lastRevision: -1 });
        await store.append(stream, 'no-stream', [event(0)], context());
        await store.append(stream, 0, [event(1), event(2), event(3)], context());
        expect((await store.readStream(stream)).events.map(({ revision }) => revision)).toEqual([2, 3]);
        await store.append(stream, 3, [event(4)], context());
        expect(numbers((await store.readStream(stream, 4)).events)).toEqual([4]);
      });
    });

    describe('subscribe', () => {
      let stop: AbortController;
      beforeEach(() => {
        stop = new AbortController();
      });
      afterEach(() => stop.abort());

      it(
        'gives what is there, the live end, then what comes, each once and in order',
        async () => {
          await store.append(stream, 'no-stream', [event(0), event(1, other)], context());
          const items = store.subscribe({ eventTypes: [happened] }, undefined, stop.signal);
          const seen: unknown[] = [];
          let appended = 0;
          for await (const item of items) {
            if (item.kind === 'event') seen.push(...numbers([item.recorded]));
            if (item.kind === 'caught-up' && appended === 0) {
              appended = (await store.append(stream, 1, [event(2), event(3, other), event(4)], context())).revision;
              seen.push('live');
            }
            if (seen.length === 4) break;
          }
          expect(seen).toEqual([0, 'live', 2, 4]);
        },
        LIMIT_MS,
      );

      it(
        'begins after the position given',
        async () => {
          const { position } = await store.append(stream, 'no-stream', [event(0)], context());
          await store.append(stream, 0, [event(1)], context());
          const items = await take(store.subscribe({ eventTypes: [happened] }, position, stop.signal), 1, isEvent);
          expect(numbers(items.map((item) => (item.kind === 'event' ? item.recorded : neverHere())))).toEqual([1]);
        },
        LIMIT_MS,
      );

      it(
        'says how far it has looked when nothing matches, while live too',
        async () => {
          await store.append(stream, 'no-stream', [event(0)], context());
          const items = store.subscribe({ eventTypes: [happened] }, undefined, stop.signal);
          let wanted: Position | undefined;
          let reached: Position | undefined;
          for await (const item of items) {
            if (item.kind === 'caught-up')
              wanted ??= (await store.append(stream, 0, [event(1, other)], context())).position;
            if (wanted !== undefined && item.kind !== 'event' && item.position !== undefined) reached = item.position;
            if (wanted !== undefined && reached !== undefined && reached.commit >= wanted.commit) break;
          }
          expect(reached?.commit).toBeGreaterThanOrEqual(wanted?.commit ?? 0n);
        },
        LIMIT_MS,
      );

      it(
        'ends when the signal aborts, also while it waits',
        async () => {
          const items = all(store.subscribe({ eventTypes: [happened] }, undefined, stop.signal));
          setTimeout(() => stop.abort(), 50);
          expect((await items).filter((item) => item.kind === 'event')).toEqual([]);
        },
        LIMIT_MS,
      );

      it(
        'keeps order and number for a slow reader of many',
        async () => {
          const count = 3_000;
          for (let from = 0; from < count; from += 500) {
            const batch = Array.from({ length: 500 }, (_, n) => event(from + n));
            await store.append(stream, from === 0 ? 'no-stream' : from - 1, batch, context());
          }
          const seen: number[] = [];
          for await (const item of store.subscribe({ eventTypes: [happened] }, undefined, stop.signal)) {
            if (item.kind === 'event') seen.push(item.recorded.revision);
            if (seen.length % 400 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
            if (seen.length === count) break;
          }
          expect(seen).toEqual(Array.from({ length: count }, (_, n) => n));
        },
        LIMIT_MS,
      );
    });
  });
}

const isEvent = (item: SubscriptionItem): boolean => item.kind === 'event';

function neverHere(): never {
  throw new Error('not an event');
}
