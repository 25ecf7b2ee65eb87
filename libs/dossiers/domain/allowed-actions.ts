import { deadlinesOwed, delayExplained } from './deadlines';
import { failedItems, openItems } from './check-list';
import { hasResult, type DossierState } from './dossier.state';

/** What a person could do with a dossier; each is a command, offered by the pages under this name. */
export const DOSSIER_ACTIONS = [
  'takeCase',
  'releaseCase',
  'reassignCase',
  'recordCheck',
  'requestCorrection',
  'answerCorrection',
  'proposeGrant',
  'proposeRefusal',
  'explainDelay',
  'extendDeadline',
  'recallProposal',
  'returnToExaminer',
  'grantRegistration',
  'refuseRegistration',
  'requestWithdrawal',
  'acceptWithdrawal',
  'refuseWithdrawal',
  'handOverResult',
] as const;
export type DossierAction = (typeof DOSSIER_ACTIONS)[number];

/** Who asks: the persons behind the account, and what their rights let them do with this dossier. */
export interface AskingActor {
  readonly personId: string;
  /** Whom he would stand in for when taking this action. */
  readonly standsFor?: (action: DossierAction) => string | undefined;
  /** The permission table's answer for this dossier. */
  readonly may: (action: DossierAction) => boolean;
}

/**
 * Actions that the decider would accept now from this person, as far as it depends on the state: pages show exactly these. What depends on the
 * command's own content (a reason, a list of defects) is left to the decider.
 */
export function allowedActions(state: DossierState, actor: AskingActor): readonly DossierAction[] {
  return DOSSIER_ACTIONS.filter((action) => possible(state, actor, action) && actor.may(action));
}

function possible(state: DossierState, actor: AskingActor, action: DossierAction): boolean {
  if (action === 'handOverResult') return hasResult(state) && state.status !== 'NotFiled' && !state.handedOver;
  if (
    state.status !== 'UnderExamination' &&
    state.status !== 'AwaitingCorrection' &&
    state.status !== 'AwaitingDecision'
  )
    return false;
  const withdrawing = state.withdrawal !== undefined;
  const examining = state.status === 'UnderExamination' && !withdrawing;
  const standsFor = actor.standsFor?.(action);
  const asking = [actor.personId, ...(standsFor === undefined ? [] : [standsFor])];
  const examiner = asking.some((person) => state.examiners.includes(person));
  const deciding = state.status === 'AwaitingDecision' && !withdrawing && !examiner;
  const checked = state.checks?.round === state.round ? state.checks : undefined;
  const refusedByTax = state.taxCode === undefined && state.taxRefusal?.round === state.round;
  switch (action) {
    case 'takeCase':
      return state.officerId === undefined;
    case 'releaseCase':
      return state.officerId !== undefined && asking.includes(state.officerId);
    case 'reassignCase':
      return true;
    case 'recordCheck':
      return state.status === 'UnderExamination' && checked !== undefined;
    case 'extendDeadline':
      return deadlinesOwed(state).some(({ late }) => !late);
    case 'explainDelay':
      return deadlinesOwed(state).some((limit) => limit.late && !delayExplained(state, limit));
    case 'recallProposal':
      return (
        state.status === 'AwaitingDecision' &&
        [state.proposal.examinedBy, state.proposal.onBehalfOf].some(
          (author) => author !== undefined && asking.includes(author),
        )
      );
    case 'requestCorrection':
    case 'proposeRefusal':
      return examining;
    case 'proposeGrant':
      return (
        examining &&
        checked !== undefined &&
        failedItems(state).length === 0 &&
        openItems(state).length === 0 &&
        !refusedByTax
      );
    case 'answerCorrection':
      return state.status === 'AwaitingCorrection';
    case 'returnToExaminer':
      return state.status === 'AwaitingDecision';
    case 'grantRegistration':
      return (
        deciding &&
        state.proposal.decision === 'grant' &&
        checked?.nameReserved === true &&
        failedItems(state).length === 0 &&
        state.taxCode !== undefined
      );
    case 'refuseRegistration':
      return deciding && state.proposal.decision === 'refuse';
    case 'requestWithdrawal':
      return !withdrawing;
    case 'acceptWithdrawal':
    case 'refuseWithdrawal':
      return withdrawing;
  }
}
