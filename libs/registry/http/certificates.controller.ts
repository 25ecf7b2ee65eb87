import { Public } from '@hoptac/identity';
import { CLOCK, notFound, type Clock } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { LegalStatus } from '../domain';
import { CertificateBook } from '../read-models/certificates/certificate-book';
import { OrganisationList } from '../read-models/organisations/organisation-list';
import type { Plain } from './plain';

/** What a certificate says and whether it stands (L23 Art. 45; D295 Art. 29). */
export class CertificateAnswer {
  @ApiProperty({ enum: ['inForce', 'replaced'], description: 'Còn hiệu lực, hoặc đã được thay thế.' })
  readonly stands!: 'inForce' | 'replaced';
  @ApiProperty() readonly number!: string;
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty() readonly addressLine!: string;
  @ApiProperty({ description: 'Đồng.' }) readonly charterCapital!: number;
  @ApiPropertyOptional({ description: 'Legal representative; absent once the person was erased.' })
  readonly representativeName?: string;
  @ApiProperty({ example: '2026-11-26' }) readonly issuedOn!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiProperty({ description: 'Legal status today.' }) readonly legalStatus!: LegalStatus;
  @ApiProperty({ description: 'When this was looked up.' }) readonly checkedAt!: string;
}

/** Verification by the token of the QR code, for anyone — xác thực Giấy chứng nhận. */
@ApiTags('public')
@Controller('api/certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateBook,
    private readonly organisations: OrganisationList,
    private readonly vault: PersonVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Public()
  @ApiOperation({ operationId: 'verifyCertificate', summary: 'What the certificate says, and whether it stands' })
  @ApiOkResponse({ type: CertificateAnswer })
  async verify(@Param('token') token: string): Promise<Plain<CertificateAnswer>> {
    const certificate = await this.certificates.find(token);
    const organisation = certificate && (await this.organisations.find(certificate.organisation_id));
    if (certificate === undefined || organisation === undefined) throw unknown();
    const representative =
      certificate.representative === null ? null : await this.vault.open(certificate.representative);
    const name = representative?.['fullName'];
    return {
      stands: organisation.certificate_number === certificate.number ? 'inForce' : 'replaced',
      number: certificate.number,
      code: certificate.code,
      name: certificate.name,
      areaCode: certificate.area_code,
      addressLine: certificate.address_line,
      charterCapital: certificate.charter_capital,
      issuedOn: certificate.issued_on,
      officeId: certificate.office_id,
      legalStatus: organisation.legal_status,
      checkedAt: this.clock.now(),
      ...(typeof name === 'string' ? { representativeName: name } : {}),
    };
  }
}

const unknown = () => notFound('REGISTRY.CERTIFICATE_NOT_FOUND', 'There is no such certificate');
