import { localDateOf, unreachable, type Decider } from '@hoptac/kernel';
import type { LoanContract } from '../loan-contract';
import type { ApplicationCommand, SignContract, SubmitApplication } from './application.commands';
import { appraise, conclude, decideAlone, reject, sendBack, castVote } from './application.decisions';
import type { LoanApplicationEvent } from './application.events';
import * as rules from './application.rules';
import { evolveApplication, limitHolder, type ApplicationState, type SubmittedApplication } from './application.state';
import { lapseOwed, lateMarkOwed, reminderOwed } from './limits';
import { planMustBeCountable } from './loan-plan';

/** Application for a loan, from its submission to the signed contract with perfected security (D45 Art. 20–26, 31). */
export const applicationDecider: Decider<ApplicationState, ApplicationCommand, LoanApplicationEvent> = {
  initialState: () => ({ status: 'NotSubmitted' }),
  evolve: evolveApplication,
  decide,
};

function decide(command: ApplicationCommand, state: ApplicationState): readonly LoanApplicationEvent[] {
  if (command.type === 'SubmitApplication') return submit(command, state);
  rules.applicationMustBeSubmitted(state);
  const { actor, now } = command.metadata;
  switch (command.type) {
    case 'ReturnApplication': {
      rules.listMustBeTheFirst(state);
      rules.applicationMustBe(state, 'Submitted');
      rules.actorMustNotBeBound(state, actor);
      rules.listMustSaySomething(command.data.missing);
      return [
        {
          type: 'LoanApplicationReturned',
          data: { round: state.round, ...command.data, returnedBy: actor.personId },
        },
      ];
    }
    case 'CompleteApplication': {
      rules.applicationMustBe(state, 'AwaitingCompletion');
      rules.limitMustBeOpen(state, now);
      planMustBeCountable(command.data.plan);
      return [{ type: 'LoanApplicationCompleted', data: { round: state.round + 1, ...command.data } }];
    }
    case 'AcceptApplication': {
      const { requiredDocuments, due } = command.data;
      rules.applicationMustBe(state, 'Submitted');
      rules.actorMustNotBeBound(state, actor);
      rules.papersMustBeThere(state.documents, requiredDocuments);
      return [{ type: 'LoanApplicationAccepted', data: { checkedBy: actor.personId, due } }];
    }
    case 'ClaimApplication': {
      rules.applicationMustBe(state, 'Submitted', 'UnderAppraisal');
      if (state.appraiserId === actor.personId) return [];
      rules.actorMustNotBeBound(state, actor);
      rules.applicationMustBeFree(state);
      return [{ type: 'LoanApplicationAssigned', data: { appraiserId: actor.personId } }];
    }
    case 'AssignAppraiser': {
      rules.applicationMustBe(state, 'Submitted', 'UnderAppraisal');
      rules.actorMustNotBeBound(state, actor);
      rules.appraiserMustNotBeBound(state, command.data.appraiserId);
      if (state.appraiserId === command.data.appraiserId) return [];
      return [{ type: 'LoanApplicationAssigned', data: { ...command.data, assignedBy: actor.personId } }];
    }
    case 'DeclareBond': {
      rules.applicationMustNotHaveEnded(state);
      if (state.bound.includes(command.data.accountId)) return [];
      return [{ type: 'LoanBondDeclared', data: { ...command.data, declaredBy: actor.personId } }];
    }
    case 'AppraiseApplication':
      return appraise(command, state);
    case 'SendApplicationBack':
      return sendBack(command, state);
    case 'CastVote':
      return castVote(command, state);
    case 'DecideApplication':
      return decideAlone(command, state);
    case 'ConcludeVote':
      return conclude(command, state);
    case 'RejectApplication':
      return reject(command, state);
    case 'WithdrawApplication': {
      rules.applicationMustBe(
        state,
        'Submitted',
        'AwaitingCompletion',
        'UnderAppraisal',
        'AwaitingDecision',
        'Approved',
      );
      const { reason } = command.data;
      return [{ type: 'LoanApplicationWithdrawn', data: { withdrawnBy: actor.personId, reason, stage: state.status } }];
    }
    case 'SignContract':
      return sign(command, state);
    case 'RecordSecurity': {
      rules.applicationMustBe(state, 'ContractSigned');
      rules.actorMustNotBeBound(state, actor);
      rules.securitiesMustMatch(command.data.securities, state.contract?.securities ?? []);
      return [{ type: 'LoanSecurityPerfected', data: { ...command.data, recordedBy: actor.personId } }];
    }
    case 'MarkApplicationLate': {
      if (!lateMarkOwed(state, now)) {
        rules.limitMustHavePassed(state, now);
        return [];
      }
      const { what, due } = state.limit!;
      return [{ type: 'LoanApplicationDeadlinePassed', data: { what, dueOn: due.dueOn, dueAt: due.dueAt } }];
    }
    case 'RemindOfLimit': {
      if (!reminderOwed(state, now)) return [];
      const { what, due } = state.limit!;
      return [
        {
          type: 'LoanApplicationReminded',
          data: { what, to: limitHolder(what), dueOn: due.dueOn, dueAt: due.dueAt, remindedAt: now },
        },
      ];
    }
    case 'LapseApplication': {
      if (state.status === 'Lapsed') return [];
      rules.applicationMustBe(state, 'AwaitingCompletion', 'Approved');
      if (!lapseOwed(state, now)) rules.limitMustHavePassed(state, now);
      const { what, due } = state.limit!;
      return [
        {
          type: 'LoanApplicationLapsed',
          data: { what: what === 'completion' ? 'completion' : 'contract', dueOn: due.dueOn },
        },
      ];
    }
    default:
      return unreachable(command, 'command on a loan application');
  }
}

