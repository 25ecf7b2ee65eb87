import type { Dong, LocalDate } from '@hoptac/kernel';
import { daysOverdue, debtGroup, provisionFor, roundedShare, scaleOn } from '../loans/debt-group';
import { lastDayOf, type DebtGroup, type LoanHistory } from '../loans/loan-facts';
import { positionOf, runTo } from '../loans/loan-position';
import type { RunningLoan } from '../loans/loan.state';
import { partyOf, type PartyKey } from '../loan-contract';

/** What a loan is from a day on until its next one; between two of them only days of overdue grow. */
interface Stretch {
  readonly from: LocalDate;
  readonly outstanding: Dong;
  readonly offBalance: boolean;
  readonly oldestUnpaid?: LocalDate;
  readonly restructurings: number;
  readonly waivedCannotPay: boolean;
}

/** What an instalment asks, if nothing more becomes known. */
export interface DueAhead {
  readonly dueOn: LocalDate;
  readonly principal: Dong;
  readonly interest: Dong;
}

/** A loan laid out over all its days, as it is known: made once for each of its facts, asked for any day in a moment. */
export interface LoanTimeline {
  readonly loanId: string;
  readonly contractNumber: string;
  readonly party: PartyKey;
  readonly related: readonly PartyKey[];
  readonly borrowerName: string;
  readonly deductible: Dong;
  readonly stretches: readonly Stretch[];
  /** Instalments in order of their days, with what of them was not paid. */
  readonly dues: readonly DueAhead[];
}

/** The loan with everything that is known of it; what was planned and not yet known to be paid counts as unpaid from its day on. */
export function timelineOf(loan: RunningLoan): LoanTimeline {
  const { contract, policy } = loan;
  const stretches: Stretch[] = [];
  const history: LoanHistory = loan;
  const end = runTo(history, lastDayOf(history), undefined, (run, day) => {
    const position = positionOf(run, day);
    const { outstanding, oldestUnpaid, restructurings, waivedCannotPay } = position;
    stretches.push({
      from: day,
      outstanding,
      offBalance: position.offBalance !== undefined,
      ...(oldestUnpaid === undefined ? {} : { oldestUnpaid }),
      restructurings,
      waivedCannotPay,
    });
  });
  const appraised = contract.securities.reduce((sum, { value }) => sum + value, 0);
  return {
    loanId: contract.loanId,
    contractNumber: contract.contractNumber,
    party: partyOf(contract.borrower),
    related: contract.related,
    borrowerName: contract.borrower.name,
    deductible: roundedShare(appraised, policy.deductibleShare),
    stretches,
    dues: (end?.dues ?? []).map((due) => ({
      dueOn: due.dueOn,
      principal: Number(due.principalLeft),
      interest: Number(due.interestLeft),
    })),
  };
}

/** A loan on one day as the portfolio counts it. */
export interface LoanOnDay {
  readonly loanId: string;
  readonly contractNumber: string;
  readonly party: PartyKey;
  readonly borrowerName: string;
  readonly outstanding: Dong;
  readonly offBalance: boolean;
  readonly daysOverdue: number;
  readonly group: DebtGroup;
  readonly specific: Dong;
  readonly general: Dong;
}

/** The loan at the end of a day; undefined before its first fact. */
export function loanOnDay(timeline: LoanTimeline, day: LocalDate): LoanOnDay | undefined {
  const stretch = stretchOn(timeline.stretches, day);
  if (stretch === undefined) return undefined;
  const scale = scaleOn(day);
  const overdue = daysOverdue(stretch.oldestUnpaid, day);
  const { restructurings, waivedCannotPay, outstanding, offBalance } = stretch;
  const group = outstanding === 0 ? 1 : debtGroup({ overdue, restructurings, waivedCannotPay }, scale);
  const provision = offBalance
    ? { specific: 0, general: 0 }
    : provisionFor(group, outstanding, timeline.deductible, scale);
  const { loanId, contractNumber, party, borrowerName } = timeline;
  return {
    loanId,
    contractNumber,
    party,
    borrowerName,
    outstanding,
    offBalance,
    daysOverdue: overdue,
    group,
    ...provision,
  };
}

function stretchOn(stretches: readonly Stretch[], day: LocalDate): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stretches[middle]!.from <= day) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}
