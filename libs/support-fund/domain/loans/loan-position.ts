import { unreachable, type Dong, type Instant, type LocalDate } from '@hoptac/kernel';
import { factsInForce, type LoanChange, type LoanFact, type LoanHistory, type OpeningPosition } from './loan-facts';
import { payDues, payoffOf, receive, waive } from './loan-payments';
import { cutNext, cutOf, everythingDue, fallDue, layPlan } from './loan-plan';
import {
  accruedSoFar,
  accrueOverdueTo,
  accrueTo,
  closePeriod,
  interestDueOf,
  outstandingOf,
  overdueOwed,
  startRun,
  type LoanRun,
  type Totals,
} from './loan-run';

/** What a look at the run sees after everything of a day. */
export type DaySeen = (run: LoanRun, day: LocalDate, facts: readonly LoanFact[]) => void;

/**
 * Counts a loan from its first fact to the end of a day. The position on that day as known at an instant is a pure function of the facts known then: a fact
 * that becomes known later is put at its value date, and everything after it is counted anew. Undefined before the first fact.
 * Of one day the instalments come first, then the facts.
 */
export function runTo(history: LoanHistory, on: LocalDate, knownAt?: Instant, seen?: DaySeen): LoanRun | undefined {
  const facts = factsInForce(history, knownAt).filter(({ effectiveOn }) => effectiveOn <= on);
  if (facts.length === 0) return undefined;
  const run = startRun(history.terms, facts[0]!.effectiveOn);
  let next = 0;
  for (let day = nextDay(run, facts[0]); day !== undefined && day <= on; day = nextDay(run, facts[next])) {
    advance(run, day);
    const begin = next;
    while (facts[next]?.effectiveOn === day) {
      apply(run, facts[next]!);
      next += 1;
    }
    seen?.(run, day, facts.slice(begin, next));
  }
  run.day = on;
  accrueOverdueTo(run, on);
  return run;
}

function nextDay(run: LoanRun, fact: LoanFact | undefined): LocalDate | undefined {
  const planned = run.plan[0];
  const days = [
    ...(planned === undefined ? [] : [cutOf(planned)]),
    ...run.pending.map(({ dueOn }) => dueOn),
    ...(fact === undefined ? [] : [fact.effectiveOn]),
  ];
  return days.sort()[0];
}

/** Goes to a day: interest runs, instalments are counted and fall due, money kept for them is used. */
export function advance(run: LoanRun, day: LocalDate): void {
  run.day = day;
  accrueOverdueTo(run, day);
  while (run.plan[0] !== undefined && cutOf(run.plan[0]) <= day) cutNext(run);
  fallDue(run, day);
  payDues(run, day);
}

function apply(run: LoanRun, fact: LoanFact): void {
  const on = fact.effectiveOn;
  switch (fact.type) {
    case 'opening':
      takeOver(run, fact.opening);
      return;
    case 'disbursed':
      accrueTo(run, on);
      run.inTerm += BigInt(fact.amount);
      run.totals.disbursed += BigInt(fact.amount);
      layPlan(run, on);
      return;
    case 'received':
      receive(run, BigInt(fact.amount), fact.extra, on);
      return;
    case 'refunded':
      run.credit -= BigInt(fact.amount);
      run.totals.refunded += BigInt(fact.amount);
      return;
    case 'restructured':
      restructure(run, fact, on);
      return;
    case 'waived':
      run.waivedCannotPay ||= fact.cannotPay;
      waive(run, BigInt(fact.amount), on);
      return;
    case 'recalled':
      run.recalledOn = on;
      everythingDue(run, on);
      payDues(run, on);
      return;
    case 'provisionUsed':
      run.offBalance ??= { on, principal: outstandingOf(run), interest: interestDueOf(run) };
      return;
    case 'writtenOff':
      writeOff(run, on);
      return;
    default:
      return unreachable(fact, 'loan fact');
  }
}

function takeOver(run: LoanRun, opening: OpeningPosition): void {
  run.inTerm = BigInt(opening.inTerm);
  run.accruedTo = opening.accruedFrom;
  run.overdueBroughtForward = BigInt(opening.overdueInterest);
  run.restructurings = opening.restructurings;
  run.plan = run.plan.filter((day) => cutOf(day) > opening.asOf);
  run.dues = opening.dues.map(({ dueOn, principal, interest }) => ({
    dueOn,
    agreedOn: dueOn,
    principal: BigInt(principal),
    interest: BigInt(interest),
    principalLeft: BigInt(principal),
    interestLeft: BigInt(interest),
  }));
  run.totals.principalBroughtForward = outstandingOf(run);
  run.totals.interestBroughtForward = interestDueOf(run) + run.overdueBroughtForward;
  layPlan(run, opening.accruedFrom);
}

