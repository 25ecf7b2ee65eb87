import { localDateOf, unreachable, type Decider, type LocalDate } from '@hoptac/kernel';
import type {
  DecideWithdrawal,
  DossierCommand,
  ExamineDossier,
  FileDossier,
  GrantDossier,
  RecordCertificate,
  RefuseDossier,
  RequestCorrection,
  ResubmitDossier,
} from './dossier.commands';
import {
  delayOf,
  escalate,
  explainDelay,
  extendDeadline,
  markDeadlinePassed,
  remind,
  suspendDeadlines,
} from './deadline.decisions';
import type { DossierEvent } from './dossier.events';
import * as rules from './dossier.rules';
import { evolve, type DossierState } from './dossier.state';
import { assign, confirmChecks, recallProposal, release, standingIn } from './examination.decisions';
import * as examination from './examination.rules';
import { articleOfRefusal } from './refusal-grounds';

/** Founding registration: receipt, correction, withdrawal and decision — L23 Art. 41–46; D295 Art. 19, 21, 33–34. */
export const dossierDecider: Decider<DossierState, DossierCommand, DossierEvent> = {
  initialState: () => ({ status: 'NotFiled' }),
  evolve,
  decide,
};

function decide(command: DossierCommand, state: DossierState): readonly DossierEvent[] {
  switch (command.type) {
    case 'FileDossier':
      return file(command, state);
    case 'RecordChecks': {
      rules.dossierMustNotBeClosed(state);
      rules.roundMustBePresent(state, command.data.round);
      return state.checks?.round === command.data.round ? [] : [{ type: 'DossierChecked', data: command.data }];
    }
    case 'ClaimDossier': {
      const officerId = command.metadata.actor.personId;
      rules.dossierMustNotBeAccepted(state);
      if (state.officerId === officerId) return [];
      rules.dossierMustNotBeClaimedByAnother(state, officerId);
      return [{ type: 'DossierAssigned', data: { officerId } }];
    }
    case 'RequestCorrection':
      return requestCorrection(command, state);
    case 'ResubmitDossier':
      return resubmit(command, state);
    case 'LapseDossier': {
      if (state.status === 'Lapsed') return [];
      rules.correctionMustBeRequested(state);
      rules.correctionWindowMustHavePassed(state, command.metadata.now);
      return [{ type: 'DossierLapsed', data: { dueOn: state.correctionDue.dueOn } }];
    }
    case 'ExamineDossier':
      return examine(command, state);
    case 'ReturnDossier': {
      rules.decisionMustBeProposed(state);
      rules.reasonMustBeGiven(command.data.reason);
      return [
        { type: 'DossierReturned', data: { returnedBy: command.metadata.actor.personId, reason: command.data.reason } },
      ];
    }
    case 'RecordTaxCode': {
      rules.dossierMustNotBeClosed(state);
      rules.taxCodeMustNotChange(state, command.data.taxCode);
      if (state.taxCode === command.data.taxCode) return [];
      return [
        { type: 'DossierTaxCodeReceived', data: { taxCode: command.data.taxCode, receivedAt: command.metadata.now } },
      ];
    }
    case 'RecordTaxCodeRefusal': {
      rules.dossierMustNotBeClosed(state);
      rules.roundMustBePresent(state, command.data.round);
      return state.taxRefusal?.round === command.data.round
        ? []
        : [{ type: 'DossierTaxCodeRefused', data: command.data }];
    }
    case 'GrantDossier':
      return grant(command, state);
    case 'RefuseDossier':
      return refuse(command, state);
    case 'RequestWithdrawal': {
      rules.dossierMustNotBeAccepted(state);
      rules.withdrawalMustNotBePending(state);
      rules.reasonMustBeGiven(command.data.reason);
      return [
        { type: 'DossierWithdrawalRequested', data: { requestedBy: command.metadata.actor.personId, ...command.data } },
      ];
    }
    case 'DecideWithdrawal':
      return decideWithdrawal(command, state);
    case 'MarkDeadlinePassed':
      return markDeadlinePassed(command, state);
    case 'RecordCertificate':
      return recordCertificate(command, state);
    case 'HandOverResult': {
      rules.resultMustBeThere(state);
      if (state.handedOver) return [];
      const handedOverBy = command.metadata.actor.personId;
      return [{ type: 'DossierResultHandedOver', data: { handedOverBy, ...command.data } }];
    }
    case 'RemindOfDeadline':
      return remind(command, state);
    case 'EscalateDossier':
      return escalate(command, state);
    case 'ExtendDeadline':
      return extendDeadline(command, state);
    case 'SuspendDeadlines':
      return suspendDeadlines(command, state);
    case 'ExplainDelay':
      return explainDelay(command, state);
    case 'ConfirmChecks':
      return confirmChecks(command, state);
    case 'RecallProposal':
      return recallProposal(command, state);
    case 'AssignDossier':
      return assign(command, state);
    case 'ReleaseDossier':
      return release(command, state);
    default:
      return unreachable(command, 'dossier command');
  }
}

