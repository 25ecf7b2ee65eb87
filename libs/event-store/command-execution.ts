import type { DomainEvent, LocalDate, Position } from '@hoptac/kernel';

/** What the caller of a command knows beside the command itself. */
export interface ExecutionOptions {
  /** Revision the person saw (`If-Match`); a stream that moved on is refused with DomainError kind `stale`, code `EVENT_STORE.STALE_REVISION`. */
  readonly ifRevision?: number;
  /** The caller made the stream's id itself: decides on the initial state and appends to no stream, reading only when one is there. */
  readonly expectNew?: boolean;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly effectiveOn?: LocalDate;
  readonly legalBasis?: readonly string[];
  readonly rulebookVersion?: string;
  readonly traceparent?: string;
  /** Short hash of the request's body: a command id that was recorded with another one is refused, `PLATFORM.IDEMPOTENCY_KEY_REUSED`. */
  readonly requestHash?: string;
}

export interface Executed<S> {
  readonly state: S;
  /** Revision of the stream after the command; -1 when nothing exists. */
  readonly revision: number;
  /** Where the command's events stand; undefined when the command changed nothing. */
  readonly position?: Position;
  readonly events: readonly DomainEvent[];
  /** True when this command id was already recorded and its first answer is given again. */
  readonly repeated: boolean;
}

/** A folded stream: state, revision, and whether it exists. */
export interface Loaded<S> {
  readonly state: S;
  readonly revision: number;
}
