import * as the from '../testing/founding';
import { inputs, law, outcomes } from '../testing/check-law';
import { checkFounding } from '.';

const withApplication = (change: Parameters<typeof the.application>[0]) =>
  outcomes({ application: the.application(change) });
const members = (...changes: Parameters<typeof the.member>[1][]) =>
  changes.map((change, place) => the.member(place, change));

it('passes a sound application in every check, each with article, mark and inputs', () => {
  for (const { outcome, article, evidence, inputs: compared } of checkFounding(inputs())) {
    expect(outcome).toBe('passed');
    expect(article).toMatch(/^(L23|D295) Art\. /);
    expect(['verified', 'secondary', 'to_confirm']).toContain(evidence);
    expect(Object.keys(compared).length).toBeGreaterThan(0);
  }
});

it('names the paper that is missing', () => {
  const [papers] = checkFounding(inputs({ documents: [] }));
  expect(papers).toMatchObject({
    check: 'documentsComplete',
    outcome: 'failed',
    article: 'L23 Art. 42.2.b',
    inputs: { missing: 'charter' },
  });
});

it('tells a taken name from one that a person must judge', () => {
  expect(outcomes({ name: { reserved: false, confusing: [], compared: 1 } })['nameNotDuplicate']).toBe('failed');
  expect(
    outcomes({ name: { reserved: true, confusing: ['Hợp tác xã Tân Phú'], compared: 1 } })['nameNotConfusing'],
  ).toBe('undecided');
  expect(outcomes({ name: { reserved: true, confusing: [], compared: 1, formFault: 'typeWords' } })['nameForm']).toBe(
    'failed',
  );
});

it('counts official members only', () => {
  const four = [1, 2, 3, 4].map((number) => the.member(number, { contribution: 50_000_000 }));
  expect(withApplication({ members: four })['minimumMembers']).toBe('failed');
  expect(
    withApplication({ members: [...four, the.member(5, { memberKind: 'nonContributing', contribution: 0 })] })[
      'minimumMembers'
    ],
  ).toBe('failed');
});

it('finds one person entered twice', () => {
  const twice = [...[1, 2, 3, 4].map((number) => the.member(number)), the.member(5, { identityFingerprint: 'f-1' })];
  expect(withApplication({ members: twice })['membersDistinct']).toBe('failed');
});

it('compares shares exactly: 30 % is allowed, one đồng more is not', () => {
  const capital = 9_000_000_000_000_000;
  const share = (largest: number) =>
    withApplication({
      charterCapital: capital,
      members: members(
        { contribution: largest },
        { contribution: capital - largest, memberKind: 'capitalContributing' },
      ),
    });
  expect(share(2_700_000_000_000_000)['memberShare']).toBe('passed');
  expect(share(2_700_000_000_000_001)['memberShare']).toBe('failed');
});

it('adds up what affiliates and foreign investors hold', () => {
  const affiliates = members({}, {}, {}, {}, {}, { memberKind: 'capitalContributing', contribution: 100_000_000 });
  expect(withApplication({ members: affiliates, charterCapital: 300_000_000 })['affiliatesShare']).toBe('failed');
  const foreign = members({ foreign: true }, { foreign: true }, {}, {}, {});
  expect(withApplication({ members: foreign })).toMatchObject({ foreignMembers: 'failed', foreignShare: 'failed' });
  expect(withApplication({ members: members({ foreign: true }, {}, {}, {}, {}) })).toMatchObject({
    foreignMembers: 'passed',
    foreignShare: 'passed',
  });
});

it('wants contributions that add up and fit the kinds of members', () => {
  expect(withApplication({ charterCapital: 199_999_999 })['capitalAddsUp']).toBe('failed');
  expect(withApplication({ members: members({ memberKind: 'nonContributing' }) })['contributionsFitKinds']).toBe(
    'failed',
  );
});

it('wants level-4 lines with one main line', () => {
  expect(withApplication({ businessLines: [{ code: '011', main: true }] })['businessLines']).toBe('failed');
  expect(withApplication({ businessLines: [{ code: '0111', main: false }] })['businessLines']).toBe('failed');
  expect(withApplication({ businessLines: [] })['businessLines']).toBe('failed');
});

it('looks where office, representative and conference stand', () => {
  expect(outcomes({ officeOfHeadOffice: 'office-2' })['headOfficeInArea']).toBe('failed');
  expect(withApplication({ legalRepresentativeId: 'nobody' })['representativeIsMember']).toBe('failed');
  const conference = (change: object) =>
    withApplication({ conference: { ...the.application().conference, ...change } })['foundingConference'];
  expect(conference({ votesForCharter: 3 })).toBe('failed');
  expect(conference({ votesForCharter: 4 })).toBe('passed');
  expect(conference({ foundersAttended: 8 })).toBe('failed');
});

it('judges simplified governance by number where the law gives one', () => {
  expect(withApplication({ governance: 'simplified' })['governance']).toBe('undecided');
  const settled = (from: number) =>
    outcomes({
      application: the.application({ governance: 'simplified' }),
      law: { ...law, fullGovernanceFrom: { ...law.minimumMembers, value: from } },
    });
  expect(settled(5)['governance']).toBe('failed');
  expect(settled(6)['governance']).toBe('passed');
});

it('wants codes of cooperatives from a union’s members', () => {
  expect(withApplication({ kind: 'cooperativeUnion' })['unionOfCooperatives']).toBe('failed');
  expect(
    withApplication({ kind: 'cooperativeUnion', members: members({ organisationCode: '1' }) })['unionOfCooperatives'],
  ).toBe('passed');
});
