import type { Press } from '@hoptac/dossiers';
import type { Executed, ExecutionOptions } from '@hoptac/event-store';

/** Answer to a step of the context. */
export interface FundStepAnswer {
  readonly id: string;
  readonly status: string;
  /** Code of an application; absent for a fund. */
  readonly code?: string;
  /** Revision of the stream afterwards, for `If-Match`. */
  readonly revision: number;
  /** Commit position for `?after=`, decimal text; absent when nothing changed. */
  readonly position?: string;
}

export function stepAnswer(
  id: string,
  { state, revision, position }: Executed<{ readonly status: string }>,
): FundStepAnswer {
  const { code } = state as { readonly code?: string };
  return {
    id,
    status: state.status,
    ...(code === undefined ? {} : { code }),
    revision,
    ...(position === undefined ? {} : { position: position.commit.toString() }),
  };
}

/** What the records say beside a person's command. */
export const optionsFor = (id: string, press: Press, legalBasis: readonly string[]): ExecutionOptions => ({
  correlationId: id,
  legalBasis,
  ...(press.ifRevision === undefined ? {} : { ifRevision: press.ifRevision }),
  ...(press.traceparent === undefined ? {} : { traceparent: press.traceparent }),
  ...(press.requestHash === undefined ? {} : { requestHash: press.requestHash }),
});
