import type { Actor } from '@hoptac/kernel';
import type { DossierEvent } from './dossier.events';
import * as rules from './dossier.rules';
import type { DossierState } from './dossier.state';
import type { AssignDossier, ConfirmChecks, RecallProposal, ReleaseDossier } from './examination.commands';
import * as examination from './examination.rules';

/* Steps of officer and head around the examination (L23 Art. 42.4). */

export function confirmChecks({ data, metadata }: ConfirmChecks, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustBeUnderExamination(state);
  rules.roundMustBePresent(state, data.round);
  rules.presentVersionMustBeChecked(state);
  examination.judgedChecksMustBeKnown(state, data.checks);
  examination.machineFailureStands(state, data.checks);
  examination.failureMustBeExplained(data.checks);
  const said = state.judged?.round === data.round ? state.judged.outcomes : {};
  const checks = data.checks.filter(({ check, outcome }) => said[check] !== outcome);
  if (checks.length === 0) return [];
  return [
    {
      type: 'DossierChecksConfirmed',
      data: { round: data.round, checks, confirmedBy: metadata.actor.personId, ...standingIn(metadata.actor) },
    },
  ];
}

export function recallProposal({ metadata: { actor } }: RecallProposal, state: DossierState): readonly DossierEvent[] {
  rules.decisionMustBeProposed(state);
  examination.proposalMustBeOnesOwn(state, actor);
  return [{ type: 'DossierProposalRecalled', data: { recalledBy: actor.personId } }];
}

export function assign({ data, metadata: { actor } }: AssignDossier, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustNotBeAccepted(state);
  if (state.officerId === data.officerId) return [];
  return [{ type: 'DossierAssigned', data: { ...data, assignedBy: actor.personId } }];
}

export function release({ metadata: { actor } }: ReleaseDossier, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustNotBeAccepted(state);
  if (state.officerId === undefined) return [];
  examination.dossierMustBeOnesOwn(state, actor);
  return [{ type: 'DossierReleased', data: { releasedBy: actor.personId } }];
}

export const standingIn = ({ onBehalfOf }: Actor): { readonly onBehalfOf?: string } =>
  onBehalfOf === undefined ? {} : { onBehalfOf };
