import { searchText, type LocalDate, type Recorded } from '@hoptac/kernel';
import { appendRows, applyRowFold, type Projection } from '@hoptac/projections';
import {
  applicationDefinition,
  evolveApplication,
  isEnded,
  type ApplicationLimit,
  type ApplicationState,
  type LoanApplicationEvent,
  type SubmittedApplication,
} from '../../domain';
import { foldTrail, NO_TRAIL, type ApplicationTrail } from './application-trail';

/** Whose turn it is. */
export type ApplicationTurn = 'applicant' | 'officer' | 'appraiser' | 'director' | 'council' | 'board';

/** One application: what lists show, its folded state, and its trail. No personal data but sealed. */
export interface ApplicationRow {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly fund_id: string;
  readonly office_id: string;
  readonly applicant_id: string;
  readonly borrower_name: string;
  readonly borrower_kind: string;
  readonly organisation_id: string | null;
  readonly project: string;
  readonly amount: number;
  readonly status: string;
  readonly closed: boolean;
  readonly waiting_for: ApplicationTurn | null;
  readonly appraiser_id: string | null;
  readonly due_what: ApplicationLimit | null;
  readonly due_on: LocalDate | null;
  readonly late: boolean;
  readonly submitted_at: string;
  readonly changed_at: string;
  /** Name, project and code without accents. */
  readonly search: string;
  /** The earliest limit first, then what has none. */
  readonly sort_key: string;
  readonly state: ApplicationState;
  readonly trail: ApplicationTrail;
}

/** One line of an application's timeline; plan and terms stand on the page itself. */
export interface ApplicationEntryRow {
  readonly application_id: string;
  readonly revision: number;
  /** Commit position, decimal text. */
  readonly position: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly done_by: { readonly personId: string; readonly role: string; readonly officeId?: string };
  readonly legal_basis: readonly string[];
}

export interface ApplicationTables {
  applications: ApplicationRow;
  entries: ApplicationEntryRow;
}

const NO_LIMIT = '9999';
const idOf = ({ stream }: Recorded): string => stream.slice(stream.indexOf('-') + 1);

/** `support-fund.applications`: every application, for its page, its applicant and the fund's queue. Needs all events of applications. */
export const applicationsProjection: Projection<ApplicationTables> = {
  name: 'support-fund.applications',
  version: 1,
  eventTypes: Object.keys(applicationDefinition.versions),
  categories: [applicationDefinition.category],
  createTables: (schema) => [
    `create table ${schema}.applications (id text primary key, revision integer not null, code text not null, fund_id text not null, office_id text not null,
      applicant_id text not null, borrower_name text not null, borrower_kind text not null, organisation_id text, project text not null, amount int8 not null,
      status text not null, closed boolean not null, waiting_for text, appraiser_id text, due_what text, due_on date, late boolean not null,
      submitted_at text not null, changed_at text not null, search text not null, sort_key text not null, state jsonb not null, trail jsonb not null)`,
    `create index applications_of_office on ${schema}.applications (office_id, closed, sort_key, id)`,
    `create index applications_of_applicant on ${schema}.applications (applicant_id, sort_key, id)`,
    `create table ${schema}.entries (application_id text not null, revision integer not null, position text not null, type text not null,
      occurred_at text not null, done_by jsonb not null, legal_basis jsonb not null, primary key (application_id, revision))`,
  ],
  apply: async (events, db) => {
    await applyRowFold<ApplicationRow, ApplicationTables>(
      { table: 'applications', key: 'id', keyOf: idOf, fold: foldApplication },
      events,
      db,
    );
    await appendRows(db, 'entries', events.map(entryOf));
  },
};

function foldApplication(before: ApplicationRow | undefined, recorded: Recorded): ApplicationRow | undefined {
  const state = evolveApplication(before?.state ?? { status: 'NotSubmitted' }, recorded.event as LoanApplicationEvent);
  if (state.status === 'NotSubmitted') return before;
  const { code, borrower, plan, limit } = state;
  const amount = state.contract?.amount ?? state.approved?.terms.amount ?? plan.requestedAmount;
  return {
    id: state.applicationId,
    revision: recorded.revision,
    code,
    fund_id: state.fundId,
    office_id: state.officeId,
    applicant_id: state.applicantId,
    borrower_name: borrower.name,
    borrower_kind: borrower.kind,
    organisation_id: borrower.organisationId ?? null,
    project: plan.project,
    amount,
    status: state.status,
    closed: isEnded(state),
    waiting_for: turnOf(state) ?? null,
    appraiser_id: state.appraiserId ?? null,
    due_what: limit?.what ?? null,
    due_on: limit?.due.dueOn ?? null,
    late: limit?.late ?? false,
    submitted_at: state.submittedAt,
    changed_at: recorded.metadata.occurredAt,
    search: searchText(`${borrower.name} ${plan.project} ${code}`),
    sort_key: `${limit?.due.dueAt ?? NO_LIMIT}/${code}`,
    state,
    trail: foldTrail(before?.trail ?? NO_TRAIL, recorded),
  };
}

/** Who moves it on; nobody once it has ended. */
export function turnOf({ status, appraiserId, appraisal }: SubmittedApplication): ApplicationTurn | undefined {
  switch (status) {
    case 'AwaitingCompletion':
      return 'applicant';
    case 'Submitted':
    case 'ContractSigned':
      return 'officer';
    case 'UnderAppraisal':
      return appraiserId === undefined ? 'officer' : 'appraiser';
    case 'AwaitingDecision':
      return appraisal!.body;
    case 'Approved':
      return 'director';
    default:
      return undefined;
  }
}

function entryOf(recorded: Recorded): ApplicationEntryRow {
  const { personId, role, officeId } = recorded.metadata.recordedBy;
  return {
    application_id: idOf(recorded),
    revision: recorded.revision,
    position: recorded.position.commit.toString(),
    type: recorded.event.type,
    occurred_at: recorded.metadata.occurredAt,
    done_by: { personId, role, ...(officeId === undefined ? {} : { officeId }) },
    legal_basis: recorded.metadata.legalBasis ?? [],
  };
}
