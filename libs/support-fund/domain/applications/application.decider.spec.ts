import type { Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import { order, accepted, assigned, returned, appraise, beforeDirector } from '../../testing/applications/histories';
import { assessments, due, finding, paper, plan, submitted, terms } from '../../testing/applications/lending';
import type { ApplicationCommand, SubmitApplication } from './application.commands';
import { applicationDecider } from './application.decider';
import type { SubmittedApplication } from './application.state';
import { canRepay, ownCapitalShare, repaymentFigures } from './loan-plan';

describe('submission and completeness', () => {
  const submit = (change: Partial<SubmitApplication['data']> = {}): ApplicationCommand => {
    const data = Object.fromEntries(
      Object.entries(submitted().data).filter(([field]) => field !== 'submittedAt'),
    ) as Omit<SubmitApplication['data'], 'requiredDocuments'>;
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
