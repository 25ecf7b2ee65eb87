import {
  deadlinesOwed,
  earliest,
  escalationsOwed,
  isClosed,
  isPast,
  nextMilestone,
  remindersOwed,
  runningLimits,
  type DossierEvent,
  type DossierState,
} from '@hoptac/dossiers/domain';
import type { Instant } from '@hoptac/kernel';

/** People's acts (and the tax authority's) after which the procedure goes on differently. */
export const DECISIVE_FACTS = [
  'DossierCorrectionRequested',
  'DossierResubmitted',
  'DossierExamined',
  'DossierReturned',
  'DossierGranted',
  'DossierRefused',
  'DossierWithdrawalRequested',
  'DossierWithdrawn',
  'DossierWithdrawalRefused',
  'DossierDeadlineExtended',
  'DossierDeadlineSuspended',
] as const satisfies readonly DossierEvent['type'][];

/** The tax authority's two answers. */
export const TAX_ANSWERS = [
  'DossierTaxCodeReceived',
  'DossierTaxCodeRefused',
] as const satisfies readonly DossierEvent['type'][];

/** What ends a case; nothing is waited for afterwards. */
export const CLOSING_FACTS = [
  'DossierCertificateIssued',
  'DossierRefused',
  'DossierLapsed',
  'DossierWithdrawn',
] as const satisfies readonly DossierEvent['type'][];

/** True from the filing until the certificate, the refusal, the lapse or the withdrawal. */
export const underWay = (state: DossierState): boolean => !isClosed(state);

/** The version of this round was not checked yet — kiểm tra hồ sơ (D295 Art. 19). */
export const checksOwed = (state: DossierState): boolean =>
  state.status === 'UnderExamination' && state.checks?.round !== state.round;

/**
 * A certificate is proposed and the tax authority has not answered — mã số là mã số thuế (L23 Art. 46; D295 Art. 14).
 * After its refusal the round is the officer's again: a correction notice or a refusal.
 */
export const taxCodeOwed = (state: DossierState): boolean =>
  state.status === 'AwaitingDecision' &&
  state.proposal.decision === 'grant' &&
  state.taxCode === undefined &&
  state.taxRefusal?.round !== state.round;

/** Granted, and not yet entered in the register (L23 Art. 42.4, 45). */
export const registrationOwed = (state: DossierState): boolean => state.status === 'Granted';

/** The certificate is issued, and what it says is owed to the public (L23 Art. 49). */
export const publicationOwed = (state: DossierState): boolean => state.status === 'Registered';

/** The case ended without a certificate, so its names are free again (L23 Art. 50). */
export const nameIsFree = (state: DossierState): boolean =>
  state.status === 'Refused' || state.status === 'Lapsed' || state.status === 'Withdrawn';

/** The 60 days of the applicant are over — hủy hồ sơ (D295 Art. 19.6, 30.4). */
export const lapseOwed = (state: DossierState, now: Instant): boolean =>
  state.status === 'AwaitingCorrection' && isPast(state.correctionDue.dueAt, now);

/** A limit of the office is over and not marked yet (L23 Art. 42.4; D295 Art. 19.7, 21). */
export const lateMarkOwed = (state: DossierState, now: Instant): boolean =>
  deadlinesOwed(state).some(({ due, late }) => !late && isPast(due.dueAt, now));

/** The instant set for a reminder has come, and its limit has not (house policy). */
export const reminderOwed = (state: DossierState, now: Instant): boolean => remindersOwed(state, now).length > 0;

/** A limit of the office has passed so long ago that the case rises (house policy). */
export const escalationOwed = (state: DossierState, now: Instant): boolean => escalationsOwed(state, now).length > 0;

/** The next date on which the procedure goes on without anybody's act: a limit, a reminder, a rise; undefined when nothing runs. */
export function nextDate(state: DossierState, now: Instant): Instant | undefined {
  const limits = runningLimits(state)
    .filter(({ late }) => !late)
    .map(({ due }) => due.dueAt);
  const milestone = nextMilestone(state, now);
  return earliest(milestone === undefined ? limits : [...limits, milestone]);
}
