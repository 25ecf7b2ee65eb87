import type { Actor, DomainEvent, Instant, LocalDate, Position, Recorded } from '@hoptac/kernel';
import type { UnreadableEvent } from './unreadable-event';

/** Injection token of the `EventStore`. */
export const EVENT_STORE = Symbol('EventStore');

/** What must be so of the stream at the moment of appending; never "any". */
export type ExpectedRevision = number | 'no-stream';

/** What an append records beside the facts; the adapter turns it into `EventMetadata`. */
export interface AppendContext {
  readonly commandId: string;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** Groups everything one case or request set in motion; the case id where there is one. */
  readonly correlationId: string;
  /** Id of the event or command that caused this; the command id when a person did. */
  readonly causationId?: string;
  readonly effectiveOn?: LocalDate;
  readonly legalBasis?: readonly string[];
  readonly rulebookVersion?: string;
  /** W3C trace context of the step, kept with the fact so that workflow and read model join the same trace. */
  readonly traceparent?: string;
  /** Short hash of the request's body; the same command id with another one is another order (ADR 0111). */
  readonly requestHash?: string;
}

export interface Appended {
  /** Revision of the last event appended. */
  readonly revision: number;
  readonly position: Position;
  /**
   * True when the store held these events before this call, or may have (an earlier answer was lost). What was recorded then may differ from what
   * was offered now (another `now`), so the caller reads it. False is no proof at the instant in which another process appends the same command.
   */
  readonly alreadyThere: boolean;
}

export interface StreamSlice {
  readonly events: readonly Recorded[];
  /** Revision of the last event read; one less than where the reading began when nothing lay there; -1 when the stream does not exist. */
  readonly lastRevision: number;
}

/** Which events a subscriber considers: event types by exact name, or stream-name prefixes. */
export type EventFilter = { readonly eventTypes: readonly string[] } | { readonly streamPrefixes: readonly string[] };

/**
 * What a subscription to $all yields, in order. Every event that matches comes once; `checkpoint` says how far the filter has looked
 * when nothing matched; `caught-up` each time the live end is reached.
 */
export type SubscriptionItem =
  | { readonly kind: 'event'; readonly recorded: Recorded }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up'; readonly position?: Position };

/** The facts. One implementation speaks to EventStoreDB; another lives in memory for unit tests; both pass the same contract suite. */
export interface EventStore {
  /**
   * Appends all events or none. Event ids are UUIDv5(command id, index), so that repeating an append that was answered or lost is the same append.
   * @throws RevisionConflict when the stream is elsewhere; StoreUnavailable when no answer can be had.
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly DomainEvent[],
    context: AppendContext,
  ): Promise<Appended>;
  /** Reads forwards from a revision (0 = beginning), at most so many events (all unless given); events are upcast. A missing stream is an empty slice. */
  readStream(stream: string, fromRevision?: number, most?: number): Promise<StreamSlice>;
  /**
   * From now on the stream shows only so many of its newest events, and older ones may be scavenged (`$maxCount`); also before its first event.
   * $all, and with it every subscriber, sees them until then. @throws StoreUnavailable.
   */
  keepNewest(stream: string, count: number): Promise<void>;
  /**
   * Reads $all forwards after a position once, to the end as it stands when the reading begins. An event that cannot be read is thrown; with `onUnreadable`
   * it is told and left out, for whoever must get to the end all the same.
   */
  readAll(
    filter: EventFilter,
    after?: Position,
    onUnreadable?: (event: UnreadableEvent) => void,
  ): AsyncIterable<Recorded>;
  /** Follows $all after a position until the signal aborts; resubscribes by itself after a lost connection, without gap or duplicate. */
  subscribe(filter: EventFilter, after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem>;
  /** The position of the newest event in the store, undefined when it is empty. */
  lastPosition(): Promise<Position | undefined>;
}

/** The stream moved on between reading and appending. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
  ) {
    super(`Stream ${stream} is not at ${String(expected)}`);
  }
}

/** The store cannot be reached or did not answer in time; the caller may try again with the same command id. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
