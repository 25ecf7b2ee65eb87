import type { LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { Injectable } from '@nestjs/common';
import type { BusinessLine, LegalStatus } from '../domain';
import { OrganisationList, type PageRequest } from '../read-models/organisations/organisation-list';
import type { OrganisationRow } from '../read-models/organisations/organisations.tables';

/** What anyone may read of an organisation, free of charge (D295 Art. 29). */
export interface PublicOrganisation {
  readonly id: string;
  readonly code?: string;
  readonly kind: OrganisationRow['kind'];
  readonly name: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly areaCode: string;
  readonly addressLine: string;
  readonly businessLines: readonly BusinessLine[];
  readonly legalStatus: LegalStatus;
  readonly registeredOn?: LocalDate;
  /** First and last day of its publication (L23 Art. 49); absent for what was never published here. */
  readonly published?: { readonly from: LocalDate; readonly to: LocalDate };
  readonly officeId: string;
  /** Absent in lists, where the register names nobody, and once the person was erased. */
  readonly representativeName?: string;
}

export interface PublicOrganisationPage {
  readonly items: readonly PublicOrganisation[];
  /** Opaque; present when there is more. */
  readonly next?: string;
}

type Paging = Pick<PageRequest, 'limit'> & { readonly cursor?: string | undefined };

/** The register as the public reads it — tra cứu tổ chức đăng ký, công bố nội dung đăng ký (L23 Art. 49; D295 Art. 29). */
@Injectable()
export class PublicRegister {
  constructor(
    private readonly organisations: OrganisationList,
    private readonly vault: PersonVault,
  ) {}

  /** By words of name, abbreviation or code, accents or not; all must be found. */
  async search(text: string, { limit, cursor }: Paging): Promise<PublicOrganisationPage> {
    const page = await this.organisations.page({ text }, { limit, ...(cursor === undefined ? {} : { cursor }) });
    return { ...page, items: page.items.map(publicOf) };
  }

  /** Those whose registration is published on a day, the newest first. */
  async publishedOn(day: LocalDate, { limit, cursor }: Paging): Promise<PublicOrganisationPage> {
    const page = await this.organisations.publishedOn(day, { limit, ...(cursor === undefined ? {} : { cursor }) });
    return { ...page, items: page.items.map(publicOf) };
  }

  /** By code, or by id for one that an old register gave no code; undefined when there is none. */
  async find(codeOrId: string): Promise<PublicOrganisation | undefined> {
    const row = (await this.organisations.findByCode(codeOrId)) ?? (await this.organisations.find(codeOrId));
    if (row === undefined) return undefined;
    const person = row.representative === null ? null : await this.vault.open(row.representative);
    const name = person?.['fullName'];
    return { ...publicOf(row), ...(typeof name === 'string' ? { representativeName: name } : {}) };
  }
}

const publicOf = (row: OrganisationRow): PublicOrganisation => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  areaCode: row.area_code,
  addressLine: row.address_line,
  businessLines: row.business_lines,
  legalStatus: row.legal_status,
  officeId: row.office_id,
  ...(row.code === null ? {} : { code: row.code }),
  ...(row.foreign_name === null ? {} : { foreignName: row.foreign_name }),
  ...(row.abbreviation === null ? {} : { abbreviation: row.abbreviation }),
  ...(row.registered_on === null ? {} : { registeredOn: row.registered_on }),
  ...(row.published_on === null || row.published_until === null
    ? {}
    : { published: { from: row.published_on, to: row.published_until } }),
});
