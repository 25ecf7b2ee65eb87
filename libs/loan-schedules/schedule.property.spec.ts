import { addMonths, type LocalDate } from '@hoptac/kernel';
import fc from 'fast-check';
import { DAY_COUNTS, METHODS, makeSchedule, type ScheduleTerms } from '.';

const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10) as LocalDate);

/** Any loan of the fund's kind: up to three tranches before the first due day, any method but the one that agrees each day. */
const terms = fc
  .record({
    start: day,
    amounts: fc.array(fc.integer({ min: 1, max: 50_000_000_000 }), { minLength: 1, maxLength: 3 }),
    basisPoints: fc.integer({ min: 0, max: 2_500 }),
    later: fc.option(fc.integer({ min: 0, max: 2_500 })),
    count: fc.integer({ min: 1, max: 60 }),
    everyMonths: fc.constantFrom(1, 3, 6),
    oddMonths: fc.integer({ min: 1, max: 5 }),
    method: fc.constantFrom(...METHODS.filter((method) => method !== 'agreed')),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    unit: fc.constantFrom(1 as const, 100 as const, 1000 as const),
    remainder: fc.constantFrom('first' as const, 'last' as const),
    interest: fc.constantFrom('each' as const, 'carried' as const),
    grace: fc.integer({ min: 0, max: 12 }),
    graceOn: fc.constantFrom('principal' as const, 'both' as const),
    deferredInterest: fc.constantFrom('firstAfter' as const, 'spread' as const),
  })
  .map(({ start, amounts, count, ...more }): ScheduleTerms => {
    const firstOn = addMonths(start, more.oddMonths);
    const principal = amounts.reduce((total, amount) => total + amount, 0);
    return {
      principal,
      disbursements: amounts.map((amount) => ({ on: start, amount })),
      rates: [
        { from: start, basisPoints: more.basisPoints },
        ...(more.later === null ? [] : [{ from: addMonths(firstOn, 1), basisPoints: more.later }]),
      ],
      due: { periods: { firstOn, count, everyMonths: more.everyMonths } },
      method: more.method,
      dayCount: more.dayCount,
      rounding: { unit: more.unit, remainder: more.remainder, interest: more.interest },
      grace: { periods: Math.min(more.grace, count - 1), on: more.graceOn, deferredInterest: more.deferredInterest },
    };
  });

describe('whatever the terms', () => {
  it('the principal of all instalments is the loan, and every balance follows from the one before', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const plan = makeSchedule(any);
        expect(plan.instalments.reduce((total, { principal }) => total + principal, 0)).toBe(any.principal);
        let balance = any.principal;
        for (const instalment of plan.instalments) {
          balance -= instalment.principal;
          expect(instalment.balance).toBe(balance);
          expect(instalment.principal).toBeGreaterThanOrEqual(0);
          expect(instalment.interest).toBeGreaterThanOrEqual(0);
          expect(instalment.total).toBe(instalment.principal + instalment.interest);
        }
        expect(plan.total).toBe(any.principal + plan.interest);
      }),
    );
  });

  it('interest charged differs from the exact interest by no more than rounding may', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const { instalments, interest } = makeSchedule(any);
        const exact = instalments
          .flatMap(({ interestParts }) => interestParts)
          .reduce((total, { balance, basisPoints, yearShare }) => {
            const [numerator, denominator] = yearShare.split('/').map(Number) as [number, number];
            return total + (balance * basisPoints * numerator) / denominator / 10_000;
          }, 0);
        const roundings = any.rounding.interest === 'carried' ? 1 : instalments.length;
        expect(Math.abs(interest - exact)).toBeLessThanOrEqual((roundings * any.rounding.unit) / 2 + 1 + exact * 1e-12);
      }),
    );
  });

  it('an annuity asks the same every time but once', () => {
    fc.assert(
      fc.property(terms, (any) => {
        const plan = makeSchedule({
          ...any,
          method: 'annuity',
          grace: { periods: any.grace!.periods, on: 'principal' },
          rounding: { ...any.rounding, remainder: 'last' },
        });
        const paying = plan.instalments.slice(any.grace!.periods, -1).filter(({ principal }) => principal > 0);
        const settled = paying.filter(({ balance }) => balance > 0);
        expect(new Set(settled.map(({ total }) => total)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
