import type { Dong, DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { LedgerLine } from '../ledger/accounts';
import type { LoanContract } from '../loan-contract';
import type { DebtGroup, ExtraChoice, OpeningPosition } from './loan-facts';
import type { LoanPolicy } from './loan-policy';
import type { LoanTerms, RepaymentPlan } from './loan-terms';

/*
 * A loan — khoản vay — after its contract is signed. Every fact that moves money or claims carries the day from which it counts (`effectiveOn`), the instant of
 * recording (`at`), and the balanced lines that it books on the day of recording (`lines`): loan and ledger are one fact (ADR 0105, 0106).
 */

/** Both times of a fact, and what it books. */
export interface Booked {
  readonly fundId: string;
  /** Ngày giá trị. */
  readonly effectiveOn: LocalDate;
  readonly at: Instant;
  readonly lines: readonly LedgerLine[];
}

/** Who prepared a step with money, and who released it: at least two persons — nguyên tắc bốn mắt. */
export interface Released {
  readonly stepId: string;
  readonly preparedBy: string;
  readonly releasedBy: readonly string[];
}

/** What a loan begins with. */
export interface LoanOpening {
  readonly contract: LoanContract;
  readonly terms: LoanTerms;
  readonly policy: LoanPolicy;
  /** Office at which the fund's roles are held. */
  readonly officeId: string;
  /** Account that filed the application: who may read the loan as his own. */
  readonly ownerId?: string;
}

/** Contract signed, security perfected: the loan may be drawn down. */
export type LoanOpened = DomainEvent<'LoanOpened', LoanOpening & { at: Instant }>;
/** A loan of an older book with its opening position — số dư đầu kỳ. */
export type LoanBroughtForward = DomainEvent<
  'LoanBroughtForward',
  Booked &
    LoanOpening & {
      opening: OpeningPosition;
      provision: Dong;
      importId: string;
    }
>;

/** What two or more persons must agree on before it is done. */
export type LoanStep =
  | { readonly kind: 'disbursement'; readonly amount: Dong; readonly purpose: string }
  | { readonly kind: 'reversal'; readonly receiptId: string; readonly ground: string }
  | { readonly kind: 'refund'; readonly amount: Dong; readonly ground: string }
  | {
      readonly kind: 'restructuring';
      /** `adjust`: điều chỉnh kỳ hạn, the last day stays; `extend`: gia hạn nợ (D45 Art. 27). */
      readonly measure: 'adjust' | 'extend';
      readonly plan: RepaymentPlan;
      readonly basisPoints?: number;
      readonly ground: string;
    }
  | { readonly kind: 'waiver'; readonly amount: Dong; readonly cannotPay: boolean; readonly ground: string }
  | { readonly kind: 'recall'; readonly ground: string }
  | { readonly kind: 'provisionUse'; readonly ground: string }
  | { readonly kind: 'writeOff'; readonly measuresTried: string };

export type LoanStepProposed = DomainEvent<
  'LoanStepProposed',
  { stepId: string; step: LoanStep; effectiveOn: LocalDate; by: string; at: Instant }
>;
/** One more person agreed; another one is still needed. */
export type LoanStepApproved = DomainEvent<'LoanStepApproved', { stepId: string; by: string; at: Instant }>;
export type LoanStepDropped = DomainEvent<
  'LoanStepDropped',
  { stepId: string; by: string; reason: string; at: Instant }
>;

/** The borrower has no bad debt at credit institutions, looked up at the first disbursement (D45 Art. 22). */
export interface CreditCheck {
  readonly checkedOn: LocalDate;
  readonly badDebt: boolean;
  readonly source: string;
}

/** Money was paid out — giải ngân. */
export type LoanDisbursed = DomainEvent<
  'LoanDisbursed',
  Booked & Released & { amount: Dong; purpose: string; creditCheck?: CreditCheck }
>;
/** Money of the borrower came in — thu nợ. The receipt's id is made from the bank's line: one line, one receipt. */
export type LoanReceiptRecorded = DomainEvent<
  'LoanReceiptRecorded',
  Booked & { receiptId: string; bankLine: string; amount: Dong; extra: ExtraChoice; by: string }
>;
/** A receipt was wrong and counts as if it had never been; `effectiveOn` is its own value date. */
export type LoanReceiptReversed = DomainEvent<
  'LoanReceiptReversed',
  Booked & Released & { receiptId: string; ground: string }
>;
export type LoanCreditRefunded = DomainEvent<
  'LoanCreditRefunded',
  Booked & Released & { amount: Dong; ground: string }
>;
/** Cơ cấu lại thời hạn trả nợ (D45 Art. 27). */
export type LoanRestructured = DomainEvent<
  'LoanRestructured',
  Booked &
    Released & {
      measure: 'adjust' | 'extend';
      plan: RepaymentPlan;
      basisPoints?: number;
      ground: string;
      number: number;
    }
>;
/** Miễn, giảm lãi (D45 Art. 25). */
export type LoanInterestWaived = DomainEvent<
  'LoanInterestWaived',
  Booked & Released & { amount: Dong; cannotPay: boolean; ground: string }
>;
/** Thu hồi nợ trước hạn. */
export type LoanRecalled = DomainEvent<'LoanRecalled', Booked & Released & { ground: string }>;
/** Provisions were used; the claim goes on off the balance sheet (D45 Art. 28). */
export type LoanProvisionUsed = DomainEvent<'LoanProvisionUsed', Booked & Released & { used: Dong; ground: string }>;
/** Xóa nợ khỏi ngoại bảng, five years after the use of provisions (D45 Art. 28). */
export type LoanWrittenOff = DomainEvent<'LoanWrittenOff', Booked & Released & { measuresTried: string }>;

/** Monthly grouping and provisioning for the position at the end of a month — phân loại nợ, trích lập dự phòng; also books the interest of the month. */
export type LoanGrouped = DomainEvent<
  'LoanGrouped',
  Booked & {
    asOf: LocalDate;
    group: DebtGroup;
    daysOverdue: number;
    outstanding: Dong;
    specific: Dong;
    general: Dong;
    article: string;
  }
>;
/** The borrower was told that an instalment falls due. */
export type LoanInstalmentReminded = DomainEvent<
  'LoanInstalmentReminded',
  { dueOn: LocalDate; amount: Dong; at: Instant }
>;
/** A due day went by unpaid; the days of overdue run. */
export type LoanDueMissed = DomainEvent<'LoanDueMissed', { dueOn: LocalDate; amount: Dong; at: Instant }>;
/** The use of the money has to be inspected by a day. */
export type LoanInspectionOwed = DomainEvent<'LoanInspectionOwed', { since: LocalDate; at: Instant }>;
/** Kiểm tra sử dụng vốn vay (D45 Art. 21, 31). Misuse stops further disbursements until the loan is recalled or a later inspection finds it mended. */
export type LoanUseInspected = DomainEvent<
  'LoanUseInspected',
  { outcome: 'asAgreed' | 'misuse'; inspectedOn: LocalDate; finding: string; by: string; at: Instant }
>;
/** The register says something of the borrower that forces a look at the loan: merged, dissolving, bankrupt. */
export type LoanBorrowerReviewed = DomainEvent<
  'LoanBorrowerReviewed',
  { standing: string; by: string; finding: string; at: Instant }
>;
/** Nothing is owed any more — tất toán. Provisions are given back. */
export type LoanSettled = DomainEvent<'LoanSettled', Booked>;
/** A receipt of a settled loan was reversed: it runs again. */
export type LoanReopened = DomainEvent<'LoanReopened', { at: Instant }>;
/** Giải chấp tài sản bảo đảm. */
export type LoanSecurityReleased = DomainEvent<'LoanSecurityReleased', { by: string; paper: string; at: Instant }>;

export type LoanBookedEvent =
  | LoanBroughtForward
  | LoanDisbursed
  | LoanReceiptRecorded
  | LoanReceiptReversed
  | LoanCreditRefunded
  | LoanRestructured
  | LoanInterestWaived
  | LoanRecalled
  | LoanProvisionUsed
  | LoanWrittenOff
  | LoanGrouped
  | LoanSettled;

export type LoanEvent =
  | LoanOpened
  | LoanBookedEvent
  | LoanStepProposed
  | LoanStepApproved
  | LoanStepDropped
  | LoanInstalmentReminded
  | LoanDueMissed
  | LoanInspectionOwed
  | LoanUseInspected
  | LoanBorrowerReviewed
  | LoanReopened
  | LoanSecurityReleased;
