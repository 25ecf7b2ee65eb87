import type { Dong, LocalDate } from '@hoptac/kernel';
import type { RateFrom, ScheduleTerms } from '@hoptac/loan-schedules';

/**
 * Who may borrow — đối tượng vay vốn (D45 Art. 20): a cooperative, a union, a member of a cooperative, a member of a cooperative group.
 * `cooperativeGroup` as such is no borrower of today's law; it stands in loan books of before (seed of Sóc Trăng) and is taken over for history only.
 */
export const BORROWER_KINDS = [
  'cooperative',
  'cooperativeUnion',
  'cooperativeMember',
  'groupMember',
  'cooperativeGroup',
] as const;
export type BorrowerKind = (typeof BORROWER_KINDS)[number];

/** Somebody as limits count him: `organisation:<id of the register>` or `person:<id>`; never an identity number, never a name. */
export type PartyKey = `organisation:${string}` | `person:${string}`;

export interface ContractBorrower {
  readonly kind: BorrowerKind;
  /** Of an organisation; of a member the organisation that he belongs to. */
  readonly organisationId?: string;
  /** Of a natural person: whose key seals his data. */
  readonly personId?: string;
  /** The registered name; of a natural person initials only. */
  readonly name: string;
}

/** The key under which all loans of one borrower are added up. */
export const partyOf = ({ personId, organisationId = '' }: ContractBorrower): PartyKey =>
  personId === undefined ? `organisation:${organisationId}` : `person:${personId}`;

/** Everything of the repayment plan that does not depend on when money is really paid out. */
export type AgreedSchedule = Pick<ScheduleTerms, 'due' | 'method' | 'dayCount' | 'rounding' | 'grace' | 'workingDays'>;

/** A disbursement as it is planned — dự kiến giải ngân. */
export interface PlannedTranche {
  readonly on: LocalDate;
  readonly amount: Dong;
  readonly purpose: string;
}

/** One security — biện pháp bảo đảm (D45 Art. 26, 31). */
export interface Security {
  /** A kind of the fund's policy, e.g. `landUseRight`. */
  readonly kind: string;
  readonly description: string;
  /** Value set by the appraisal. */
  readonly value: Dong;
}

/** What a payment is counted against, one after another. */
export const ALLOCATIONS = ['overdueInterest', 'interest', 'principal'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** Who decides, by the fund's charter and policy: director, credit council, board — Giám đốc, Hội đồng tín dụng, Hội đồng quản lý. */
export const DECISION_BODIES = ['director', 'council', 'board'] as const;
export type DecisionBody = (typeof DECISION_BODIES)[number];

/** A loan as it was agreed and signed — hợp đồng tín dụng. Nothing in it changes; what is agreed later is a fact of the loan. */
export interface LoanContract {
  readonly loanId: string;
  readonly fundId: string;
  readonly applicationId: string;
  readonly contractNumber: string;
  readonly borrower: ContractBorrower;
  /** Persons related to the borrower, added up for the second limit (D45 Art. 23.2). */
  readonly related: readonly PartyKey[];
  readonly purpose: string;
  readonly amount: Dong;
  /** In-term rate by day, basis points a year; the first holds from the first disbursement on. */
  readonly rates: readonly RateFrom[];
  /** Overdue rate as a share of the in-term rate, basis points: 15000 = 150 %, the most that is allowed (D45 Art. 25). */
  readonly overdueRateFactor: number;
  readonly schedule: AgreedSchedule;
  readonly tranches: readonly PlannedTranche[];
  readonly allocationOrder: readonly Allocation[];
  /** Empty when security was waived. */
  readonly securities: readonly Security[];
  readonly policyVersion: string;
  readonly decidedBy: DecisionBody;
  readonly signedOn: LocalDate;
}
