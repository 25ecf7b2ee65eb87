import { brokenRule, notAllowedNow, type Instant, type LocalDate } from '@hoptac/kernel';
import { deadlinesOwed, delayExplained, isPast, type RunningLimit } from './deadlines';
import type { DueDate } from './dossier.events';
import type { FiledDossier } from './dossier.state';

/** Only who is late explains a delay. */
export function aLimitMustHavePassed(state: FiledDossier): void {
  if (!deadlinesOwed(state).some(({ late }) => late))
    throw notAllowedNow('DOSSIERS.NOT_LATE', 'No limit of the office has been marked as passed');
}

/** An office that is late says why with its next step; the applicant gets an apology with a new date (house policy, to be confirmed by the circular in force). */
export function delayMustBeExplained({ state, what }: { state: FiledDossier; what: 'decision' | 'withdrawal' }): void {
  const unexplained = deadlinesOwed(state).find(
    (limit) => limit.what === what && limit.late && !delayExplained(state, limit),
  );
  if (unexplained !== undefined) {
    throw brokenRule(
      'DOSSIERS.DELAY_UNEXPLAINED',
      'The case is late and nobody has said why',
      { dueOn: unexplained.due.dueOn },
      [unexplained.due.article],
    );
  }
}

/** A new date is promised for a day to come. */
export function newDateMustLieAhead(answerBy: LocalDate | undefined, today: LocalDate): void {
  if (answerBy !== undefined && answerBy < today)
    throw brokenRule('DOSSIERS.NEW_DATE_PAST', 'The new date lies in the past', { answerBy });
}

/** Only a limit that runs can be moved, before it has passed, and only to a later day: a lateness is explained, not undone (L23 Art. 42.4). */
export function limitMustRun(
  state: FiledDossier,
  what: 'decision' | 'withdrawal',
  to: DueDate,
  now: Instant,
): RunningLimit {
  const limit = deadlinesOwed(state).find((owed) => owed.what === what);
  if (limit === undefined) throw notAllowedNow('DOSSIERS.NO_LIMIT_RUNS', 'No such limit runs', { what });
  if (limit.late || isPast(limit.due.dueAt, now)) {
    throw notAllowedNow('DOSSIERS.LIMIT_PASSED', 'The limit has passed', { dueOn: limit.due.dueOn }, [
      limit.due.article,
    ]);
  }
  if (Date.parse(to.dueAt) <= Date.parse(limit.due.dueAt))
    throw brokenRule('DOSSIERS.EXTENSION_TOO_SHORT', 'An extension ends later than the limit', { dueOn: to.dueOn });
  return limit;
}
