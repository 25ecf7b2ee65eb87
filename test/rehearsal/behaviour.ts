import { addDays, addMonths, type LocalDate } from '@hoptac/kernel';
import type { LoanContract } from '@hoptac/support-fund/domain';

/** How a borrower of the rehearsal behaves. */
export const BEHAVIOURS = ['onTime', 'late', 'early', 'restructured', 'stops'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** A seeded sequence of whole numbers below `limit`: the same rehearsal every time. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}

/** Of a hundred borrowers about seventy-five pay on their days, ten late, six ahead, five are restructured, four stop. */
export function behaviourOf(n: number): Behaviour {
  const place = n % 100;
  if (place < 75) return 'onTime';
  if (place < 85) return 'late';
  if (place < 91) return 'early';
  return place < 96 ? 'restructured' : 'stops';
}

/** The n-th contract of the rehearsal: amounts, terms, methods, day counts and seasons differ. */
export function contractOf(n: number, signedOn: LocalDate, next: (limit: number) => number): LoanContract {
  const amount = 100_000_000 + next(50) * 10_000_000;
  const start = addDays(signedOn, 5);
  const loanId = `loan-${String(n).padStart(3, '0')}`;
  const count = 12 + 6 * next(5);
  const harvests = n % 9 === 0;
  return {
    ...{ loanId, fundId: 'fund', applicationId: `application-${String(n)}`, contractNumber: `HD-${String(n)}` },
    borrower: {
      kind: 'cooperative',
      organisationId: `organisation-${String(n % 150)}`,
      name: `Hợp tác xã ${String(n % 150)}`,
    },
    ...{ related: [], purpose: 'Sản xuất', amount, overdueRateFactor: 15_000 },
    rates: [{ from: signedOn, basisPoints: 400 + next(250) }],
    schedule: {
      due: harvests
        ? {
            harvests: [
              { month: 3, day: 20, share: 1 },
              { month: 8, day: 25, share: 2 },
            ],
            lastOn: addMonths(start, 30),
          }
        : { periods: { firstOn: addMonths(addDays(start, next(10)), 1), count, everyMonths: n % 7 === 0 ? 3 : 1 } },
      method: n % 4 === 1 ? 'annuity' : 'equalPrincipal',
      dayCount: (['actual/365', 'actual/360', '30/360', 'actual/actual'] as const)[n % 4]!,
      rounding: { unit: n % 5 === 0 ? 1000 : 1, remainder: 'last', interest: n % 2 === 0 ? 'each' : 'carried' },
      workingDays: { rule: 'next', interestTo: 'agreedDay' },
    },
    tranches: [
      { on: start, amount: amount - Math.floor(amount / 3), purpose: 'Đợt 1' },
      { on: addDays(start, 20), amount: Math.floor(amount / 3), purpose: 'Đợt 2' },
    ],
    allocationOrder: ['overdueInterest', 'interest', 'principal'],
    securities: [{ kind: 'machine', description: 'Máy móc', value: Math.floor(amount / 2) }],
    ...{ policyVersion: 'rehearsal', decidedBy: 'director', signedOn },
  };
}
