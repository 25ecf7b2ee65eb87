import { accrue, interestDenominator, periodOf, type AccrualPeriod } from './accrual';
import { levelTotal, shiftToFirst } from './annuity';
import { agreedDays, moved, type AgreedDue } from './due-days';
import { roundHalfUp, sum } from './fraction';
import { inShares, plannedPrincipal } from './principal-plan';
import { refuseTerms } from './refusals';
import type { Instalment, Schedule, ScheduleTerms, WorkingDays } from './terms';
import { validateDays, validateTerms } from './validate';

/** One due day with the period that ends on it. */
interface DuePeriod extends AgreedDue {
  readonly dueOn: AgreedDue['on'];
  readonly calendarKnown: boolean;
  readonly accrual: AccrualPeriod;
}

type PrincipalDue = (at: { index: number; balance: bigint; interest: bigint }) => bigint;

/** No calendar at all: nothing is known of any day. */
const NO_CALENDAR: WorkingDays = () => undefined;

/**
 * The repayment plan that the terms agree — lịch trả nợ. Exact until an amount is due, then rounded once; the principal of all instalments is the loan, always.
 * Pure. `isWorkingDay` is asked only when the terms move due days.
 * @throws DomainError `LOAN_SCHEDULES.*` when the terms contradict themselves
 */
export function makeSchedule(terms: ScheduleTerms, isWorkingDay: WorkingDays = NO_CALENDAR): Schedule {
  validateTerms(terms);
  const first = terms.disbursements[0]!.on;
  const days = agreedDays(terms.due, first);
  validateDays(terms, days);
  const periods = duePeriods(terms, days, isWorkingDay);
  const instalments =
    terms.method === 'annuity' ? annuityInstalments(terms, periods) : plannedInstalments(terms, periods);
  return {
    instalments,
    principal: terms.principal,
    interest: Number(sum(instalments.map(({ interest }) => BigInt(interest)))),
    total: Number(sum(instalments.map(({ total }) => BigInt(total)))),
  };
}

function duePeriods(terms: ScheduleTerms, days: readonly AgreedDue[], isWorkingDay: WorkingDays): readonly DuePeriod[] {
  const { rule, interestTo } = terms.workingDays ?? { rule: 'keep', interestTo: 'agreedDay' };
  let from = terms.disbursements[0]!.on;
  return days.map((day) => {
    const { on: dueOn, calendarKnown } = moved(day.on, rule, isWorkingDay);
    const to = interestTo === 'movedDay' ? dueOn : day.on;
    const accrual = periodOf(terms, from, to);
    from = to;
    return { ...day, dueOn, calendarKnown, accrual };
  });
}

function plannedInstalments(terms: ScheduleTerms, periods: readonly DuePeriod[]): readonly Instalment[] {
  const principal = plannedPrincipal(terms, periods);
  return run(terms, periods, ({ index }) => principal[index]!);
}

function annuityInstalments(terms: ScheduleTerms, periods: readonly DuePeriod[]): readonly Instalment[] {
  const inGrace = terms.grace?.periods ?? 0;
  const opening = sum(
    periods.slice(0, inGrace).flatMap(({ accrual }) => accrual.stretches.map(({ disbursed }) => disbursed)),
  );
  const paying = periods.slice(inGrace).map(({ accrual }) => accrual);
  const level = levelTotal(terms, paying, opening);
  const totals = (firstMore: bigint): PrincipalDue => {
    return ({ index, balance, interest }) => {
      if (index < inGrace) return 0n;
      if (index === periods.length - 1) return balance;
      const wanted = level + (index === inGrace ? firstMore : 0n) - interest;
      return wanted < 0n ? 0n : wanted > balance ? balance : wanted;
    };
  };
  const plain = run(terms, periods, totals(0n));
  if (terms.rounding.remainder === 'last') return plain;
  const last = plain.at(-1)!;
  // What a grace deferred up to here is no part of the level total.
  const ownInterest = last.interest - (plain.at(-2)?.deferredInterest ?? 0);
  const excess = BigInt(last.principal) + BigInt(ownInterest) - level;
  return run(terms, periods, totals(shiftToFirst(terms, paying, excess)));
}

/** Goes through the periods in order: accrues, rounds, repays. */
function run(terms: ScheduleTerms, periods: readonly DuePeriod[], principalDue: PrincipalDue): readonly Instalment[] {
  const toInterest = interestRounding(terms);
  const inGrace = terms.grace?.on === 'both' ? terms.grace.periods : 0;
  let balance = 0n;
  let deferred = 0n;
  let repaying: readonly bigint[] = [];
  return periods.map((period, index) => {
    const accrued = accrue(terms, period.accrual, balance);
    const interest = toInterest(accrued.numerator);
    const principal = principalDue({ index, balance: accrued.balance, interest });
    balance = accrued.balance - principal;
    if (balance < 0n) {
      throw refuseTerms('REPAID_BEFORE_DISBURSED', 'More would be repaid than has been paid out by then', {
        on: period.on,
      });
    }
    if (index === inGrace && inGrace > 0) repaying = deferredParts(terms, deferred, periods.length - inGrace);
    const ofGrace = index < inGrace ? -interest : (repaying[index - inGrace] ?? 0n);
    deferred -= ofGrace;
    const due = index < inGrace ? 0n : interest + ofGrace;
    return {
      number: index + 1,
      agreedOn: period.on,
      dueOn: period.dueOn,
      calendarKnown: period.calendarKnown,
      principal: Number(principal),
      interest: Number(due),
      total: Number(principal + due),
      balance: Number(balance),
      interestParts: accrued.parts,
      deferredInterest: Number(deferred),
    };
  });
}

/** Interest of a grace on both, over the due days after it. */
function deferredParts(terms: ScheduleTerms, deferred: bigint, days: number): readonly bigint[] {
  if (terms.grace?.deferredInterest !== 'spread') return [deferred];
  return inShares(
    deferred,
    Array.from({ length: days }, () => 1n),
    terms,
  );
}

/** Rounds the exact interest of one period after another, by the way that the terms agree. */
function interestRounding(terms: ScheduleTerms): (numerator: bigint) => bigint {
  const denominator = interestDenominator(terms);
  const unit = BigInt(terms.rounding.unit);
  if (terms.rounding.interest === 'each') return (numerator) => roundHalfUp({ numerator, denominator }, unit);
  let exact = 0n;
  let charged = 0n;
  return (numerator) => {
    exact += numerator;
    const interest = roundHalfUp({ numerator: exact, denominator }, unit) - charged;
    charged += interest;
    return interest;
  };
}
