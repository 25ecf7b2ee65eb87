import type { LocalDate } from '@hoptac/kernel';
import { interestDenominator, roundHalfUp, shareOfYear, type RateFrom } from '@hoptac/loan-schedules';
import type { LoanDueDay, LoanTerms, RepaymentPlan } from './loan-terms';

/** Basis points of a whole. */
const WHOLE = 10_000n;

/** A due day that lies ahead, with the principal that the schedule in force lets fall on it. */
export interface PlannedDue extends LoanDueDay {
  principal: bigint;
}

/** An instalment from the day on which its interest is counted to its end: what it asked and what is still owed of it. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly agreedOn: LocalDate;
  readonly principal: bigint;
  readonly interest: bigint;
  principalLeft: bigint;
  interestLeft: bigint;
  /** Since when nothing of it is owed. */
  settledOn?: LocalDate;
}

/** Sums since the beginning, in đồng. */
export interface Totals {
  /** Principal and interest taken over from an older book. */
  principalBroughtForward: bigint;
  interestBroughtForward: bigint;
  disbursed: bigint;
  received: bigint;
  refunded: bigint;
  principalPaid: bigint;
  interestPaid: bigint;
  overduePaid: bigint;
  interestWaived: bigint;
  overdueWaived: bigint;
  /** Principal paid after the loan left the balance sheet. */
  recovered: bigint;
  principalWrittenOff: bigint;
}

/** A loan on its way through the days; mutable, lives inside one counting. */
export interface LoanRun {
  readonly terms: LoanTerms;
  rates: readonly RateFrom[];
  method: RepaymentPlan['method'];
  deferredInterest: RepaymentPlan['deferredInterest'];
  /** Principal that is not due yet; interest runs on it. */
  inTerm: bigint;
  plan: PlannedDue[];
  /** Counted, not yet due: between the day to which interest runs and the moved due day. */
  pending: Due[];
  dues: Due[];
  /** The day that the run has come to. */
  day: LocalDate;
  /** Up to where interest is counted exactly; a stretch is cut only where its balance or rate changes, as 30/360 demands. */
  accruedTo: LocalDate;
  /** Exact interest of the period that runs, over the denominator of the terms. */
  accrued: bigint;
  /** For `carried` rounding: exact interest of all periods so far, and what was charged of it. */
  exact: bigint;
  charged: bigint;
  deferred: bigint;
  releases: bigint[];
  overdueTo: LocalDate;
  /** Exact interest on overdue principal since the beginning, over the denominator × 10,000. */
  overdueExact: bigint;
  /** Interest on overdue principal taken over from an older book. */
  overdueBroughtForward: bigint;
  credit: bigint;
  restructurings: number;
  waivedCannotPay: boolean;
  recalledOn?: LocalDate;
  offBalance?: { readonly on: LocalDate; readonly principal: bigint; readonly interest: bigint };
  writtenOffOn?: LocalDate;
  readonly totals: Totals;
}

export function startRun(terms: LoanTerms, from: LocalDate): LoanRun {
  return {
    terms,
    rates: fromFirstDay(terms.rates, from),
    method: terms.plan.method,
    deferredInterest: terms.plan.deferredInterest,
    inTerm: 0n,
    plan: terms.plan.days.map((day) => ({ ...day, principal: 0n })),
    pending: [],
    dues: [],
    day: from,
    accruedTo: from,
    accrued: 0n,
    exact: 0n,
    charged: 0n,
    deferred: 0n,
    releases: [],
    overdueTo: from,
    overdueExact: 0n,
    overdueBroughtForward: 0n,
    credit: 0n,
    restructurings: 0,
    waivedCannotPay: false,
    totals: {
      principalBroughtForward: 0n,
      interestBroughtForward: 0n,
      disbursed: 0n,
      received: 0n,
      refunded: 0n,
      principalPaid: 0n,
      interestPaid: 0n,
      overduePaid: 0n,
      interestWaived: 0n,
      overdueWaived: 0n,
      recovered: 0n,
      principalWrittenOff: 0n,
    },
  };
}