function submit({ data, metadata }: SubmitApplication, state: ApplicationState): readonly LoanApplicationEvent[] {
  rules.applicationMustNotBeSubmitted(state);
  const { requiredDocuments, ...submitted } = data;
  planMustBeCountable(submitted.plan);
  rules.borrowerMustBeEligible(submitted.findings);
  rules.papersMustBeThere(submitted.documents, requiredDocuments);
  return [{ type: 'LoanApplicationSubmitted', data: { ...submitted, submittedAt: metadata.now } }];
}

/** Signed by the fund: from the approved terms alone, in time, by somebody who neither appraised nor is bound. */
function sign({ data, metadata }: SignContract, state: SubmittedApplication): readonly LoanApplicationEvent[] {
  const { actor, now } = metadata;
  rules.applicationMustBe(state, 'Approved');
  rules.limitMustBeOpen(state, now);
  rules.actorMustNotBeBound(state, actor);
  rules.actorMustNotHaveAppraised(state, actor);
  const { terms, body, decidedOn } = state.approved!;
  const { loanId, contractNumber, signedOn, paper, due } = data;
  rules.signingDayMustFit(signedOn, decidedOn, localDateOf(now));
  const { kind, name, organisationId, personId } = state.borrower;
  const contract: LoanContract = {
    loanId,
    fundId: state.fundId,
    applicationId: state.applicationId,
    contractNumber,
    borrower: {
      kind,
      name,
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(personId === undefined ? {} : { personId }),
    },
    related: state.related,
    purpose: state.plan.purpose,
    amount: terms.amount,
    rates: [{ from: terms.tranches[0]!.on, basisPoints: terms.annualRate }],
    overdueRateFactor: terms.overdueRateFactor,
    schedule: terms.schedule,
    tranches: terms.tranches,
    allocationOrder: terms.allocationOrder,
    securities: terms.securities,
    policyVersion: state.appraisal!.policyVersion,
    decidedBy: body,
    signedOn,
  };
  return [
    {
      type: 'LoanContractSigned',
      data: { contract, signedBy: actor.personId, ...(paper === undefined ? {} : { paper }), due },
    },
    ...(terms.waiver === undefined
      ? []
      : [{ type: 'LoanSecurityWaived' as const, data: { rule: terms.waiver, decidedBy: body } }]),
  ];
}
