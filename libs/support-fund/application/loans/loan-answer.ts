import type { Executed, ExecutionOptions } from '@hoptac/event-store';
import type { AuthenticatedActor } from '@hoptac/identity';
import type { LoanState } from '../../domain';

/** One press of a button: who, under which command id, having seen which revision. */
export interface LoanPress {
  readonly actor: AuthenticatedActor;
  readonly commandId: string;
  readonly ifRevision?: number;
  readonly traceparent?: string;
  /** Short hash of what was sent; only beside the press's own command id. */
  readonly requestHash?: string;
}

/** Answer to a step with a loan. */
export interface LoanAnswer {
  readonly id: string;
  readonly status: LoanState['status'];
  readonly revision: number;
  /** Commit position for `?after=`, decimal text; absent when nothing changed. */
  readonly position?: string;
  /** Facts that the step recorded. */
  readonly recorded: readonly string[];
}

export const loanAnswer = (id: string, { state, revision, position, events }: Executed<LoanState>): LoanAnswer => ({
  id,
  status: state.status,
  revision,
  ...(position === undefined ? {} : { position: position.commit.toString() }),
  recorded: events.map(({ type }) => type),
});

/** What the records say beside a person's command on a loan. */
export const loanOptions = (
  id: string,
  { ifRevision, traceparent, requestHash }: Omit<LoanPress, 'actor' | 'commandId'>,
  legalBasis: readonly string[],
): ExecutionOptions => ({
  correlationId: id,
  legalBasis,
  ...(ifRevision === undefined ? {} : { ifRevision }),
  ...(traceparent === undefined ? {} : { traceparent }),
  ...(requestHash === undefined ? {} : { requestHash }),
});
