import type { Command, LocalDate } from '@hoptac/kernel';
import type { FundPolicy } from '../fund/fund-policy';
import type { BodyMember } from '../fund/fund.events';
import type {
  ApplicationDocument,
  Assessment,
  Bond,
  DecisionBasis,
  LoanApplicationSubmitted,
  LoanDueDate,
  MissingItem,
  RejectionGround,
} from './application.events';
import type { EligibilityFinding } from './eligibility';
import type { LoanPlan, LoanTerms } from './loan-plan';

/*
 * Due dates, findings, the policy and the figures of the limits are counted by the application layer from calendar, register, fund and exposure as they
 * stand at the moment of the command; no client's figure ever gets here.
 */

export type SubmitApplication = Command<
  'SubmitApplication',
  Omit<LoanApplicationSubmitted['data'], 'submittedAt'> & { requiredDocuments: readonly string[] }
>;
/** Sends the one list of what is missing. */
export type ReturnApplication = Command<'ReturnApplication', { missing: readonly MissingItem[]; due: LoanDueDate }>;
export type CompleteApplication = Command<
  'CompleteApplication',
  {
    plan: LoanPlan;
    documents: readonly ApplicationDocument[];
    findings: readonly EligibilityFinding[];
    due: LoanDueDate;
  }
>;
export type AcceptApplication = Command<
  'AcceptApplication',
  { requiredDocuments: readonly string[]; due: LoanDueDate }
>;
export type ClaimApplication = Command<'ClaimApplication'>;
export type AssignAppraiser = Command<'AssignAppraiser', { appraiserId: string; reason?: string }>;
export type DeclareBond = Command<'DeclareBond', { accountId: string; bond: Bond; note: string }>;
/** `policy` and `policyVersion` are those in force on the day. */
export type AppraiseApplication = Command<
  'AppraiseApplication',
  {
    /** The appraiser says that he is not bound to the borrower. */
    unbound: boolean;
    assessments: readonly Assessment[];
    proposal: 'approve' | 'reject';
    ground?: RejectionGround;
    reason: string;
    terms: LoanTerms;
    findings: readonly EligibilityFinding[];
    policy: FundPolicy;
    policyVersion: string;
    due: LoanDueDate;
  }
>;
export type SendApplicationBack = Command<'SendApplicationBack', { reason: string; due: LoanDueDate }>;
export type CastVote = Command<
  'CastVote',
  { vote: 'for' | 'against' | 'abstain'; reason?: string; members: readonly BodyMember[] }
>;

/** What a decision is measured with at its moment. */
export interface DecisionMeasures {
  readonly policy: FundPolicy;
  readonly basis: DecisionBasis;
  readonly findings: readonly EligibilityFinding[];
  /** Limit of the contract. */
  readonly due: LoanDueDate;
}
/** The director's own decision, where the policy leaves it to him. */
export type DecideApplication = Command<
  'DecideApplication',
  { outcome: 'approve' | 'reject'; ground?: RejectionGround; reason: string; measures: DecisionMeasures }
>;
/** The chair establishes the result of the vote: what more than the majority wanted, or a rejection. */
export type ConcludeVote = Command<
  'ConcludeVote',
  { reason: string; members: readonly BodyMember[]; measures: DecisionMeasures }
>;
/** Rejects before any appraisal: a borrower or a plan that cannot be lent to. */
export type RejectApplication = Command<'RejectApplication', { ground: RejectionGround; reason: string }>;
export type WithdrawApplication = Command<'WithdrawApplication', { reason: string }>;
export type SignContract = Command<
  'SignContract',
  { loanId: string; contractNumber: string; signedOn: LocalDate; paper?: string; due: LoanDueDate }
>;
export type RecordSecurity = Command<
  'RecordSecurity',
  { securities: readonly { kind: string; registration: string; registeredOn: LocalDate }[] }
>;
/** Notes that a limit of the fund passed. */
export type MarkApplicationLate = Command<'MarkApplicationLate'>;
export type RemindOfLimit = Command<'RemindOfLimit'>;
/** Not completed, or not signed, in time. */
export type LapseApplication = Command<'LapseApplication'>;

export type ApplicationCommand =
  | SubmitApplication
  | ReturnApplication
  | CompleteApplication
  | AcceptApplication
  | ClaimApplication
  | AssignAppraiser
  | DeclareBond
  | AppraiseApplication
  | SendApplicationBack
  | CastVote
  | DecideApplication
  | ConcludeVote
  | RejectApplication
  | WithdrawApplication
  | SignContract
  | RecordSecurity
  | MarkApplicationLate
  | RemindOfLimit
  | LapseApplication;
