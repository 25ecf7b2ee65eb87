import { AsOfText, type MomentView } from '@hoptac/chronicle';
import { isLocalDate, type LocalDate, type OrganisationKind } from '@hoptac/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';
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

/** A whole number of đồng. */
const Dong = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(0),
    Max(Number.MAX_SAFE_INTEGER),
  );
/** A day that exists. */
const Day = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLocalDate',
    validator: { validate: (value) => isLocalDate(value as string), defaultMessage: () => '$property is not a day' },
  });

/** Filters of the register; the same for the list, its count and its export. */
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

  @ApiPropertyOptional({ description: 'Sector word of a register that was taken over.', example: 'agriculture' })
  @IsOptional()
  @Matches(/^[A-Za-z][A-Za-z-]{0,39}$/)
  sector?: string;

  @ApiPropertyOptional({ description: 'Main business line, or the beginning of its code.', example: '01' })
  @IsOptional()
  @Matches(/^\d{1,5}$/)
  line?: string;

  @ApiPropertyOptional({ description: 'Charter capital from, đồng.', example: 100000000 })
  @Dong()
  capitalFrom?: number;

  @ApiPropertyOptional({ description: 'Charter capital to, đồng, included.', example: 500000000 })
  @Dong()
  capitalTo?: number;

  @ApiPropertyOptional({ description: 'Registered on or after this day.', example: '2020-01-01' })
  @IsOptional()
  @Day()
  registeredFrom?: LocalDate;

  @ApiPropertyOptional({ description: 'Registered on or before this day.', example: '2020-12-31' })
  @IsOptional()
  @Day()
  registeredTo?: LocalDate;

  @AsOfText()
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

/** One certificate of an organisation (L23 Art. 45). */
export interface IssuedCertificate {
  readonly number: string;
  readonly token: string;
  readonly issuedOn: string;
  readonly officeId: string;
  readonly stands: 'inForce' | 'replaced';
}

/** When what was registered was published, and by when it had to be (L23 Art. 49). */
export interface Publication {
  readonly dueOn: string;
  readonly from?: string;
  readonly to?: string;
  readonly late: boolean;
}

/** All that the register says of one organisation. */
export class OrganisationPage extends OrganisationLine {
  @ApiPropertyOptional({ type: Object, description: 'The moment asked for: position and instant.' })
  readonly asOf?: MomentView;
  @ApiProperty({ isArray: true, type: Object, description: 'Certificates issued, the newest first.' })
  readonly certificates!: readonly IssuedCertificate[];
  @ApiProperty({ isArray: true, type: Object, description: 'Legal statuses in order, each with its beginning.' })
  readonly statuses!: readonly {
    readonly legalStatus: LegalStatus;
    readonly position: string;
    readonly since?: string;
  }[];
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
  @ApiPropertyOptional({
    type: Object,
    description:
      'Publication of what was registered: its limit, its days once it is published, and whether it is or was late.',
  })
  readonly publication?: Publication;
  @ApiPropertyOptional({ type: Object }) readonly provenance?: Provenance;
  @ApiProperty({ isArray: true, type: String }) readonly gaps!: readonly string[];
}

export class OrganisationListAnswer {
  @ApiProperty({ type: [OrganisationLine] }) readonly items!: readonly OrganisationLine[];
  @ApiProperty({ description: 'How many the filter finds in all.' }) readonly total!: number;
  @ApiProperty({ description: 'There are more than `total`; they are not counted further.' })
  readonly totalIsMore!: boolean;
  @ApiPropertyOptional({ type: Object, description: 'The moment asked for: position and instant.' })
  readonly asOf?: MomentView;
  @ApiPropertyOptional({ description: 'Cursor of the next page.' }) readonly next?: string;
  @ApiProperty({ description: 'False when `after` was not reached in time: the list may be behind.' })
  readonly current!: boolean;
}
