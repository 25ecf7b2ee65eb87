import type { ApplicationState } from './application.state';

/** What a person could do with an application; pages offer exactly these. */
export const APPLICATION_ACTIONS = [
  'completeApplication',
  'withdrawApplication',
  'returnApplication',
  'acceptApplication',
  'claimApplication',
  'assignAppraiser',
  'declareBond',
  'appraiseApplication',
  'sendBack',
  'castVote',
  'concludeVote',
  'approveApplication',
  'rejectApplication',
  'signContract',
  'recordSecurity',
] as const;
export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export interface AskingPerson {
  readonly personId: string;
  readonly onBehalfOf?: string;
  /** The permission table's answer for this application. */
  readonly may: (action: ApplicationAction) => boolean;
  /** Sits in the body that decides, and chairs it. */
  readonly member: boolean;
  readonly chair: boolean;
}

/** Actions that the decider would accept now from this person, as far as state and person tell; what depends on the command's content is left to the decider. */
export function allowedApplicationActions(state: ApplicationState, person: AskingPerson): readonly ApplicationAction[] {
  return APPLICATION_ACTIONS.filter((action) => possible(state, person, action) && person.may(action));
}

function possible(state: ApplicationState, person: AskingPerson, action: ApplicationAction): boolean {
  if (state.status === 'NotSubmitted') return false;
  const asking = [person.personId, ...(person.onBehalfOf === undefined ? [] : [person.onBehalfOf])];
  const free = !asking.some((id) => id === state.applicantId || state.bound.includes(id));
  const decider = free && !asking.some((id) => state.appraisers.includes(id));
  const { status, appraisal } = state;
  const voting = status === 'AwaitingDecision' && appraisal?.body !== 'director';
  switch (action) {
    case 'completeApplication':
      return status === 'AwaitingCompletion';
    case 'withdrawApplication':
      return ['Submitted', 'AwaitingCompletion', 'UnderAppraisal', 'AwaitingDecision', 'Approved'].includes(status);
    case 'returnApplication':
      return status === 'Submitted' && !state.returnedOnce && free;
    case 'acceptApplication':
      return status === 'Submitted' && free;
    case 'claimApplication':
      return (status === 'Submitted' || status === 'UnderAppraisal') && state.appraiserId === undefined && free;
    case 'assignAppraiser':
      return (status === 'Submitted' || status === 'UnderAppraisal') && free;
    case 'declareBond':
      return !['Contracted', 'Rejected', 'Withdrawn', 'Lapsed'].includes(status) && free;
    case 'appraiseApplication':
      return (
        status === 'UnderAppraisal' && free && state.appraiserId !== undefined && asking.includes(state.appraiserId)
      );
    case 'sendBack':
      return status === 'AwaitingDecision' && free;
    case 'castVote':
      return voting && decider && person.member;
    case 'concludeVote':
      return voting && decider && person.chair;
    case 'approveApplication':
      return status === 'AwaitingDecision' && !voting && decider && appraisal?.proposal === 'approve';
    case 'rejectApplication':
      return (
        (decider && status === 'AwaitingDecision' && !voting) ||
        (free && (status === 'Submitted' || status === 'UnderAppraisal'))
      );
    case 'signContract':
      return status === 'Approved' && decider;
    case 'recordSecurity':
      return status === 'ContractSigned' && free;
  }
}
