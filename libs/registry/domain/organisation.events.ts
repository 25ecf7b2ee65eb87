import type { Dong, DomainEvent, Instant, LocalDate, OrganisationKind } from '@hoptac/kernel';

/** A personal-data record encrypted with its person's own key (see `@hoptac/personal-data`); unreadable once the key is destroyed. */
export interface Sealed {
  /** Whose key: an id of ours, never an identity number. */
  readonly personId: string;
  /** Version, nonce, ciphertext and tag, base64url. */
  readonly box: string;
}

/** Head office — trụ sở chính (L23 Art. 45). `areaCode` is the commune of the dated area tree. */
export interface Address {
  readonly areaCode: string;
  /** Hamlet, number, street. */
  readonly line: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
}

/** Business line — ngành, nghề kinh doanh: level-4 code of the Vietnamese industry system (D295 Art. 13). */
export interface BusinessLine {
  readonly code: string;
  readonly detail?: string;
  readonly main: boolean;
}

/** Where an imported fact comes from. */
export interface Provenance {
  readonly importId: string;
  readonly file: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  /** SHA-256 of the row's cells, hex. */
  readonly rowHash: string;
}

/** Legal statuses of the national registry — tình trạng pháp lý (D295 Art. 27). */
export type LegalStatus =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'NOT_AT_ADDRESS'
  | 'REVOKED_TAX'
  | 'DISSOLVING'
  | 'TERMINATING'
  | 'BANKRUPTCY'
  | 'ENDED'
  | 'TERMINATED';

/** What the register says of an organisation; members are counted here and named in sealed form only. */
export interface RegisteredContent {
  readonly kind: OrganisationKind;
  /** Full name with its type words, e.g. `Hợp tác xã Nông nghiệp Tân Phú`. */
  readonly name: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly headOffice: Address;
  readonly businessLines: readonly BusinessLine[];
  readonly charterCapital: Dong;
  readonly officialMembers: number;
  readonly capitalContributingAffiliates: number;
  readonly nonContributingAffiliates: number;
  readonly legalRepresentative?: Sealed;
}

/** Certificate issued; the organisation exists from this day — cấp Giấy chứng nhận đăng ký (L23 Art. 42.4, 45; D295 Art. 34). */
export type OrganisationRegistered = DomainEvent<
  'OrganisationRegistered',
  {
    organisationId: string;
    /** Code, equal to the tax code, never reused — mã số (L23 Art. 46; D295 Art. 14). */
    code: string;
    content: RegisteredContent;
    registeredOn: LocalDate;
    officeId: string;
    dossierId: string;
    certificateNumber: string;
    /** Public token printed as QR on the certificate. */
    certificateToken: string;
    /** Keyed fingerprint of the representative's identity number; absent in facts of before, and where none was declared. */
    representativeFingerprint?: string;
    /** Last day on which it may be published first; absent in facts of before. */
    publicationDueOn?: LocalDate;
  }
>;

/** Taken over from a register kept elsewhere; says what that register said, no more. */
export type OrganisationImported = DomainEvent<
  'OrganisationImported',
  {
    organisationId: string;
    /** Absent when the old register shows none. */
    code?: string;
    content: Omit<RegisteredContent, 'businessLines' | 'charterCapital' | 'officialMembers'> & {
      businessLines: readonly BusinessLine[];
      charterCapital?: Dong;
      officialMembers?: number;
    };
    /** Sector word of the old register, e.g. `agriculture`. */
    sector?: string;
    registeredOn?: LocalDate;
    legalStatus: LegalStatus;
    officeId: string;
    provenance: Provenance;
    /** Fields that the old register leaves empty or illegible. */
    gaps: readonly string[];
    /** Keyed fingerprint of the representative's identity number, where the old register shows one. */
    representativeFingerprint?: string;
  }
>;

/** The head office's area code changed only because boundaries did; no duty of the organisation (D295 Art. 47.2). */
export type OrganisationAreaReassigned = DomainEvent<
  'OrganisationAreaReassigned',
  {
    organisationId: string;
    fromAreaCode: string;
    toAreaCode: string;
    officeId: string;
    effectiveOn: LocalDate;
    ground: string;
  }
>;

/** What the certificate says and the business lines are published on the system for everybody to read — công bố nội dung đăng ký (L23 Art. 49). */
export type OrganisationPublished = DomainEvent<
  'OrganisationPublished',
  {
    organisationId: string;
    publishedOn: LocalDate;
    /** Last of the days in a row on which it is published; later it is found by look-up. */
    publishedUntil: LocalDate;
    /** Last day on which the law wanted it published first. */
    dueOn: LocalDate;
    /** It came after that day. */
    late: boolean;
    article: string;
  }
>;

export type OrganisationEvent =
  OrganisationRegistered | OrganisationImported | OrganisationAreaReassigned | OrganisationPublished;

/** Stream `organisationName-<sha256 of the own name's comparison form>`: one holder at a time, nationwide (L23 Art. 50). */
export type OrganisationNameReserved = DomainEvent<
  'OrganisationNameReserved',
  {
    name: string;
    kind: OrganisationKind;
    holder: { type: 'dossier' | 'organisation'; id: string };
    reservedAt: Instant;
  }
>;
export type OrganisationNameReleased = DomainEvent<
  'OrganisationNameReleased',
  { name: string; holderId: string; reason: string }
>;
export type OrganisationNameEvent = OrganisationNameReserved | OrganisationNameReleased;

/** Stream `organisationCode-<code>`: the code belongs to this organisation for good (L23 Art. 46; D295 Art. 14). */
export type OrganisationCodeAssigned = DomainEvent<
  'OrganisationCodeAssigned',
  { code: string; organisationId: string; assignedAt: Instant }
>;
