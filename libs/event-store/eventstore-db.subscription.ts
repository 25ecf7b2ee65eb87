import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Position } from '@hoptac/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAll } from './all-stream';
import type { EventSchemas } from './event-schemas';
import { StoreUnavailable, type EventFilter, type SubscriptionItem } from './event-store.port';
import { asStoreFailure } from './store-failure';
import { ignore } from './time-limits';
import { UnreadableEvent } from './unreadable-event';
import { decodeReadResponse, type WireItem, type WireRecord } from './wire-decoder';
import { fromWire } from './wire-record';

/** Events considered between two checkpoints while catching up: few messages over a long log that hardly matches. */
const CATCH_UP_WINDOW = 1_024;
/** While live every event considered is told, or a reader waiting for `?after=` an event of another type would wait for the next ones. */
const LIVE_WINDOW = 1;

const BACK_OFF_MS = { first: 100, longest: 5_000 };

/**
 * Follows $all until the signal aborts. A lost connection is taken up again after the last position told, with growing pauses; a refusal that no waiting
 * mends (rights, an unreadable event unless `onUnreadable` takes it) is thrown. Every piece is pulled, so a slow reader slows the server and nothing piles up here.
 */
export async function* followAll(
  client: EventStoreDBClient,
  schemas: EventSchemas,
  filter: EventFilter,
  after: Position | undefined,
  signal: AbortSignal,
  onUnreadable?: (event: UnreadableEvent) => void,
): AsyncGenerator<SubscriptionItem> {
  const follower = new Follower(client, schemas, filter, after, onUnreadable);
  for (let pause = BACK_OFF_MS.first; !signal.aborted; pause = Math.min(pause * 2, BACK_OFF_MS.longest)) {
    const told = follower.told;
    try {
      yield* follower.catchUpAndFollow(signal);
    } catch (error) {
      const failure = asStoreFailure(error);
      if (!(failure instanceof StoreUnavailable)) throw failure;
    }
    if (follower.told > told) pause = BACK_OFF_MS.first;
    await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal }).catch(ignore);
  }
}

class Follower {
  /** Items told so far; grows only when the connection worked. */
  told = 0;
  private readonly wanted: (event: { readonly type: string; readonly streamId: string }) => boolean;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly schemas: EventSchemas,
    private readonly filter: EventFilter,
    private last: Position | undefined,
    private readonly onUnreadable: ((event: UnreadableEvent) => void) | undefined,
  ) {
    this.wanted = matcher(filter);
  }

  async *catchUpAndFollow(signal: AbortSignal): AsyncGenerator<SubscriptionItem> {
    for await (const item of this.run(CATCH_UP_WINDOW, signal)) {
      // The live end: go on from here with a narrow window, which says 'caught-up' itself.
      if (item.kind === 'caught-up') break;
      yield item;
    }
    if (!signal.aborted) yield* this.run(LIVE_WINDOW, signal);
  }

  private async *run(window: number, signal: AbortSignal): AsyncGenerator<SubscriptionItem> {
    const stream = await openAll(this.client, this.filter, this.last, window);
    // Without a listener an error before the loop begins or after it ends would end the process.
    stream.on('error', ignore);
    const stop = (): void => {
      stream.cancel();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        if (signal.aborted) return;
        const item = this.toItem(decodeReadResponse(bytes));
        // A checkpoint with something behind it in the buffer says nothing that the next item does not say.
        if (item === undefined || (item.kind === 'checkpoint' && stream.readableLength > 0)) continue;
        this.told += 1;
        yield item;
      }
      if (!signal.aborted) throw new StoreUnavailable('The store ended the subscription');
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      stream.cancel();
    }
  }

  private toItem(wire: WireItem): SubscriptionItem | undefined {
    switch (wire.kind) {
      case 'other':
        return undefined;
      case 'caught-up':
        return { kind: 'caught-up', ...(this.last !== undefined && { position: this.last }) };
      case 'checkpoint':
        return this.considered(wire.position) ? { kind: 'checkpoint', position: wire.position } : undefined;
      case 'event': {
        const { record } = wire;
        if (!this.considered(record.position)) return undefined;
        if (!this.wanted(record)) return { kind: 'checkpoint', position: record.position };
        return this.readable(record);
      }
    }
  }

  private readable(record: WireRecord): SubscriptionItem {
    try {
      return { kind: 'event', recorded: fromWire(record, this.schemas) };
    } catch (error) {
      if (this.onUnreadable === undefined || !(error instanceof UnreadableEvent)) throw error;
      this.onUnreadable(error);
      return { kind: 'checkpoint', position: record.position };
    }
  }

  /** False for what was told before: a position never comes twice. */
  private considered(position: Position): boolean {
    if (this.last !== undefined && position.commit <= this.last.commit) return false;
    this.last = position;
    return true;
  }
}

/** The server filters by prefix; types are wanted by their whole name. @throws RangeError for a filter that names nothing. */
function matcher(filter: EventFilter): (event: { readonly type: string; readonly streamId: string }) => boolean {
  if ('eventTypes' in filter) {
    if (filter.eventTypes.length === 0) throw new RangeError('A filter without event types matches nothing');
    const types = new Set(filter.eventTypes);
    return ({ type }) => types.has(type);
  }
  if (filter.streamPrefixes.length === 0) throw new RangeError('A filter without stream prefixes matches nothing');
  return ({ streamId }) => filter.streamPrefixes.some((prefix) => streamId.startsWith(prefix));
}
