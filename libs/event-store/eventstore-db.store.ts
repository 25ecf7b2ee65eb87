import {
  BACKWARDS,
  END,
  ErrorType,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type AllStreamResolvedEvent,
  type AppendResult,
  type StreamingRead,
} from '@eventstore/db-client';
import { invalidInput, type DomainEvent, type Position, type Recorded } from '@hoptac/kernel';
import { assertPlainJson, eventId, metadataOf } from './event-metadata';
import { EventSchemas, type EventCatalogue } from './event-schemas';
import {
  RevisionConflict,
  StoreUnavailable,
  type AppendContext,
  type Appended,
  type EventFilter,
  type EventStore,
  type ExpectedRevision,
  type StreamSlice,
  type SubscriptionItem,
} from './event-store.port';
import { assertKnownClient } from './all-stream';
import { followAll } from './eventstore-db.subscription';
import { asStoreFailure, commandError } from './store-failure';
import { ignore, withIdleLimit, withLimit } from './time-limits';
import type { UnreadableEvent } from './unreadable-event';
import { fromClient } from './wire-record';

export interface EventStoreDbOptions {
  /** `esdb://…`; credentials, where needed, stand in it and never in a call (they would choose the slow classic Append). */
  readonly url: string;
  readonly catalogues: readonly EventCatalogue[];
  /** Longest wait for the answer to an append, and for the next piece of a read, in milliseconds. */
  readonly timeLimitMs?: number;
}

/** How many uncertain appends are remembered; older ones have long been retried or given up. */
const UNCERTAIN_KEPT = 10_000;

/**
 * `EventStore` over the official client. The client's traps are met here and nowhere else: its BatchAppend has no timer of its own, its reads no
 * deadline, a failed non-throwing append lies about the revision, and a stream that errs without a listener ends the process.
 */
export class EventStoreDbStore implements EventStore {
  private readonly client: EventStoreDBClient;
  private readonly schemas: EventSchemas;
  private readonly limitMs: number;
  /** Commands whose append was not answered: the next success of one may be the first one's. */
  private readonly uncertain = new Set<string>();
  /** Highest commit position this process has seen; an append answered at or below it was there before. */
  private seen: bigint | undefined;

  constructor(options: EventStoreDbOptions) {
    this.client = EventStoreDBClient.connectionString(options.url);
    assertKnownClient(this.client);
    this.schemas = new EventSchemas(options.catalogues);
    this.limitMs = options.timeLimitMs ?? 8_000;
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly DomainEvent[],
    context: AppendContext,
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError('Nothing to append');
    const records = events.map((event, index) => {
      assertPlainJson(event.data, event.type);
      const metadata = metadataOf(context, this.schemas.versionOf(event.type));
      return jsonEvent({
        id: eventId(context.commandId, index),
        type: event.type,
        data: event.data as Record<string, unknown>,
        metadata,
      });
    });
    this.seen ??= (await this.lastPosition())?.commit ?? -1n;
    const before = this.seen;
    const key = `${stream}/${context.commandId}`;
    const suspected = this.uncertain.has(key);
    const { nextExpectedRevision, position } = await this.appendRecords(stream, expected, records, key);
    if (position === undefined)
      throw new StoreUnavailable(`The store did not say where it put the events of ${stream}`);
    this.uncertain.delete(key);
    const alreadyThere = suspected || position.commit <= before;
    this.saw(position);
    return { revision: Number(nextExpectedRevision), position, alreadyThere };
  }

