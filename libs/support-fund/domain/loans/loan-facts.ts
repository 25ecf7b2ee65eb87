import type { Dong, Instant, LocalDate } from '@hoptac/kernel';
import type { RateFrom } from '@hoptac/loan-schedules';
import type { LoanTerms, RepaymentPlan } from './loan-terms';

/** What a payment beyond everything that is due does: smaller instalments, fewer of them, the next ones paid ahead, or kept for the next due day. */
export const EXTRA_CHOICES = ['instalments', 'term', 'next', 'hold'] as const;
export type ExtraChoice = (typeof EXTRA_CHOICES)[number];

/** Debt group — nhóm nợ, 1 (standard) to 5 (loss); C14/2024 Art. 5. */
export type DebtGroup = 1 | 2 | 3 | 4 | 5;

/** What is still owed of an instalment when a loan is taken over from an older book. */
export interface BroughtForwardDue {
  readonly dueOn: LocalDate;
  readonly principal: Dong;
  readonly interest: Dong;
}

/** Position of a loan of an older book at the end of a day — số dư đầu kỳ. */
export interface OpeningPosition {
  readonly asOf: LocalDate;
  readonly inTerm: Dong;
  /** In-term interest has been counted up to here; what accrued since then becomes due on the next due day. */
  readonly accruedFrom: LocalDate;
  readonly dues: readonly BroughtForwardDue[];
  readonly overdueInterest: Dong;
  readonly restructurings: number;
}

/** What changes the position of a loan from a value date on. */
export type LoanChange =
  | { readonly type: 'opening'; readonly opening: OpeningPosition }
  | { readonly type: 'disbursed'; readonly amount: Dong }
  | { readonly type: 'received'; readonly receiptId: string; readonly amount: Dong; readonly extra: ExtraChoice }
  | { readonly type: 'refunded'; readonly amount: Dong }
  | { readonly type: 'restructured'; readonly plan: RepaymentPlan; readonly rate?: RateFrom['basisPoints'] }
  | { readonly type: 'waived'; readonly amount: Dong; readonly cannotPay: boolean }
  | { readonly type: 'recalled' }
  | { readonly type: 'provisionUsed' }
  | { readonly type: 'writtenOff' };

/** One fact with both its times: the day from which it counts — ngày giá trị — and the instant at which it became known. */
export type LoanFact = LoanChange & { readonly effectiveOn: LocalDate; readonly knownAt: Instant };

/** A receipt that was wrong counts from its own value date on as if it had never been; known since `knownAt`. */
export interface ReceiptReversal {
  readonly receiptId: string;
  readonly knownAt: Instant;
}

/** All that the position of a loan is counted from. */
export interface LoanHistory {
  readonly terms: LoanTerms;
  /** In the order in which they became known. */
  readonly facts: readonly LoanFact[];
  readonly reversals: readonly ReceiptReversal[];
}

/** The facts in order of their value dates, as they were known at an instant; of one day in the order in which they became known. */
export function factsInForce({ facts, reversals }: LoanHistory, knownAt?: Instant): readonly LoanFact[] {
  const known = (at: Instant): boolean => knownAt === undefined || Date.parse(at) <= Date.parse(knownAt);
  const reversed = new Set(reversals.filter((one) => known(one.knownAt)).map(({ receiptId }) => receiptId));
  return facts
    .filter((fact) => known(fact.knownAt) && !(fact.type === 'received' && reversed.has(fact.receiptId)))
    .toSorted((left, right) =>
      left.effectiveOn < right.effectiveOn ? -1 : left.effectiveOn > right.effectiveOn ? 1 : 0,
    );
}

/** The last day on which anything of the loan happens by itself or did happen; afterwards only days of overdue and their interest grow. */
export function lastDayOf({ terms, facts }: LoanHistory): LocalDate {
  const plans = [terms.plan, ...facts.flatMap((fact) => (fact.type === 'restructured' ? [fact.plan] : []))];
  const days = plans.flatMap(({ days: dueDays }) => dueDays.map(({ dueOn }) => dueOn));
  return [...days, ...facts.map(({ effectiveOn }) => effectiveOn)].reduce((last, day) => (day > last ? day : last));
}
