import { applyRowFold, type Projection } from '@hoptac/projections';
import {
  DOSSIER_EVENT_TYPES,
  dossierIdOf,
  foldSummary,
  SUMMARY_COLUMNS_SQL,
  type DossierSummary,
} from '../summary/dossier-summary';

export interface MyDossiersTables {
  my_dossiers: DossierSummary;
}

/** `dossiers.my-dossiers`: an applicant's own dossiers. Needs all events of dossiers. */
export const myDossiersProjection: Projection<MyDossiersTables> = {
  name: 'dossiers.my-dossiers',
  version: 4,
  eventTypes: DOSSIER_EVENT_TYPES,
  categories: ['dossier'],
  createTables: (schema) => [
    `create table ${schema}.my_dossiers (${SUMMARY_COLUMNS_SQL}, primary key (id))`,
    `create index my_dossiers_of_applicant on ${schema}.my_dossiers (applicant_id, sort_key, id)`,
  ],
  apply: (events, db) =>
    applyRowFold<DossierSummary, MyDossiersTables>(
      { table: 'my_dossiers', key: 'id', keyOf: dossierIdOf, fold: foldSummary },
      events,
      db,
    ),
};
