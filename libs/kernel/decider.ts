import type { Actor } from './actor';
import type { DomainEvent } from './domain-event';
import type { Instant } from './local-date';

export interface CommandMetadata {
  /** Every rule takes its time from here; there is no other clock in a decision. */
  readonly now: Instant;
  readonly actor: Actor;
  /** Same id = same command: it is recorded once, however often it is sent. */
  readonly commandId: string;
}

/** An order, imperative: `RequestCorrection`. */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
  readonly metadata: CommandMetadata;
}

/**
 * The three pure functions of an aggregate.
 * - `evolve` is total: it never throws, validates nothing, reads no clock.
 * - `decide` throws `DomainError` when refused; `[]` when the command's result is already so.
 */
export interface Decider<S, C extends Command, E extends DomainEvent> {
  initialState(): S;
  evolve(state: S, event: E): S;
  decide(command: C, state: S): readonly E[];
}

/** Folds events into a state, from the beginning or from a given state. */
export function fold<S, C extends Command, E extends DomainEvent>(
  decider: Pick<Decider<S, C, E>, 'initialState' | 'evolve'>,
  events: Iterable<E>,
  from: S = decider.initialState(),
): S {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** Turns an older shape of one event type into the next version; chained on read. Old samples stay frozen under `__samples__`. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  upcast(data: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** All that the store's adapter must know of an aggregate. */
export interface AggregateDefinition<S, C extends Command, E extends DomainEvent> {
  /** Category of its streams, camelCase without hyphen. */
  readonly category: string;
  readonly decider: Decider<S, C, E>;
  /** Newest schema version of each event type; a forgotten type is a compile error. */
  readonly versions: Readonly<Record<E['type'], number>>;
  readonly upcasters: readonly Upcaster[];
  /**
   * The store keeps only so many newest events of each stream, and may scavenge the older ones. Lawful only where `evolve` gives the same state from
   * any tail of that many events: each event says everything again.
   */
  readonly keepsNewest?: number;
}

/** Exhaustiveness: a new event or command type without a branch does not compile. */
export function unreachable(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
