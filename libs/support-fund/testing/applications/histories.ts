import type { Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import {
  applicationDecider,
  type ApplicationCommand,
  type AppraiseApplication,
  type LoanApplicationEvent,
  type SubmittedApplication,
} from '../../domain';
import { assessments, by, due, finding, measures, MEMBERS, NOW, plan, policy, submitted, terms } from './lending';

export type Body = ApplicationCommand extends infer C
  ? C extends ApplicationCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;
export const order = (who: string, body: Body, now: Instant = NOW): ApplicationCommand => ({
  ...body,
  metadata: by(who, now),
});

export const accepted: LoanApplicationEvent = {
  type: 'LoanApplicationAccepted',
  data: { checkedBy: 'officer-1', due: due('2026-12-14') },
};
export const assigned: LoanApplicationEvent = { type: 'LoanApplicationAssigned', data: { appraiserId: 'officer-1' } };
export const returned: LoanApplicationEvent = {
  type: 'LoanApplicationReturned',
  data: {
    round: 0,
    missing: [{ subject: 'document:businessPlan', reason: 'Thiếu dòng tiền' }],
    returnedBy: 'officer-1',
    due: due('2026-12-07'),
  },
};
export const appraise = (change: Partial<AppraiseApplication['data']> = {}, who = 'officer-1'): ApplicationCommand =>
  order(who, {
    type: 'AppraiseApplication',
    data: {
      unbound: true,
      assessments: assessments(),
      proposal: 'approve',
      reason: 'Phương án khả thi',
      terms: terms(),
      findings: [finding('ownCapital'), finding('singleLimit')],
      policy: policy(),
      policyVersion: '1',
      due: due('2026-12-21'),
      ...change,
    },
  });
export const report = (change: Partial<AppraiseApplication['data']> = {}): LoanApplicationEvent =>
  applicationDecider.decide(appraise(change), given(applicationDecider, submitted(), accepted, assigned).state)[0]!;
/** Over the director's 300 million: the council decides. */
const larger = plan({
  requestedAmount: 400_000_000,
  budget: [{ item: 'Nhà màng', amount: 500_000_000 }],
  cashFlow: [
    { until: '2027-12-31', inflow: 500_000_000, outflow: 250_000_000 },
    { until: '2028-12-31', inflow: 500_000_000, outflow: 250_000_000 },
    { until: '2029-12-31', inflow: 500_000_000, outflow: 250_000_000 },
  ],
});
const largerTerms = terms({
  amount: 400_000_000,
  tranches: [{ on: '2027-01-15', amount: 400_000_000, purpose: 'Nhà màng' }],
});
export const beforeCouncil = (): readonly LoanApplicationEvent[] => {
  const history = [submitted({ plan: larger }), accepted, assigned];
  const [event] = applicationDecider.decide(
    appraise({ terms: largerTerms }),
    given(applicationDecider, ...history).state,
  );
  return [...history, event!];
};
export const beforeDirector = (): readonly LoanApplicationEvent[] => [submitted(), accepted, assigned, report()];
export const decide = (
  who = 'director-1',
  m = measures(),
  outcome: 'approve' | 'reject' = 'approve',
): ApplicationCommand =>
  order(who, {
    type: 'DecideApplication',
    data: { outcome, reason: 'Đồng ý', measures: m, ...(outcome === 'reject' ? { ground: 'cannotRepay' } : {}) },
  });
export const vote = (who: string, cast: 'for' | 'against' | 'abstain'): ApplicationCommand =>
  order(who, { type: 'CastVote', data: { vote: cast, members: MEMBERS } });
export const voted = (memberId: string, cast: 'for' | 'against' | 'abstain'): LoanApplicationEvent => ({
  type: 'LoanVoteCast',
  data: { appraisal: 1, memberId, vote: cast },
});
export const conclude = (who = 'member-1'): ApplicationCommand =>
  order(who, {
    type: 'ConcludeVote',
    data: {
      reason: 'Theo biểu quyết',
      members: MEMBERS,
      measures: measures({
        actualCharterCapital: 20_000_000_000,
        singleLimit: 3_000_000_000,
        relatedLimit: 5_000_000_000,
      }),
    },
  });
export const bond = (accountId: string): LoanApplicationEvent => ({
  type: 'LoanBondDeclared',
  data: { accountId, bond: 'family', note: 'Em ruột giám đốc', declaredBy: accountId },
});
export const stateOf = (...events: readonly LoanApplicationEvent[]): SubmittedApplication =>
  given(applicationDecider, ...events).state as SubmittedApplication;