function file({ data, metadata }: FileDossier, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustNotBeFiledYet(state);
  rules.paperDossierMustBeComplete(data.channel, data.documents, data.requiredDocuments);
  const { dossierId, caseCode, regime, channel, receivingOfficeId, decidingOfficeId, applicantId } = data;
  const { application, documents, due, receivedAt = metadata.now } = data;
  const who = { dossierId, caseCode, regime, channel, receivingOfficeId, decidingOfficeId, applicantId };
  return [{ type: 'DossierFiled', data: { ...who, procedure: 'P01', receivedAt, application, documents, due } }];
}

function requestCorrection({ data, metadata }: RequestCorrection, state: DossierState): readonly DossierEvent[] {
  rules.correctionMustNotBeRequestedTwice(state);
  rules.dossierMustBeUnderExamination(state);
  rules.withdrawalMustNotBePending(state);
  rules.noticeMustListDefects(data.defects);
  return [
    ...delayOf(state, 'decision', data.delayReason, metadata),
    {
      type: 'DossierCorrectionRequested',
      data: { round: state.round, defects: data.defects, requestedBy: metadata.actor.personId, due: data.due },
    },
  ];
}

function resubmit({ data, metadata }: ResubmitDossier, state: DossierState): readonly DossierEvent[] {
  rules.correctionMustBeRequested(state);
  rules.correctionWindowMustBeOpen(state, metadata.now);
  return [{ type: 'DossierResubmitted', data: { round: state.round + 1, ...data } }];
}

function examine({ data, metadata }: ExamineDossier, state: DossierState): readonly DossierEvent[] {
  const { actor } = metadata;
  const { delayReason, ...proposed } = data;
  rules.dossierMustBeUnderExamination(state);
  rules.withdrawalMustNotBePending(state);
  if (data.proposal === 'grant') {
    rules.presentVersionMustBeChecked(state);
    examination.noCheckMayHaveFailed(state);
    examination.everyCheckMustBeJudged(state);
    rules.taxCodeMustNotBeRefused(state);
  } else {
    rules.reasonMustBeGiven(data.reason);
  }
  const by = { examinedBy: actor.personId, ...standingIn(actor) };
  return [
    ...delayOf(state, 'decision', delayReason, metadata),
    { type: 'DossierExamined', data: { round: state.round, ...by, ...proposed } },
  ];
}

function grant({ data, metadata }: GrantDossier, state: DossierState): readonly DossierEvent[] {
  rules.decisionMustBeProposed(state);
  rules.examinerMustNotDecide(state, metadata.actor);
  rules.withdrawalMustNotBePending(state);
  rules.decisionMustFollowTheProposal(state, 'grant');
  rules.presentVersionMustBeChecked(state);
  examination.noCheckMayHaveFailed(state);
  rules.nameMustBeReserved(state);
  rules.taxCodeMustBeReceived(state);
  return [
    ...delayOf(state, 'decision', data.delayReason, metadata),
    { type: 'DossierGranted', data: decision(metadata, state.proposal.examinedBy, data.decidedOn) },
  ];
}

function refuse({ data, metadata }: RefuseDossier, state: DossierState): readonly DossierEvent[] {
  rules.decisionMustBeProposed(state);
  rules.examinerMustNotDecide(state, metadata.actor);
  rules.withdrawalMustNotBePending(state);
  rules.decisionMustFollowTheProposal(state, 'refuse');
  rules.reasonMustBeGiven(data.reason);
  const { delayReason, decidedOn, ...refused } = data;
  const article = articleOfRefusal(data.ground, state.regime);
  return [
    ...delayOf(state, 'decision', delayReason, metadata),
    {
      type: 'DossierRefused',
      data: { ...decision(metadata, state.proposal.examinedBy, decidedOn), ...refused, article },
    },
  ];
}

function decideWithdrawal({ data, metadata }: DecideWithdrawal, state: DossierState): readonly DossierEvent[] {
  if (state.status === 'Withdrawn' && data.outcome === 'accept') return [];
  rules.dossierMustNotBeAccepted(state);
  rules.withdrawalMustBePending(state);
  const decidedBy = metadata.actor.personId;
  if (data.outcome === 'refuse') rules.reasonMustBeGiven(data.reason);
  return [
    ...delayOf(state, 'withdrawal', data.delayReason, metadata),
    data.outcome === 'accept'
      ? { type: 'DossierWithdrawn', data: { decidedBy } }
      : { type: 'DossierWithdrawalRefused', data: { decidedBy, reason: data.reason } },
  ];
}

function recordCertificate({ data }: RecordCertificate, state: DossierState): readonly DossierEvent[] {
  if (state.status === 'Registered' && state.organisationId === data.organisationId) return [];
  rules.dossierMustBeGranted(state);
  return [{ type: 'DossierCertificateIssued', data }];
}

const decision = (
  { actor, now }: GrantDossier['metadata'],
  examinedBy: string,
  decidedOn: LocalDate = localDateOf(now),
) => ({
  decidedBy: actor.personId,
  examinedBy,
  decidedOn,
});
