import type { Dong, DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { Sealed } from '@hoptac/registry/domain';
import type { ContractBorrower, DecisionBody, LoanContract, PartyKey } from '../loan-contract';
import type { EligibilityFinding } from './eligibility';
import type { LoanPlan, LoanTerms, RepaymentFigures } from './loan-plan';

/** Limits of an application: the fund's four, the applicant's two. */
export const LIMIT_NAMES = ['check', 'completion', 'appraisal', 'decision', 'contract', 'security'] as const;
export type ApplicationLimit = (typeof LIMIT_NAMES)[number];

/** A limit of the fund's policy as it was counted when it was given; it does not move silently afterwards. */
export interface LoanDueDate {
  readonly dueOn: LocalDate;
  /** 24:00 of that day in Asia/Ho_Chi_Minh. */
  readonly dueAt: Instant;
  readonly amount: number;
  readonly unit: 'working-day';
  readonly countedFrom: LocalDate;
  readonly article: string;
  readonly toConfirm: boolean;
  readonly calendarVersion: string;
  /** When whoever has to act is reminded. */
  readonly remindAt?: Instant;
}

/** A paper of the application; the file is kept under its hash. */
export interface ApplicationDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** The borrower; of a natural person the data is sealed. */
export interface ApplicationBorrower extends ContractBorrower {
  readonly person?: Sealed;
}

/** Something that is missing or has to be mended: `document:<kind>` or a part of the plan. */
export interface MissingItem {
  readonly subject: string;
  readonly reason: string;
}

/** How somebody of the fund is bound to the borrower. */
export const BONDS = ['family', 'membership', 'management', 'financial', 'other'] as const;
export type Bond = (typeof BONDS)[number];

/** The appraiser's judgement of one condition of D45 Art. 22. */
export const ASSESSED = ['legalStatus', 'plan', 'ownCapital', 'repayment', 'security', 'creditRecord'] as const;
export interface Assessment {
  readonly subject: (typeof ASSESSED)[number];
  readonly met: boolean;
  readonly note: string;
}

export const REJECTION_GROUNDS = [
  'borrowerNotEligible',
  'ownCapitalTooSmall',
  'planNotFeasible',
  'cannotRepay',
  'securityInsufficient',
  'limitExceeded',
  'creditRecord',
  'notInVote',
  'other',
] as const;
export type RejectionGround = (typeof REJECTION_GROUNDS)[number];

/** What a decision rested on at its moment; đồng. */
export interface DecisionBasis {
  readonly on: LocalDate;
  readonly policyVersion: string;
  readonly actualCharterCapital: Dong;
  readonly singleLimit: Dong;
  readonly relatedLimit: Dong;
  /** Taken of the limits before this decision. */
  readonly taken: { readonly borrower: Dong; readonly withRelated: Dong };
}

export interface VoteCount {
  /** Members who were not bound. */
  readonly entitled: number;
  readonly needed: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** Members who were bound to the borrower and did not count. */
  readonly bound: number;
}

/** Handed in — nộp hồ sơ vay vốn (D45 Art. 20, 22). */
export type LoanApplicationSubmitted = DomainEvent<
  'LoanApplicationSubmitted',
  {
    applicationId: string;
    code: string;
    fundId: string;
    officeId: string;
    applicantId: string;
    borrower: ApplicationBorrower;
    related: readonly PartyKey[];
    plan: LoanPlan;
    documents: readonly ApplicationDocument[];
    findings: readonly EligibilityFinding[];
    policyVersion: string;
    submittedAt: Instant;
    due: LoanDueDate;
  }
>;
/** One list of everything that is missing — thông báo bổ sung hồ sơ. */
export type LoanApplicationReturned = DomainEvent<
  'LoanApplicationReturned',
  { round: number; missing: readonly MissingItem[]; returnedBy: string; due: LoanDueDate }
>;
/** The applicant's answer to the list. */
export type LoanApplicationCompleted = DomainEvent<
  'LoanApplicationCompleted',
  {
    round: number;
    plan: LoanPlan;
    documents: readonly ApplicationDocument[];
    findings: readonly EligibilityFinding[];
    due: LoanDueDate;
  }
>;
/** The dossier is complete — hồ sơ đầy đủ, chuyển thẩm định. */
export type LoanApplicationAccepted = DomainEvent<'LoanApplicationAccepted', { checkedBy: string; due: LoanDueDate }>;
/** An appraiser has it: taken by himself, or given by the director. */
export type LoanApplicationAssigned = DomainEvent<
  'LoanApplicationAssigned',
  { appraiserId: string; assignedBy?: string; reason?: string }
>;
/** Somebody of the fund is bound to the borrower and takes no part any more — xung đột lợi ích. */
export type LoanBondDeclared = DomainEvent<
  'LoanBondDeclared',
  { accountId: string; bond: Bond; note: string; declaredBy: string }
>;
/** Appraisal report — báo cáo thẩm định (D45 Art. 22–23). */
export type LoanApplicationAppraised = DomainEvent<
  'LoanApplicationAppraised',
  {
    appraisal: number;
    appraisedBy: string;
    onBehalfOf?: string;
    assessments: readonly Assessment[];
    findings: readonly EligibilityFinding[];
    proposal: 'approve' | 'reject';
    ground?: RejectionGround;
    reason: string;
    terms: LoanTerms;
    figures: RepaymentFigures;
    /** Who decides on this amount under the policy. */
    body: DecisionBody;
    policyVersion: string;
    due: LoanDueDate;
  }
>;
/** Back to the appraiser with a reason. */
export type LoanApplicationSentBack = DomainEvent<
  'LoanApplicationSentBack',
  { sentBackBy: string; reason: string; due: LoanDueDate }
>;
/** A member's vote on the present appraisal; the latest counts. */
export type LoanVoteCast = DomainEvent<
  'LoanVoteCast',
  { appraisal: number; memberId: string; vote: 'for' | 'against' | 'abstain'; reason?: string }
>;
/** Approved — quyết định cho vay (D45 Art. 23); afterwards the contract is signed within its limit. */
export type LoanApplicationApproved = DomainEvent<
  'LoanApplicationApproved',
  {
    decidedBy: string;
    body: DecisionBody;
    decidedOn: LocalDate;
    terms: LoanTerms;
    basis: DecisionBasis;
    votes?: VoteCount;
    due: LoanDueDate;
  }
>;
/** Rejected with a reason — từ chối cho vay. */
export type LoanApplicationRejected = DomainEvent<
  'LoanApplicationRejected',
  {
    decidedBy: string;
    body: DecisionBody;
    decidedOn: LocalDate;
    stage: string;
    ground: RejectionGround;
    reason: string;
    votes?: VoteCount;
  }
>;
export type LoanApplicationWithdrawn = DomainEvent<
  'LoanApplicationWithdrawn',
  { withdrawnBy: string; reason: string; stage: string }
>;
/** Not completed, or not signed, in time. */
export type LoanApplicationLapsed = DomainEvent<
  'LoanApplicationLapsed',
  { what: 'completion' | 'contract'; dueOn: LocalDate }
>;
/** The contract — hợp đồng tín dụng. From here on the loan is the loans' own stream. */
export type LoanContractSigned = DomainEvent<
  'LoanContractSigned',
  { contract: LoanContract; signedBy: string; paper?: string; due: LoanDueDate }
>;
/** Every security of the contract is perfected — hoàn tất biện pháp bảo đảm (D45 Art. 26). */
export type LoanSecurityPerfected = DomainEvent<
  'LoanSecurityPerfected',
  {
    securities: readonly { readonly kind: string; readonly registration: string; readonly registeredOn: LocalDate }[];
    recordedBy: string;
  }
>;
/** No security, under a rule of the policy, decided by the body that the rule names (D45 Art. 31). */
export type LoanSecurityWaived = DomainEvent<'LoanSecurityWaived', { rule: string; decidedBy: DecisionBody }>;
export type LoanApplicationDeadlinePassed = DomainEvent<
  'LoanApplicationDeadlinePassed',
  { what: ApplicationLimit; dueOn: LocalDate; dueAt: Instant }
>;
export type LoanApplicationReminded = DomainEvent<
  'LoanApplicationReminded',
  { what: ApplicationLimit; to: 'applicant' | 'fund'; dueOn: LocalDate; dueAt: Instant; remindedAt: Instant }
>;

export type LoanApplicationEvent =
  | LoanApplicationSubmitted
  | LoanApplicationReturned
  | LoanApplicationCompleted
  | LoanApplicationAccepted
  | LoanApplicationAssigned
  | LoanBondDeclared
  | LoanApplicationAppraised
  | LoanApplicationSentBack
  | LoanVoteCast
  | LoanApplicationApproved
  | LoanApplicationRejected
  | LoanApplicationWithdrawn
  | LoanApplicationLapsed
  | LoanContractSigned
  | LoanSecurityPerfected
  | LoanSecurityWaived
  | LoanApplicationDeadlinePassed
  | LoanApplicationReminded;
