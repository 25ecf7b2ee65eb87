import { growthOf, interestDenominator, type AccrualPeriod } from './accrual';
import { roundHalfUp } from './fraction';
import type { ScheduleTerms } from './terms';

/**
 * The total that, paid on every due day of `periods`, brings `opening` to zero at the last: solved exactly, whatever the lengths of the periods, the rates and
 * the later disbursements, then rounded to the unit.
 */
export function levelTotal(terms: ScheduleTerms, periods: readonly AccrualPeriod[], opening: bigint): bigint {
  const denominator = interestDenominator(terms);
  // After each period the balance is (owed − paid × total) ÷ scale.
  let owed = opening;
  let paid = 0n;
  let scale = 1n;
  for (const period of periods) {
    const { growth, added } = growthOf(terms, period);
    owed = owed * growth + added * scale;
    scale *= denominator;
    paid = paid * growth + scale;
  }
  return roundHalfUp({ numerator: owed, denominator: paid }, BigInt(terms.rounding.unit));
}

/** How much more the first total has to be, in whole units, for the last one to come out `excess` lower. */
export function shiftToFirst(terms: ScheduleTerms, periods: readonly AccrualPeriod[], excess: bigint): bigint {
  const denominator = interestDenominator(terms);
  let growthOfFirst = 1n;
  let scale = 1n;
  for (const period of periods.slice(1)) {
    growthOfFirst *= growthOf(terms, period).growth;
    scale *= denominator;
  }
  return roundHalfUp({ numerator: excess * scale, denominator: growthOfFirst }, BigInt(terms.rounding.unit));
}
