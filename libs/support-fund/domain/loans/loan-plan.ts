import type { LocalDate } from '@hoptac/kernel';
import { inShares, makeSchedule } from '@hoptac/loan-schedules';
import { closePeriod, accrueTo, type Due, type LoanRun, type PlannedDue } from './loan-run';

/** First day of a planned instalment: its interest is counted and its principal leaves the term. */
export const cutOf = ({ accruesTo, dueOn }: PlannedDue): LocalDate => (accruesTo < dueOn ? accruesTo : dueOn);

/** Lays the principal in term anew over the due days that are left; the sum is the principal, always. */
export function layPlan(run: LoanRun, on: LocalDate): void {
  const principal = principalOfDays(run, on);
  run.plan = run.plan.map((day, index) => ({ ...day, principal: principal[index]! }));
}

function principalOfDays(run: LoanRun, on: LocalDate): readonly bigint[] {
  const { plan, inTerm } = run;
  if (inTerm === 0n) return plan.map(() => 0n);
  const weights = plan.map(({ weight }) => BigInt(weight));
  if (weights.every((weight) => weight === 0n))
    return plan.map((_, index) => (index === plan.length - 1 ? inTerm : 0n));
  if (run.method === 'weights') return inShares(inTerm, weights, run.terms);
  const inGrace = weights.findIndex((weight) => weight > 0n);
  const { instalments } = makeSchedule({
    principal: Number(inTerm),
    disbursements: [{ on, amount: Number(inTerm) }],
    rates: run.rates,
    due: { days: plan.map(({ accruesTo }) => ({ on: accruesTo })) },
    method: 'annuity',
    dayCount: run.terms.dayCount,
    rounding: run.terms.rounding,
    ...(inGrace > 0 ? { grace: { periods: inGrace, on: 'principal' as const } } : {}),
  });
  return instalments.map((one) => BigInt(one.principal));
}

/** Takes `paid` off the principal of the days that are left, from the last or from the next one on. */
export function takeOff(run: LoanRun, paid: bigint, from: 'last' | 'next'): void {
  let left = paid;
  const days = from === 'last' ? run.plan.toReversed() : run.plan;
  for (const day of days) {
    const part = left < day.principal ? left : day.principal;
    day.principal -= part;
    left -= part;
  }
  // Days behind the last principal fall away; the next one stays, it brings the interest that has run so far.
  if (from === 'last') {
    const lastUsed = run.plan.findLastIndex(({ principal }) => principal > 0n);
    run.plan = run.plan.slice(0, Math.max(lastUsed + 1, 1));
  }
}

/** The next planned instalment is counted: its interest is rounded, its principal leaves the term. */
export function cutNext(run: LoanRun): void {
  const day = run.plan.shift()!;
  accrueTo(run, day.accruesTo);
  const own = closePeriod(run);
  run.inTerm -= day.principal;
  const interest = day.interest === 'deferred' ? 0n : own + released(run);
  if (day.interest === 'deferred') run.deferred += own;
  run.pending.push({
    dueOn: day.dueOn,
    agreedOn: day.agreedOn,
    principal: day.principal,
    interest,
    principalLeft: day.principal,
    interestLeft: interest,
  });
}

/** What of the deferred interest falls on the instalment that has just been taken off the plan. */
function released(run: LoanRun): bigint {
  if (run.deferred === 0n) return 0n;
  if (run.releases.length === 0) {
    const days = run.plan.length + 1;
    const shares = Array.from({ length: days }, () => 1n);
    run.releases = run.deferredInterest === 'spread' ? [...inShares(run.deferred, shares, run.terms)] : [run.deferred];
  }
  const part = run.plan.length === 0 ? run.deferred : run.releases.shift()!;
  run.deferred -= part;
  return part;
}

/** Instalments that are counted fall due. */
export function fallDue(run: LoanRun, on: LocalDate): void {
  const due = run.pending.filter(({ dueOn }) => dueOn <= on);
  if (due.length === 0) return;
  run.pending = run.pending.filter(({ dueOn }) => dueOn > on);
  run.dues.push(...due.filter(({ principal, interest }) => principal + interest > 0n));
}

/** Everything that is not due yet falls due on a day — thu hồi nợ trước hạn. */
export function everythingDue(run: LoanRun, on: LocalDate): void {
  const interest = closePeriod(run) + run.deferred + sumOf(run.pending, 'interestLeft');
  const principal = run.inTerm + sumOf(run.pending, 'principalLeft');
  run.inTerm = 0n;
  run.deferred = 0n;
  run.releases = [];
  run.pending = [];
  run.plan = [];
  if (principal + interest > 0n)
    run.dues.push({ dueOn: on, agreedOn: on, principal, interest, principalLeft: principal, interestLeft: interest });
}

export const sumOf = (dues: readonly Due[], part: 'principalLeft' | 'interestLeft'): bigint =>
  dues.reduce((sum, due) => sum + due[part], 0n);
