import { given } from '@hoptac/testing';
import { BOUNDS, by, MEMBERS, NOW, policy } from '../../testing/applications/lending';
import { bodyFor, type FundPolicy } from './fund-policy';
import { fundDecider, type FundCommand } from './fund.decider';
import type { CapitalChange, SupportFundEvent } from './fund.events';
import { capitalOn, membersOn, policyOn, type FoundedFund } from './fund.state';

const PAPER = { number: '12/QĐ-UBND', on: '2026-01-02', issuedBy: 'UBND tỉnh' } as const;
const founded: SupportFundEvent = {
  type: 'SupportFundFounded',
  data: {
    fundId: 'f-1',
    name: 'Quỹ hỗ trợ phát triển hợp tác xã tỉnh An Giang',
    level: 'provincial',
    model: 'company',
    officeId: 'office-91',
    areaCode: '91',
    foundedOn: '2026-01-02',
    paper: PAPER,
  },
};
const change = (
  amount: number,
  of: CapitalChange['of'] = 'charterCapital',
  effectiveOn = '2026-01-02',
): CapitalChange => ({
  ...{ of, amount, paper: PAPER },
  effectiveOn: effectiveOn as CapitalChange['effectiveOn'],
});
const proposeCapital = (capital: CapitalChange, changeId = 'k-1'): FundCommand => ({
  type: 'ProposeCapital',
  data: { changeId, change: capital },
  metadata: by('treasurer-1'),
});
const confirm = (changeId: string, who = 'director-1'): FundCommand => ({
  type: 'ConfirmChange',
  data: { changeId, bounds: BOUNDS },
  metadata: by(who),
});
const proposePolicy = (rules: FundPolicy, changeId = 'p-1', from = '2026-11-23'): FundCommand => ({
  type: 'ProposePolicy',
  data: { changeId, from: from as '2026-11-23', policy: rules, paper: PAPER, bounds: BOUNDS },
  metadata: by('treasurer-1'),
});
const capital = (
  changeId: string,
  amount: number,
  effectiveOn: CapitalChange['effectiveOn'],
  confirmedAt = NOW,
  of: CapitalChange['of'] = 'charterCapital',
): SupportFundEvent => ({
  type: 'SupportFundCapitalConfirmed',
  data: { changeId, change: change(amount, of, effectiveOn), confirmedBy: 'director-1', confirmedAt },
});

describe('capital of a fund (D45 Art. 2.3, 36–37)', () => {
  it('counts once a second person has confirmed it, never by whoever entered it', () => {
    const proposed = given(fundDecider, founded)
      .when(proposeCapital(change(5_000_000_000)))
      .then({
        type: 'SupportFundCapitalProposed',
        data: { changeId: 'k-1', change: change(5_000_000_000), proposedBy: 'treasurer-1' },
      });
    expect(capitalOn(proposed.state as FoundedFund, '2026-11-23').actualCharterCapital).toBe(0);
    proposed.when(confirm('k-1', 'treasurer-1')).thenRefused('SUPPORT_FUND.CHANGE_FOUR_EYES');
    const confirmed = proposed.when(confirm('k-1')).then(capital('k-1', 5_000_000_000, '2026-01-02'));
    expect(capitalOn(confirmed.state as FoundedFund, '2026-11-23').actualCharterCapital).toBe(5_000_000_000);
    confirmed.when(confirm('k-1')).thenRefused('SUPPORT_FUND.CHANGE_SETTLED');
  });

  it('is known for every day in both times: Sóc Trăng 2010 and 2011, and a loss entered late', () => {
    const { state } = given(
      fundDecider,
      founded,
      capital('k-1', 2_500_000_000, '2010-04-01', '2010-04-05T00:00:00.000Z'),
      capital('k-2', 2_500_000_000, '2011-05-01', '2011-05-05T00:00:00.000Z'),
      capital('k-3', -200_000_000, '2011-12-31', '2012-03-01T00:00:00.000Z', 'accumulatedResult'),
    );
    const fund = state as FoundedFund;
    expect(capitalOn(fund, '2010-03-31').actualCharterCapital).toBe(0);
    expect(capitalOn(fund, '2011-04-30').actualCharterCapital).toBe(2_500_000_000);
    expect(capitalOn(fund, '2012-01-31')).toEqual({
      charterCapital: 5_000_000_000,
      accumulatedResult: -200_000_000,
      actualCharterCapital: 4_800_000_000,
    });
    expect(capitalOn(fund, '2012-01-31', '2012-02-01T00:00:00.000Z').actualCharterCapital).toBe(5_000_000_000);
  });

  it('never falls below zero on any day, and rests on a paper', () => {
    given(fundDecider, founded, capital('k-1', 5, '2026-01-02'), capital('k-2', -5, '2026-06-01'))
      .when(proposeCapital(change(-1, 'charterCapital', '2026-02-01')))
      .thenRefused('SUPPORT_FUND.CAPITAL_BELOW_ZERO');
    given(fundDecider, founded)
      .when(proposeCapital({ ...change(1), paper: { ...PAPER, number: ' ' } }))
      .thenRefused('SUPPORT_FUND.PAPER_MISSING');
    given(fundDecider)
      .when(proposeCapital(change(1)))
      .thenRefused('SUPPORT_FUND.FUND_NOT_FOUND');
  });
});

