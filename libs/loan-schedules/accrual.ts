import type { LocalDate } from '@hoptac/kernel';
import { daysCounted, shareOfYear, YEAR } from './day-count';
import type { InterestPart, ScheduleTerms } from './terms';

/** Basis points of a whole. */
const WHOLE = 10_000n;

/** What every exact interest of a plan is a fraction of. */
export const interestDenominator = ({ dayCount }: Pick<ScheduleTerms, 'dayCount'>): bigint => WHOLE * YEAR[dayCount];

/** A stretch with one rate; money of `disbursed` came in at its beginning. */
interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly basisPoints: number;
  readonly disbursed: bigint;
}

/** One period between two due days, cut where the rate changes or more money is paid out. */
export interface AccrualPeriod {
  readonly stretches: readonly Stretch[];
}

/** The period from `from` to `to`; money paid out on a due day belongs to the period that begins there. */
export function periodOf({ disbursements, rates }: ScheduleTerms, from: LocalDate, to: LocalDate): AccrualPeriod {
  const comingIn = disbursements.filter(({ on }) => on >= from && on < to);
  const cuts = [from, ...comingIn.map(({ on }) => on), ...rates.map((rate) => rate.from), to]
    .filter((day) => day >= from && day <= to)
    .sort();
  const days = [...new Set(cuts)];
  const stretches = days.slice(0, -1).map((begin, index) => ({
    from: begin,
    to: days[index + 1]!,
    basisPoints: rates.findLast((rate) => rate.from <= begin)?.basisPoints ?? 0,
    disbursed: comingIn.filter(({ on }) => on === begin).reduce((total, { amount }) => total + BigInt(amount), 0n),
  }));
  return { stretches };
}

/** Interest of a period on the balance it begins with, as numerator over `interestDenominator`, with the balance it ends with. */
export function accrue(terms: ScheduleTerms, { stretches }: AccrualPeriod, opening: bigint) {
  let balance = opening;
  let numerator = 0n;
  const parts: InterestPart[] = [];
  for (const { from, to, basisPoints, disbursed } of stretches) {
    balance += disbursed;
    const share = shareOfYear(terms.dayCount, from, to);
    numerator += balance * BigInt(basisPoints) * share.numerator;
    parts.push({
      from,
      to,
      days: daysCounted(terms.dayCount, from, to),
      balance: Number(balance),
      basisPoints,
      yearShare: `${String(share.numerator)}/${String(share.denominator)}`,
    });
  }
  return { balance, numerator, parts };
}

/** How a period lets a balance grow: (growth, added), both over the denominator: closing = opening × growth + added. */
export function growthOf(terms: ScheduleTerms, { stretches }: AccrualPeriod): { growth: bigint; added: bigint } {
  const denominator = interestDenominator(terms);
  let growth = denominator;
  let added = 0n;
  let inside = 0n;
  for (const { from, to, basisPoints, disbursed } of stretches) {
    inside += disbursed;
    const factor = BigInt(basisPoints) * shareOfYear(terms.dayCount, from, to).numerator;
    growth += factor;
    added += inside * factor;
  }
  return { growth, added: added + inside * denominator };
}
