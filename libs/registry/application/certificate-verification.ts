import { momentView, type Moment, type MomentView } from '@hoptac/chronicle';
import { CLOCK, type Clock, type Instant, type LocalDate } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { Inject, Injectable } from '@nestjs/common';
import type { LegalStatus, RegisteredContent } from '../domain';
import { CertificateBook } from '../read-models/certificates/certificate-book';
import { OrganisationList } from '../read-models/organisations/organisation-list';
import { certificateToken } from './certificate-token';

/** What a certificate says, and whether it stands: all of it may be told to anyone (L23 Art. 45; D295 Art. 29). */
export interface CertificateFinding {
  /** In force, or replaced by a later certificate. */
  readonly stands: 'inForce' | 'replaced';
  readonly number: string;
  readonly code: string;
  readonly kind: RegisteredContent['kind'];
  readonly name: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly areaCode: string;
  readonly addressLine: string;
  /** Đồng. */
  readonly charterCapital: number;
  /** Legal representative; absent once the person was erased. */
  readonly representativeName?: string;
  readonly issuedOn: LocalDate;
  readonly officeId: string;
  /** Legal status today, or at the moment asked for. */
  readonly legalStatus: LegalStatus;
  readonly checkedAt: Instant;
  readonly asOf?: MomentView;
}

/** Verification of a certificate by the token of its QR code — xác thực Giấy chứng nhận. */
@Injectable()
export class CertificateVerification {
  constructor(
    private readonly certificates: CertificateBook,
    private readonly organisations: OrganisationList,
    private readonly vault: PersonVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Undefined for a token that no certificate carries, or carried at the moment asked for. */
  async verify(token: string, moment?: Moment): Promise<CertificateFinding | undefined> {
    const certificate = await this.certificates.find(token);
    const organisation = certificate && (await this.organisations.find(certificate.organisation_id, moment?.position));
    if (certificate === undefined || organisation === undefined) return undefined;
    if (moment !== undefined && BigInt(certificate.issued_at) > moment.position) return undefined;
    const { organisation_id: organisationId, number, content } = certificate;
    // A row that says other lines than its token was made from is nobody's certificate.
    if (certificateToken(this.vault, { organisationId, number, content }) !== token) return undefined;
    const representative =
      certificate.representative === null ? null : await this.vault.open(certificate.representative);
    const name = representative?.['fullName'];
    return {
      stands: organisation.certificate_number === certificate.number ? 'inForce' : 'replaced',
      number: certificate.number,
      code: certificate.code,
      kind: content.kind,
      name: certificate.name,
      ...(content.foreignName === undefined ? {} : { foreignName: content.foreignName }),
      ...(content.abbreviation === undefined ? {} : { abbreviation: content.abbreviation }),
      areaCode: certificate.area_code,
      addressLine: certificate.address_line,
      charterCapital: certificate.charter_capital,
      issuedOn: certificate.issued_on,
      officeId: certificate.office_id,
      legalStatus: organisation.legal_status,
      checkedAt: this.clock.now(),
      ...(moment === undefined ? {} : { asOf: momentView(moment) }),
      ...(typeof name === 'string' ? { representativeName: name } : {}),
    };
  }
}
