import type { LocalDate } from '@hoptac/kernel';
import type { ExtraChoice } from './loan-facts';
import type { LoanPart } from './loan-terms';
import { layPlan, sumOf, takeOff } from './loan-plan';
import { accruedSoFar, accrueTo, closePeriod, outstandingOf, overdueOwed, type LoanRun } from './loan-run';

const lesser = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** Uses the borrower's money for what is due, part by part in the contract's order, the oldest instalment first. */
export function payDues(run: LoanRun, on: LocalDate): void {
  if (run.credit <= 0n) return;
  for (const part of run.terms.allocation) payPart(run, part);
  for (const due of run.dues) if (due.principalLeft + due.interestLeft === 0n) due.settledOn ??= on;
}

function payPart(run: LoanRun, part: LoanPart): void {
  if (part === 'overdueInterest') {
    const paid = lesser(run.credit, overdueOwed(run));
    run.credit -= paid;
    run.totals.overduePaid += paid;
    return;
  }
  for (const due of run.dues) {
    const left = part === 'interest' ? due.interestLeft : due.principalLeft;
    const paid = lesser(run.credit, left);
    if (paid === 0n) continue;
    if (part === 'interest') {
      due.interestLeft -= paid;
      run.totals.interestPaid += paid;
    } else {
      due.principalLeft -= paid;
      principalCame(run, paid);
    }
    run.credit -= paid;
  }
}

function principalCame(run: LoanRun, paid: bigint): void {
  run.totals.principalPaid += paid;
  if (run.offBalance !== undefined) run.totals.recovered += paid;
}

/** What would end the debt now: all principal, all interest that has run, due or not. */
export const payoffOf = (run: LoanRun): bigint =>
  outstandingOf(run) +
  sumOf([...run.pending, ...run.dues], 'interestLeft') +
  run.deferred +
  accruedSoFar(run) +
  overdueOwed(run);

/** A payment comes in: what is due first; what is beyond, as the borrower chose. */
export function receive(run: LoanRun, amount: bigint, extra: ExtraChoice, on: LocalDate): void {
  run.credit += amount;
  run.totals.received += amount;
  payDues(run, on);
  if (run.credit <= 0n || extra === 'hold') return;
  if (run.credit >= payoffOf(run)) payEverything(run);
  else payAhead(run, extra, on);
}

/** The whole debt at once: principal and interest that has run to this day. */
function payEverything(run: LoanRun): void {
  const payoff = payoffOf(run);
  const ahead = run.inTerm + sumOf(run.pending, 'principalLeft');
  const interest = sumOf(run.pending, 'interestLeft') + run.deferred + closePeriod(run);
  principalCame(run, ahead);
  run.totals.interestPaid += interest;
  run.credit -= payoff;
  run.inTerm = 0n;
  run.deferred = 0n;
  run.releases = [];
  run.pending = [];
  run.plan = run.plan.map((day) => ({ ...day, principal: 0n }));
}

/** Principal before its day; the interest that has run so far is paid on the next due day, as agreed. */
function payAhead(run: LoanRun, extra: Exclude<ExtraChoice, 'hold'>, on: LocalDate): void {
  const paid = lesser(run.credit, run.inTerm);
  if (paid === 0n) return;
  accrueTo(run, on);
  run.credit -= paid;
  run.inTerm -= paid;
  principalCame(run, paid);
  if (extra === 'instalments') layPlan(run, on);
  else takeOff(run, paid, extra === 'term' ? 'last' : 'next');
}

/** Interest is waived — miễn, giảm lãi: on overdue principal first, then of the oldest instalment, then what is deferred. Answers what was waived. */
export function waive(run: LoanRun, amount: bigint, on: LocalDate): bigint {
  let left = amount;
  const overdue = lesser(left, overdueOwed(run));
  run.totals.overdueWaived += overdue;
  left -= overdue;
  for (const due of run.dues) {
    const part = lesser(left, due.interestLeft);
    due.interestLeft -= part;
    run.totals.interestWaived += part;
    left -= part;
    if (due.principalLeft + due.interestLeft === 0n) due.settledOn ??= on;
  }
  const deferred = lesser(left, run.deferred);
  run.deferred -= deferred;
  run.releases = [];
  run.totals.interestWaived += deferred;
  return amount - (left - deferred);
}
