import { ActivityFailure, CancelledFailure, TemporalFailure, ApplicationFailure } from '@temporalio/workflow';

/** True when an activity ended because the story no longer wanted it, or the whole workflow was cancelled by an operator. */
export function isCancelled(error: unknown): boolean {
  return (
    error instanceof CancelledFailure || (error instanceof ActivityFailure && error.cause instanceof CancelledFailure)
  );
}

/**
 * Why a step's command was refused, `CODE: message`. Ordinary activities wrap the refusal, local ones throw it bare.
 * @throws the error itself when it is no activity's failure: a cancellation, or a fault of the workflow's own code, which the engine tries again.
 */
export function refusalOf(error: unknown): string {
  if (isCancelled(error) || !(error instanceof TemporalFailure)) throw error;
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) return `${cause.type ?? 'ERROR'}: ${cause.message}`;
  return cause?.message ?? error.message;
}
