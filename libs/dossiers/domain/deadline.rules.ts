import { brokenRule, notAllowedNow, type LocalDate } from '@hoptac/kernel';
import { deadlinesOwed, delayExplained } from './deadlines';
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
