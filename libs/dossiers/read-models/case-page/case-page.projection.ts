import type { Recorded } from '@hoptac/kernel';
import { appendRows, applyRowFold, type Projection } from '@hoptac/projections';
import { evolve, type DossierEvent, type DossierState } from '../../domain';
import { DOSSIER_EVENT_TYPES, dossierIdOf } from '../summary/dossier-summary';
import { foldPapers, NO_PAPERS, type CasePapers } from './case-papers';

/** One case: its folded state, and what pages show beside it. */
export interface CaseRow {
  readonly id: string;
  readonly revision: number;
  readonly state: DossierState;
  readonly papers: CasePapers;
}

/** One line of a case's timeline; data of persons stays out. */
export interface CaseEntryRow {
  readonly dossier_id: string;
  readonly revision: number;
  /** Commit position, decimal text. */
  readonly position: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly done_by: {
    readonly personId: string;
    readonly role: string;
    readonly officeId?: string;
    readonly onBehalfOf?: string;
  };
  readonly legal_basis: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CasePageTables {
  cases: CaseRow;
  entries: CaseEntryRow;
}

/** `dossiers.case-page`: the whole of one case and its timeline. Needs all events of dossiers. */
export const casePageProjection: Projection<CasePageTables> = {
  name: 'dossiers.case-page',
  version: 4,
  eventTypes: DOSSIER_EVENT_TYPES,
  categories: ['dossier'],
  createTables: (schema) => [
    `create table ${schema}.cases (id text primary key, revision integer not null, state jsonb not null, papers jsonb not null)`,
    `create table ${schema}.entries (dossier_id text not null, revision integer not null, position text not null, type text not null, occurred_at text not null,
      done_by jsonb not null, legal_basis jsonb not null, data jsonb not null, primary key (dossier_id, revision))`,
  ],
  apply: async (events, db) => {
    await applyRowFold<CaseRow, CasePageTables>(
      { table: 'cases', key: 'id', keyOf: dossierIdOf, fold: foldCase },
      events,
      db,
    );
    await appendRows(db, 'entries', events.map(entryOf));
  },
};

/** The case after the event; also for a case as it stood earlier, folded from its stream. */
export function foldCase(before: CaseRow | undefined, recorded: Recorded): CaseRow {
  const event = recorded.event as DossierEvent;
  return {
    id: dossierIdOf(recorded),
    revision: recorded.revision,
    state: evolve(before?.state ?? { status: 'NotFiled' }, event),
    papers: foldPapers(before?.papers ?? NO_PAPERS, before?.state, recorded),
  };
}

function entryOf(recorded: Recorded): CaseEntryRow {
  const event = recorded.event as DossierEvent;
  // What was declared stands on the page itself; a timeline needs only that it was.
  const data =
    event.type === 'DossierFiled' || event.type === 'DossierResubmitted' ? { due: event.data.due } : event.data;
  return {
    dossier_id: dossierIdOf(recorded),
    revision: recorded.revision,
    position: recorded.position.commit.toString(),
    type: event.type,
    occurred_at: recorded.metadata.occurredAt,
    done_by: recorded.metadata.recordedBy,
    legal_basis: recorded.metadata.legalBasis ?? [],
    data: data,
  };
}