  private async appendRecords(
    stream: string,
    expected: ExpectedRevision,
    records: ReturnType<typeof jsonEvent>[],
    key: string,
  ): Promise<AppendResult> {
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    try {
      // The deadline travels to the server, which then answers; the limit stands for a server that does not answer at all.
      const answer = this.client.appendToStream(stream, records, {
        expectedRevision,
        deadline: Math.ceil(this.limitMs * 0.75),
      });
      return await withLimit(answer, this.limitMs, `append to ${stream}`);
    } catch (error) {
      if (commandError(error)?.type === ErrorType.WRONG_EXPECTED_VERSION) throw new RevisionConflict(stream, expected);
      if (commandError(error)?.type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) {
        throw invalidInput(
          'EVENT_STORE.APPEND_TOO_LARGE',
          `The events of one command to ${stream} are larger than the store takes`,
        );
      }
      const failure = asStoreFailure(error);
      if (failure instanceof StoreUnavailable) this.remember(key);
      throw failure;
    }
  }

  async readStream(stream: string, fromRevision = 0, most?: number): Promise<StreamSlice> {
    const events: Recorded[] = [];
    const reading = this.client.readStream(stream, {
      fromRevision: BigInt(fromRevision),
      direction: FORWARDS,
      ...(most === undefined ? {} : { maxCount: most }),
    });
    try {
      for await (const { event } of withIdleLimit(reading, this.limitMs, `read of ${stream}`)) {
        if (event !== undefined) events.push(fromClient(event, this.schemas));
      }
    } catch (error) {
      if (commandError(error)?.type === ErrorType.STREAM_NOT_FOUND) return { events: [], lastRevision: -1 };
      throw asStoreFailure(error);
    }
    const last = events.at(-1);
    if (last !== undefined) this.saw(last.position);
    return { events, lastRevision: last?.revision ?? fromRevision - 1 };
  }

  async keepNewest(stream: string, count: number): Promise<void> {
    try {
      await withLimit(
        this.client.setStreamMetadata(stream, { maxCount: count }),
        this.limitMs,
        `metadata of ${stream}`,
      );
    } catch (error) {
      throw asStoreFailure(error);
    }
  }

  async *readAll(
    filter: EventFilter,
    after?: Position,
    onUnreadable?: (event: UnreadableEvent) => void,
  ): AsyncGenerator<Recorded> {
    // The client's own read of $all knows no filter: a filtered subscription is read up to the end as it stands now.
    const end = await this.lastPosition();
    if (end === undefined || (after !== undefined && after.commit >= end.commit)) return;
    const stop = new AbortController();
    try {
      for await (const item of followAll(this.client, this.schemas, filter, after, stop.signal, onUnreadable)) {
        if (item.kind === 'event') {
          if (item.recorded.position.commit > end.commit) return;
          yield item.recorded;
          if (item.recorded.position.commit === end.commit) return;
        } else if (item.kind === 'caught-up' || item.position.commit >= end.commit) return;
      }
    } finally {
      stop.abort();
    }
  }

  subscribe(filter: EventFilter, after: Position | undefined, signal: AbortSignal): AsyncGenerator<SubscriptionItem> {
    return followAll(this.client, this.schemas, filter, after, signal);
  }

  async lastPosition(): Promise<Position | undefined> {
    const reading: StreamingRead<AllStreamResolvedEvent> = this.client.readAll({
      direction: BACKWARDS,
      fromPosition: END,
      maxCount: 1,
    });
    try {
      for await (const { event, link } of withIdleLimit(reading, this.limitMs, 'read of the end')) {
        const position = (link ?? event)?.position;
        if (position !== undefined) this.saw(position);
        return position;
      }
      return undefined;
    } catch (error) {
      throw asStoreFailure(error);
    }
  }

  /** Ends every call and lets the connection go. */
  async close(): Promise<void> {
    // The client waits for ever for a call that broke before; what does not end in a second is left to the end of the process.
    await withLimit(this.client.dispose(), 1_000, 'end of the calls').catch(ignore);
  }

  private saw(position: Position): void {
    if (this.seen === undefined || position.commit > this.seen) this.seen = position.commit;
  }

  private remember(key: string): void {
    if (this.uncertain.size >= UNCERTAIN_KEPT) this.uncertain.clear();
    this.uncertain.add(key);
  }
}
