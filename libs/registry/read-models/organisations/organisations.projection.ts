import { searchText, type Recorded } from '@hoptac/kernel';
import { applyVersionedFold, VERSIONED_COLUMNS_SQL, type Projection } from '@hoptac/projections';
import type { OrganisationEvent, OrganisationImported, OrganisationRegistered } from '../../domain';
import type { OrganisationRow, OrganisationTables } from './organisations.tables';

/**
 * `registry.organisations`: what the register says of every organisation, in versions.
 * Needs the entering of organisations (registered, imported) and every change of what is shown.
 */
export const organisationsProjection: Projection<OrganisationTables> = {
  name: 'registry.organisations',
  version: 3,
  oldestReadable: 3,
  eventTypes: [
    'OrganisationRegistered',
    'OrganisationImported',
    'OrganisationAreaReassigned',
    'OrganisationPublished',
  ] satisfies OrganisationEvent['type'][],
  categories: ['organisation'],
  createTables: (schema) => [
    `create table ${schema}.organisations (
      id text not null, revision integer not null, ${VERSIONED_COLUMNS_SQL},
      code text, name text not null, search text not null, kind text not null, foreign_name text, abbreviation text,
      area_code text not null, address_line text not null, phone text, email text, office_id text not null,
      legal_status text not null, sector text, registered_on date, charter_capital bigint,
      official_members integer, capital_affiliates integer not null, other_affiliates integer not null,
      business_lines jsonb not null, main_line text, representative jsonb, dossier_id text, certificate_number text, publication_due_on date, published_on date, published_until date,
      provenance jsonb, gaps jsonb not null,
      primary key (id, valid_from))`,
    ...INDEXES.map((columns) => `create index on ${schema}.organisations ${columns}`),
    trigramIndexWherePossible(schema),
  ],
  apply: (events, db) =>
    applyVersionedFold<OrganisationRow, OrganisationTables>(
      { table: 'organisations', key: 'id', keyOf: (recorded) => eventOf(recorded).data.organisationId, fold },
      events,
      db,
    ),
};

/**
 * Of all versions, so that one set serves now and any earlier moment: there is hardly more than one version of an organisation. A filter that leaves few is
 * found by its own index and sorted; one that leaves many is met at once by walking the names in order.
 */
const INDEXES = [
  '(search, id)',
  '(id) where valid_to is null',
  '(code)',
  '(dossier_id) where dossier_id is not null',
  '(area_code, search, id)',
  '(office_id)',
  '(kind)',
  '(legal_status)',
  '(sector)',
  '(main_line text_pattern_ops)',
  '(charter_capital)',
  '(registered_on)',
  '(published_on) where published_on is not null and valid_to is null',
  '(valid_to, valid_from)',
];

/** `pg_trgm` makes `like '% word%'` fast; a PostgreSQL without it, or a role that may not create it, searches by reading. */
function trigramIndexWherePossible(schema: string): string {
  return `do $$ begin
    create extension if not exists pg_trgm schema public;
    execute 'create index on ${schema}.organisations using gin (search public.gin_trgm_ops)';
  exception when others then raise notice 'searching without pg_trgm: %', sqlerrm;
  end $$`;
}

const eventOf = ({ event }: Recorded): OrganisationEvent => event as OrganisationEvent;

function fold(before: OrganisationRow | undefined, recorded: Recorded): OrganisationRow | undefined {
  const event = eventOf(recorded);
  const { revision } = recorded;
  switch (event.type) {
    case 'OrganisationRegistered':
      return registered(event.data, revision);
    case 'OrganisationImported':
      return imported(event.data, revision);
    case 'OrganisationPublished': {
      const { publishedOn: published_on, publishedUntil: published_until, dueOn } = event.data;
      return before && { ...before, revision, published_on, published_until, publication_due_on: dueOn };
    }
    case 'OrganisationAreaReassigned':
      return before && { ...before, revision, area_code: event.data.toAreaCode, office_id: event.data.officeId };
  }
}

type Content = OrganisationImported['data']['content'];

function registered(data: OrganisationRegistered['data'], revision: number): OrganisationRow {
  return {
    ...contentColumns(data.content, data.code),
    id: data.organisationId,
    revision,
    code: data.code,
    office_id: data.officeId,
    legal_status: 'ACTIVE',
    sector: null,
    registered_on: data.registeredOn,
    dossier_id: data.dossierId,
    certificate_number: data.certificateNumber,
    publication_due_on: data.publicationDueOn ?? null,
    published_on: null,
    published_until: null,
    provenance: null,
    gaps: [],
  };
}

function imported(data: OrganisationImported['data'], revision: number): OrganisationRow {
  return {
    ...contentColumns(data.content, data.code),
    id: data.organisationId,
    revision,
    code: data.code ?? null,
    office_id: data.officeId,
    legal_status: data.legalStatus,
    sector: data.sector ?? null,
    registered_on: data.registeredOn ?? null,
    dossier_id: null,
    certificate_number: null,
    publication_due_on: null,
    published_on: null,
    published_until: null,
    provenance: data.provenance,
    gaps: data.gaps,
  };
}

function contentColumns(content: Content, code: string | undefined) {
  return {
    name: content.name,
    search: ` ${searchText([content.name, content.abbreviation, content.foreignName, code].filter(Boolean).join(' '))}`,
    kind: content.kind,
    foreign_name: content.foreignName ?? null,
    abbreviation: content.abbreviation ?? null,
    area_code: content.headOffice.areaCode,
    address_line: content.headOffice.line,
    phone: content.headOffice.phone ?? null,
    email: content.headOffice.email ?? null,
    charter_capital: content.charterCapital ?? null,
    official_members: content.officialMembers ?? null,
    capital_affiliates: content.capitalContributingAffiliates,
    other_affiliates: content.nonContributingAffiliates,
    business_lines: content.businessLines,
    main_line: content.businessLines.find(({ main }) => main)?.code ?? null,
    representative: content.legalRepresentative ?? null,
  };
}