describe('lending rules (D45 Art. 20–31)', () => {
  it.each([
    ['ownCapitalMinimumShare', 1_999, 'D45 Art. 22'],
    ['singleBorrowerShare', 1_501, 'D45 Art. 23.2'],
    ['relatedShare', 2_501, 'D45 Art. 23.2'],
    ['overdueRateFactor', 15_001, 'D45 Art. 25'],
    ['maximumTermMonths', 61, 'D45 Art. 24'],
    ['classificationWindowDays', 8, 'TT14 Art. 5'],
    ['writeOffMinimumYears', 4, 'D45 Art. 28'],
  ])('%s of %i is outside the law’s bound and refused with %s', (parameter, value, article) => {
    const refusal = given(fundDecider, founded)
      .when(proposePolicy(policy({ [parameter]: value })))
      .thenRefused('SUPPORT_FUND.POLICY_OUTSIDE_BOUND');
    expect(refusal).toMatchObject({ legalBasis: [article], details: { parameter, value } });
  });

  it.each<[string, Partial<FundPolicy>]>([
    ['singleBorrowerShare', { singleBorrowerShare: 1_500, relatedShare: 1_400 }],
    ['annualRate', { annualRate: { from: 600, to: 500 } }],
    ['decisionLevels', { decisionLevels: [{ upTo: 5, body: 'director' }] }],
    ['decisionLevels', { decisionLevels: [{ upTo: 5, body: 'director' }, { body: 'director' }] }],
    ['majorityAboveShare', { majorityAboveShare: 4_999 }],
    ['securityKinds', { securityKinds: [] }],
    ['allocationOrder', { allocationOrder: ['interest', 'interest', 'principal'] }],
  ])('%s must not contradict itself', (parameter, changed) => {
    expect(
      given(fundDecider, founded)
        .when(proposePolicy(policy(changed)))
        .thenRefused('SUPPORT_FUND.POLICY_CONTRADICTS').details,
    ).toEqual({ parameter });
  });

  it('holds from its day once confirmed; what held before stays readable; nothing reaches back', () => {
    const first = given(fundDecider, founded)
      .when(proposePolicy(policy(), 'p-1', '2026-01-01'))
      .then({
        type: 'SupportFundPolicyProposed',
        data: {
          ...{ changeId: 'p-1', policyVersion: '1', policy: policy(), paper: PAPER, proposedBy: 'treasurer-1' },
          from: '2026-01-01',
        },
      })
      .when(confirm('p-1'))
      .then({
        type: 'SupportFundPolicyConfirmed',
        data: {
          ...{ changeId: 'p-1', policyVersion: '1', policy: policy(), confirmedBy: 'director-1', confirmedAt: NOW },
          from: '2026-01-01',
        },
      });
    first.when(proposePolicy(policy(), 'p-2', '2026-11-22')).thenRefused('SUPPORT_FUND.POLICY_REACHES_BACK');
    const stricter = policy({ ownCapitalMinimumShare: 3_000 });
    const fund = fundDecider.evolve(first.state, {
      type: 'SupportFundPolicyConfirmed',
      data: {
        ...{ changeId: 'p-2', policyVersion: '2', policy: stricter, confirmedBy: 'director-1', confirmedAt: NOW },
        from: '2027-01-01',
      },
    }) as FoundedFund;
    expect(policyOn(fund, '2026-12-31')?.policyVersion).toBe('1');
    expect(policyOn(fund, '2027-01-01')?.policy.ownCapitalMinimumShare).toBe(3_000);
    expect(policyOn(fund, '2025-12-31')).toBeUndefined();
  });

  it('gives each amount to one body, the border to the lower one', () => {
    expect([300_000_000, 300_000_001, 2_000_000_001].map((amount) => bodyFor(policy(), amount))).toEqual([
      'director',
      'council',
      'board',
    ]);
  });

  it('can be refused by the second person, with a reason', () => {
    const refuse = (reason: string): FundCommand => ({
      type: 'RefuseChange',
      data: { changeId: 'k-1', reason },
      metadata: by('director-1'),
    });
    const proposed = given(fundDecider, founded)
      .when(proposeCapital(change(1)))
      .then({
        type: 'SupportFundCapitalProposed',
        data: { changeId: 'k-1', change: change(1), proposedBy: 'treasurer-1' },
      });
    proposed.when(refuse(' ')).thenRefused('SUPPORT_FUND.REASON_MISSING');
    proposed
      .when(refuse('Sai số'))
      .then({ type: 'SupportFundChangeRefused', data: { changeId: 'k-1', reason: 'Sai số', refusedBy: 'director-1' } })
      .when(confirm('k-1'))
      .thenRefused('SUPPORT_FUND.CHANGE_SETTLED');
    proposed.when(confirm('k-9')).thenRefused('SUPPORT_FUND.CHANGE_NOT_FOUND');
  });
});

describe('bodies that vote', () => {
  const appoint = (members = MEMBERS): FundCommand => ({
    type: 'AppointBody',
    data: { body: 'council', members, from: '2026-01-02', paper: PAPER },
    metadata: by('director-1'),
  });

  it('have three members or more, each once, and one chair', () => {
    const { state } = given(fundDecider, founded)
      .when(appoint())
      .then({
        type: 'SupportFundBodyAppointed',
        data: { body: 'council', members: MEMBERS, from: '2026-01-02', paper: PAPER },
      });
    expect(membersOn(state as FoundedFund, 'council', '2026-01-01')).toEqual([]);
    expect(membersOn(state as FoundedFund, 'council', '2026-01-02')).toEqual(MEMBERS);
    for (const members of [
      MEMBERS.slice(0, 2),
      MEMBERS.map((member) => ({ ...member, chair: true })),
      [MEMBERS[0]!, MEMBERS[1]!, MEMBERS[1]!],
    ])
      given(fundDecider, founded).when(appoint(members)).thenRefused('SUPPORT_FUND.BODY_INCOMPLETE');
  });
});