/** All principal that is owed is laid over the new days; interest that was owed is paid as the new plan says of deferred interest. */
function restructure(run: LoanRun, { plan, rate }: LoanChange & { type: 'restructured' }, on: LocalDate): void {
  const owed = interestDueOf(run) + closePeriod(run);
  run.inTerm = outstandingOf(run);
  for (const due of run.dues) {
    if (due.principalLeft + due.interestLeft > 0n) due.settledOn ??= on;
    due.principalLeft = 0n;
    due.interestLeft = 0n;
  }
  run.pending = [];
  run.deferred = owed;
  run.releases = [];
  run.method = plan.method;
  run.deferredInterest = plan.deferredInterest;
  run.plan = plan.days.map((day) => ({ ...day, principal: 0n }));
  if (rate !== undefined) run.rates = [...run.rates.filter(({ from }) => from < on), { from: on, basisPoints: rate }];
  run.restructurings += 1;
  delete run.recalledOn;
  layPlan(run, on);
}

function writeOff(run: LoanRun, on: LocalDate): void {
  run.totals.principalWrittenOff += outstandingOf(run);
  run.totals.interestWaived += interestDueOf(run) + closePeriod(run);
  run.totals.overdueWaived += overdueOwed(run);
  run.inTerm = 0n;
  run.deferred = 0n;
  run.pending = [];
  run.dues = run.dues.map((due) => ({ ...due, principalLeft: 0n, interestLeft: 0n, settledOn: due.settledOn ?? on }));
  run.plan = [];
  run.writtenOffOn = on;
}

/** Where a loan stands at the end of a day; amounts in đồng. */
export interface LoanPosition {
  readonly on: LocalDate;
  /** Principal owed in all, due or not, on the balance sheet or off it. */
  readonly outstanding: Dong;
  readonly inTerm: Dong;
  /** Principal whose day has passed. */
  readonly overduePrincipal: Dong;
  /** Interest of instalments that is due or deferred, not paid. */
  readonly interestDue: Dong;
  /** Interest of the period that runs, if it ended now. */
  readonly interestAccrued: Dong;
  /** Interest on overdue principal, not paid. */
  readonly overdueInterest: Dong;
  /** Money of the borrower that pays nothing yet; below zero when a reversal took back what was refunded. */
  readonly credit: Dong;
  /** What would end the debt on this day. */
  readonly payoff: Dong;
  /** Asked and unpaid: what puts the loan in arrears, today's instalment included. */
  readonly dueNow: Dong;
  readonly oldestUnpaid?: LocalDate;
  readonly restructurings: number;
  readonly waivedCannotPay: boolean;
  readonly recalledOn?: LocalDate;
  readonly offBalance?: { readonly on: LocalDate; readonly principal: Dong; readonly interest: Dong };
  readonly writtenOffOn?: LocalDate;
  readonly totals: Readonly<Record<keyof Totals, Dong>>;
}

/** The position in đồng of a run that stands at the end of `on`. */
export function positionOf(run: LoanRun, on: LocalDate): LoanPosition {
  const unpaid = run.dues.filter(({ principalLeft, interestLeft }) => principalLeft + interestLeft > 0n);
  const late = unpaid.filter(({ dueOn }) => dueOn < on);
  const oldest = unpaid.map(({ dueOn }) => dueOn).sort()[0];
  return {
    on,
    outstanding: Number(outstandingOf(run)),
    inTerm: Number(run.inTerm),
    overduePrincipal: Number(late.reduce((sum, due) => sum + due.principalLeft, 0n)),
    interestDue: Number(interestDueOf(run)),
    interestAccrued: Number(accruedSoFar(run)),
    overdueInterest: Number(overdueOwed(run)),
    credit: Number(run.credit),
    payoff: Number(payoffOf(run)),
    dueNow: Number(unpaid.reduce((sum, due) => sum + due.principalLeft + due.interestLeft, 0n)),
    ...(oldest === undefined ? {} : { oldestUnpaid: oldest }),
    restructurings: run.restructurings,
    waivedCannotPay: run.waivedCannotPay,
    ...(run.recalledOn === undefined ? {} : { recalledOn: run.recalledOn }),
    ...(run.offBalance === undefined
      ? {}
      : {
          offBalance: {
            on: run.offBalance.on,
            principal: Number(run.offBalance.principal),
            interest: Number(run.offBalance.interest),
          },
        }),
    ...(run.writtenOffOn === undefined ? {} : { writtenOffOn: run.writtenOffOn }),
    totals: Object.fromEntries(Object.entries(run.totals).map(([name, sum]) => [name, Number(sum)])) as Record<
      keyof Totals,
      Dong
    >,
  };
}

/** Position at the end of a day, as known at an instant (now unless given); undefined before the loan's first fact. */
export function positionOn(history: LoanHistory, on: LocalDate, knownAt?: Instant): LoanPosition | undefined {
  const run = runTo(history, on, knownAt);
  return run === undefined ? undefined : positionOf(run, on);
}
