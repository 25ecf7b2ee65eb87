import { localDateOf, type CommandMetadata } from '@hoptac/kernel';
import type {
  AppraiseApplication,
  CastVote,
  ConcludeVote,
  DecideApplication,
  DecisionMeasures,
  RejectApplication,
  SendApplicationBack,
} from './application.commands';
import type { LoanApplicationEvent, RejectionGround, VoteCount } from './application.events';
import * as rules from './application.rules';
import type { SubmittedApplication } from './application.state';
import { repaymentFigures } from './loan-plan';
import * as terms from './terms.rules';
import { countVotes, isCarried, votesCast } from './votes';

/* Appraisal and decision (D45 Art. 22–26, 31): whoever appraised does not decide, whoever is bound takes no part. */

export function appraise(
  { data, metadata }: AppraiseApplication,
  state: SubmittedApplication,
): readonly LoanApplicationEvent[] {
  const { actor } = metadata;
  const { unbound, policy, policyVersion, due, terms: proposed, findings, ...report } = data;
  rules.applicationMustBe(state, 'UnderAppraisal');
  rules.actorMustNotBeBound(state, actor);
  rules.actorMustBeTheAppraiser(state, actor);
  rules.bondMustBeDenied(unbound);
  rules.reportMustBeWhole(report.assessments);
  const figures = repaymentFigures(state.plan, proposed);
  if (report.proposal === 'approve') {
    rules.proposalMustFollowFromReport(report.assessments, findings);
    terms.termsMustBeWithinPolicy(proposed, state.plan, policy);
    terms.borrowerMustBeAbleToRepay(figures);
  } else rules.groundMustBeGiven(report.ground);
  return [
    {
      type: 'LoanApplicationAppraised',
      data: {
        appraisal: state.appraisals + 1,
        appraisedBy: actor.personId,
        ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
        ...report,
        findings,
        terms: proposed,
        figures,
        body: terms.decidingBody(proposed, policy),
        policyVersion,
        due,
      },
    },
  ];
}

export function sendBack(
  { data, metadata }: SendApplicationBack,
  state: SubmittedApplication,
): readonly LoanApplicationEvent[] {
  rules.applicationMustBe(state, 'AwaitingDecision');
  rules.actorMustNotBeBound(state, metadata.actor);
  return [{ type: 'LoanApplicationSentBack', data: { sentBackBy: metadata.actor.personId, ...data } }];
}

/** A member may change his vote until the result is established. */
export function castVote({ data, metadata }: CastVote, state: SubmittedApplication): readonly LoanApplicationEvent[] {
  const { actor } = metadata;
  const { members, ...cast } = data;
  rules.applicationMustBe(state, 'AwaitingDecision');
  rules.bodyMustBe(state, 'voting');
  rules.actorMustBeMember(members, actor);
  rules.actorMustNotBeBound(state, actor);
  rules.actorMustNotHaveAppraised(state, actor);
  if (state.votes.some(({ memberId, vote }) => memberId === actor.personId && vote === cast.vote)) return [];
  return [{ type: 'LoanVoteCast', data: { appraisal: state.appraisal!.number, memberId: actor.personId, ...cast } }];
}

export function conclude(
  { data, metadata }: ConcludeVote,
  state: SubmittedApplication,
): readonly LoanApplicationEvent[] {
  const { members, measures, reason } = data;
  rules.applicationMustBe(state, 'AwaitingDecision');
  rules.bodyMustBe(state, 'voting');
  rules.someoneMustChair(members, state, metadata.actor);
  rules.actorMustNotBeBound(state, metadata.actor);
  rules.actorMustNotHaveAppraised(state, metadata.actor);
  const votes = countVotes(state, members, measures.policy);
  rules.quorumMustBeThere(votesCast(votes), votes.needed, votes.entitled);
  return isCarried(votes, measures.policy)
    ? approved(state, measures, metadata, votes)
    : [rejected(state, metadata, { ground: 'notInVote', reason }, votes)];
}

export function decideAlone(
  { data, metadata }: DecideApplication,
  state: SubmittedApplication,
): readonly LoanApplicationEvent[] {
  rules.applicationMustBe(state, 'AwaitingDecision');
  rules.bodyMustBe(state, 'director');
  rules.actorMustNotBeBound(state, metadata.actor);
  rules.actorMustNotHaveAppraised(state, metadata.actor);
  if (data.outcome === 'approve') return approved(state, data.measures, metadata);
  rules.groundMustBeGiven(data.ground);
  return [rejected(state, metadata, { ground: data.ground!, reason: data.reason })];
}

/** Before a report is there; afterwards the body that decides rejects. */
export function reject(
  { data, metadata }: RejectApplication,
  state: SubmittedApplication,
): readonly LoanApplicationEvent[] {
  rules.applicationMustBe(state, 'Submitted', 'UnderAppraisal');
  rules.actorMustNotBeBound(state, metadata.actor);
  return [rejected(state, metadata, data)];
}

/** Everything is measured anew with policy, capital and exposure of the moment (D45 Art. 23.2). */
function approved(
  state: SubmittedApplication,
  { policy, basis, findings, due }: DecisionMeasures,
  { actor, now }: CommandMetadata,
  votes?: VoteCount,
): readonly LoanApplicationEvent[] {
  const appraisal = state.appraisal!;
  rules.reportMustBeUnbound(state);
  rules.proposalMustBePositive(appraisal.proposal);
  rules.borrowerMustBeEligible(findings);
  terms.termsMustBeWithinPolicy(appraisal.terms, state.plan, policy);
  rules.bodyMustStillDecide(terms.decidingBody(appraisal.terms, policy), appraisal.body);
  terms.limitsMustHold(appraisal.terms.amount, basis);
  return [
    {
      type: 'LoanApplicationApproved',
      data: {
        decidedBy: actor.personId,
        body: appraisal.body,
        decidedOn: localDateOf(now),
        terms: appraisal.terms,
        basis,
        ...(votes === undefined ? {} : { votes }),
        due,
      },
    },
  ];
}

const rejected = (
  state: SubmittedApplication,
  { actor, now }: CommandMetadata,
  why: { readonly ground: RejectionGround; readonly reason: string },
  votes?: VoteCount,
): LoanApplicationEvent => ({
  type: 'LoanApplicationRejected',
  data: {
    decidedBy: actor.personId,
    body: state.appraisal?.body ?? 'director',
    decidedOn: localDateOf(now),
    stage: state.status,
    ...why,
    ...(votes === undefined ? {} : { votes }),
  },
});
