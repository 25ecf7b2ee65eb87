import type { Command, Dong, LocalDate } from '@hoptac/kernel';
import type { ExtraChoice, OpeningPosition } from './loan-facts';
import type { CreditCheck, LoanOpening, LoanStep } from './loan.events';

/** Opens a loan from its signed contract. */
export type OpenLoan = Command<'OpenLoan', LoanOpening>;
/** Takes a loan over from an older book. */
export type BringForwardLoan = Command<
  'BringForwardLoan',
  LoanOpening & {
    opening: OpeningPosition;
    provision: Dong;
    importId: string;
  }
>;
/** Prepares a step that needs more than one person. */
export type ProposeLoanStep = Command<'ProposeLoanStep', { stepId: string; step: LoanStep; effectiveOn: LocalDate }>;
/** Agrees to it; the last person needed makes it so. */
export type ApproveLoanStep = Command<'ApproveLoanStep', { stepId: string; creditCheck?: CreditCheck }>;
export type DropLoanStep = Command<'DropLoanStep', { stepId: string; reason: string }>;
/** Records money of the borrower that came in with one line of the bank. */
export type RecordLoanReceipt = Command<
  'RecordLoanReceipt',
  { receiptId: string; bankLine: string; amount: Dong; effectiveOn: LocalDate; extra: ExtraChoice }
>;
export type RecordUseInspection = Command<
  'RecordUseInspection',
  { outcome: 'asAgreed' | 'misuse'; inspectedOn: LocalDate; finding: string }
>;
export type ReviewLoanBorrower = Command<'ReviewLoanBorrower', { standing: string; finding: string }>;
export type ReleaseLoanSecurity = Command<'ReleaseLoanSecurity', { paper: string }>;
/** Does everything that the day asks of a running loan: reminders, missed due days, grouping of months that ended, settlement. */
export type TendLoan = Command<'TendLoan'>;

export type LoanCommand =
  | OpenLoan
  | BringForwardLoan
  | ProposeLoanStep
  | ApproveLoanStep
  | DropLoanStep
  | RecordLoanReceipt
  | RecordUseInspection
  | ReviewLoanBorrower
  | ReleaseLoanSecurity
  | TendLoan;
