import { isLocalDate } from '@hoptac/kernel';
import type { AgreedDue } from './due-days';
import { refuseTerms } from './refusals';
import type { ScheduleTerms } from './terms';

export const MOST_INSTALMENTS = 600;
const MOST_BASIS_POINTS = 10_000;

/**
 * Terms that contradict themselves give no plan.
 * @throws DomainError `LOAN_SCHEDULES.*`
 */
export function validateTerms(terms: ScheduleTerms): void {
  const { principal, disbursements, rates, rounding } = terms;
  mustBe(isAmount(principal) && principal > 0, 'PRINCIPAL_INVALID', 'The principal must be a whole number of đồng');
  mustBe(
    disbursements.length > 0 && disbursements.every(({ on, amount }) => isLocalDate(on) && isAmount(amount)),
    'DISBURSEMENT_INVALID',
    'Every disbursement needs a day and a whole number of đồng',
  );
  mustBe(inOrder(disbursements.map(({ on }) => on)), 'DISBURSEMENTS_OUT_OF_ORDER', 'Disbursements must be in order');
  const paidOut = disbursements.reduce((total, { amount }) => total + BigInt(amount), 0n);
  if (paidOut !== BigInt(principal)) {
    throw refuseTerms('DISBURSEMENTS_DIFFER', 'The disbursements do not add up to the principal', {
      disbursed: String(paidOut),
      principal: String(principal),
    });
  }
  mustBe(
    rates.length > 0 && rates.every(({ from, basisPoints }) => isLocalDate(from) && isRate(basisPoints)),
    'RATE_INVALID',
    'Every rate needs a day and whole basis points from 0 to 10,000',
  );
  mustBe(
    rates.length > 0 && strictlyRising(rates.map(({ from }) => from)) && rates[0]!.from <= disbursements[0]!.on,
    'RATES_OUT_OF_ORDER',
    'Rates must be in order, and one must hold from the first disbursement on',
  );
  mustBe([1, 100, 1000].includes(rounding.unit), 'ROUNDING_INVALID', 'Amounts are rounded to 1, 100 or 1,000 đồng');
}

/** What only the agreed days can tell. */
export function validateDays({ disbursements, grace, method }: ScheduleTerms, days: readonly AgreedDue[]): void {
  const first = disbursements[0]!.on;
  mustBe(
    days.length > 0 && days.length <= MOST_INSTALMENTS,
    'DUE_DAYS_INVALID',
    `A plan has 1 to ${String(MOST_INSTALMENTS)} due days`,
  );
  mustBe(
    days.every(({ on }) => isLocalDate(on)) && strictlyRising(days.map(({ on }) => on)),
    'DUE_DAYS_OUT_OF_ORDER',
    'Due days must exist and follow one another',
  );
  mustBe(days[0]!.on > first, 'DUE_BEFORE_MONEY', 'The first due day lies after the first disbursement');
  mustBe(
    disbursements.every(({ on }) => on < days.at(-1)!.on),
    'DISBURSED_AFTER_END',
    'Every disbursement lies before the last due day',
  );
  mustBe(
    days.every(({ share, principal }) => share >= 0n && (principal === undefined || principal >= 0n)),
    'SHARE_INVALID',
    'A share or an agreed principal is not negative',
  );
  const inGrace = grace?.periods ?? 0;
  mustBe(
    Number.isInteger(inGrace) && inGrace >= 0 && inGrace < days.length,
    'GRACE_TOO_LONG',
    'At least one due day lies after the grace',
  );
  mustBe(
    method !== 'agreed' || inGrace === 0 || grace?.on === 'both',
    'GRACE_ALREADY_AGREED',
    'Days with agreed principal say themselves when none is repaid',
  );
}

function mustBe(holds: boolean, rule: string, message: string): void {
  if (!holds) throw refuseTerms(rule, message);
}

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0 && !Object.is(amount, -0);
const isRate = (basisPoints: number): boolean =>
  Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= MOST_BASIS_POINTS;
const inOrder = (days: readonly string[]): boolean =>
  days.every((day, index) => index === 0 || days[index - 1]! <= day);
const strictlyRising = (days: readonly string[]): boolean =>
  days.every((day, index) => index === 0 || days[index - 1]! < day);
