import { upsertRows, type Projection } from '@hoptac/projections';
import { nameKeys } from '@hoptac/rulebook';
import { ownNameOf, type OrganisationEvent } from '../../domain';

/** One registered name, in the forms in which names are compared. */
export interface NameRow {
  readonly organisation_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly form: string;
  readonly sound: string;
  /** The sound without blanks: words written together or apart. */
  readonly letters: string;
  /** Sounds without one of the additions that make no other name. */
  readonly without_addition: readonly string[];
}

export interface NameTables {
  names: NameRow;
}

/** `registry.names`: names of registered organisations for finding duplicates and likeness (L23 Art. 50). Needs the entering of organisations; groups do not count (D295 Art. 17). */
export const namesProjection: Projection<NameTables> = {
  name: 'registry.names',
  version: 2,
  oldestReadable: 2,
  eventTypes: ['OrganisationRegistered', 'OrganisationImported'] satisfies OrganisationEvent['type'][],
  categories: ['organisation'],
  createTables: (schema) => [
    `create table ${schema}.names (organisation_id text primary key, name text not null, code text, form text not null, sound text not null, letters text not null, without_addition text[] not null)`,
    `create index on ${schema}.names (form)`,
    `create index on ${schema}.names (sound)`,
    `create index on ${schema}.names (letters)`,
    `create index on ${schema}.names using gin (without_addition)`,
  ],
  apply: async (events, db) => {
    const rows = new Map<string, NameRow>();
    for (const { event } of events) {
      const entered = event as OrganisationEvent;
      if (entered.type !== 'OrganisationRegistered' && entered.type !== 'OrganisationImported') continue;
      if (entered.data.content.kind === 'cooperativeGroup') continue;
      const { organisationId, code, content } = entered.data;
      const { form, sound, letters, withoutNumber, withoutNewWord, withoutRegion } = nameKeys(ownNameOf(content.name));
      rows.set(organisationId, {
        organisation_id: organisationId,
        name: content.name,
        code: code ?? null,
        form,
        sound,
        letters,
        without_addition: [...withoutNumber, ...withoutNewWord, ...withoutRegion],
      });
    }
    await upsertRows(db, 'names', 'organisation_id', [...rows.values()]);
  },
};
