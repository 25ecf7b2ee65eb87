import type { Dong, LocalDate } from '@hoptac/kernel';
import {
  agreedDays,
  moved,
  type DayCount,
  type RateFrom,
  type Rounding,
  type ScheduleTerms,
  type WorkingDays,
} from '@hoptac/loan-schedules';

/** What money of a borrower pays — thứ tự thu nợ: interest on overdue principal, interest of instalments, principal of instalments. */
export const LOAN_PARTS = ['overdueInterest', 'interest', 'principal'] as const;
export type LoanPart = (typeof LOAN_PARTS)[number];

/** A due day, frozen when it was agreed: no later calendar moves it. */
export interface LoanDueDay {
  readonly agreedOn: LocalDate;
  /** The agreed day, moved by the contract's rule for days that are not worked. */
  readonly dueOn: LocalDate;
  /** Interest of the instalment runs to this day, which is not counted. */
  readonly accruesTo: LocalDate;
  /** Share of the principal that falls on it, against the other days that are left; 0 in a grace. */
  readonly weight: Dong;
  /** `deferred`: nothing is paid on it; its interest is paid after the grace. */
  readonly interest: 'due' | 'deferred';
}

/** A way to repay: the due days with what falls on them. */
export interface RepaymentPlan {
  readonly days: readonly LoanDueDay[];
  /** `weights`: principal by the weights of the days; `annuity`: the same total on every day with a weight. */
  readonly method: 'weights' | 'annuity';
  readonly deferredInterest: 'firstAfter' | 'spread';
}

/** What the contract agrees about money; everything that the position of a loan is counted from, beside its facts. */
export interface LoanTerms {
  /** The most that may be paid out. */
  readonly principal: Dong;
  readonly plan: RepaymentPlan;
  readonly rates: readonly RateFrom[];
  readonly dayCount: DayCount;
  readonly rounding: Rounding;
  /** Rate on overdue principal in basis points of the in-term rate: 15000 = 150 % (D45 Art. 25). */
  readonly overdueShare: number;
  /** In which order a payment is used; each part once. */
  readonly allocation: readonly LoanPart[];
}

/** The repayment plan of a contract with its due days frozen. Pure; `isWorkingDay` is asked only when the terms move due days. */
export function freezePlan(terms: ScheduleTerms, isWorkingDay: WorkingDays): RepaymentPlan {
  const agreed = agreedDays(terms.due, terms.disbursements[0]!.on);
  const { rule, interestTo } = terms.workingDays ?? { rule: 'keep', interestTo: 'agreedDay' };
  const inGrace = terms.grace?.periods ?? 0;
  const last = agreed.length - 1;
  return {
    days: agreed.map((day, index) => {
      const { on: dueOn } = moved(day.on, rule, isWorkingDay);
      const weight = index < inGrace ? 0 : terms.method === 'bullet' ? Number(index === last) : weightOf(day, terms);
      return {
        agreedOn: day.on,
        dueOn,
        accruesTo: interestTo === 'movedDay' ? dueOn : day.on,
        weight,
        interest: index < inGrace && terms.grace?.on === 'both' ? 'deferred' : 'due',
      };
    }),
    method: terms.method === 'annuity' ? 'annuity' : 'weights',
    deferredInterest: terms.grace?.deferredInterest ?? 'firstAfter',
  };
}

function weightOf(day: { readonly share: bigint; readonly principal?: bigint }, { method }: ScheduleTerms): number {
  if (method === 'annuity') return 1;
  return Number(method === 'agreed' ? (day.principal ?? 0n) : day.share);
}
