import { brokenRule, type Dong, type LocalDate } from '@hoptac/kernel';

/**
 * Accounts of the fund's books — tài khoản. Names of the house; the chart of accounts of the Ministry of Finance is put beside them by the fund's accountant.
 * The last three are off the balance sheet — ngoại bảng — and balance among themselves.
 */
export const LEDGER_ACCOUNTS = [
  'cash',
  'bankDeposits',
  'loanPrincipal',
  'interestReceivable',
  'borrowerCredit',
  'specificProvision',
  'generalProvision',
  'charterCapital',
  'grants',
  'openingBalance',
  'interestIncome',
  'depositInterestIncome',
  'recoveryIncome',
  'operatingExpense',
  'provisionExpense',
  'loanLoss',
  'offLoans',
  'offInterest',
  'offContra',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** One line of a booking — bút toán: debit above zero, credit below; đồng. */
export interface LedgerLine {
  readonly account: LedgerAccount;
  readonly amount: Dong;
}

/** Balance by account; an account that is not there is zero. */
export type Balances = Readonly<Partial<Record<LedgerAccount, Dong>>>;

/** What has to be booked to come from one set of balances to another; no line of zero. Balanced when both are. */
export function linesBetween(before: Balances, after: Balances): readonly LedgerLine[] {
  return LEDGER_ACCOUNTS.map((account) => ({ account, amount: (after[account] ?? 0) - (before[account] ?? 0) })).filter(
    ({ amount }) => amount !== 0,
  );
}

/** Balances with the lines booked on them. */
export function withLines(balances: Balances, lines: readonly LedgerLine[]): Balances {
  const sums: Partial<Record<LedgerAccount, Dong>> = { ...balances };
  for (const { account, amount } of lines) sums[account] = (sums[account] ?? 0) + amount;
  return sums;
}

/** Debit and credit are the same. @throws DomainError `SUPPORT_FUND.LINES_UNBALANCED` */
export function mustBalance(lines: readonly LedgerLine[]): void {
  const difference = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (difference !== 0) throw brokenRule('SUPPORT_FUND.LINES_UNBALANCED', 'Debit and credit differ', { difference });
}

/** When something is booked — ngày hạch toán, the day of recording, always — and from which day it counts — ngày giá trị. */
export interface Booking {
  readonly bookedOn: LocalDate;
  readonly valueOn: LocalDate;
  readonly lines: readonly LedgerLine[];
}