/** The first rate holds from the first disbursement on, also when money goes out before the day that the contract names for it. */
const fromFirstDay = ([first, ...later]: readonly RateFrom[], day: LocalDate): readonly RateFrom[] =>
  first === undefined ? [] : [{ ...first, from: first.from < day ? first.from : day }, ...later];

/** Another run that goes on from here without touching the first. */
export const copyRun = (run: LoanRun): LoanRun => ({
  ...run,
  plan: run.plan.map((day) => ({ ...day })),
  pending: run.pending.map((due) => ({ ...due })),
  dues: run.dues.map((due) => ({ ...due })),
  releases: [...run.releases],
  totals: { ...run.totals },
});

const rateOn = (rates: readonly RateFrom[], day: LocalDate): bigint =>
  BigInt(rates.findLast(({ from }) => from <= day)?.basisPoints ?? 0);

/** Σ balance × rate × share of a year from `from` (counted) to `to` (not counted), cut where the rate changes. */
function interestOf(run: LoanRun, balance: bigint, from: LocalDate, to: LocalDate): bigint {
  if (balance === 0n || from >= to) return 0n;
  const cuts = run.rates.map((rate) => rate.from).filter((day) => day > from && day < to);
  let begin = from;
  let numerator = 0n;
  for (const end of [...cuts, to]) {
    numerator += balance * rateOn(run.rates, begin) * shareOfYear(run.terms.dayCount, begin, end).numerator;
    begin = end;
  }
  return numerator;
}

/** Lets interest run on the principal in term up to a day. */
export function accrueTo(run: LoanRun, day: LocalDate): void {
  if (day <= run.accruedTo) return;
  run.accrued += interestOf(run, run.inTerm, run.accruedTo, day);
  run.accruedTo = day;
}

/** Lets interest run on the overdue principal up to a day; nothing runs on interest, ever. */
export function accrueOverdueTo(run: LoanRun, day: LocalDate): void {
  if (day <= run.overdueTo) return;
  const base = run.dues.reduce((sum, due) => sum + due.principalLeft, 0n);
  run.overdueExact += interestOf(run, base, run.overdueTo, day) * BigInt(run.terms.overdueShare);
  run.overdueTo = day;
}

/** Interest on overdue principal that is still owed, rounded once over all of it. */
export function overdueOwed(run: LoanRun): bigint {
  const { totals, terms } = run;
  const denominator = interestDenominator(terms) * WHOLE;
  const charged = roundHalfUp({ numerator: run.overdueExact, denominator }, BigInt(terms.rounding.unit));
  return run.overdueBroughtForward + charged - totals.overduePaid - totals.overdueWaived;
}

/** What the interest of the period that runs comes to, if it ended on the run's day. */
export function accruedSoFar(run: LoanRun): bigint {
  const denominator = interestDenominator(run.terms);
  const unit = BigInt(run.terms.rounding.unit);
  const accrued = run.accrued + interestOf(run, run.inTerm, run.accruedTo, run.day);
  return run.terms.rounding.interest === 'each'
    ? roundHalfUp({ numerator: accrued, denominator }, unit)
    : roundHalfUp({ numerator: run.exact + accrued, denominator }, unit) - run.charged;
}

/** Ends the period that runs and answers its interest. */
export function closePeriod(run: LoanRun): bigint {
  accrueTo(run, run.day);
  const interest = accruedSoFar(run);
  run.exact += run.accrued;
  run.charged += interest;
  run.accrued = 0n;
  return interest;
}

/** Principal owed in all. */
export const outstandingOf = (run: LoanRun): bigint =>
  run.inTerm + [...run.pending, ...run.dues].reduce((sum, due) => sum + due.principalLeft, 0n);

/** Interest of instalments that is due, counted or deferred, and not paid; without the period that runs. */
export const interestDueOf = (run: LoanRun): bigint =>
  run.deferred + [...run.pending, ...run.dues].reduce((sum, due) => sum + due.interestLeft, 0n);
