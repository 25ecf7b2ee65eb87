import { unreachable, type Instant, type LocalDate, type RegimeId } from '@hoptac/kernel';
import type { DeadlineStep } from './deadlines';
import type { CheckResult, Defect, DossierDocument, DossierEvent, DueDate } from './dossier.events';
import type { JudgedCheck } from './examination.events';
import type { FoundingApplication } from './founding-application';

/** What every dossier knows of itself from its filing on. */
export interface DossierFacts {
  readonly dossierId: string;
  readonly caseCode: string;
  readonly regime: RegimeId;
  readonly receivingOfficeId: string;
  readonly decidingOfficeId: string;
  readonly receivedAt: Instant;
  readonly applicantId: string;
  /** The version of the present round. */
  readonly application: FoundingApplication;
  readonly documents: readonly DossierDocument[];
  /** Own names declared in any round: each may still be reserved for this dossier. */
  readonly declaredNames: readonly string[];
  /** 0 = first filing; +1 with every resubmission. */
  readonly round: number;
  /** When the office owes its decision on this round. */
  readonly due: DueDate;
  /** True once the office let `due` pass. */
  readonly late: boolean;
  readonly officerId?: string;
  /** Reminders given, levels risen, delays explained. */
  readonly deadlineSteps?: readonly DeadlineStep[];
  /** Papers (sha256) by which limits were extended. */
  readonly extensions?: readonly string[];
  /** What the stack's own checks found, and of which round. */
  readonly checks?: {
    readonly round: number;
    /** By name of the check. */
    readonly outcomes: Readonly<Record<string, CheckResult['outcome']>>;
    readonly nameReserved: boolean;
  };
  /** What people said of the check list of a round: checks by name, papers as `document:<kind>`. */
  readonly judged?: { readonly round: number; readonly outcomes: Readonly<Record<string, JudgedCheck['outcome']>> };
  readonly taxCode?: string;
  /** The tax authority's latest refusal, and the round it concerns. */
  readonly taxRefusal?: { readonly round: number; readonly reason: string };
  /** Everyone who ever judged the check list or proposed a decision here, and whom they stood in for: none of them may decide. */
  readonly examiners: readonly string[];
  /** A withdrawal that waits for the office's answer. */
  readonly withdrawal?: { readonly requestedBy: string; readonly due: DueDate; readonly late: boolean };
  /** When the head of office accepted it; absent before. */
  readonly acceptedOn?: LocalDate;
  /** The result of the closed case went out on paper. */
  readonly handedOver?: true;
}

export interface Proposal {
  readonly examinedBy: string;
  /** The person stood in for. */
  readonly onBehalfOf?: string;
  readonly decision: 'grant' | 'refuse';
}

/** A founding dossier — hồ sơ đăng ký thành lập (L23 Art. 41–44), as far as decisions need to know it. */
export type DossierState =
  | { readonly status: 'NotFiled' }
  | (DossierFacts & { readonly status: 'UnderExamination' })
  | (DossierFacts & {
      readonly status: 'AwaitingCorrection';
      readonly defects: readonly Defect[];
      readonly correctionDue: DueDate;
    })
  | (DossierFacts & { readonly status: 'AwaitingDecision'; readonly proposal: Proposal })
  | (DossierFacts & { readonly status: 'Granted'; readonly decidedOn: LocalDate })
  | (DossierFacts & { readonly status: 'Registered'; readonly organisationId: string })
  | (DossierFacts & { readonly status: 'Refused' })
  | (DossierFacts & { readonly status: 'Lapsed' })
  | (DossierFacts & { readonly status: 'Withdrawn' });

export type DossierStatus = DossierState['status'];
export type FiledDossier = Exclude<DossierState, { status: 'NotFiled' }>;
/** In one of these the office may still decide: the dossier is not yet accepted. */
export type OpenDossier = Extract<
  DossierState,
  { status: 'UnderExamination' | 'AwaitingCorrection' | 'AwaitingDecision' }
