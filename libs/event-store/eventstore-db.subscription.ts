import {
  eventTypeFilter,
  streamNameFilter,
  START,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { Position } from '@hoptac/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventSchemas } from './event-schemas';
import { StoreUnavailable, type EventFilter, type SubscriptionItem } from './event-store.port';
import { asStoreFailure } from './store-failure';
import { ignore } from './time-limits';
import { toRecorded } from './wire-record';

/** Events considered between two checkpoints while catching up: few messages over a long log that hardly matches. */
const CATCH_UP_WINDOW = 1_024;
/** While live every event considered is told, or a reader waiting for `?after=` an event of another type would wait for the next ones. */
const LIVE_WINDOW = 1;

const BACK_OFF_MS = { first: 100, longest: 5_000 };

/** Put into the subscription's own buffer, so that checkpoints and live ends keep their place among the events. */
class Mark {
  constructor(
    readonly kind: 'checkpoint' | 'caught-up',
    readonly position?: Position,
  ) {}
}

/**
 * Follows $all until the signal aborts. A lost connection is taken up again after the last position told, with growing pauses; a refusal that no waiting
 * mends (rights, an unreadable event) is thrown. Every piece is pulled, so a slow reader slows the server and nothing piles up here.
 */
export async function* followAll(
  client: EventStoreDBClient,
  schemas: EventSchemas,
  filter: EventFilter,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionItem> {
  const follower = new Follower(client, schemas, filter, after);
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
    const subscription = this.open(window);
    const stop = (): void => void subscription.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const piece of subscription as AsyncIterable<AllStreamResolvedEvent | Mark>) {
        if (signal.aborted) return;
        const item = this.toItem(piece);
        // A checkpoint with something behind it in the buffer says nothing that the next item does not say.
        if (item === undefined || (item.kind === 'checkpoint' && subscription.readableLength > 0)) continue;
        this.told += 1;
        yield item;
      }
      if (!signal.aborted) throw new StoreUnavailable('The store ended the subscription');
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      subscription.destroy();
      void subscription.unsubscribe().catch(ignore);
    }
  }

  private toItem(piece: AllStreamResolvedEvent | Mark): SubscriptionItem | undefined {
    if (piece instanceof Mark) {
      if (piece.position !== undefined && isAfter(piece.position, this.last)) this.last = piece.position;
      if (piece.kind === 'caught-up')
        return { kind: 'caught-up', ...(this.last !== undefined && { position: this.last }) };
      return this.last === undefined ? undefined : { kind: 'checkpoint', position: this.last };
    }
    const wire = piece.event;
    if (wire === undefined) return undefined;
    if (!isAfter(wire.position, this.last)) return undefined;
    const item: SubscriptionItem = this.wanted(wire)
      ? { kind: 'event', recorded: toRecorded(wire, wire.position, this.schemas) }
      : { kind: 'checkpoint', position: wire.position };
    this.last = wire.position;
    return item;
  }

  private open(maxSearchWindow: number): AllStreamSubscription {
    const checkpointReached = (source: AllStreamSubscription, position: Position): void =>
      void source.push(new Mark('checkpoint', position));
    const options = { checkpointInterval: 1, maxSearchWindow, checkpointReached };
    const filter =
      'eventTypes' in this.filter
        ? eventTypeFilter({ prefixes: [...this.filter.eventTypes], ...options })
        : streamNameFilter({ prefixes: [...this.filter.streamPrefixes], ...options });
    const subscription = this.client.subscribeToAll({ fromPosition: this.last ?? START, filter });
    // Without a listener an error before the loop begins or after it ends would end the process.
    subscription.on('error', ignore);
    subscription.on('caughtUp', () => void subscription.push(new Mark('caught-up')));
    return subscription;
  }
}

const isAfter = (position: Position, last: Position | undefined): boolean =>
  last === undefined || position.commit > last.commit;

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
