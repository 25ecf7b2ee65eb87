import {
  applyVersionedFold,
  VERSIONED_COLUMNS_SQL,
  versionedIndexesSql,
  type Projection,
  type Versioned,
} from '@hoptac/projections';
import {
  DOSSIER_EVENT_TYPES,
  dossierIdOf,
  foldSummary,
  SUMMARY_COLUMNS_SQL,
  type DossierSummary,
} from '../summary/dossier-summary';

export interface QueueTables {
  queue: DossierSummary & Versioned;
}

/** `dossiers.queue`: every dossier of every office, in versions, so that a list can be asked as of any position. Needs all events of dossiers. */
export const queueProjection: Projection<QueueTables> = {
  name: 'dossiers.queue',
  version: 4,
  eventTypes: DOSSIER_EVENT_TYPES,
  categories: ['dossier'],
  createTables: (schema) => [
    `create table ${schema}.queue (${SUMMARY_COLUMNS_SQL}, ${VERSIONED_COLUMNS_SQL})`,
    ...versionedIndexesSql('queue', 'id').map((index) => index.replace(' on queue ', ` on ${schema}.queue `)),
    `create index queue_of_office on ${schema}.queue (deciding_office_id, closed, sort_key, id) where valid_to is null`,
    `create index queue_of_results on ${schema}.queue (deciding_office_id, sort_key, id) where valid_to is null and result_owed`,
    `create index queue_of_officer on ${schema}.queue (officer_id, closed, sort_key, id) where valid_to is null`,
    `create index queue_of_receiver on ${schema}.queue (receiving_office_id, closed, sort_key, id) where valid_to is null`,
  ],
  apply: (events, db) =>
    applyVersionedFold<DossierSummary, QueueTables>(
      { table: 'queue', key: 'id', keyOf: dossierIdOf, fold: foldSummary },
      events,
      db,
    ),
};
