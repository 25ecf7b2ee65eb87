import type { Instant } from '@hoptac/kernel';
import { limitHolder, type ApplicationState, type RunningLimit } from './application.state';

const past = (at: Instant, now: Instant): boolean => Date.parse(at) <= Date.parse(now);

/** The limit that runs now, if any. */
export const runningLimitOf = (state: ApplicationState): RunningLimit | undefined =>
  state.status === 'NotSubmitted' ? undefined : state.limit;

/** Limits at whose end the application lapses: the applicant did not complete it, or the contract was not signed. */
const LAPSING = new Set(['completion', 'contract']);

/** The applicant did not complete, or nobody signed, in time. */
export function lapseOwed(state: ApplicationState, now: Instant): boolean {
  const limit = runningLimitOf(state);
  return limit !== undefined && LAPSING.has(limit.what) && past(limit.due.dueAt, now);
}

/** A limit of the fund passed without its act and is not marked. */
export function lateMarkOwed(state: ApplicationState, now: Instant): boolean {
  const limit = runningLimitOf(state);
  return limit !== undefined && !LAPSING.has(limit.what) && !limit.late && past(limit.due.dueAt, now);
}

/** The instant set for a reminder has come, and its limit has not. */
export function reminderOwed(state: ApplicationState, now: Instant): boolean {
  const limit = runningLimitOf(state);
  return (
    limit?.due.remindAt !== undefined && !limit.reminded && past(limit.due.remindAt, now) && !past(limit.due.dueAt, now)
  );
}

/** When the procedure goes on without anybody's act; undefined when nothing runs. */
export function nextDateOf(state: ApplicationState, now: Instant): Instant | undefined {
  const limit = runningLimitOf(state);
  if (limit === undefined || limit.late) return undefined;
  const { remindAt, dueAt } = limit.due;
  return remindAt !== undefined && !limit.reminded && !past(remindAt, now) ? remindAt : dueAt;
}

/** What the applicant held of the limits is free again. */
export const exposureIsFree = (state: ApplicationState): boolean =>
  state.status === 'Rejected' || state.status === 'Withdrawn' || state.status === 'Lapsed';

export const waitsFor = (state: ApplicationState): 'applicant' | 'fund' | undefined => {
  const limit = runningLimitOf(state);
  return limit === undefined ? undefined : limitHolder(limit.what);
};
