import type { AreaTree } from '@hoptac/identity';
import { assignmentFor, rolesAllowed, type Action, type ActedUpon, type AuthenticatedActor } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import { allowedActions, isFiled, type DossierAction, type DossierState, type FiledDossier } from '../domain';

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
  const subject = subjectOf(state);
  const assignment = (action: DossierAction) => assignmentFor(actor, PERMISSION_OF[action], subject, on, areas);
  return allowedActions(state, {
    personId: actor.personId,
    standsFor: (action) => assignment(action)?.onBehalfOf,
    may: (action) => assignment(action) !== undefined,
  });
}

/** A dossier as permissions look at it: whose office, whose filing, on whose desk. */
export const subjectOf = ({
  decidingOfficeId,
  applicantId,
  officerId,
}: Pick<FiledDossier, 'decidingOfficeId' | 'applicantId' | 'officerId'>): ActedUpon => ({
  officeId: decidingOfficeId,
  ownerId: applicantId,
  ...(officerId === undefined ? {} : { heldBy: officerId }),
});

/** Whose work is the actor's on the day: his own, and that of everybody he stands in for. */
export const desksOf = ({ personId, assignments }: AuthenticatedActor): readonly string[] => [
  ...new Set([personId, ...assignments.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])]),
];

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
