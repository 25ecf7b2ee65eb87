import type { Dong, LocalDate } from '@hoptac/kernel';
import type { Balances } from '../ledger/accounts';
import { groupOf, isNonPerforming } from './debt-group';
import type { LoanHistory } from './loan-facts';
import { positionOn, type LoanPosition } from './loan-position';

/** Provisions booked for a loan, and how much of them was used; đồng. */
export interface LoanProvision {
  readonly specific: Dong;
  readonly general: Dong;
  readonly used: Dong;
  /** Taken over from an older book: no expense of ours. */
  readonly broughtForward: Dong;
}

export const NO_PROVISION: LoanProvision = { specific: 0, general: 0, used: 0, broughtForward: 0 };

/** Interest that has run and is owed, whatever of it is due. */
const interestOwed = (position: LoanPosition): Dong =>
  position.interestDue + position.interestAccrued + position.overdueInterest;

/** Interest of a loan in groups 1 and 2 is income when it runs; of bad debt only when it is paid, until then it stands off the balance sheet. */
const receivableOf = (position: LoanPosition): Dong =>
  position.offBalance !== undefined || isNonPerforming(groupOf(position)) ? 0 : interestOwed(position);

/**
 * The accounts of one loan at the end of a day: a pure function of its position, so that loan and ledger cannot disagree. The sum is zero, always.
 * What an event books is the difference to what was booked before it.
 */
export function booksOn(history: LoanHistory, provision: LoanProvision, on: LocalDate): Balances {
  const position = positionOn(history, on);
  if (position === undefined) return {};
  const opening = history.facts.find((fact) => fact.type === 'opening');
  const takenOver = opening === undefined ? undefined : positionOn(history, opening.effectiveOn);
  const openingInterest =
    takenOver === undefined || receivableOf(takenOver) === 0 ? 0 : position.totals.interestBroughtForward;
  return booksOf(position, provision, openingInterest);
}

function booksOf(position: LoanPosition, provision: LoanProvision, openingInterest: Dong): Balances {
  const { totals, offBalance } = position;
  const receivable = receivableOf(position);
  const paidInterest = totals.interestPaid + totals.overduePaid;
  const lost = offBalance?.principal ?? 0;
  const offLoans = offBalance === undefined ? 0 : position.outstanding;
  const offInterest = interestOwed(position) - receivable;
  return {
    cash: totals.received - totals.disbursed - totals.refunded,
    loanPrincipal: offBalance === undefined ? position.outstanding : 0,
    interestReceivable: receivable,
    borrowerCredit: 0 - position.credit,
    interestIncome: 0 - (paidInterest + receivable - openingInterest),
    specificProvision: 0 - (provision.specific - provision.used),
    generalProvision: 0 - provision.general,
    provisionExpense: provision.specific + provision.general - provision.broughtForward,
    loanLoss: lost - provision.used,
    recoveryIncome: 0 - totals.recovered,
    openingBalance: 0 - (totals.principalBroughtForward + openingInterest - provision.broughtForward),
    offLoans,
    offInterest,
    offContra: 0 - (offLoans + offInterest),
  };
}
