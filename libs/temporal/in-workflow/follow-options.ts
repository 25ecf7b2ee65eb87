import type { Command, Decider, DomainEvent, Instant } from '@hoptac/kernel';
import type { CaseStart } from '../case-workflow.types';

export interface FollowOptions<S, E extends DomainEvent> {
  readonly start: CaseStart;
  /** Category of the case's stream, e.g. `dossier`. */
  readonly category: string;
  /** The very fold by which commands are decided. */
  readonly decider: Pick<Decider<S, Command, E>, 'initialState' | 'evolve'>;
}

export interface EnsureOptions<S> {
  /** True as long as the step is to be done, by the folded state; without it the step is done once in the case's life. */
  readonly owed?: (state: S) => boolean;
  /** The limit that must not be missed while the step takes long or is stuck. */
  readonly until?: Instant | undefined;
}
