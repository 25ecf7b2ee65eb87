import type { Actor } from './actor';
import type { Instant, LocalDate } from './local-date';

/** A fact: past tense, the aggregate in its name, plain JSON data. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** Written by the event-store adapter alone, from the command's context. */
export interface EventMetadata {
  readonly schemaVersion: number;
  /** When the person or the system did it, by the stack's clock (UTC). */
  readonly occurredAt: Instant;
  readonly recordedBy: Actor;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** The legal date where it differs from the day of recording. */
  readonly effectiveOn?: LocalDate;
  readonly legalBasis?: readonly string[];
  readonly rulebookVersion?: string;
  /** W3C trace context, so that one step can be followed from page to read model. */
  readonly traceparent?: string;
  /** Of the body in which a person ordered it: 16 hexadecimal digits, so that the same key with another body is noticed (ADR 0111). */
  readonly requestHash?: string;
}

/** A place in the order of all events. Opaque: only compare positions of the same store. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as it stands in the store, upcast to the newest shape. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** When the store took it (UTC). */
  readonly recordedAt: Instant;
  readonly event: E;
  readonly metadata: EventMetadata;
}
