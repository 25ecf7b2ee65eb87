import type { AuthenticatedActor } from '@hoptac/identity';
import { invalidInput, type LocalDate } from '@hoptac/kernel';
import type { WritingRequestInfo } from '@hoptac/platform';
import type { LoanPress } from '../../application/loans/loan-answer';
import { LEDGER_ACCOUNTS, type LedgerAccount } from '../../domain';

/** The press behind a writing request. */
export const pressOf = (actor: AuthenticatedActor, writing: WritingRequestInfo): LoanPress => ({ actor, ...writing });

/** A validated body as plain data: what gets into an event is no instance of a DTO class. */
export const plain = <Body extends object>(body: Body): Body => JSON.parse(JSON.stringify(body)) as Body;

/** @throws DomainError `SUPPORT_FUND.ACCOUNT_UNKNOWN` */
export function accountMustExist(text: string): LedgerAccount {
  const account = LEDGER_ACCOUNTS.find((one) => one === text);
  if (account === undefined)
    throw invalidInput('SUPPORT_FUND.ACCOUNT_UNKNOWN', 'There is no such account', { account: text });
  return account;
}

/** First and last day of a fiscal year (D45 Art. 34). @throws DomainError `SUPPORT_FUND.YEAR_INVALID` */
export function yearOf(text: string): { readonly from: LocalDate; readonly to: LocalDate } {
  if (!/^20\d{2}$/.test(text))
    throw invalidInput('SUPPORT_FUND.YEAR_INVALID', 'A year has four digits', { year: text });
  return { from: `${text}-01-01` as LocalDate, to: `${text}-12-31` as LocalDate };
}
