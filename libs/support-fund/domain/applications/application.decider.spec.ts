import type { Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import {
  assessments,
  by,
  due,
  finding,
  measures,
  MEMBERS,
  NOW,
  paper,
  plan,
  policy,
  submitted,
  terms,
  TODAY,
} from '../../testing/applications/lending';
import type { ApplicationCommand, AppraiseApplication, SubmitApplication } from './application.commands';
import { applicationDecider } from './application.decider';
import type { LoanApplicationEvent } from './application.events';
import type { SubmittedApplication } from './application.state';
import { canRepay, ownCapitalShare, repaymentFigures } from './loan-plan';

type Body = ApplicationCommand extends infer C
  ? C extends ApplicationCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;
const order = (who: string, body: Body, now: Instant = NOW): ApplicationCommand => ({
  ...body,
  metadata: by(who, now),
});

const accepted: LoanApplicationEvent = {
  type: 'LoanApplicationAccepted',
  data: { checkedBy: 'officer-1', due: due('2026-12-14') },
};
const assigned: LoanApplicationEvent = { type: 'LoanApplicationAssigned', data: { appraiserId: 'officer-1' } };
const returned: LoanApplicationEvent = {
  type: 'LoanApplicationReturned',
  data: {
    round: 0,
    missing: [{ subject: 'document:businessPlan', reason: 'Thiếu dòng tiền' }],
    returnedBy: 'officer-1',
    due: due('2026-12-07'),
  },
};
const appraise = (change: Partial<AppraiseApplication['data']> = {}, who = 'officer-1'): ApplicationCommand =>
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
const report = (change: Partial<AppraiseApplication['data']> = {}): LoanApplicationEvent =>
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
const beforeCouncil = (): readonly LoanApplicationEvent[] => {
  const history = [submitted({ plan: larger }), accepted, assigned];
  const [event] = applicationDecider.decide(
    appraise({ terms: largerTerms }),
    given(applicationDecider, ...history).state,
  );
  return [...history, event!];
};
const beforeDirector = (): readonly LoanApplicationEvent[] => [submitted(), accepted, assigned, report()];
const decide = (who = 'director-1', m = measures(), outcome: 'approve' | 'reject' = 'approve'): ApplicationCommand =>
  order(who, {
    type: 'DecideApplication',
    data: { outcome, reason: 'Đồng ý', measures: m, ...(outcome === 'reject' ? { ground: 'cannotRepay' } : {}) },
  });
const vote = (who: string, cast: 'for' | 'against' | 'abstain'): ApplicationCommand =>
  order(who, { type: 'CastVote', data: { vote: cast, members: MEMBERS } });
const voted = (memberId: string, cast: 'for' | 'against' | 'abstain'): LoanApplicationEvent => ({
  type: 'LoanVoteCast',
  data: { appraisal: 1, memberId, vote: cast },
});
const conclude = (who = 'member-1'): ApplicationCommand =>
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
const bond = (accountId: string): LoanApplicationEvent => ({
  type: 'LoanBondDeclared',
  data: { accountId, bond: 'family', note: 'Em ruột giám đốc', declaredBy: accountId },
});
const stateOf = (...events: readonly LoanApplicationEvent[]): SubmittedApplication =>
  given(applicationDecider, ...events).state as SubmittedApplication;

describe('submission and completeness', () => {
  const submit = (change: Partial<SubmitApplication['data']> = {}): ApplicationCommand => {
    const { submittedAt: _, ...data } = submitted().data;
    return order('applicant-1', {
      type: 'SubmitApplication',
      data: { ...data, requiredDocuments: ['businessPlan'], ...change },
    });
  };

  it('records plan, papers and findings, once', () => {
    given(applicationDecider).when(submit()).then(submitted());
    given(applicationDecider, submitted()).when(submit()).thenRefused('SUPPORT_FUND.ALREADY_SUBMITTED');
  });

  it.each(['borrowerKind', 'borrowerStatus', 'area', 'age'] as const)('is refused at the door for %s', (check) => {
    given(applicationDecider)
      .when(submit({ findings: [finding(check, 'failed')] }))
      .thenRefused('SUPPORT_FUND.BORROWER_NOT_ELIGIBLE');
  });

  it('is no plan when sources and budget differ, periods overlap, or papers are missing', () => {
    given(applicationDecider)
      .when(submit({ plan: plan({ ownCapital: 99_999_999 }) }))
      .thenRefused('SUPPORT_FUND.PLAN_DOES_NOT_BALANCE');
    given(applicationDecider)
      .when(submit({ plan: plan({ cashFlow: [{ until: '2027-01-15', inflow: 1, outflow: 0 }] }) }))
      .thenRefused('SUPPORT_FUND.CASH_FLOW_OUT_OF_ORDER');
    given(applicationDecider)
      .when(submit({ documents: [] }))
      .thenRefused('SUPPORT_FUND.DOCUMENTS_MISSING');
  });

  it('is returned once with a list, completed in time, then accepted', () => {
    const { missing } = returned.data as { missing: readonly { subject: string; reason: string }[] };
    const send = order('officer-1', { type: 'ReturnApplication', data: { missing, due: due('2026-12-07') } });
    const complete = (now: Instant) =>
      order(
        'applicant-1',
        {
          type: 'CompleteApplication',
          data: { plan: plan(), documents: [paper('businessPlan')], findings: [], due: due() },
        },
        now,
      );
    const after = given(applicationDecider, submitted()).when(send).then(returned);
    after.when(send).thenRefused('SUPPORT_FUND.ALREADY_RETURNED');
    after.when(complete('2026-12-07T17:00:00.000Z')).thenRefused('SUPPORT_FUND.LIMIT_PASSED');
    after
      .when(complete('2026-12-07T16:59:59.000Z'))
      .then({
        type: 'LoanApplicationCompleted',
        data: { round: 1, plan: plan(), documents: [paper('businessPlan')], findings: [], due: due() },
      })
      .when(
        order('officer-1', {
          type: 'AcceptApplication',
          data: { requiredDocuments: ['meetingResolution'], due: due() },
        }),
      )
      .thenRefused('SUPPORT_FUND.DOCUMENTS_MISSING');
    given(applicationDecider, submitted())
      .when(order('officer-1', { type: 'ReturnApplication', data: { missing: [], due: due() } }))
      .thenRefused('SUPPORT_FUND.LIST_EMPTY');
  });

  it('lapses when it is not completed in time, and not a moment before', () => {
    const lapse = (now: Instant) => order('system', { type: 'LapseApplication', data: {} }, now);
    given(applicationDecider, submitted(), returned)
      .when(lapse('2026-12-07T16:59:59.000Z'))
      .thenRefused('SUPPORT_FUND.LIMIT_NOT_PASSED');
    given(applicationDecider, submitted(), returned)
      .when(lapse('2026-12-07T17:00:00.000Z'))
      .then({ type: 'LoanApplicationLapsed', data: { what: 'completion', dueOn: '2026-12-07' } })
      .when(lapse('2026-12-08T17:00:00.000Z'))
      .thenNothing();
  });
});

describe('appraisal (D45 Art. 22–23)', () => {
  const underAppraisal = () => given(applicationDecider, submitted(), accepted, assigned);

  it('counts the cash flow against the repayment plan and names who decides', () => {
    const { state } = given(applicationDecider, ...beforeDirector());
    const { appraisal, status } = state as SubmittedApplication;
    expect(status).toBe('AwaitingDecision');
    expect(appraisal?.body).toBe('director');
    // 300 million at 5.13 % from 15 January: 350 days of the first year.
    expect(appraisal?.figures.periods[0]).toMatchObject({ net: 150_000_000, due: 114_758_000 });
    expect(appraisal?.figures.dueBeyondPlan).toBe(0);
  });

  it('is made by the appraiser alone, who states that nothing binds him', () => {
    underAppraisal().when(appraise({}, 'officer-2')).thenRefused('SUPPORT_FUND.NOT_THE_APPRAISER');
    underAppraisal()
      .when(appraise({ unbound: false }))
      .thenRefused('SUPPORT_FUND.BOND_NOT_DENIED');
    underAppraisal()
      .when(appraise({ assessments: assessments().slice(1) }))
      .thenRefused('SUPPORT_FUND.REPORT_INCOMPLETE');
  });

  it('proposes a loan only when every condition is met', () => {
    underAppraisal()
      .when(appraise({ assessments: assessments(['creditRecord']) }))
      .thenRefused('SUPPORT_FUND.CONDITIONS_NOT_MET');
    expect(
      underAppraisal()
        .when(appraise({ findings: [finding('singleLimit', 'failed')] }))
        .thenRefused('SUPPORT_FUND.CONDITIONS_NOT_MET').details['unmet'],
    ).toEqual(['singleLimit']);
    underAppraisal()
      .when(appraise({ proposal: 'reject', assessments: assessments(['plan']) }))
      .thenRefused('SUPPORT_FUND.GROUND_MISSING');
  });

  it.each([
    [
      'amount beyond what was asked',
      { amount: 300_000_001, tranches: [{ on: '2027-01-15' as const, amount: 300_000_001, purpose: 'x' }] },
    ],
    ['rate above the policy', { annualRate: 601 }],
    ['overdue rate above 150 %', { overdueRateFactor: 15_001 }],
    ['no security without a waiver', { securities: [] }],
    ['a security the policy does not know', { securities: [{ kind: 'gold', description: 'x', value: 1 }] }],
    ['a waiver beyond its amount', { securities: [], waiver: 'smallLoan' }],
    ['a waiver that is no rule', { securities: [], waiver: 'friendship' }],
    [
      'a term beyond 60 months',
      {
        schedule: {
          ...terms().schedule,
          due: { periods: { firstOn: '2032-01-16' as const, count: 1, everyMonths: 12 } },
        },
      },
    ],
  ])('refuses %s', (_name, change) => {
    underAppraisal()
      .when(appraise({ terms: terms(change) }))
      .thenRefused('SUPPORT_FUND.TERMS_OUTSIDE_POLICY');
  });

  it('refuses tranches that do not add up to the loan', () => {
    underAppraisal()
      .when(appraise({ terms: terms({ tranches: [{ on: '2027-01-15', amount: 1, purpose: 'x' }] }) }))
      .thenRefused('LOAN_SCHEDULES.DISBURSEMENTS_DIFFER');
  });

  it('refuses a loan that the cash flow does not carry', () => {
    const poor = plan({ cashFlow: [{ until: '2027-12-31', inflow: 100_000_000, outflow: 0 }] });
    expect(canRepay(repaymentFigures(poor, terms()))).toBe(false);
    given(applicationDecider, submitted({ plan: poor }), accepted, assigned)
      .when(appraise())
      .thenRefused('SUPPORT_FUND.CANNOT_REPAY');
  });

  it('rounds the own share down: 19.99 % is not 20 %', () => {
    const just = plan({ ownCapital: 79_999_999, requestedAmount: 320_000_001 });
    expect(ownCapitalShare(just)).toBe(1_999);
    expect(ownCapitalShare(plan({ ownCapital: 80_000_000, requestedAmount: 320_000_000 }))).toBe(2_000);
  });
});

describe('bonds and four eyes', () => {
  it('keeps a bound person out of every step, and takes the application from a bound appraiser', () => {
    const { state } = given(applicationDecider, submitted(), accepted, assigned, bond('officer-1'));
    expect((state as SubmittedApplication).appraiserId).toBeUndefined();
    given(applicationDecider, submitted(), accepted, bond('officer-2'))
      .when(order('officer-2', { type: 'ClaimApplication', data: {} }))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    given(applicationDecider, submitted(), accepted, bond('officer-2'))
      .when(order('director-1', { type: 'AssignAppraiser', data: { appraiserId: 'officer-2' } }))
      .thenRefused('SUPPORT_FUND.APPRAISER_BOUND');
    given(applicationDecider, ...beforeDirector(), bond('director-1'))
      .when(decide())
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
  });

  it('carries no decision on a report whose author turns out to be bound', () => {
    given(applicationDecider, ...beforeDirector(), bond('officer-1'))
      .when(decide())
      .thenRefused('SUPPORT_FUND.REPORT_BY_BOUND_APPRAISER');
  });

  it('never lets whoever appraised decide, even through a substitute', () => {
    given(applicationDecider, ...beforeDirector())
      .when(decide('officer-1'))
      .thenRefused('SUPPORT_FUND.APPRAISED_BY_DECIDER');
    const substitute = decide();
    given(applicationDecider, ...beforeDirector())
      .when({
        ...substitute,
        metadata: { ...substitute.metadata, actor: { ...substitute.metadata.actor, onBehalfOf: 'officer-1' } },
      })
      .thenRefused('SUPPORT_FUND.APPRAISED_BY_DECIDER');
  });
});

describe('decision', () => {
  it('is the director’s up to his level, with what it rested on', () => {
    const after = given(applicationDecider, ...beforeDirector())
      .when(decide())
      .then({
        type: 'LoanApplicationApproved',
        data: {
          decidedBy: 'director-1',
          body: 'director',
          decidedOn: TODAY,
          terms: terms(),
          basis: measures().basis,
          due: due('2026-12-21'),
        },
      });
    after.when(decide()).thenRefused('SUPPORT_FUND.NOT_NOW');
    given(applicationDecider, ...beforeCouncil())
      .when(decide())
      .thenRefused('SUPPORT_FUND.OTHER_BODY_DECIDES');
  });

  it.each([
    ['SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED', { taken: { borrower: 1, withRelated: 1 } }],
    ['SUPPORT_FUND.RELATED_LIMIT_EXCEEDED', { taken: { borrower: 0, withRelated: 200_000_001 } }],
  ])('holds the limit of the actual capital at that moment: %s', (code, basis) => {
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', measures(basis)))
      .thenRefused(code);
  });

  it('is measured by the rules in force, not those of the report', () => {
    const cheaper = measures({}, policy({ annualRate: { from: 100, to: 500 } }));
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', cheaper))
      .thenRefused('SUPPORT_FUND.TERMS_OUTSIDE_POLICY');
    const levels = measures({}, policy({ decisionLevels: [{ upTo: 1, body: 'director' }, { body: 'council' }] }));
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', levels))
      .thenRefused('SUPPORT_FUND.POLICY_CHANGED');
  });

  it('is not given to a borrower who meanwhile stopped existing', () => {
    const gone = { ...measures(), findings: [finding('borrowerStatus', 'failed')] };
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', gone))
      .thenRefused('SUPPORT_FUND.BORROWER_NOT_ELIGIBLE');
  });

  it('goes back to the appraiser, and is rejected with a ground', () => {
    given(applicationDecider, ...beforeDirector())
      .when(order('director-1', { type: 'SendApplicationBack', data: { reason: 'Xem lại dòng tiền', due: due() } }))
      .then({
        type: 'LoanApplicationSentBack',
        data: { sentBackBy: 'director-1', reason: 'Xem lại dòng tiền', due: due() },
      })
      .when(decide())
      .thenRefused('SUPPORT_FUND.NOT_NOW');
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', measures(), 'reject'))
      .then({
        type: 'LoanApplicationRejected',
        data: {
          ...{ decidedBy: 'director-1', body: 'director', decidedOn: TODAY },
          ...{ stage: 'AwaitingDecision', ground: 'cannotRepay', reason: 'Đồng ý' },
        },
      })
      .when(order('applicant-1', { type: 'WithdrawApplication', data: { reason: 'x' } }))
      .thenRefused('SUPPORT_FUND.APPLICATION_ENDED');
  });
});

describe('the council’s vote', () => {
  it('is carried by more than half of the votes cast, with a quorum', () => {
    const history = [...beforeCouncil(), voted('member-1', 'for')];
    given(applicationDecider, ...history)
      .when(conclude())
      .thenRefused('SUPPORT_FUND.NO_QUORUM');
    const [approved] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-2', 'for')));
    expect(approved).toMatchObject({
      type: 'LoanApplicationApproved',
      data: { body: 'council', votes: { entitled: 3, needed: 2, for: 2, against: 0, abstained: 0, bound: 0 } },
    });
    const [tie] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-2', 'against')));
    expect(tie).toMatchObject({ type: 'LoanApplicationRejected', data: { ground: 'notInVote' } });
  });

  it('lets a member change his vote, and nobody else vote or conclude', () => {
    given(applicationDecider, ...beforeCouncil())
      .when(vote('member-2', 'for'))
      .then(voted('member-2', 'for'))
      .when(vote('member-2', 'for'))
      .thenNothing()
      .when(vote('member-2', 'against'))
      .then(voted('member-2', 'against'));
    given(applicationDecider, ...beforeCouncil())
      .when(vote('director-1', 'for'))
      .thenRefused('SUPPORT_FUND.NOT_A_MEMBER');
    given(applicationDecider, ...beforeCouncil())
      .when(conclude('member-2'))
      .thenRefused('SUPPORT_FUND.NOT_THE_CHAIR');
  });

  it('neither counts nor hears a bound member, even one who has voted', () => {
    given(applicationDecider, ...beforeCouncil(), bond('member-3'))
      .when(vote('member-3', 'for'))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    const history = [...beforeCouncil(), voted('member-3', 'for'), voted('member-2', 'for'), bond('member-3')];
    given(applicationDecider, ...history)
      .when(conclude())
      .thenRefused('SUPPORT_FUND.NO_QUORUM');
    const [approved] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-1', 'for')));
    expect(approved).toMatchObject({ data: { votes: { entitled: 2, needed: 2, for: 2, bound: 1 } } });
  });

  it('is concluded by another member when the chair is bound', () => {
    const history = [...beforeCouncil(), bond('member-1'), voted('member-2', 'for'), voted('member-3', 'for')];
    given(applicationDecider, ...history)
      .when(conclude('member-1'))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    expect(applicationDecider.decide(conclude('member-2'), stateOf(...history))[0]?.type).toBe(
      'LoanApplicationApproved',
    );
  });
});

describe('contract and security', () => {
  const approvedHistory = (): readonly LoanApplicationEvent[] => [
    ...beforeDirector(),
    applicationDecider.decide(decide(), stateOf(...beforeDirector()))[0]!,
  ];
  const sign = (who = 'director-1', signedOn: typeof TODAY = TODAY): ApplicationCommand =>
    order(who, {
      type: 'SignContract',
      data: { loanId: 'l-1', contractNumber: 'QHT.91-261123-0001/HĐTD', signedOn, due: due('2027-01-15') },
    });
  const perfected = (kind = 'landUseRight'): ApplicationCommand =>
    order('officer-2', {
      type: 'RecordSecurity',
      data: { securities: [{ kind, registration: 'BĐ-77', registeredOn: '2026-11-23' }] },
    });

  it('follows from the approved terms, to the đồng, and is ready once the security is registered', () => {
    const signed = applicationDecider.decide(sign(), stateOf(...approvedHistory()));
    expect(signed).toMatchObject([
      {
        type: 'LoanContractSigned',
        data: {
          contract: {
            loanId: 'l-1',
            applicationId: 'a-1',
            amount: 300_000_000,
            rates: [{ from: '2027-01-15', basisPoints: 513 }],
            overdueRateFactor: 15_000,
            decidedBy: 'director',
            policyVersion: '1',
            borrower: { kind: 'cooperative', organisationId: 'o-1' },
          },
        },
      },
    ]);
    const history = [...approvedHistory(), ...signed];
    given(applicationDecider, ...history)
      .when(perfected('machinery'))
      .thenRefused('SUPPORT_FUND.SECURITIES_DIFFER');
    const ready = applicationDecider.decide(perfected(), stateOf(...history));
    expect(stateOf(...history, ...ready).status).toBe('Contracted');
  });

  it('is signed in time, on a day between decision and today, by nobody who appraised', () => {
    given(applicationDecider, ...approvedHistory())
      .when(sign('officer-1'))
      .thenRefused('SUPPORT_FUND.APPRAISED_BY_DECIDER');
    given(applicationDecider, ...approvedHistory())
      .when(sign('director-1', '2026-11-22'))
      .thenRefused('SUPPORT_FUND.SIGNING_DAY');
    given(applicationDecider, ...approvedHistory())
      .when(sign('director-1', '2026-11-24'))
      .thenRefused('SUPPORT_FUND.SIGNING_DAY');
    const late = { ...sign(), metadata: by('director-1', '2026-12-21T17:00:00.000Z') };
    given(applicationDecider, ...approvedHistory())
      .when(late)
      .thenRefused('SUPPORT_FUND.LIMIT_PASSED');
    given(applicationDecider, ...approvedHistory())
      .when(order('system', { type: 'LapseApplication', data: {} }, '2026-12-21T17:00:00.000Z'))
      .then({ type: 'LoanApplicationLapsed', data: { what: 'contract', dueOn: '2026-12-21' } });
  });

  it('waives security only under a rule, and then the rule’s body decides', () => {
    const small = terms({
      ...{ amount: 100_000_000, securities: [], waiver: 'smallLoan' },
      tranches: [{ on: '2027-01-15', amount: 100_000_000, purpose: 'Nhà màng' }],
    });
    const history = [submitted(), accepted, assigned, report({ terms: small })];
    expect(stateOf(...history).appraisal?.body).toBe('council');
    const votes = [voted('member-1', 'for'), voted('member-2', 'for')];
    const approved = applicationDecider.decide(conclude(), stateOf(...history, ...votes));
    const signed = applicationDecider.decide(sign(), stateOf(...history, ...votes, ...approved));
    expect(signed.map(({ type }) => type)).toEqual(['LoanContractSigned', 'LoanSecurityWaived']);
    expect(stateOf(...history, ...votes, ...approved, ...signed).status).toBe('Contracted');
  });

  it('can be withdrawn from at every stage before it is signed, and not afterwards', () => {
    const withdraw = order('applicant-1', { type: 'WithdrawApplication', data: { reason: 'Tự lo được vốn' } });
    for (const [history, stage] of [
      [[submitted()], 'Submitted'],
      [[submitted(), returned], 'AwaitingCompletion'],
      [[submitted(), accepted], 'UnderAppraisal'],
      [beforeDirector(), 'AwaitingDecision'],
      [approvedHistory(), 'Approved'],
    ] as const)
      given(applicationDecider, ...history)
        .when(withdraw)
        .then({
          type: 'LoanApplicationWithdrawn',
          data: { withdrawnBy: 'applicant-1', reason: 'Tự lo được vốn', stage },
        });
    const signed = applicationDecider.decide(sign(), stateOf(...approvedHistory()));
    given(applicationDecider, ...approvedHistory(), ...signed)
      .when(withdraw)
      .thenRefused('SUPPORT_FUND.NOT_NOW');
  });
});

describe('limits of the fund', () => {
  it('are marked once when they pass, and reminded of once before', () => {
    const mark = (now: Instant) => order('system', { type: 'MarkApplicationLate', data: {} }, now);
    const late = { what: 'check' as const, dueOn: '2026-11-26' as const, dueAt: '2026-11-26T17:00:00.000Z' as const };
    given(applicationDecider, submitted())
      .when(mark('2026-11-26T16:59:59.000Z'))
      .thenRefused('SUPPORT_FUND.LIMIT_NOT_PASSED');
    given(applicationDecider, submitted())
      .when(mark('2026-11-26T17:00:00.000Z'))
      .then({ type: 'LoanApplicationDeadlinePassed', data: late })
      .when(mark('2026-11-27T17:00:00.000Z'))
      .thenNothing();
    const remindAt = '2026-11-25T17:00:00.000Z' as const;
    const remind = order('system', { type: 'RemindOfLimit', data: {} }, remindAt);
    given(applicationDecider, submitted({ due: due('2026-11-26', remindAt) }))
      .when(remind)
      .then({ type: 'LoanApplicationReminded', data: { ...late, to: 'fund', remindedAt: remindAt } })
      .when(remind)
      .thenNothing();
  });
});
