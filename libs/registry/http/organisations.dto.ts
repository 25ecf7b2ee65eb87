import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { OrganisationKind } from '@hoptac/kernel';
import { PageQuery } from '@hoptac/platform';
import type { BusinessLine, LegalStatus, Provenance } from '../domain';

const KINDS = ['cooperative', 'cooperativeUnion', 'cooperativeGroup'];
const STATUSES = [
  'ACTIVE',
  'SUSPENDED',
  'NOT_AT_ADDRESS',
  'REVOKED_TAX',
  'DISSOLVING',
  'TERMINATING',
  'BANKRUPTCY',
  'ENDED',
  'TERMINATED',
];

/** Filters of the register; the same for the list and its count. */
export class OrganisationQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Words of name, abbreviation or code; accents may be left out.',
    example: 'tan phu',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: OrganisationKind;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  legalStatus?: LegalStatus;

  @ApiPropertyOptional({ description: 'Province, district or commune; everything within it.', example: '91' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9]{1,16}$/)
  area?: string;

  @ApiPropertyOptional({ example: 'office-91001' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  office?: string;

  @ApiPropertyOptional({ description: 'As the register stood at this commit position.', example: '123456' })
  @IsOptional()
  @Matches(/^\d{1,15}$/)
  asOf?: string;
}

/** One line of the register. */
export class OrganisationLine {
  @ApiProperty() readonly id!: string;
  @ApiPropertyOptional({ example: '1700123456' }) readonly code?: string;
  @ApiProperty({ example: 'Hợp tác xã Nông nghiệp Tân Phú' }) readonly name!: string;
  @ApiProperty({ enum: KINDS }) readonly kind!: OrganisationKind;
  @ApiProperty({ enum: STATUSES }) readonly legalStatus!: LegalStatus;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty() readonly addressLine!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiPropertyOptional({ example: '2026-11-26' }) readonly registeredOn?: string;
  @ApiPropertyOptional({ description: 'Đồng.' }) readonly charterCapital?: number;
  @ApiPropertyOptional() readonly officialMembers?: number;
}

/** All that the register says of one organisation. */
export class OrganisationPage extends OrganisationLine {
  @ApiProperty({ description: 'Revision of its stream.' }) readonly revision!: number;
  @ApiPropertyOptional() readonly foreignName?: string;
  @ApiPropertyOptional() readonly abbreviation?: string;
  @ApiPropertyOptional() readonly phone?: string;
  @ApiPropertyOptional() readonly email?: string;
  @ApiPropertyOptional() readonly sector?: string;
  @ApiProperty() readonly capitalContributingAffiliates!: number;
  @ApiProperty() readonly nonContributingAffiliates!: number;
  @ApiProperty({ isArray: true, type: Object }) readonly businessLines!: readonly BusinessLine[];
  @ApiPropertyOptional({
    description: 'Name of the legal representative (L23 Art. 45); absent when none is known or the person was erased.',
  })
  readonly representativeName?: string;
  @ApiPropertyOptional() readonly dossierId?: string;
  @ApiPropertyOptional() readonly certificateNumber?: string;
  @ApiPropertyOptional({ type: Object }) readonly provenance?: Provenance;
  @ApiProperty({ isArray: true, type: String }) readonly gaps!: readonly string[];
}

export class OrganisationListAnswer {
  @ApiProperty({ type: [OrganisationLine] }) readonly items!: readonly OrganisationLine[];
  @ApiProperty({ description: 'How many the filter finds in all.' }) readonly total!: number;
  @ApiPropertyOptional({ description: 'Cursor of the next page.' }) readonly next?: string;
  @ApiProperty({ description: 'False when `after` was not reached in time: the list may be behind.' })
  readonly current!: boolean;
}
