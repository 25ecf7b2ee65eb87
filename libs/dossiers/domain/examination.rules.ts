import { brokenRule, invalidInput, notAllowedNow, type Actor } from '@hoptac/kernel';
import { checkList, failedItems, openItems } from './check-list';
import type { DossierState, FiledDossier } from './dossier.state';
import type { JudgedCheck } from './examination.events';

type AwaitingDecision = Extract<DossierState, { status: 'AwaitingDecision' }>;

/** What is known to be wrong is not proposed for a grant; it is corrected or refused (L23 Art. 44.1). */
export function noCheckMayHaveFailed(state: FiledDossier): void {
  const failed = failedItems(state);
  if (failed.length > 0)
    throw brokenRule('DOSSIERS.CHECKS_FAILED', `Checks failed: ${failed.join(', ')}`, { failed }, ['L23 Art. 44.1']);
}

/** Validity is a person's judgement: every finding of the machine is confirmed and every paper looked at before a certificate is proposed (L23 Art. 42.4, 44.1). */
export function everyCheckMustBeJudged(state: FiledDossier): void {
  const open = openItems(state);
  if (open.length > 0) {
    throw notAllowedNow(
      'DOSSIERS.CHECKS_UNCONFIRMED',
      `Nobody has judged: ${open.join(', ')}`,
      { count: open.length, open },
      ['L23 Art. 42.4', 'L23 Art. 44.1'],
    );
  }
}

/** Only what is on the list of this round can be judged. */
export function judgedChecksMustBeKnown(state: FiledDossier, judged: readonly JudgedCheck[]): void {
  const known = new Set(checkList(state).map(({ check }) => check));
  const unknown = judged.find(({ check }) => !known.has(check));
  if (unknown !== undefined || judged.length === 0) {
    throw invalidInput('DOSSIERS.CHECK_UNKNOWN', 'The check list of this round has no such item', {
      check: unknown?.check ?? '',
    });
  }
}

/** A finding that the machine is certain of stands until the dossier changes (ADR 0072). */
export function machineFailureStands(state: FiledDossier, judged: readonly JudgedCheck[]): void {
  const certain = new Set(
    checkList(state)
      .filter(({ machine }) => machine === 'failed')
      .map(({ check }) => check),
  );
  const overruled = judged.find(({ check, outcome }) => outcome === 'passed' && certain.has(check));
  if (overruled !== undefined) {
    throw brokenRule('DOSSIERS.CHECK_FAILED_BY_MACHINE', 'A certain failure cannot be passed', {
      check: overruled.check,
    });
  }
}

/** Whoever has to mend something is told why (L23 Art. 42.4). */
export function failureMustBeExplained(judged: readonly JudgedCheck[]): void {
  const silent = judged.find(({ outcome, note = '' }) => outcome === 'failed' && note.trim() === '');
  if (silent !== undefined) {
    throw invalidInput('DOSSIERS.FAILURE_WITHOUT_NOTE', 'A failed item needs a note', { check: silent.check });
  }
}

/** A proposal is its author's: nobody else takes it back; the head returns it with a reason. */
export function proposalMustBeOnesOwn(state: AwaitingDecision, actor: Actor): void {
  const { examinedBy, onBehalfOf } = state.proposal;
  const authors = [examinedBy, ...(onBehalfOf === undefined ? [] : [onBehalfOf])];
  const asking = [actor.personId, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])];
  if (!asking.some((person) => authors.includes(person)))
    throw brokenRule('DOSSIERS.PROPOSAL_OF_ANOTHER', 'Somebody else made the proposal');
}

/** Only who has a dossier gives it back. */
export function dossierMustBeOnesOwn(state: FiledDossier, actor: Actor): void {
  if (state.officerId !== actor.personId && state.officerId !== actor.onBehalfOf)
    throw notAllowedNow('DOSSIERS.NOT_YOUR_DOSSIER', 'Somebody else, or nobody, has the dossier');
}
