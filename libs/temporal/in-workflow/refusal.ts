import { ActivityFailure, CancelledFailure, TemporalFailure, ApplicationFailure } from '@temporalio/workflow';

/** True when an activity ended because the story no longer wanted it, or the whole workflow was cancelled by an operator. */
export function isCancelled(error: unknown): boolean {
  return (
    error instanceof CancelledFailure || (error instanceof ActivityFailure && error.cause instanceof CancelledFailure)
  );
}

/** Why a step's command did not come to a fact. */
export interface Refusal {
  /** `CODE: message`. */
  readonly reason: string;
  /** True when trying again may help by itself: an outage, not a rule. */
  readonly passing: boolean;
}

/**
 * Reads what an activity threw. Ordinary activities wrap it, local ones throw it bare.
 * @throws the error itself when it is no activity's failure: a cancellation, or a fault of the workflow's own code, which the engine tries again.
 */
export function refusalOf(error: unknown): Refusal {
  if (isCancelled(error) || !(error instanceof TemporalFailure)) throw error;
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure)) return { reason: cause?.message ?? error.message, passing: true };
  return { reason: `${cause.type ?? 'ERROR'}: ${cause.message}`, passing: cause.nonRetryable !== true };
}
