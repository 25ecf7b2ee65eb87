import { brokenRule, invalidInput, notAllowedNow, notFound, type Actor, type Instant } from '@hoptac/kernel';
import type { Defect, DossierDocument } from './dossier.events';
import { hasResult, isClosed, isFiled, type DossierState, type FiledDossier, type OpenDossier } from './dossier.state';

type In<Status extends DossierState['status']> = Extract<DossierState, { status: Status }>;

/** One filing is one dossier (L23 Art. 42). */
export function dossierMustNotBeFiledYet(state: DossierState): asserts state is In<'NotFiled'> {
  if (isFiled(state))
    throw notAllowedNow('DOSSIERS.ALREADY_FILED', 'The dossier has been filed', { status: state.status });
}

export function dossierMustBeFiled(state: DossierState): asserts state is FiledDossier {
  if (!isFiled(state)) throw notFound('DOSSIERS.NOT_FOUND', 'There is no such dossier');
}

/** Over the counter and by post a dossier is received only with all papers the law lists, and with no others asked for (D92, D295 Art. 19.2; L23 Art. 42.2). */
export function paperDossierMustBeComplete(
  channel: 'online' | 'office' | 'post',
  documents: readonly DossierDocument[],
  required: readonly string[],
): void {
  if (channel === 'online') return;
  const missing = required.filter((kind) => !documents.some((document) => document.kind === kind));
  if (missing.length > 0) {
    throw brokenRule('DOSSIERS.DOCUMENT_MISSING', 'Papers are missing', { missing }, [
      'D295 Art. 19.2',
      'L23 Art. 42.2',
    ]);
  }
}

/** Registered, refused, lapsed and withdrawn are ends. */
export function dossierMustNotBeClosed(state: DossierState): asserts state is OpenDossier | In<'Granted'> {
  dossierMustBeFiled(state);
  if (isClosed(state))
    throw notAllowedNow('DOSSIERS.CLOSED', `The dossier is closed: ${state.status}`, { status: state.status });
}

/** Until the office accepts the dossier everything about it may still change; from then on only the certificate follows (L23 Art. 42.4). */
export function dossierMustNotBeAccepted(state: DossierState): asserts state is OpenDossier {
  dossierMustNotBeClosed(state);
  if (state.status === 'Granted')
    throw notAllowedNow('DOSSIERS.ALREADY_ACCEPTED', 'The dossier has been accepted', { status: state.status }, [
      'D295 Art. 19.7',
    ]);
}

/** Two officers do not work on one dossier without knowing. */
export function dossierMustNotBeClaimedByAnother(state: FiledDossier, officerId: string): void {
  if (state.officerId !== undefined && state.officerId !== officerId) {
    throw notAllowedNow('DOSSIERS.CLAIMED_BY_ANOTHER', 'Another officer has taken the dossier');
  }
}

/** Xem xét tính hợp lệ: only what lies with the officer is examined. */
export function dossierMustBeUnderExamination(state: DossierState): asserts state is In<'UnderExamination'> {
  dossierMustNotBeAccepted(state);
  if (state.status !== 'UnderExamination') {
    throw notAllowedNow('DOSSIERS.NOT_UNDER_EXAMINATION', 'The dossier does not lie with the officer', {
      status: state.status,
    });
  }
}

/** One notice lists all defects of a version; a second one has to wait for the answer to the first (D295 Art. 21; L23 Art. 42.4). */
export function correctionMustNotBeRequestedTwice(state: DossierState): void {
  if (state.status === 'AwaitingCorrection') {
    throw notAllowedNow(
      'DOSSIERS.CORRECTION_ALREADY_REQUESTED',
      'This version has its one notice',
      { round: state.round },
      ['D295 Art. 21'],
    );
  }
}

/** A notice says what has to be corrected, why, and under which article (D295 Art. 21). */
export function noticeMustListDefects(defects: readonly Defect[]): void {
  if (
    defects.length === 0 ||
    defects.some((defect) => blank(defect.subject) || blank(defect.reason) || blank(defect.article))
  ) {
    throw brokenRule(
      'DOSSIERS.DEFECTS_MISSING',
      'The notice lists no defect, or one without subject, reason or article',
      {},
      ['D295 Art. 21'],
    );
  }
}

/** Only a requested correction can be answered (D295 Art. 21). */
export function correctionMustBeRequested(state: DossierState): asserts state is In<'AwaitingCorrection'> {
  dossierMustNotBeAccepted(state);
  if (state.status !== 'AwaitingCorrection') {
    throw notAllowedNow('DOSSIERS.NO_CORRECTION_REQUESTED', 'No notice waits for an answer', { status: state.status });
  }
}

/** The answer comes within 60 days, to 24:00 of the last one (D92 Art. 19.6; D295 Art. 19.6, 30.4; Civil Code Art. 148). */
export function correctionWindowMustBeOpen(state: In<'AwaitingCorrection'>, now: Instant): void {
  if (!before(now, state.correctionDue.dueAt)) {
    throw notAllowedNow(
      'DOSSIERS.CORRECTION_WINDOW_CLOSED',
      'The 60 days have passed',
      { dueOn: state.correctionDue.dueOn },
      [state.correctionDue.article],
    );
  }
}

/** A dossier is not cancelled a moment before its 60 days are over (D92 Art. 19.6; D295 Art. 19.6, 30.4). */
export function correctionWindowMustHavePassed(state: In<'AwaitingCorrection'>, now: Instant): void {
  if (before(now, state.correctionDue.dueAt)) {
    throw notAllowedNow(
      'DOSSIERS.CORRECTION_WINDOW_OPEN',
      'The 60 days have not passed',
      { dueOn: state.correctionDue.dueOn },
      [state.correctionDue.article],
    );
  }
}

