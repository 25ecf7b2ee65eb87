import type { LocalDate } from '@hoptac/kernel';
import { upsertRows, type Projection } from '@hoptac/projections';
import type { OrganisationEvent, RegisteredContent, Sealed } from '../../domain';

/** One certificate as printed (L23 Art. 45). */
export interface CertificateRow {
  readonly token: string;
  readonly number: string;
  /** Commit position of its issuing. */
  readonly issued_at: number;
  readonly organisation_id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly area_code: string;
  readonly address_line: string;
  /** Đồng. */
  readonly charter_capital: number;
  readonly representative: Sealed | null;
  readonly issued_on: LocalDate;
  readonly office_id: string;
  /** Everything that was registered, for which the token vouches. */
  readonly content: RegisteredContent;
}

export interface CertificateTables {
  certificates: CertificateRow;
}

/** `registry.certificates`: what each certificate says, by its public token. Needs the issuing of certificates. */
export const certificatesProjection: Projection<CertificateTables> = {
  name: 'registry.certificates',
  version: 3,
  oldestReadable: 3,
  eventTypes: ['OrganisationRegistered'] satisfies OrganisationEvent['type'][],
  categories: ['organisation'],
  createTables: (schema) => [
    `create table ${schema}.certificates (token text primary key, number text not null, issued_at int8 not null, organisation_id text not null, code text not null, name text not null,
      kind text not null, area_code text not null, address_line text not null, charter_capital bigint not null, representative jsonb, issued_on date not null, office_id text not null, content jsonb not null)`,
    `create index on ${schema}.certificates (organisation_id, issued_at)`,
  ],
  apply: async (events, db) => {
    const rows = events.flatMap(({ event, position }): CertificateRow[] => {
      const issued = event as OrganisationEvent;
      if (issued.type !== 'OrganisationRegistered') return [];
      const { content, ...data } = issued.data;
      return [
        {
          token: data.certificateToken,
          number: data.certificateNumber,
          issued_at: Number(position.commit),
          organisation_id: data.organisationId,
          code: data.code,
          name: content.name,
          kind: content.kind,
          area_code: content.headOffice.areaCode,
          address_line: content.headOffice.line,
          charter_capital: content.charterCapital,
          representative: content.legalRepresentative ?? null,
          issued_on: data.registeredOn,
          office_id: data.officeId,
          content,
        },
      ];
    });
    await upsertRows(db, 'certificates', 'token', rows);
  },
};
