import { unreachable, type Instant, type LocalDate, type Recorded } from '@hoptac/kernel';
import type {
  CheckResult,
  Defect,
  DossierEvent,
  DossierState,
  DueDate,
  FoundingApplication,
  JudgedCheck,
} from '../../domain';

/** One correction notice and its answer. */
export interface NoticePaper {
  readonly round: number;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly defects: readonly Defect[];
  readonly due: DueDate;
  readonly answeredAt?: Instant;
}

/** What a case page shows that no decision needs. */
export interface CasePapers {
  readonly checks: readonly CheckResult[];
  readonly checkedAt?: Instant;
  /** What people said of the check list of the present round, item by item; the latest word on each. */
  readonly judgements: readonly (JudgedCheck & { readonly by: string; readonly at: Instant })[];
  readonly notices: readonly NoticePaper[];
  /** Latest proposal, with why; stays readable after it was sent back. */
  readonly proposal?: {
    readonly decision: 'grant' | 'refuse';
    readonly by: string;
    readonly at: Instant;
    readonly ground?: string;
    readonly reason?: string;
  };
  readonly returned?: { readonly by: string; readonly at: Instant; readonly reason: string };
  readonly refusal?: {
    readonly by: string;
    readonly on: LocalDate;
    readonly ground: string;
    readonly reason: string;
    readonly article: string;
  };
  readonly grant?: { readonly by: string; readonly on: LocalDate };
  readonly withdrawal?: {
    readonly reason: string;
    readonly at: Instant;
    readonly outcome?: 'accepted' | 'refused';
    readonly refusedBecause?: string;
  };
  /** Why the office was late, and by when it meant to answer; the latest last. */
  readonly delays: readonly {
    readonly what: string;
    readonly dueOn: LocalDate;
    readonly reason: string;
    readonly answerBy?: LocalDate;
    readonly by: string;
    readonly at: Instant;
  }[];
  readonly certificate?: {
    readonly organisationId: string;
    readonly code: string;
    readonly number: string;
    readonly token: string;
    readonly issuedOn: LocalDate;
  };
  readonly handedOver?: {
    readonly at: Instant;
    readonly form: 'atDesk' | 'post';
    readonly to: 'applicant' | 'authorisedPerson';
  };
  /** The version before the present one, to be read beside it. */
  readonly previousApplication?: FoundingApplication;
}

export const NO_PAPERS: CasePapers = { checks: [], judgements: [], notices: [], delays: [] };

/** The papers after the event; `before` is the state before it. */
export function foldPapers(papers: CasePapers, before: DossierState | undefined, recorded: Recorded): CasePapers {
  const event = recorded.event as DossierEvent;
  const at = recorded.metadata.occurredAt;
  switch (event.type) {
    case 'DossierChecked':
      return { ...papers, checks: event.data.results, checkedAt: at };
    case 'DossierChecksConfirmed': {
      const { checks, confirmedBy } = event.data;
      const kept = papers.judgements.filter(({ check }) => !checks.some((said) => said.check === check));
      return { ...papers, judgements: [...kept, ...checks.map((said) => ({ ...said, by: confirmedBy, at }))] };
    }
    case 'DossierCorrectionRequested': {
      const { round, defects, requestedBy, due } = event.data;
      return { ...papers, notices: [...papers.notices, { round, requestedAt: at, requestedBy, defects, due }] };
    }
    case 'DossierResubmitted': {
      const notices = papers.notices.map((notice, place) =>
        place === papers.notices.length - 1 ? { ...notice, answeredAt: at } : notice,
      );
      const previous =
        before === undefined || before.status === 'NotFiled' ? {} : { previousApplication: before.application };
      return { ...papers, notices, ...previous, checks: [], judgements: [] };
    }
    case 'DossierExamined': {
      const { examinedBy, proposal, ground, reason } = event.data;
      const why = { ...(ground === undefined ? {} : { ground }), ...(reason === undefined ? {} : { reason }) };
      return { ...papers, proposal: { decision: proposal, by: examinedBy, at, ...why } };
    }
    case 'DossierReturned':
      return { ...papers, returned: { by: event.data.returnedBy, at, reason: event.data.reason } };
    case 'DossierDelayExplained': {
      const { what, dueOn, reason, answerBy, explainedBy } = event.data;
      const delay = { what, dueOn, reason, ...(answerBy === undefined ? {} : { answerBy }), by: explainedBy, at };
      return { ...papers, delays: [...papers.delays, delay] };
    }
    case 'DossierRefused': {
      const { decidedBy, decidedOn, ground, reason, article } = event.data;
      return { ...papers, refusal: { by: decidedBy, on: decidedOn, ground, reason, article } };
    }
    case 'DossierGranted':
      return { ...papers, grant: { by: event.data.decidedBy, on: event.data.decidedOn } };
    case 'DossierWithdrawalRequested':
      return { ...papers, withdrawal: { reason: event.data.reason, at } };
    case 'DossierWithdrawn':
      return papers.withdrawal ? { ...papers, withdrawal: { ...papers.withdrawal, outcome: 'accepted' } } : papers;
    case 'DossierWithdrawalRefused':
      return papers.withdrawal
        ? { ...papers, withdrawal: { ...papers.withdrawal, outcome: 'refused', refusedBecause: event.data.reason } }
        : papers;
    case 'DossierCertificateIssued': {
      const { organisationId, code, certificateNumber, certificateToken, issuedOn } = event.data;
      return {
        ...papers,
        certificate: { organisationId, code, number: certificateNumber, token: certificateToken, issuedOn },
      };
    }
    case 'DossierResultHandedOver':
      return { ...papers, handedOver: { at, form: event.data.form, to: event.data.to } };
    case 'DossierFiled':
    case 'DossierAssigned':
    case 'DossierReleased':
    case 'DossierReminded':
    case 'DossierDeadlineExtended':
    case 'DossierDeadlineSuspended':
    case 'DossierEscalated':
    case 'DossierProposalRecalled':
    case 'DossierLapsed':
    case 'DossierTaxCodeReceived':
    case 'DossierTaxCodeRefused':
    case 'DossierDeadlinePassed':
      return papers;
    default:
      return unreachable(event, 'dossier event');
  }
}
