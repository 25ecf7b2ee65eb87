import { ActivityFailure, ApplicationFailure, CancelledFailure } from '@temporalio/workflow';

/** True when an activity ended because the story no longer wanted it. */
export function isCancelled(error: unknown): boolean {
  return (
    error instanceof CancelledFailure || (error instanceof ActivityFailure && error.cause instanceof CancelledFailure)
  );
}

/**
 * Why a step's command was refused, `CODE: message`.
 * @throws the error itself when it is no activity's failure: a fault of the workflow's own code, which the engine tries again, or the
 * cancellation of the whole workflow by an operator.
 */
export function refusalOf(error: unknown): string {
  if (!(error instanceof ActivityFailure) || isCancelled(error)) throw error;
  const cause = error.cause;
  if (cause instanceof ApplicationFailure) return `${cause.type ?? 'ERROR'}: ${cause.message}`;
  return cause?.message ?? error.message;
}
