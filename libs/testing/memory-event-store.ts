import type { DomainEvent, EventMetadata, Instant, Position, Recorded } from '@hoptac/kernel';
import {
  assertPlainJson,
  eventId,
  EventSchemas,
  metadataOf,
  readMetadata,
  RevisionConflict,
  UnreadableEvent,
  type AppendContext,
  type Appended,
  type EventCatalogue,
  type EventFilter,
  type EventStore,
  type ExpectedRevision,
  type StreamSlice,
  type SubscriptionItem,
} from '@hoptac/event-store';
import { EventEmitter, once } from 'node:events';

/** One record as a real store keeps it: text, not objects, so that nobody shares a reference with it. */
interface Stored {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly recordedAt: Instant;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The log that several `MemoryEventStore`s may share, as several programs share one node. */
export class MemoryLog {
  readonly all: Stored[] = [];
  readonly streams = new Map<string, Stored[]>();
  /** `$maxCount` of streams that have one. */
  readonly newest = new Map<string, number>();
  readonly commits = new EventEmitter().setMaxListeners(0);
}

export interface MemoryEventStoreOptions {
  /** Without catalogues every event type has version 1 and nothing is upcast. */
  readonly catalogues?: readonly EventCatalogue[];
  readonly log?: MemoryLog;
  /** Time of recording; the system clock unless given. */
  readonly now?: () => Instant;
}

/** An honest `EventStore` in memory for unit tests; passes the same contract suite as the adapter of EventStoreDB. */
export class MemoryEventStore implements EventStore {
  readonly log: MemoryLog;
  private readonly schemas: EventSchemas | undefined;
  private readonly now: () => Instant;

  constructor(options: MemoryEventStoreOptions = {}) {
    this.log = options.log ?? new MemoryLog();
    this.schemas = options.catalogues === undefined ? undefined : new EventSchemas(options.catalogues);
    this.now = options.now ?? (() => new Date().toISOString() as Instant);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly DomainEvent[],
    context: AppendContext,
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError('Nothing to append');
    for (const event of events) assertPlainJson(event.data, event.type);
    const records = this.log.streams.get(stream) ?? [];
    const next = expected === 'no-stream' ? 0 : expected + 1;
    if (next !== records.length)
      return this.repeated(stream, expected, records.slice(next, next + events.length), events, context);
    const recordedAt = this.now();
    const added = events.map((event, index): Stored => {
      const metadata = metadataOf(context, this.schemas?.versionOf(event.type) ?? 1);
      return {
        id: eventId(context.commandId, index),
        stream,
        revision: next + index,
        // Steps of ten: whoever counts on neighbours having neighbouring positions fails here, not in production.
        position: BigInt(this.log.all.length + index + 1) * 10n,
        recordedAt,
        type: event.type,
        data: JSON.stringify(event.data),
        metadata: JSON.stringify(metadata),
      };
    });
    this.log.all.push(...added);
    this.log.streams.set(stream, [...records, ...added]);
    this.log.commits.emit('commit');
    return { ...placeOf(added), alreadyThere: false };
  }

  private repeated(
    stream: string,
    expected: ExpectedRevision,
    there: readonly Stored[],
    events: readonly DomainEvent[],
    context: AppendContext,
  ): Appended {
    const same =
      there.length === events.length && there.every((record, index) => record.id === eventId(context.commandId, index));
    if (!same) throw new RevisionConflict(stream, expected);
    return { ...placeOf(there), alreadyThere: true };
  }

  async readStream(stream: string, fromRevision = 0, most = Infinity): Promise<StreamSlice> {
    const records = this.log.streams.get(stream);
    if (records === undefined) return { events: [], lastRevision: -1 };
    const first = Math.max(0, records.length - (this.log.newest.get(stream) ?? records.length), fromRevision);
    const events = records.slice(first, first + most).map((record) => this.recorded(record));
    return { events, lastRevision: events.at(-1)?.revision ?? fromRevision - 1 };
  }

