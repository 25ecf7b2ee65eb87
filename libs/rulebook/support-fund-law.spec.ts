import { SUPPORT_FUND_RULES } from './data/support-fund.data';
import { supportFundLaw, type SupportFundSubject } from './support-fund-law';

const SUBJECTS = Object.keys(SUPPORT_FUND_RULES) as SupportFundSubject[];

describe('the law of the support fund', () => {
  it('says its limits with their articles from the first day of Decree 45/2021 on, and nothing before', () => {
    expect(supportFundLaw('limit.singleBorrowerShare', '2021-05-15')).toMatchObject({
      value: 1_500,
      article: 'D45 Art. 23.2',
      evidence: 'verified',
    });
    expect(() => supportFundLaw('limit.singleBorrowerShare', '2021-05-14')).toThrow(
      expect.objectContaining({ code: 'RULEBOOK.NO_SUPPORT_FUND_RULE' }),
    );
  });

  it('marks what nobody has read as to be confirmed', () => {
    expect(SUBJECTS.filter((subject) => supportFundLaw(subject, '2026-11-22').evidence === 'to_confirm')).toEqual([
      'term.maximumMonths',
      'provision.specificRates',
      'provision.generalRate',
    ]);
  });

  it('puts every number of days overdue into exactly one group when nothing was restructured', () => {
    const { value: groups } = supportFundLaw('classification.groups', '2026-11-22');
    for (let days = 0; days <= 400; days += 1) {
      const fit = groups.filter(({ overdue }) => days >= overdue.from && days < (overdue.below ?? Infinity));
      expect([days, fit.length]).toEqual([days, 1]);
    }
    expect(groups.filter(({ nonPerforming }) => nonPerforming).map(({ group }) => group)).toEqual([3, 4, 5]);
  });

  it('has rules in order of time, each ending before the next begins', () => {
    for (const subject of SUBJECTS) {
      const rules = SUPPORT_FUND_RULES[subject];
      for (const [index, { from }] of rules.entries()) {
        const before = rules[index - 1];
        expect(before === undefined || (before.to !== undefined && before.to < from)).toBe(true);
      }
    }
  });
});
