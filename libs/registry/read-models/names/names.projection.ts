import { upsertRows, type Projection } from '@hoptac/projections';
import { comparisonForm, nameSounds, ownNameOf, type OrganisationEvent } from '../../domain';

/** One registered name, in the forms in which names are compared. */
export interface NameRow {
  readonly organisation_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly form: string;
  readonly sound: string;
  readonly without_addition: readonly string[];
}

export interface NameTables {
  names: NameRow;
}

/** `registry.names`: names of registered organisations for finding duplicates and likeness (L23 Art. 50). Needs the entering of organisations; groups do not count (D295 Art. 17). */
export const namesProjection: Projection<NameTables> = {
  name: 'registry.names',
  version: 1,
  eventTypes: ['OrganisationRegistered', 'OrganisationImported'] satisfies OrganisationEvent['type'][],
  categories: ['organisation'],
  createTables: (schema) => [
    `create table ${schema}.names (organisation_id text primary key, name text not null, code text, form text not null, sound text not null, without_addition text[] not null)`,
    `create index on ${schema}.names (form)`,
    `create index on ${schema}.names (sound)`,
    `create index on ${schema}.names using gin (without_addition)`,
  ],
  apply: async (events, db) => {
    const rows = new Map<string, NameRow>();
    for (const { event } of events) {
      const entered = event as OrganisationEvent;
      if (entered.type === 'OrganisationAreaReassigned' || entered.data.content.kind === 'cooperativeGroup') continue;
      const { organisationId, code, content } = entered.data;
      const own = ownNameOf(content.name);
      const { sound, withoutAddition } = nameSounds(own);
      rows.set(organisationId, {
        organisation_id: organisationId,
        name: content.name,
        code: code ?? null,
        form: comparisonForm(own),
        sound,
        without_addition: withoutAddition,
      });
    }
    await upsertRows(db, 'names', 'organisation_id', [...rows.values()]);
  },
};
