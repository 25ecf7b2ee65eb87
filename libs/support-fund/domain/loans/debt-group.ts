import { daysBetween, type Dong, type EvidenceMark, type LocalDate } from '@hoptac/kernel';
import type { DebtGroup } from './loan-facts';
import type { LoanPosition } from './loan-position';

/** A dated scale of debt groups and provisions, with where it comes from. */
export interface DebtScale {
  readonly from: LocalDate;
  /** Fewest days overdue of groups 2 to 5 while the loan was never restructured. */
  readonly overdueDays: readonly [number, number, number, number];
  readonly groups: { readonly article: string; readonly evidence: EvidenceMark };
  /** Specific provision of groups 1 to 5, in basis points. */
  readonly specific: readonly [number, number, number, number, number];
  /** General provision on groups 1 to 4, in basis points. */
  readonly general: number;
  readonly provisions: { readonly article: string; readonly evidence: EvidenceMark };
  /** From which day of overdue a first restructuring is group 3, 4, 5. */
  readonly restructuredOverdueDays: readonly [number, number, number];
  readonly windowDays: { readonly days: number; readonly article: string; readonly evidence: EvidenceMark };
}

/**
 * Scales by day, oldest first. Circular 14/2024/TT-NHNN Art. 5 holds from 12 August 2024 through Decree 45/2021 Art. 28; the scale before it was not read, the
 * same numbers are used and marked. The rates of provision are those of microfinance institutions; only that of group 3 was seen, in a secondary source.
 */
export const DEBT_SCALES: readonly DebtScale[] = [
  {
    from: '2010-01-01',
    overdueDays: [10, 30, 90, 180],
    restructuredOverdueDays: [1, 30, 90],
    groups: { article: 'D45 Art. 28', evidence: 'to_confirm' },
    specific: [0, 200, 2_500, 5_000, 10_000],
    general: 50,
    provisions: { article: 'D45 Art. 28', evidence: 'to_confirm' },
    windowDays: { days: 7, article: 'D45 Art. 28', evidence: 'to_confirm' },
  },
  {
    from: '2024-08-12',
    overdueDays: [10, 30, 90, 180],
    restructuredOverdueDays: [1, 30, 90],
    groups: { article: 'C14 Art. 5', evidence: 'verified' },
    specific: [0, 200, 2_500, 5_000, 10_000],
    general: 50,
    provisions: { article: 'D45 Art. 28', evidence: 'to_confirm' },
    windowDays: { days: 7, article: 'C14 Art. 4', evidence: 'secondary' },
  },
];

/** The scale that holds on a day. */
export const scaleOn = (day: LocalDate): DebtScale =>
  DEBT_SCALES.findLast(({ from }) => from <= day) ?? DEBT_SCALES[0]!;

/** Days by which the oldest unpaid instalment is late at the end of a day; its own day is none of them. */
export const daysOverdue = (oldestUnpaid: LocalDate | undefined, on: LocalDate): number =>
  oldestUnpaid === undefined ? 0 : Math.max(0, daysBetween(oldestUnpaid, on));

/** What the group is decided by. */
export interface GroupGrounds {
  readonly overdue: number;
  readonly restructurings: number;
  readonly waivedCannotPay: boolean;
}

/** Debt group by the worst condition that holds (C14/2024 Art. 5). */
export function debtGroup(
  { overdue, restructurings, waivedCannotPay }: GroupGrounds,
  { overdueDays, restructuredOverdueDays }: DebtScale,
): DebtGroup {
  const byDays = 1 + overdueDays.filter((least) => overdue >= least).length;
  const first = 2 + restructuredOverdueDays.filter((least) => overdue >= least).length;
  const byCount =
    restructurings === 0 ? 1 : restructurings === 1 ? first : restructurings === 2 && overdue === 0 ? 4 : 5;
  return Math.max(byDays, byCount, waivedCannotPay ? 3 : 1) as DebtGroup;
}

/** The group of a position, whatever was recorded: no job has to have run. */
export const groupOf = (position: LoanPosition): DebtGroup =>
  debtGroup(
    {
      overdue: daysOverdue(position.oldestUnpaid, position.on),
      restructurings: position.restructurings,
      waivedCannotPay: position.waivedCannotPay,
    },
    scaleOn(position.on),
  );

/** Bad debt — nợ xấu: groups 3 to 5 (D45 Art. 2.4). */
export const isNonPerforming = (group: DebtGroup): boolean => group >= 3;

/** Provisions for a loan in a group: specific = max(0, outstanding − deductible security) × rate, general on groups 1 to 4. Half a đồng goes up. */
export function provisionFor(
  group: DebtGroup,
  outstanding: Dong,
  deductible: Dong,
  scale: DebtScale,
): { readonly specific: Dong; readonly general: Dong } {
  return {
    specific: roundedShare(Math.max(0, outstanding - deductible), scale.specific[group - 1]!),
    general: group === 5 ? 0 : roundedShare(outstanding, scale.general),
  };
}

/** Basis points of an amount in whole đồng, a half up, without passing through a fraction. */
export const roundedShare = (amount: Dong, basisPoints: number): Dong =>
  Number((2n * BigInt(amount) * BigInt(basisPoints) + 10_000n) / 20_000n);