>;

const CLOSED: ReadonlySet<DossierStatus> = new Set(['Registered', 'Refused', 'Lapsed', 'Withdrawn']);

/** Nothing more is decided on a closed dossier; its result may still be handed over. */
export const isClosed = (state: DossierState): boolean => CLOSED.has(state.status);

/** A certificate or a refusal lies ready for whoever filed. */
export const hasResult = (state: DossierState): boolean => state.status === 'Registered' || state.status === 'Refused';

export const isFiled = (state: DossierState): state is FiledDossier => state.status !== 'NotFiled';

/** Total fold: every event, in every state, without judging it. An event before the filing leaves nothing to change. */
export function evolve(state: DossierState, event: DossierEvent): DossierState {
  if (event.type === 'DossierFiled') return filed(event.data);
  if (state.status === 'NotFiled') return state;
  switch (event.type) {
    case 'DossierChecked':
      return {
        ...state,
        checks: {
          round: event.data.round,
          outcomes: outcomes(event.data.results),
          nameReserved: event.data.nameReserved,
        },
      };
    case 'DossierAssigned':
      return { ...state, officerId: event.data.officerId };
    case 'DossierReleased':
      return withoutOfficer(state);
    case 'DossierChecksConfirmed':
      return judged(state, event.data);
    case 'DossierProposalRecalled':
      return { ...facts(state), status: 'UnderExamination' };
    case 'DossierCorrectionRequested':
      return {
        ...facts(state),
        status: 'AwaitingCorrection',
        defects: event.data.defects,
        correctionDue: event.data.due,
      };
    case 'DossierResubmitted':
      return resubmitted(facts(state), event.data);
    case 'DossierExamined':
      return {
        ...facts(state),
        status: 'AwaitingDecision',
        proposal: {
          examinedBy: event.data.examinedBy,
          ...(event.data.onBehalfOf === undefined ? {} : { onBehalfOf: event.data.onBehalfOf }),
          decision: event.data.proposal,
        },
        examiners: distinct([...state.examiners, event.data.examinedBy, ...optional(event.data.onBehalfOf)]),
      };
    case 'DossierReturned':
      return { ...facts(state), status: 'UnderExamination' };
    case 'DossierTaxCodeReceived':
      return { ...state, taxCode: event.data.taxCode };
    case 'DossierTaxCodeRefused':
      return { ...state, taxRefusal: event.data };
    case 'DossierDeadlinePassed':
      if (event.data.what === 'decision') return { ...state, late: true };
      return state.withdrawal ? { ...state, withdrawal: { ...state.withdrawal, late: true } } : state;
    case 'DossierReminded': {
      const { what, dueAt, to, scheduledAt, remindedAt } = event.data;
      return withStep(state, { kind: 'reminded', what, dueAt, to, scheduledAt, remindedAt });
    }
    case 'DossierEscalated': {
      const { what, dueAt, level } = event.data;
      return withStep(state, { kind: 'escalated', what, dueAt, level });
    }
    case 'DossierDeadlineExtended': {
      const { what, to, paper } = event.data;
      const extended = { ...state, extensions: [...(state.extensions ?? []), paper] };
      if (what === 'decision') return { ...extended, due: to };
      return state.withdrawal ? { ...extended, withdrawal: { ...state.withdrawal, due: to } } : extended;
    }
    case 'DossierDeadlineSuspended':
      return suspended(state, event.data);
    case 'DossierDelayExplained': {
      const { what, dueAt } = event.data;
      return withStep(state, { kind: 'explained', what, dueAt });
    }
    case 'DossierWithdrawalRequested':
      return { ...state, withdrawal: { requestedBy: event.data.requestedBy, due: event.data.due, late: false } };
    case 'DossierWithdrawalRefused':
      return withoutWithdrawal(state);
    case 'DossierWithdrawn':
      return { ...withoutWithdrawal(facts(state)), status: 'Withdrawn' };
    case 'DossierGranted':
      return {
        ...facts(state),
        status: 'Granted',
        decidedOn: event.data.decidedOn,
        acceptedOn: event.data.decidedOn,
      };
    case 'DossierRefused':
      return { ...facts(state), status: 'Refused' };
    case 'DossierLapsed':
      return { ...withoutWithdrawal(facts(state)), status: 'Lapsed' };
    case 'DossierCertificateIssued':
      return { ...facts(state), status: 'Registered', organisationId: event.data.organisationId };
    case 'DossierResultHandedOver':
      return { ...state, handedOver: true };
    default:
      return unreachable(event, 'dossier event');
  }
}