  async keepNewest(stream: string, count: number): Promise<void> {
    this.log.newest.set(stream, count);
    return Promise.resolve();
  }

  async *readAll(
    filter: EventFilter,
    after?: Position,
    onUnreadable?: (event: UnreadableEvent) => void,
  ): AsyncGenerator<Recorded> {
    const matches = matcher(filter);
    const end = this.log.all.length;
    for (let index = this.indexAfter(after); index < end; index += 1) {
      await Promise.resolve();
      const record = this.log.all[index];
      if (record === undefined || !matches(record)) continue;
      const found = this.readable(record, onUnreadable);
      if (found !== undefined) yield found;
    }
  }

  private readable(record: Stored, onUnreadable?: (event: UnreadableEvent) => void): Recorded | undefined {
    try {
      return this.recorded(record);
    } catch (error) {
      if (onUnreadable === undefined || !(error instanceof UnreadableEvent)) throw error;
      onUnreadable(error);
      return undefined;
    }
  }

  async *subscribe(
    filter: EventFilter,
    after: Position | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<SubscriptionItem> {
    const matches = matcher(filter);
    let index = this.indexAfter(after);
    let considered = after;
    for (let told = -1; !signal.aborted;) {
      let skipped = false;
      for (; index < this.log.all.length; index += 1) {
        if (aborted(signal)) return;
        const record = this.log.all[index];
        if (record === undefined) break;
        considered = toPosition(record.position);
        skipped = !matches(record);
        if (!skipped) yield { kind: 'event', recorded: this.recorded(record) };
      }
      if (skipped && considered !== undefined) yield { kind: 'checkpoint', position: considered };
      if (index < this.log.all.length) continue;
      if (told !== index) yield { kind: 'caught-up', ...(considered !== undefined && { position: considered }) };
      told = index;
      if (index === this.log.all.length && !aborted(signal)) await this.nextCommit(signal);
    }
  }

  async lastPosition(): Promise<Position | undefined> {
    const last = this.log.all.at(-1);
    return last === undefined ? undefined : toPosition(last.position);
  }

  private async nextCommit(signal: AbortSignal): Promise<void> {
    try {
      await once(this.log.commits, 'commit', { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private indexAfter(after: Position | undefined): number {
    if (after === undefined) return 0;
    const index = this.log.all.findIndex((record) => record.position > after.commit);
    return index === -1 ? this.log.all.length : index;
  }

  private upcast(record: Stored, schemaVersion: number): Record<string, unknown> {
    const stored = JSON.parse(record.data) as Record<string, unknown>;
    try {
      return this.schemas?.upcast(record.type, schemaVersion, stored) ?? stored;
    } catch (error) {
      throw new UnreadableEvent({ ...record, position: toPosition(record.position) }, record.type, error);
    }
  }

  private recorded(record: Stored): Recorded {
    const metadata: EventMetadata = readMetadata(
      JSON.parse(record.metadata),
      `${record.stream}@${String(record.revision)}`,
    );
    const data = this.upcast(record, metadata.schemaVersion);
    return {
      id: record.id,
      stream: record.stream,
      revision: record.revision,
      position: toPosition(record.position),
      recordedAt: record.recordedAt,
      event: { type: record.type, data },
      metadata,
    };
  }
}

const toPosition = (place: bigint): Position => ({ commit: place, prepare: place });

/** Read through a call, because a signal changes while we wait and the compiler believes it does not. */
const aborted = (signal: AbortSignal): boolean => signal.aborted;

function placeOf(records: readonly Stored[]): { revision: number; position: Position } {
  const last = records.at(-1);
  if (last === undefined) throw new RangeError('Nothing was appended');
  return { revision: last.revision, position: toPosition(last.position) };
}

function matcher(filter: EventFilter): (record: Stored) => boolean {
  if ('eventTypes' in filter) {
    const types = new Set(filter.eventTypes);
    return (record) => types.has(record.type);
  }
  return (record) => filter.streamPrefixes.some((prefix) => record.stream.startsWith(prefix));
}
