import { applyRowFold, type Projection } from '@hoptac/projections';
import { draftDecider, draftDefinition, type DraftEvent, type DraftState } from '../../domain';

interface DraftRow {
  readonly id: string;
  readonly owner_id: string;
  readonly status: DraftState['status'];
  readonly opened_at: string;
  /** Day on which it will be deleted, once its owner was reminded. */
  readonly expires_on: string | null;
  readonly state: DraftState;
}

export interface DraftsTables {
  drafts: DraftRow;
}

/** `dossiers.drafts`: whose drafts there are. Needs the lives of drafts; contents are read from their own streams. */
export const draftsProjection: Projection<DraftsTables> = {
  name: 'dossiers.drafts',
  version: 1,
  eventTypes: Object.keys(draftDefinition.versions),
  categories: [draftDefinition.category],
  createTables: (schema) => [
    `create table ${schema}.drafts (id text primary key, owner_id text not null, status text not null, opened_at text not null, expires_on date, state jsonb not null)`,
    `create index drafts_of_owner on ${schema}.drafts (owner_id, opened_at) where status = 'Open'`,
  ],
  apply: (events, db) =>
    applyRowFold<DraftRow, DraftsTables>(
      {
        table: 'drafts',
        key: 'id',
        keyOf: ({ stream }) => stream.slice(stream.indexOf('-') + 1),
        fold: (row, { event, metadata }) => {
          const state = draftDecider.evolve(row?.state ?? draftDecider.initialState(), event as DraftEvent);
          if (state.status === 'None') return row;
          return {
            id: state.draftId,
            owner_id: state.ownerId,
            status: state.status,
            opened_at: row?.opened_at ?? metadata.occurredAt,
            expires_on: state.status === 'Open' ? (state.expiresOn ?? null) : null,
            state,
          };
        },
      },
      events,
      db,
    ),
};