type Data<Type extends DossierEvent['type']> = Extract<DossierEvent, { type: Type }>['data'];

function filed({ application, ...data }: Data<'DossierFiled'>): DossierState {
  return {
    status: 'UnderExamination',
    dossierId: data.dossierId,
    caseCode: data.caseCode,
    regime: data.regime,
    receivingOfficeId: data.receivingOfficeId,
    decidingOfficeId: data.decidingOfficeId,
    receivedAt: data.receivedAt,
    applicantId: data.applicantId,
    application,
    documents: data.documents,
    declaredNames: [application.ownName],
    round: 0,
    due: data.due,
    late: false,
    examiners: [],
  };
}

/** What is left of the limit runs on: nobody is late with it. */
function suspended(state: FiledDossier, { what, to }: Data<'DossierDeadlineSuspended'>): FiledDossier {
  if (what === 'decision') return { ...state, due: to, late: false };
  if (what === 'withdrawal')
    return state.withdrawal ? { ...state, withdrawal: { ...state.withdrawal, due: to, late: false } } : state;
  return state.status === 'AwaitingCorrection' ? { ...state, correctionDue: to } : state;
}

function resubmitted(before: DossierFacts, data: Data<'DossierResubmitted'>): DossierState {
  return {
    ...before,
    status: 'UnderExamination',
    application: data.application,
    documents: data.documents,
    declaredNames: distinct([...before.declaredNames, data.application.ownName]),
    round: data.round,
    due: data.due,
    late: false,
  };
}

function judged(
  state: FiledDossier,
  { round, checks, confirmedBy, onBehalfOf }: Data<'DossierChecksConfirmed'>,
): FiledDossier {
  const before = state.judged?.round === round ? state.judged.outcomes : {};
  return {
    ...state,
    judged: { round, outcomes: { ...before, ...outcomes(checks) } },
    examiners: distinct([...state.examiners, confirmedBy, ...optional(onBehalfOf)]),
  };
}

/** What only one status knows. */
const OF_ONE_STATUS: ReadonlySet<string> = new Set([
  'status',
  'defects',
  'correctionDue',
  'proposal',
  'decidedOn',
  'organisationId',
]);

/** The facts alone, without what only the present status knows. */
const facts = (state: FiledDossier): DossierFacts =>
  Object.fromEntries(Object.entries(state).filter(([field]) => !OF_ONE_STATUS.has(field))) as unknown as DossierFacts;

const withStep = (state: FiledDossier, step: DeadlineStep): FiledDossier => ({
  ...state,
  deadlineSteps: [...(state.deadlineSteps ?? []), step],
});

function withoutWithdrawal<S extends DossierFacts>(state: S): S {
  const rest = { ...state };
  delete (rest as { withdrawal?: unknown }).withdrawal;
  return rest;
}

function withoutOfficer(state: FiledDossier): FiledDossier {
  const rest = { ...state };
  delete (rest as { officerId?: unknown }).officerId;
  return rest;
}

const outcomes = <O>(
  results: readonly { readonly check: string; readonly outcome: O }[],
): Readonly<Record<string, O>> => Object.fromEntries(results.map(({ check, outcome }) => [check, outcome]));
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const optional = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
