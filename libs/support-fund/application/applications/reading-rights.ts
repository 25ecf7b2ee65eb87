import { mayActIn, type Action, type AreaTree, type AuthenticatedActor } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import {
  allowedApplicationActions,
  type ApplicationAction,
  type BodyMember,
  type SubmittedApplication,
} from '../../domain';

/** The permission behind each action that a page offers. */
export const PERMISSION_OF_APPLICATION: Readonly<Record<ApplicationAction, Action>> = {
  completeApplication: 'supportFund.complete',
  withdrawApplication: 'supportFund.withdraw',
  returnApplication: 'supportFund.check',
  acceptApplication: 'supportFund.check',
  claimApplication: 'supportFund.appraise',
  assignAppraiser: 'supportFund.assign',
  declareBond: 'supportFund.declareBond',
  appraiseApplication: 'supportFund.appraise',
  sendBack: 'supportFund.sendBack',
  castVote: 'supportFund.vote',
  concludeVote: 'supportFund.concludeVote',
  approveApplication: 'supportFund.decide',
  rejectApplication: 'supportFund.decide',
  signContract: 'supportFund.sign',
  recordSecurity: 'supportFund.recordSecurity',
};

/** Actions that decider and permissions both allow now. `members`: of the body that decides. */
export function applicationActionsFor(
  actor: AuthenticatedActor,
  state: SubmittedApplication,
  members: readonly BodyMember[],
  on: LocalDate,
  areas: AreaTree,
): readonly ApplicationAction[] {
  const subject = { officeId: state.officeId, ownerId: state.applicantId };
  const sits = members.find(({ accountId }) => accountId === actor.personId);
  const chairIsBound = members.some(({ accountId, chair }) => chair && state.bound.includes(accountId));
  return allowedApplicationActions(state, {
    personId: actor.personId,
    ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
    may: (action) => mayActIn(actor, PERMISSION_OF_APPLICATION[action], subject, on, areas),
    member: sits !== undefined,
    chair: sits !== undefined && (sits.chair || chairIsBound),
  });
}
