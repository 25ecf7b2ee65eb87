import { addDays, type Dong, type Instant, type LocalDate } from '@hoptac/kernel';
import { shareOf } from '../applications/eligibility';
import { groupOf, provisionFor, roundedShare, scaleOn } from '../loans/debt-group';
import type { DebtGroup } from '../loans/loan-facts';
import { positionOn, runTo } from '../loans/loan-position';
import { instalmentsAhead } from '../loans/loan-schedule-versions';
import type { RunningLoan } from '../loans/loan.state';

/** A question to the portfolio; every part is optional. */
export interface WhatIf {
  readonly on: LocalDate;
  /** Every in-term rate moves by so many basis points from that day on. */
  readonly rateChange?: number;
  /** A bad season: nobody pays anything up to this day. */
  readonly nothingPaidUntil?: LocalDate;
  /** Another limit for one borrower, basis points of the actual charter capital. */
  readonly singleBorrowerShare?: number;
}

/** What would become of one loan. */
export interface LoanDifference {
  readonly loanId: string;
  readonly contractNumber: string;
  readonly outstanding: Dong;
  /** Interest still to come by the plan: today's and with the rate moved. */
  readonly interest: Dong;
  readonly interestThen: Dong;
  readonly group: DebtGroup;
  readonly groupThen: DebtGroup;
  readonly provision: Dong;
  readonly provisionThen: Dong;
  /** By how much the loan exceeds the other limit; 0 when it does not. */
  readonly aboveLimit: Dong;
}

/** Differences for each loan that owes something on the day, not only totals. Pure; nothing is recorded. */
export function whatIf(
  loans: Iterable<RunningLoan>,
  question: WhatIf,
  actualCharterCapital: Dong | undefined,
): readonly LoanDifference[] {
  const differences: LoanDifference[] = [];
  for (const loan of loans) {
    const position = positionOn(loan, question.on);
    if (position === undefined || position.outstanding === 0) continue;
    const then = positionOn(loan, question.nothingPaidUntil ?? question.on) ?? position;
    const { singleBorrowerShare } = question;
    const limit =
      singleBorrowerShare === undefined || actualCharterCapital === undefined
        ? undefined
        : shareOf(actualCharterCapital, singleBorrowerShare);
    differences.push({
      loanId: loan.contract.loanId,
      contractNumber: loan.contract.contractNumber,
      outstanding: position.outstanding,
      interest: interestAhead(loan, question.on, 0),
      interestThen: interestAhead(loan, question.on, question.rateChange ?? 0),
      group: groupOf(position),
      groupThen: groupOf(then),
      provision: provisionOf(loan, groupOf(position), position.outstanding, question.on),
      provisionThen: provisionOf(loan, groupOf(then), then.outstanding, then.on),
      aboveLimit: limit === undefined ? 0 : Math.max(0, position.outstanding - limit),
    });
  }
  return differences;
}

function provisionOf(loan: RunningLoan, group: DebtGroup, outstanding: Dong, on: LocalDate): Dong {
  const appraised = loan.contract.securities.reduce((sum, { value }) => sum + value, 0);
  const deductible = roundedShare(appraised, loan.policy.deductibleShare);
  const { specific, general } = provisionFor(group, outstanding, deductible, scaleOn(on));
  return specific + general;
}

/** Interest that the plan still asks, with every rate moved from the next day on; no rate falls below zero. */
function interestAhead(loan: RunningLoan, on: LocalDate, change: number): Dong {
  const run = runTo(loan, on);
  if (run === undefined) return 0;
  if (change !== 0) {
    const from = addDays(on, 1);
    const moved = (basisPoints: number): number => Math.max(0, basisPoints + change);
    const inForce = run.rates.findLast((rate) => rate.from <= from)?.basisPoints ?? 0;
    run.rates = [
      ...run.rates.filter((rate) => rate.from < from),
      { from, basisPoints: moved(inForce) },
      ...run.rates
        .filter((rate) => rate.from > from)
        .map((rate) => ({ from: rate.from, basisPoints: moved(rate.basisPoints) })),
    ];
  }
  return instalmentsAhead(run).reduce((sum, { interest }) => sum + interest, 0);
}

/** Facts up to an instant, for questions about what was known then. */
export const asKnownAt = (loan: RunningLoan, at: Instant): RunningLoan => ({
  ...loan,
  facts: loan.facts.filter(({ knownAt }) => Date.parse(knownAt) <= Date.parse(at)),
  reversals: loan.reversals.filter(({ knownAt }) => Date.parse(knownAt) <= Date.parse(at)),
});
