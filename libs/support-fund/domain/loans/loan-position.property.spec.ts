import { addDays, type LocalDate } from '@hoptac/kernel';
import { makeSchedule } from '@hoptac/loan-schedules';
import fc from 'fast-check';
import { anyHistory, anyTerms, knownAs, loanTermsOf, weekdaysOnly } from '../../testing/loans/any-loan';
import type { LoanFact, LoanHistory } from './loan-facts';
import { positionOn } from './loan-position';
import { scheduleVersions } from './loan-schedule-versions';

const END: LocalDate = '2041-01-01';

const everyDayOf = (history: LoanHistory): LocalDate[] => [
  ...new Set(history.facts.flatMap(({ effectiveOn }) => [effectiveOn, addDays(effectiveOn, 17)])),
];

describe('a loan that is paid on its days', () => {
  it('asks exactly what the repayment plan of its contract says, instalment by instalment', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const plan = makeSchedule(terms, weekdaysOnly);
        const start = terms.disbursements[0]!.on;
        const facts: LoanFact[] = [
          { type: 'disbursed', amount: terms.principal, effectiveOn: start, knownAt: knownAs(0) },
        ];
        const history = { terms: loanTermsOf(terms), facts, reversals: [] };
        const [version] = scheduleVersions(history, start);
        const asked = plan.instalments.filter(({ total }) => total > 0);
        expect(version?.instalments.map(({ dueOn, principal, interest }) => [dueOn, principal, interest])).toEqual(
          asked.map(({ dueOn, principal, interest }) => [dueOn, principal, interest]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is paid off by the plan’s instalments and never in arrears', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const plan = makeSchedule(terms, weekdaysOnly);
        const start = terms.disbursements[0]!.on;
        const paid = plan.instalments
          .filter(({ total }) => total > 0)
          .map(({ dueOn, total, number }): LoanFact => ({
            type: 'received',
            receiptId: String(number),
            amount: total,
            extra: 'hold',
            effectiveOn: dueOn,
            knownAt: knownAs(number),
          }));
        const facts: LoanFact[] = [
          { type: 'disbursed', amount: terms.principal, effectiveOn: start, knownAt: knownAs(0) },
          ...paid,
        ];
        const history = { terms: loanTermsOf(terms), facts, reversals: [] };
        for (const { effectiveOn } of paid)
          expect(positionOn(history, effectiveOn)).toMatchObject({ overdueInterest: 0, dueNow: 0, credit: 0 });
        expect(positionOn(history, END)).toMatchObject({
          outstanding: 0,
          payoff: 0,
          totals: { principalPaid: terms.principal, interestPaid: plan.interest, overduePaid: 0 },
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever happens to a loan, in whatever order it becomes known', () => {
  it('no đồng is made or lost, on any day', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const day of [...everyDayOf(history), END]) {
          const position = positionOn(history, day);
          if (position === undefined) continue;
          const { totals } = position;
          expect(totals.disbursed + totals.principalBroughtForward).toBe(
            totals.principalPaid + totals.principalWrittenOff + position.outstanding,
          );
          expect(totals.received).toBe(
            totals.principalPaid + totals.interestPaid + totals.overduePaid + totals.refunded + position.credit,
          );
          for (const part of ['outstanding', 'inTerm', 'interestDue', 'interestAccrued', 'overdueInterest'] as const)
            expect([part, position[part] >= 0]).toEqual([part, true]);
          const kept = new Set(history.reversals.map(({ receiptId }) => receiptId));
          const received = history.facts
            .filter((fact) => fact.type === 'received')
            .filter((fact) => fact.effectiveOn <= day && !kept.has(fact.receiptId))
            .reduce((sum, { amount }) => sum + amount, 0);
          expect(totals.received).toBe(received);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what was known at an instant stays what it was, whatever becomes known later', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), (history, pick) => {
        const cut = pick % (history.facts.length + 1);
        const at = knownAs(cut);
        const then = {
          ...history,
          facts: history.facts.filter(({ knownAt }) => knownAt <= at),
          reversals: history.reversals.filter(({ knownAt }) => knownAt <= at),
        };
        for (const day of everyDayOf(then)) {
          expect(positionOn(history, day, at)).toEqual(positionOn(then, day));
        }
        expect(scheduleVersions(history, END, at)).toEqual(scheduleVersions(then, END));
      }),
      { numRuns: 60 },
    );
  });

  it('every schedule that was in force repays exactly what was owed then', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { from, instalments } of scheduleVersions(history, END)) {
          const position = positionOn(history, from)!;
          const pending = instalments.reduce((sum, { principal }) => sum + principal, 0);
          const due = position.outstanding - pending;
          expect(due).toBeGreaterThanOrEqual(0);
          expect(due).toBeLessThanOrEqual(position.dueNow);
        }
      }),
      { numRuns: 60 },
    );
  });
});
