import { supportFundLaw, type DebtGroupRule, type OverdueSpan } from '@hoptac/rulebook';
import { debtGroup, scaleOn } from './debt-group';

/** Days on which a scale of the house and a rule of the rulebook both speak. */
const DAYS = ['2024-08-12', '2026-11-22'] as const;

const within = (days: number, { from, below }: OverdueSpan): boolean =>
  days >= from && (below === undefined || days < below);

/** The worst group that fits, read from the rulebook's table as it stands there. */
function groupByRulebook(rules: readonly DebtGroupRule[], overdue: number, times: number, waived: boolean): number {
  const fits = rules.filter(
    (rule) =>
      within(overdue, rule.overdue) ||
      (waived && rule.interestWaivedForInability === true) ||
      rule.restructured.some(
        (one) => (one.orMore ? times >= one.times : times === one.times) && within(overdue, one.overdue),
      ),
  );
  return Math.max(...fits.map(({ group }) => group));
}

// The domain counts by thresholds, also for days before the rulebook begins; where both speak they must say the same.
describe.each(DAYS)('the debt scale of %s and the rulebook', (day) => {
  it('put every loan into the same group', () => {
    const { value: rules } = supportFundLaw('classification.groups', day);
    const differing: string[] = [];
    for (let overdue = 0; overdue <= 200; overdue += 1)
      for (let restructurings = 0; restructurings <= 4; restructurings += 1)
        for (const waivedCannotPay of [false, true]) {
          const ours = debtGroup({ overdue, restructurings, waivedCannotPay }, scaleOn(day));
          const law = groupByRulebook(rules, overdue, restructurings, waivedCannotPay);
          if (ours !== law)
            differing.push(`${overdue} days, ${restructurings} times, ${waivedCannotPay}: ${ours} ≠ ${law}`);
        }
    expect(differing).toEqual([]);
  });

  it('provide the same shares, within the same days of a month', () => {
    const scale = scaleOn(day);
    expect(scale.specific).toEqual(Object.values(supportFundLaw('provision.specificRates', day).value));
    expect(scale.general).toBe(supportFundLaw('provision.generalRate', day).value.share);
    expect(scale.windowDays.days).toBe(supportFundLaw('classification.windowDays', day).value);
  });
});
