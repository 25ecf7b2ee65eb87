import { unreachable, type Instant, type LocalDate } from '@hoptac/kernel';
import type { DecisionBody, LoanContract, PartyKey } from '../loan-contract';
import type {
  ApplicationBorrower,
  ApplicationDocument,
  ApplicationLimit,
  LoanApplicationEvent,
  LoanDueDate,
  MissingItem,
} from './application.events';
import type { EligibilityFinding } from './eligibility';
import type { LoanPlan, LoanTerms, RepaymentFigures } from './loan-plan';

export const APPLICATION_STATUSES = [
  'NotSubmitted',
  'Submitted',
  'AwaitingCompletion',
  'UnderAppraisal',
  'AwaitingDecision',
  'Approved',
  'ContractSigned',
  'Contracted',
  'Rejected',
  'Withdrawn',
  'Lapsed',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** The appraisal that waits for its decision, or led to it. */
export interface Appraisal {
  readonly number: number;
  readonly appraisedBy: string;
  readonly proposal: 'approve' | 'reject';
  readonly reason: string;
  readonly terms: LoanTerms;
  readonly figures: RepaymentFigures;
  readonly body: DecisionBody;
  readonly policyVersion: string;
}

export interface Vote {
  readonly memberId: string;
  readonly vote: 'for' | 'against' | 'abstain';
}

/** The limit that runs, whose it is, and what was done about it. */
export interface RunningLimit {
  readonly what: ApplicationLimit;
  readonly due: LoanDueDate;
  readonly late: boolean;
  readonly reminded: boolean;
}

export interface SubmittedApplication {
  readonly status: Exclude<ApplicationStatus, 'NotSubmitted'>;
  readonly applicationId: string;
  readonly code: string;
  readonly fundId: string;
  readonly officeId: string;
  readonly applicantId: string;
  readonly borrower: ApplicationBorrower;
  readonly related: readonly PartyKey[];
  readonly plan: LoanPlan;
  readonly documents: readonly ApplicationDocument[];
  readonly findings: readonly EligibilityFinding[];
  readonly policyVersion: string;
  readonly submittedAt: Instant;
  /** 0 = as submitted; +1 with every completion. */
  readonly round: number;
  readonly missing: readonly MissingItem[];
  /** Whether the list of what is missing was ever sent: it is sent once. */
  readonly returnedOnce: boolean;
  readonly limit?: RunningLimit;
  readonly appraiserId?: string;
  /** Accounts bound to the borrower: none of them takes part. */
  readonly bound: readonly string[];
  /** Whoever appraised, and whom he stood in for: none of them decides. */
  readonly appraisers: readonly string[];
  readonly appraisals: number;
  readonly appraisal?: Appraisal;
  readonly votes: readonly Vote[];
  readonly approved?: { readonly terms: LoanTerms; readonly body: DecisionBody; readonly decidedOn: LocalDate };
  readonly contract?: LoanContract;
  readonly outcome?: { readonly ground?: string; readonly reason: string };
}

/** An application for a loan — hồ sơ đề nghị vay vốn, as far as decisions need to know it. */
export type ApplicationState = { readonly status: 'NotSubmitted' } | SubmittedApplication;

const ENDED: ReadonlySet<ApplicationStatus> = new Set(['Contracted', 'Rejected', 'Withdrawn', 'Lapsed']);

export const isSubmitted = (state: ApplicationState): state is SubmittedApplication => state.status !== 'NotSubmitted';
/** Nothing more is decided; a contracted application lives on as a loan. */
export const isEnded = (state: ApplicationState): boolean => ENDED.has(state.status);
/** Security is perfected or lawfully waived: money may be paid out. */
export const securityReady = (state: ApplicationState): boolean => state.status === 'Contracted';
/** Whose limit it is. */
export const limitHolder = (what: ApplicationLimit): 'applicant' | 'fund' =>
  what === 'completion' ? 'applicant' : 'fund';

/** Total fold. */
export function evolveApplication(state: ApplicationState, event: LoanApplicationEvent): ApplicationState {
  if (event.type === 'LoanApplicationSubmitted') {
    const { due, ...facts } = event.data;
    return {
      ...facts,
      status: 'Submitted',
      round: 0,
      missing: [],
      returnedOnce: false,
      limit: running('check', due),
      bound: [],
      appraisers: [],
      appraisals: 0,
      votes: [],
    };
  }
  if (state.status === 'NotSubmitted') return state;
  switch (event.type) {
    case 'LoanApplicationReturned': {
      const { missing, due } = event.data;
      return {
        ...state,
        status: 'AwaitingCompletion',
        missing,
        returnedOnce: true,
        limit: running('completion', due),
      };
    }
    case 'LoanApplicationCompleted': {
      const { plan, documents, findings, round, due } = event.data;
      return {
        ...state,
        status: 'Submitted',
        ...{ plan, documents, findings, round },
        missing: [],
        limit: running('check', due),
      };
    }
    case 'LoanApplicationAccepted':
      return { ...state, status: 'UnderAppraisal', limit: running('appraisal', event.data.due) };
    case 'LoanApplicationAssigned':
      return { ...state, appraiserId: event.data.appraiserId };
    case 'LoanBondDeclared':
      return bound(state, event.data.accountId);
    case 'LoanApplicationAppraised': {
      const { appraisal: number, appraisedBy, onBehalfOf, due, ...report } = event.data;
      const { proposal, reason, terms, figures, body, policyVersion } = report;
      return {
        ...state,
        status: 'AwaitingDecision',
        findings: report.findings,
        appraisal: { number, appraisedBy, proposal, reason, terms, figures, body, policyVersion },
        appraisals: number,
        appraisers: [...new Set([...state.appraisers, appraisedBy, ...(onBehalfOf === undefined ? [] : [onBehalfOf])])],
        votes: [],
        limit: running('decision', due),
      };
    }
    case 'LoanApplicationSentBack':
      return { ...state, status: 'UnderAppraisal', votes: [], limit: running('appraisal', event.data.due) };
    case 'LoanVoteCast': {
      const { memberId, vote } = event.data;
      return { ...state, votes: [...state.votes.filter((cast) => cast.memberId !== memberId), { memberId, vote }] };
    }
    case 'LoanApplicationApproved': {
      const { terms, body, decidedOn, due } = event.data;
      return { ...state, status: 'Approved', approved: { terms, body, decidedOn }, limit: running('contract', due) };
    }
    case 'LoanApplicationRejected': {
      const { ground, reason } = event.data;
      return ended(state, 'Rejected', { ground, reason });
    }
    case 'LoanApplicationWithdrawn':
      return ended(state, 'Withdrawn', { reason: event.data.reason });
    case 'LoanApplicationLapsed':
      return ended(state, 'Lapsed', { ground: event.data.what, reason: event.data.dueOn });
    case 'LoanContractSigned': {
      const { contract, due } = event.data;
      return { ...state, status: 'ContractSigned', contract, limit: running('security', due) };
    }
    case 'LoanSecurityPerfected':
    case 'LoanSecurityWaived':
      return ended(state, 'Contracted');
    case 'LoanApplicationDeadlinePassed':
      return onLimit(state, event.data, { late: true });
    case 'LoanApplicationReminded':
      return onLimit(state, event.data, { reminded: true });
    default:
      return unreachable(event, 'event of a loan application');
  }
}

const running = (what: ApplicationLimit, due: LoanDueDate): RunningLimit => ({
  what,
  due,
  late: false,
  reminded: false,
});

/** A bound appraiser has to give it up. */
function bound(state: SubmittedApplication, accountId: string): SubmittedApplication {
  const next: SubmittedApplication = { ...state, bound: [...new Set([...state.bound, accountId])] };
  if (state.appraiserId !== accountId) return next;
  delete (next as { appraiserId?: string }).appraiserId;
  return next;
}

function ended(
  state: SubmittedApplication,
  status: 'Contracted' | 'Rejected' | 'Withdrawn' | 'Lapsed',
  outcome?: SubmittedApplication['outcome'],
): SubmittedApplication {
  const next: SubmittedApplication = { ...state, status, ...(outcome === undefined ? {} : { outcome }) };
  delete (next as { limit?: RunningLimit }).limit;
  return next;
}

function onLimit(
  state: SubmittedApplication,
  { what, dueAt }: { readonly what: ApplicationLimit; readonly dueAt: Instant },
  done: Partial<RunningLimit>,
): SubmittedApplication {
  const { limit } = state;
  if (limit === undefined || limit.what !== what || limit.due.dueAt !== dueAt) return state;
  return { ...state, limit: { ...limit, ...done } };
}
