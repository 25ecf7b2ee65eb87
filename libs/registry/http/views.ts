import type { LocalDate } from '@hoptac/kernel';
import type { OrganisationRow } from '../read-models/organisations/organisations.tables';
import type { Plain } from './plain';
import type { CertificateRow } from '../read-models/certificates/certificates.projection';
import type { IssuedCertificate, OrganisationLine, OrganisationPage } from './organisations.dto';

type Present<T extends object> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what is null: absent in JSON, not null. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>;
}

export function lineOf(row: OrganisationRow): Plain<OrganisationLine> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    legalStatus: row.legal_status,
    areaCode: row.area_code,
    addressLine: row.address_line,
    officeId: row.office_id,
    ...present({
      code: row.code,
      registeredOn: row.registered_on,
      charterCapital: row.charter_capital,
      officialMembers: row.official_members,
    }),
  };
}

export function certificateOf(row: CertificateRow, current: string | null): IssuedCertificate {
  const { number, token, issued_on: issuedOn, office_id: officeId } = row;
  return { number, token, issuedOn, officeId, stands: number === current ? 'inForce' : 'replaced' };
}

/** What stands beside an organisation's own row. */
type Beside = Pick<OrganisationPage, 'asOf' | 'certificates' | 'statuses' | 'representativeName' | 'publication'>;

/** Late: published after its limit, or not published and the limit is over. */
export function publicationOf(row: OrganisationRow, today: LocalDate): Pick<OrganisationPage, 'publication'> {
  const { publication_due_on: dueOn, published_on: from, published_until: to } = row;
  if (dueOn === null) return {};
  return { publication: { dueOn, ...present({ from, to }), late: (from ?? today) > dueOn } };
}

export function pageOf(row: OrganisationRow, beside: Beside): Plain<OrganisationPage> {
  return {
    ...lineOf(row),
    revision: row.revision,
    capitalContributingAffiliates: row.capital_affiliates,
    nonContributingAffiliates: row.other_affiliates,
    businessLines: row.business_lines,
    gaps: row.gaps,
    ...present({
      foreignName: row.foreign_name,
      abbreviation: row.abbreviation,
      phone: row.phone,
      email: row.email,
      sector: row.sector,
      dossierId: row.dossier_id,
      certificateNumber: row.certificate_number,
      provenance: row.provenance,
    }),
    ...beside,
  };
}
