import { addDays, type LocalDate } from '@hoptac/kernel';
import fc from 'fast-check';
import { LoanCase, loanContract } from '../../testing/loans/loan-case';
import { daysOverdue, groupOf } from '../loans/debt-group';
import { positionOn } from '../loans/loan-position';
import type { RunningLoan } from '../loans/loan.state';
import { anyHistory } from '../../testing/loans/any-loan';
import { loanOnDay, timelineOf } from './loan-timeline';
import { forecastFrom, portfolioOn } from './portfolio';
import { asKnownAt, whatIf } from './what-if';

const loanOf = (id: string, paidUntil: LocalDate): RunningLoan => {
  const loan = new LoanCase().opened(loanContract(id)).disbursed(600_000_000, '2026-01-15');
  if (paidUntil > '2026-02-15') loan.received(53_057_534, '2026-02-15');
  return loan.state as RunningLoan;
};
const late = loanOf('late', '2026-01-15');
const good = loanOf('good', '2026-03-01');

it('any day of a timeline says what the position of that day says', () => {
  fc.assert(
    fc.property(anyHistory, fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 8 }), (history, days) => {
      const loan: RunningLoan = { ...late, ...history };
      const timeline = timelineOf(loan);
      for (const after of days) {
        const day = addDays(history.facts[0]!.effectiveOn, after);
        const position = positionOn(history, day);
        const seen = loanOnDay(timeline, day);
        expect(seen?.outstanding).toBe(position?.outstanding);
        if (position === undefined || position.outstanding === 0) continue;
        expect(seen).toMatchObject({ group: groupOf(position), daysOverdue: daysOverdue(position.oldestUnpaid, day) });
      }
    }),
    { numRuns: 60 },
  );
});

it('adds up groups, bad debt, provisions and the largest borrowers', () => {
  const portfolio = portfolioOn([timelineOf(late), timelineOf(good)], '2026-03-17', {
    actualCharterCapital: 4_000_000_000,
    singleBorrowerShare: 1_500,
  });
  expect(portfolio).toMatchObject({
    loans: 2,
    outstanding: 1_150_000_000,
    nonPerforming: 600_000_000,
    nonPerformingShare: 5_217,
    provisions: 100_000_000 + 3_000_000 + 2_750_000,
    largest: [{ outstanding: 600_000_000, limit: 600_000_000 }, { outstanding: 550_000_000 }],
  });
  expect(portfolio.groups.map(({ loans }) => loans)).toEqual([1, 0, 1, 0, 0]);
});

it('forecasts maturities and cash month by month', () => {
  const months = forecastFrom(
    [timelineOf(good)],
    [{ on: '2026-04-10', amount: 100_000_000 }],
    '2026-03-01',
    3,
    10_000_000,
  );
  expect(months.map(({ month, principal, disbursements }) => [month, principal, disbursements])).toEqual([
    ['2026-03-01', 50_000_000, 0],
    ['2026-04-01', 50_000_000, 100_000_000],
    ['2026-05-01', 50_000_000, 0],
  ]);
  const last = months.at(-1)!;
  expect(last.cash).toBe(10_000_000 - 100_000_000 + months.reduce((sum, one) => sum + one.principal + one.interest, 0));
});

it('answers what would become of each loan at another rate, after a bad season, under another limit', () => {
  const [one] = whatIf(
    [good],
    { on: '2026-03-01', rateChange: 100, nothingPaidUntil: '2026-09-15', singleBorrowerShare: 1_000 },
    5_000_000_000,
  );
  expect(one).toMatchObject({ group: 1, groupThen: 5, aboveLimit: 50_000_000 });
  expect(one!.interestThen).toBeGreaterThan(one!.interest);
  expect(one!.provisionThen).toBeGreaterThan(one!.provision);
  expect(asKnownAt(good, '2026-01-16T00:00:00.000Z').facts).toHaveLength(1);
});
