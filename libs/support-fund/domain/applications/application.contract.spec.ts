import { given } from '@hoptac/testing';
import {
  order,
  accepted,
  assigned,
  returned,
  report,
  beforeDirector,
  decide,
  voted,
  conclude,
  stateOf,
} from '../../testing/applications/histories';
import { by, due, submitted, terms, TODAY } from '../../testing/applications/lending';
import type { ApplicationCommand } from './application.commands';
import { applicationDecider } from './application.decider';
import type { LoanApplicationEvent } from './application.events';

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
