import { fold, isDomainError, type Command, type Decider, type DomainError, type DomainEvent } from '@hoptac/kernel';
import { deepStrictEqual } from 'node:assert';

/** What a decision may lead to; each word throws an AssertionError when it is not so. */
export interface Decision<S, C extends Command, E extends DomainEvent> {
  /** Exactly these events, in this order. Also checks that `evolve` takes them. Goes on with the history including them. */
  then(...events: E[]): Given<S, C, E>;
  /** Refused with this code; gives the refusal for a closer look. Nothing is recorded by a refusal. */
  thenRefused(code: string): DomainError;
  /** The command's result is already so: no events, no refusal. */
  thenNothing(): Given<S, C, E>;
}

/** A history; `when` may be said again after `then`. */
export interface Given<S, C extends Command, E extends DomainEvent> {
  readonly state: S;
  when(command: C): Decision<S, C, E>;
}

/**
 * Sentences about a decider: `given(decider, ...events).when(command).then(...events)`, `.thenRefused(code)` or `.thenNothing()`.
 */
export function given<S, C extends Command, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  ...history: E[]
): Given<S, C, E> {
  const state = fold(decider, history);
  return {
    state,
    when: (command) => ({
      then: (...expected) => {
        const decided = decider.decide(command, state);
        deepStrictEqual(decided, expected);
        return given(decider, ...history, ...decided);
      },
      thenNothing: () => {
        deepStrictEqual(decider.decide(command, state), []);
        return given(decider, ...history);
      },
      thenRefused: (code) => {
        const refusal = refusalOf(() => decider.decide(command, state));
        deepStrictEqual(refusal.code, code);
        return refusal;
      },
    }),
  };
}

function refusalOf(decide: () => readonly DomainEvent[]): DomainError {
  let events: readonly DomainEvent[];
  try {
    events = decide();
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
  deepStrictEqual(events, 'a refusal');
  throw new Error('unreachable');
}
