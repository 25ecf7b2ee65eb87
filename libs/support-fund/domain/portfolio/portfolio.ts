import { addMonths, type Dong, type LocalDate } from '@hoptac/kernel';
import { shareOf } from '../applications/eligibility';
import { isNonPerforming } from '../loans/debt-group';
import type { DebtGroup } from '../loans/loan-facts';
import type { PartyKey } from '../loan-contract';
import { loanOnDay, type LoanOnDay, type LoanTimeline } from './loan-timeline';

const GROUPS: readonly DebtGroup[] = [1, 2, 3, 4, 5];
/** How many of the largest borrowers are named. */
const LARGEST = 20;

export interface GroupFigures {
  readonly group: DebtGroup;
  readonly loans: number;
  readonly outstanding: Dong;
  readonly specific: Dong;
  readonly general: Dong;
}

/** What one borrower takes of the limit (D45 Art. 23.2a). */
export interface BorrowerConcentration {
  readonly party: PartyKey;
  readonly name: string;
  readonly outstanding: Dong;
  /** The limit by the actual charter capital of the day; absent while it is not known. */
  readonly limit?: Dong;
}

/** The loans of a fund at the end of a day; đồng. */
export interface Portfolio {
  readonly on: LocalDate;
  readonly loans: number;
  readonly outstanding: Dong;
  readonly groups: readonly GroupFigures[];
  readonly nonPerforming: Dong;
  /** Share of bad debt in the outstanding, basis points (D45 Art. 2.4). */
  readonly nonPerformingShare: number;
  readonly provisions: Dong;
  /** Principal kept off the balance sheet. */
  readonly offBalance: Dong;
  readonly largest: readonly BorrowerConcentration[];
}

/** The limit that concentrations are held against. */
export interface LimitOfDay {
  readonly actualCharterCapital: Dong;
  readonly singleBorrowerShare: number;
}

/** Adds up the loans as they are on a day; no job has to have run, no grouping to have been recorded. */
export function portfolioOn(timelines: Iterable<LoanTimeline>, on: LocalDate, limit?: LimitOfDay): Portfolio {
  const groups = GROUPS.map((group) => ({ group, loans: 0, outstanding: 0, specific: 0, general: 0 }));
  const parties = new Map<PartyKey, { name: string; outstanding: Dong }>();
  let offBalance = 0;
  for (const timeline of timelines) {
    const loan = loanOnDay(timeline, on);
    if (loan === undefined || loan.outstanding === 0) continue;
    if (loan.offBalance) offBalance += loan.outstanding;
    else addLoan(groups[loan.group - 1]!, loan);
    const party = parties.get(loan.party);
    if (party === undefined) parties.set(loan.party, { name: loan.borrowerName, outstanding: loan.outstanding });
    else party.outstanding += loan.outstanding;
  }
  const outstanding = groups.reduce((sum, one) => sum + one.outstanding, 0);
  const nonPerforming = groups
    .filter(({ group }) => isNonPerforming(group))
    .reduce((sum, one) => sum + one.outstanding, 0);
  const perBorrower = limit && shareOf(limit.actualCharterCapital, limit.singleBorrowerShare);
  return {
    on,
    loans: groups.reduce((sum, { loans }) => sum + loans, 0),
    outstanding,
    groups,
    nonPerforming,
    nonPerformingShare: outstanding === 0 ? 0 : Math.round((nonPerforming * 10_000) / outstanding),
    provisions: groups.reduce((sum, { specific, general }) => sum + specific + general, 0),
    offBalance,
    largest: [...parties]
      .map(([party, { name, outstanding: owed }]) => ({
        party,
        name,
        outstanding: owed,
        ...(perBorrower === undefined ? {} : { limit: perBorrower }),
      }))
      .sort((left, right) => right.outstanding - left.outstanding || (left.party < right.party ? -1 : 1))
      .slice(0, LARGEST),
  };
}

function addLoan(group: { loans: number; outstanding: Dong; specific: Dong; general: Dong }, loan: LoanOnDay): void {
  group.loans += 1;
  group.outstanding += loan.outstanding;
  group.specific += loan.specific;
  group.general += loan.general;
}

/** What falls due in one month, as planned; đồng. */
export interface MonthAhead {
  /** First day of the month. */
  readonly month: LocalDate;
  readonly principal: Dong;
  readonly interest: Dong;
  /** Planned disbursements of signed contracts that are not paid out. */
  readonly disbursements: Dong;
  /** Cash at the month's end, if everything is paid on its day. */
  readonly cash: Dong;
}

/** A disbursement that a contract promises. */
export interface PromisedMoney {
  readonly on: LocalDate;
  readonly amount: Dong;
}

/** Maturities and cash of the months to come — dự báo dòng tiền; a promise whose day has passed counts in the first month. */
export function forecastFrom(
  timelines: Iterable<LoanTimeline>,
  promised: readonly PromisedMoney[],
  on: LocalDate,
  months: number,
  cashNow: Dong,
): readonly MonthAhead[] {
  const first = `${on.slice(0, 7)}-01` as LocalDate;
  const ahead = Array.from({ length: months }, (_, index) => ({
    month: addMonths(first, index),
    principal: 0,
    interest: 0,
    disbursements: 0,
  }));
  const byMonth = new Map(ahead.map((one) => [one.month.slice(0, 7), one]));
  for (const { dues } of timelines) {
    for (const due of dues) {
      if (due.dueOn <= on) continue;
      const month = byMonth.get(due.dueOn.slice(0, 7));
      if (month === undefined) continue;
      month.principal += due.principal;
      month.interest += due.interest;
    }
  }
  for (const { on: day, amount } of promised) {
    const month = byMonth.get(day < first ? first.slice(0, 7) : day.slice(0, 7));
    if (month !== undefined) month.disbursements += amount;
  }
  let cash = cashNow;
  return ahead.map((month) => {
    cash += month.principal + month.interest - month.disbursements;
    return { ...month, cash };
  });
}
