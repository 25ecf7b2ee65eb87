import { upsertRows, type Projection } from '@hoptac/projections';
import type { LegalStatus, OrganisationEvent } from '../../domain';

/** What binds an organisation to a code and to a person. */
export interface BindingRow {
  readonly organisation_id: string;
  readonly name: string;
  readonly code: string | null;
  readonly legal_status: LegalStatus;
  readonly representative_fingerprint: string | null;
}

export interface BindingTables {
  bindings: BindingRow;
}

/** `registry.bindings`: who has which code, and who represents whom, by keyed fingerprint of the identity number (L23 Art. 11, 46). */
export const bindingsProjection: Projection<BindingTables> = {
  name: 'registry.bindings',
  version: 1,
  eventTypes: ['OrganisationRegistered', 'OrganisationImported'] satisfies OrganisationEvent['type'][],
  categories: ['organisation'],
  createTables: (schema) => [
    `create table ${schema}.bindings (organisation_id text primary key, name text not null, code text, legal_status text not null, representative_fingerprint text)`,
    `create index on ${schema}.bindings (code) where code is not null`,
    `create index on ${schema}.bindings (representative_fingerprint) where representative_fingerprint is not null`,
  ],
  apply: async (events, db) => {
    const rows = new Map<string, BindingRow>();
    for (const { event } of events) {
      const entered = event as OrganisationEvent;
      if (entered.type !== 'OrganisationRegistered' && entered.type !== 'OrganisationImported') continue;
      const { organisationId, code, content, representativeFingerprint } = entered.data;
      rows.set(organisationId, {
        organisation_id: organisationId,
        name: content.name,
        code: code ?? null,
        legal_status: entered.type === 'OrganisationImported' ? entered.data.legalStatus : 'ACTIVE',
        representative_fingerprint: representativeFingerprint ?? null,
      });
    }
    await upsertRows(db, 'bindings', 'organisation_id', [...rows.values()]);
  },
};
