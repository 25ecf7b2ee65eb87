import { searchText, type LocalDate, type OrganisationKind, type Recorded } from '@hoptac/kernel';
import { fullName } from '@hoptac/registry/domain';
import {
  comparableCaseCode,
  dossierDefinition,
  isClosed,
  escalationLevel,
  evolve,
  remindedAt,
  hasResult,
  type DossierEvent,
  type EscalationLevel,
  type DossierState,
  type FiledDossier,
  type DossierStatus,
} from '../../domain';

/** What every list of dossiers shows of one; no personal data. Instants are ISO text. */
export interface DossierSummary {
  readonly id: string;
  /** Revision of the stream that this row has seen. */
  readonly revision: number;
  readonly case_code: string;
  /** The code as people may type it. */
  readonly lookup_code: string;
  readonly name: string;
  /** Name and code without accents, lower case. */
  readonly search: string;
  readonly kind: OrganisationKind;
  readonly receiving_office_id: string;
  readonly deciding_office_id: string;
  readonly applicant_id: string;
  readonly officer_id: string | null;
  readonly status: DossierStatus;
  readonly closed: boolean;
  readonly round: number;
  readonly received_at: string;
  readonly changed_at: string;
  /** Whose limit runs: the office's decision, or the applicant's answer; null when none does. */
  readonly due_what: 'decision' | 'correction' | null;
  readonly due_on: LocalDate | null;
  readonly due_at: string | null;
  readonly due_to_confirm: boolean;
  /** The office let a limit of this round pass. */
  readonly late: boolean;
  /** With its officer, or how far a late case has risen. */
  readonly level: 'officer' | EscalationLevel;
  /** When somebody was last reminded of a limit that still runs. */
  readonly reminded_at: string | null;
  /** Day by which a withdrawal must be answered; null when none is asked for. */
  readonly withdrawal_due_on: LocalDate | null;
  /** Who moves it on; null once nothing is owed. */
  readonly waiting_for: WaitingFor | null;
  /** Closed with a result that was asked for on paper and has not been handed over. */
  readonly result_owed: boolean;
  /** Place in the list: the earliest limit that runs, then what has none. */
  readonly sort_key: string;
  /** Folded state without its bulk, so that the next event finds it. */
  readonly state: DossierState;
}

/** Whose turn it is. */
export type WaitingFor = 'officer' | 'head' | 'applicant' | 'taxAuthority' | 'registry' | 'clerk';

/** Every event of a dossier. */
export const DOSSIER_EVENT_TYPES: readonly string[] = Object.keys(dossierDefinition.versions);

export const dossierIdOf = ({ stream }: Recorded): string => stream.slice(stream.indexOf('-') + 1);

const NO_LIMIT = '9999';

/** Columns of a summary, for `create table`. */
export const SUMMARY_COLUMNS_SQL = `id text not null, revision integer not null, case_code text not null, lookup_code text not null, name text not null, search text not null, kind text not null,
  receiving_office_id text not null, deciding_office_id text not null, applicant_id text not null, officer_id text,
  status text not null, closed boolean not null, round integer not null, received_at text not null, changed_at text not null,
  due_what text, due_on date, due_at text, due_to_confirm boolean not null, late boolean not null, level text not null, reminded_at text, withdrawal_due_on date, waiting_for text, result_owed boolean not null, sort_key text not null, state jsonb not null`;

/** The summary after the event, by the decider's own fold. */
export function foldSummary(before: DossierSummary | undefined, recorded: Recorded): DossierSummary | undefined {
  const state = evolve(before?.state ?? { status: 'NotFiled' }, recorded.event as DossierEvent);
  if (state.status === 'NotFiled') return before;
  const name = fullName(state.application.kind, state.application.ownName);
  const running = runningLimit(state);
  const withdrawal = isClosed(state) ? undefined : state.withdrawal;
  const limits = [running?.due.dueAt, withdrawal?.due.dueAt].filter((limit) => limit !== undefined).sort();
  return {
    id: state.dossierId,
    revision: recorded.revision,
    case_code: state.caseCode,
    lookup_code: comparableCaseCode(state.caseCode),
    name,
    search: searchText(`${name} ${state.caseCode}`),
    kind: state.application.kind,
    receiving_office_id: state.receivingOfficeId,
    deciding_office_id: state.decidingOfficeId,
    applicant_id: state.applicantId,
    officer_id: state.officerId ?? null,
    status: state.status,
    closed: isClosed(state),
    round: state.round,
    received_at: state.receivedAt,
    changed_at: recorded.metadata.occurredAt,
    due_what: running?.what ?? null,
    due_on: running?.due.dueOn ?? null,
    due_at: running?.due.dueAt ?? null,
    due_to_confirm: running?.due.toConfirm ?? false,
    late: state.late || withdrawal?.late === true,
    level: escalationLevel(state),
    reminded_at: remindedAt(state) ?? null,
    withdrawal_due_on: withdrawal?.due.dueOn ?? null,
    waiting_for: waitingFor(state) ?? null,
    result_owed: resultOwed(state),
    sort_key: `${limits[0] ?? NO_LIMIT}/${state.caseCode}`,
    state: withoutBulk(state),
  };
}

/** Members, lines and papers stand on the case page; a list that keeps every version must not keep them too. */
function withoutBulk(state: FiledDossier): DossierState {
  const { checks, ...listed } = { ...state, application: listedOf(state.application), documents: [] };
  delete (listed as { judged?: unknown }).judged;
  return { ...listed, ...(checks === undefined ? {} : { checks: { ...checks, outcomes: {} } }) };
}

function listedOf(application: FiledDossier['application']): FiledDossier['application'] {
  const listed = { ...application, members: [], businessLines: [] };
  delete listed.elected;
  delete listed.beneficialOwners;
  return listed;
}

function runningLimit(state: DossierState) {
  if (state.status === 'AwaitingCorrection') return { what: 'correction', due: state.correctionDue } as const;
  if (state.status === 'UnderExamination' || state.status === 'AwaitingDecision')
    return { what: 'decision', due: state.due } as const;
  return undefined;
}

/** A result goes out on paper unless it was asked for electronically (D295 Art. 19). */
const resultOwed = (state: FiledDossier): boolean =>
  hasResult(state) && !state.handedOver && state.application.delivery?.form !== 'electronic';

function waitingFor(state: FiledDossier): WaitingFor | undefined {
  switch (state.status) {
    case 'UnderExamination':
      return state.withdrawal ? 'head' : 'officer';
    case 'AwaitingCorrection':
      return state.withdrawal ? 'head' : 'applicant';
    case 'AwaitingDecision':
      return state.taxCode === undefined && state.proposal.decision === 'grant' && !state.withdrawal
        ? 'taxAuthority'
        : 'head';
    case 'Granted':
      return 'registry';
    case 'Registered':
    case 'Refused':
      return resultOwed(state) ? 'clerk' : undefined;
    case 'Lapsed':
    case 'Withdrawn':
      return undefined;
  }
}
