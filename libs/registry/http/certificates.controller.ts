import { AsOfText, Chronicle, type MomentView } from '@hoptac/chronicle';
import { Public } from '@hoptac/identity';
import { notFound } from '@hoptac/kernel';
import { LookupLimited } from '@hoptac/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { CertificateVerification } from '../application/certificate-verification';
import type { LegalStatus } from '../domain';
import type { Plain } from './plain';

/** What a certificate says and whether it stands (L23 Art. 45; D295 Art. 29). */
export class CertificateAnswer {
  @ApiProperty({ enum: ['inForce', 'replaced'], description: 'Còn hiệu lực, hoặc đã được thay thế.' })
  readonly stands!: 'inForce' | 'replaced';
  @ApiProperty() readonly number!: string;
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly kind!: string;
  @ApiProperty() readonly name!: string;
  @ApiPropertyOptional() readonly foreignName?: string;
  @ApiPropertyOptional() readonly abbreviation?: string;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty() readonly addressLine!: string;
  @ApiProperty({ description: 'Đồng.' }) readonly charterCapital!: number;
  @ApiPropertyOptional({ description: 'Legal representative; absent once the person was erased.' })
  readonly representativeName?: string;
  @ApiProperty({ example: '2026-11-26' }) readonly issuedOn!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiProperty({ description: 'Legal status today, or at the moment asked for.' }) readonly legalStatus!: LegalStatus;
  @ApiProperty({ description: 'When this was looked up.' }) readonly checkedAt!: string;
  @ApiPropertyOptional({ type: Object, description: 'The moment asked for: position and instant.' })
  readonly asOf?: MomentView;
}

class CertificateQuery {
  @AsOfText()
  asOf?: string;
}

/** Verification by the token of the QR code, for anyone — xác thực Giấy chứng nhận. */
@ApiTags('public')
@Controller('api/certificates')
export class CertificatesController {
  constructor(
    private readonly verification: CertificateVerification,
    private readonly chronicle: Chronicle,
  ) {}

  @Get(':token')
  @Public()
  @LookupLimited()
  @ApiOperation({ operationId: 'verifyCertificate', summary: 'What the certificate says, and whether it stands' })
  @ApiOkResponse({ type: CertificateAnswer })
  async verify(@Param('token') token: string, @Query() query: CertificateQuery): Promise<Plain<CertificateAnswer>> {
    const finding = await this.verification.verify(token, await this.chronicle.moment(query.asOf));
    if (finding === undefined) throw notFound('REGISTRY.CERTIFICATE_NOT_FOUND', 'There is no such certificate');
    return finding;
  }
}
