import type { AreaTree } from '@hoptac/identity';
import { mayActIn, rolesAllowed, type Action, type AuthenticatedActor } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import { allowedActions, isFiled, type DossierAction, type DossierState } from '../domain';

/** The permission behind each action that a page offers. */
export const PERMISSION_OF: Readonly<Record<DossierAction, Action>> = {
  takeCase: 'dossiers.claim',
  releaseCase: 'dossiers.claim',
  reassignCase: 'dossiers.assign',
  recordCheck: 'dossiers.examine',
  recallProposal: 'dossiers.examine',
  explainDelay: 'dossiers.explainDelay',
  extendDeadline: 'dossiers.extendDeadline',
  requestCorrection: 'dossiers.requestCorrection',
  answerCorrection: 'dossiers.resubmit',
  proposeGrant: 'dossiers.examine',
  proposeRefusal: 'dossiers.examine',
  returnToExaminer: 'dossiers.return',
  grantRegistration: 'dossiers.decide',
  refuseRegistration: 'dossiers.decide',
  requestWithdrawal: 'dossiers.withdraw',
  acceptWithdrawal: 'dossiers.decideWithdrawal',
  refuseWithdrawal: 'dossiers.decideWithdrawal',
  handOverResult: 'dossiers.handOver',
};

/** Actions that decider and permissions both allow now. */
export function actionsFor(
  actor: AuthenticatedActor,
  state: DossierState,
  on: LocalDate,
  areas: AreaTree,
): readonly DossierAction[] {
  if (!isFiled(state)) return [];
  const subject = { officeId: state.decidingOfficeId, ownerId: state.applicantId };
  return allowedActions(state, {
    personId: actor.personId,
    ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
    may: (action) => mayActIn(actor, PERMISSION_OF[action], subject, on, areas),
  });
}

/** Offices whose dossiers the actor may list on the day, by every role held. */
export function listableOffices(actor: AuthenticatedActor, on: LocalDate, areas: AreaTree): readonly string[] {
  const reaches = new Map(rolesAllowed('dossiers.list').map(({ role, reach }) => [role, reach]));
  const offices = actor.assignments.flatMap(({ role, officeId, areaCode }) => {
    const reach = reaches.get(role);
    if (reach === 'office') return officeId === undefined ? [] : [officeId, areas.officeOn(officeId, on) ?? officeId];
    if (reach !== 'area' || areaCode === undefined) return [];
    return areas
      .areasOn(on)
      .filter(({ code }) => areas.isWithin(code, areaCode, on))
      .map(({ code }) => areas.officeOf(code, on))
      .filter((office) => office !== undefined);
  });
  return [...new Set(offices)];
}