/** The present version, not an older one, has been checked. */
export function presentVersionMustBeChecked(state: FiledDossier): void {
  if (state.checks?.round !== state.round)
    throw notAllowedNow('DOSSIERS.CHECKS_OPEN', 'The checks of this version have not run', { round: state.round });
}

/** Somebody proposes, somebody else decides (L23 Art. 42.4). */
export function decisionMustBeProposed(state: DossierState): asserts state is In<'AwaitingDecision'> {
  dossierMustNotBeAccepted(state);
  if (state.status !== 'AwaitingDecision') {
    throw notAllowedNow('DOSSIERS.PROPOSAL_MISSING', 'No proposal waits for a decision', { status: state.status }, [
      'L23 Art. 42.4',
    ]);
  }
}

/** Who would decide otherwise returns the dossier with a reason, so that every outcome has been seen by two. */
export function decisionMustFollowTheProposal(state: In<'AwaitingDecision'>, decision: 'grant' | 'refuse'): void {
  if (state.proposal.decision !== decision) {
    throw notAllowedNow('DOSSIERS.PROPOSAL_DIFFERS', `The proposal says ${state.proposal.decision}`, {
      proposal: state.proposal.decision,
    });
  }
}

/** Four eyes: whoever examined any version, in person or by a substitute, does not decide, in person or as a substitute (L23 Art. 42.4). */
export function examinerMustNotDecide(state: FiledDossier, actor: Actor): void {
  const deciding = [actor.personId, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])];
  if (deciding.some((person) => state.examiners.includes(person))) {
    throw brokenRule('DOSSIERS.EXAMINER_MAY_NOT_DECIDE', 'The examiner may not decide', {}, ['L23 Art. 42.4']);
  }
}

/** The code is the tax code; without it there is nothing to certify (L23 Art. 46; D295 Art. 14). */
export function taxCodeMustBeReceived(
  state: FiledDossier,
): asserts state is FiledDossier & { readonly taxCode: string } {
  if (state.taxCode === undefined) {
    throw notAllowedNow('DOSSIERS.TAX_CODE_MISSING', 'The tax authority has not given a code', {}, [
      'L23 Art. 46',
      'D295 Art. 14',
    ]);
  }
}

/** What the tax authority refused in this round is corrected or refused, not proposed again (D295 Art. 14). */
export function taxCodeMustNotBeRefused(state: FiledDossier): void {
  if (state.taxCode === undefined && state.taxRefusal?.round === state.round) {
    throw brokenRule('DOSSIERS.TAX_CODE_REFUSED', 'The tax authority refused a code for this version', {}, [
      'D295 Art. 14',
    ]);
  }
}

/** Nobody else may bear the name nationwide on the day of the grant (L23 Art. 50). */
export function nameMustBeReserved(state: FiledDossier): void {
  if (state.checks?.nameReserved !== true) {
    throw brokenRule('DOSSIERS.NAME_NOT_RESERVED', 'The name is not reserved for this dossier', {}, ['L23 Art. 50']);
  }
}

/** A no is written and reasoned (L23 Art. 42.4; D295 Art. 19.7, 32). */
export function reasonMustBeGiven(reason: string): void {
  if (blank(reason)) throw invalidInput('DOSSIERS.REASON_MISSING', 'A reason is required');
}

/** One withdrawal at a time waits for the office (D295 Art. 19.7). */
export function withdrawalMustNotBePending(state: OpenDossier): void {
  if (state.withdrawal !== undefined) {
    throw notAllowedNow(
      'DOSSIERS.WITHDRAWAL_PENDING',
      'A withdrawal waits for the office',
      { dueOn: state.withdrawal.due.dueOn },
      [state.withdrawal.due.article],
    );
  }
}

/** Only a requested withdrawal is decided (D295 Art. 19.7). */
export function withdrawalMustBePending(state: OpenDossier): void {
  if (state.withdrawal === undefined)
    throw notAllowedNow('DOSSIERS.WITHDRAWAL_NOT_REQUESTED', 'No withdrawal waits for the office', {
      status: state.status,
    });
}

/** Only an accepted dossier gets a certificate (L23 Art. 42.4). */
export function dossierMustBeGranted(state: DossierState): asserts state is In<'Granted'> {
  dossierMustNotBeClosed(state);
  if (state.status !== 'Granted')
    throw notAllowedNow('DOSSIERS.NOT_GRANTED', 'The dossier has not been granted', { status: state.status }, [
      'L23 Art. 42.4',
    ]);
}

/** What is handed over is a certificate or a reasoned refusal (L23 Art. 42.4; D295 Art. 19). */
export function resultMustBeThere(state: DossierState): asserts state is In<'Registered' | 'Refused'> {
  dossierMustBeFiled(state);
  if (!hasResult(state))
    throw notAllowedNow('DOSSIERS.NO_RESULT_YET', 'There is no result to hand over', { status: state.status }, [
      'D295 Art. 19',
    ]);
}

/** A finding of another version says nothing about this one. */
export function roundMustBePresent(state: FiledDossier, round: number): void {
  if (state.round !== round)
    throw notAllowedNow('DOSSIERS.ROUND_OVER', `Round ${round} is not the present one`, { round: state.round });
}

/** A code once given to the entity is its only one (L23 Art. 46). */
export function taxCodeMustNotChange(state: FiledDossier, taxCode: string): void {
  if (state.taxCode !== undefined && state.taxCode !== taxCode) {
    throw brokenRule('DOSSIERS.TAX_CODE_DIFFERS', 'The dossier has another tax code', {}, ['L23 Art. 46']);
  }
}

const before = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b);
const blank = (text: string): boolean => text.trim() === '';
