import type { AgreedDue } from './due-days';
import { roundDown, sum } from './fraction';
import { refuseTerms } from './refusals';
import type { ScheduleTerms } from './terms';

/** Principal of each due day for the methods that fix it beforehand. */
export function plannedPrincipal(terms: ScheduleTerms, days: readonly AgreedDue[]): readonly bigint[] {
  const principal = BigInt(terms.principal);
  if (terms.method === 'agreed') return agreedPrincipal(days, principal);
  const inGrace = terms.grace?.periods ?? 0;
  const last = days.length - 1;
  const shares = days.map(({ share }, index) => {
    if (index < inGrace) return 0n;
    if (terms.method === 'bullet') return index === last ? 1n : 0n;
    return share;
  });
  return inShares(principal, shares, terms);
}

/** Shares of an amount in whole units; what they leave over goes to the first or the last that has a share. */
export function inShares(
  amount: bigint,
  shares: readonly bigint[],
  { rounding }: Pick<ScheduleTerms, 'rounding'>,
): readonly bigint[] {
  const whole = sum(shares);
  if (whole === 0n) throw refuseTerms('NO_SHARE_LEFT', 'No due day is left to repay on');
  const parts = shares.map((share) =>
    roundDown({ numerator: amount * share, denominator: whole }, BigInt(rounding.unit)),
  );
  const rest = amount - sum(parts);
  const carrier =
    rounding.remainder === 'first'
      ? shares.findIndex((share) => share > 0n)
      : shares.findLastIndex((share) => share > 0n);
  return parts.map((part, index) => (index === carrier ? part + rest : part));
}

function agreedPrincipal(days: readonly AgreedDue[], principal: bigint): readonly bigint[] {
  const amounts = days.map(({ principal: amount }) => {
    if (amount === undefined) throw refuseTerms('AGREED_PRINCIPAL_MISSING', 'Every agreed day needs its principal');
    return amount;
  });
  if (sum(amounts) !== principal) {
    throw refuseTerms('AGREED_PRINCIPAL_DIFFERS', 'The agreed principal does not add up to the loan', {
      agreed: String(sum(amounts)),
      principal: String(principal),
    });
  }
  return amounts;
}
