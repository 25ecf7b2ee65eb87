import type { LocalDate, OrganisationKind } from '@hoptac/kernel';
import type { BusinessLine, LegalStatus, Provenance, Sealed } from '../../domain';
import type { Versioned } from '@hoptac/projections';

/** One version of what the register says of an organisation. */
export interface OrganisationRow {
  readonly id: string;
  /** Revision of its stream that made this version. */
  readonly revision: number;
  readonly code: string | null;
  readonly name: string;
  /** Name, abbreviation, foreign name and code without accents, lower case, a blank before every word. */
  readonly search: string;
  readonly kind: OrganisationKind;
  readonly foreign_name: string | null;
  readonly abbreviation: string | null;
  readonly area_code: string;
  readonly address_line: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly office_id: string;
  readonly legal_status: LegalStatus;
  readonly sector: string | null;
  readonly registered_on: LocalDate | null;
  /** Đồng. */
  readonly charter_capital: number | null;
  readonly official_members: number | null;
  readonly capital_affiliates: number;
  readonly other_affiliates: number;
  readonly business_lines: readonly BusinessLine[];
  /** Level-4 code of the main business line. */
  readonly main_line: string | null;
  readonly representative: Sealed | null;
  readonly dossier_id: string | null;
  readonly certificate_number: string | null;
  /** Last day on which the law wants it published first; null where nobody has to. */
  readonly publication_due_on: LocalDate | null;
  readonly published_on: LocalDate | null;
  readonly published_until: LocalDate | null;
  readonly provenance: Provenance | null;
  readonly gaps: readonly string[];
}

export interface OrganisationTables {
  organisations: OrganisationRow & Versioned;
}
