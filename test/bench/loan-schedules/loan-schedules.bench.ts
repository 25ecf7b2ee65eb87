import { addDays } from '@hoptac/kernel';
import { makeSchedule, METHODS, type ScheduleTerms } from '@hoptac/loan-schedules';
import type { Bench, Figure } from '../bench.types';

const LOANS = 10_000;
const INSTALMENTS = 60;
const BUDGET_PER_SECOND = 20_000;

/** The n-th of the loans: amounts, days and methods differ, so that nothing is counted twice. */
function termsOf(n: number): ScheduleTerms {
  const on = addDays('2026-01-05', n % 300);
  const principal = 50_000_000 + n * 12_345;
  return {
    principal,
    disbursements: [{ on, amount: principal }],
    rates: [{ from: on, basisPoints: 480 + (n % 200) }],
    due: { periods: { firstOn: addDays(on, 20 + (n % 30)), count: INSTALMENTS, everyMonths: 1 } },
    method: METHODS.filter((method) => method !== 'agreed')[n % 3]!,
    dayCount: n % 2 === 0 ? 'actual/365' : '30/360',
    rounding: { unit: n % 3 === 0 ? 1000 : 1, remainder: 'last', interest: 'each' },
  };
}

/** The same instalments by the textbook formula in floating point, rounded: what arithmetic costs when it may be wrong. */
function bareInstalments(n: number): number {
  let balance = 50_000_000 + n * 12_345;
  const rate = (480 + (n % 200)) / 10_000 / 12;
  const level = (balance * rate) / (1 - (1 + rate) ** -INSTALMENTS);
  let paid = 0;
  for (let k = 0; k < INSTALMENTS; k += 1) {
    const interest = Math.round(balance * rate);
    balance -= level - interest;
    paid += interest;
  }
  return paid;
}

function perSecond(work: (n: number) => unknown): number {
  const started = performance.now();
  for (let n = 0; n < LOANS; n += 1) work(n);
  return (LOANS * INSTALMENTS) / ((performance.now() - started) / 1000);
}

async function run(): Promise<readonly Figure[]> {
  perSecond(bareInstalments);
  const bare = perSecond(bareInstalments);
  const value = Math.round(perSecond((n) => makeSchedule(termsOf(n))));
  return [
    {
      name: `plans of ${String(LOANS)} loans with ${String(INSTALMENTS)} instalments`,
      value,
      unit: 'instalments/s',
      budget: `≥ ${String(BUDGET_PER_SECOND)}`,
      met: value >= BUDGET_PER_SECOND,
      against: `floating point by the textbook ${(bare / value).toFixed(0)} × as many`,
    },
  ];
}

export const benches: readonly Bench[] = [{ name: 'loan-schedules', alone: true, run }];
