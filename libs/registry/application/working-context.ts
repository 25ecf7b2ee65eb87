import type { Actor, Instant } from '@hoptac/kernel';

/** For whom, when and within which case another context works on the register. */
export interface WorkingContext {
  /** Of the step that causes this; the register's own command ids are made from it. */
  readonly commandId: string;
  readonly now: Instant;
  readonly actor: Actor;
  readonly correlationId: string;
}
