import { applyRowFold, type Projection } from '@hoptac/projections';
import {
  DOSSIER_EVENT_TYPES,
  dossierIdOf,
  foldSummary,
  SUMMARY_COLUMNS_SQL,
  type DossierSummary,
} from '../summary/dossier-summary';

export interface PublicLookupTables {
  lookups: DossierSummary;
}

/** `dossiers.public-lookup`: where a dossier stands, by its code. Needs all events of dossiers. */
export const publicLookupProjection: Projection<PublicLookupTables> = {
  name: 'dossiers.public-lookup',
  version: 4,
  eventTypes: DOSSIER_EVENT_TYPES,
  categories: ['dossier'],
  createTables: (schema) => [
    `create table ${schema}.lookups (${SUMMARY_COLUMNS_SQL}, primary key (id))`,
    `create index lookups_by_code on ${schema}.lookups (lookup_code)`,
  ],
  apply: (events, db) =>
    applyRowFold<DossierSummary, PublicLookupTables>(
      { table: 'lookups', key: 'id', keyOf: dossierIdOf, fold: foldSummary },
      events,
      db,
    ),
};
