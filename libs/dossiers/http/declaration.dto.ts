import { Group, Groups } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { BeneficialOwnerDto, ConferenceDto, DeliveryDto, ElectedDto, TaxRegistrationDto } from './founding-parts.dto';
import { PersonDto } from './person.dto';

const MOST_MEMBERS = 2_000;
const MOST_ELECTED = 100;
const MOST_LINES = 200;
const MOST_DOCUMENTS = 50;

/** Head office — trụ sở chính. */
export class AddressDto {
  @ApiProperty({ description: 'Commune of the area tree.', example: '91001' })
  @Matches(/^[A-Za-z0-9]{1,16}$/)
  areaCode!: string;

  @ApiProperty({ description: 'Hamlet, number, street.', example: 'Ấp Tân Phú 1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  line!: string;

  @ApiPropertyOptional({ example: '0297 3812 345' })
  @IsOptional()
  @Matches(/^[0-9+(). -]{6,20}$/)
  phone?: string;

  @ApiPropertyOptional({ example: 'htx.tanphu@example.vn' })
  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string;

  @ApiPropertyOptional({ example: 'https://htxtanphu.example.vn' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(200)
  website?: string;
}

/** Business line — ngành, nghề: level-4 code. */
export class BusinessLineDto {
  @ApiProperty({ example: '0111' })
  @IsString()
  @Matches(/^[0-9A-Z]{1,8}$/)
  code!: string;

  @ApiPropertyOptional({ example: 'Trồng lúa chất lượng cao' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  detail?: string;

  @ApiProperty({ description: 'Exactly one line is the main one.' })
  @IsBoolean()
  main!: boolean;
}

/** A member: with the person, or naming one declared in the version before. */
export class MemberDto {
  @ApiPropertyOptional({ type: PersonDto })
  @ValidateIf((member: MemberDto) => member.personId === undefined || member.person !== undefined)
  @IsDefined()
  @Group(() => PersonDto)
  person?: PersonDto;

  @ApiPropertyOptional({ description: 'On resubmission: the member as declared before.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,64}$/)
  personId?: string;

  @ApiProperty({ enum: ['official', 'capitalContributing', 'nonContributing'] })
  @IsIn(['official', 'capitalContributing', 'nonContributing'])
  memberKind!: 'official' | 'capitalContributing' | 'nonContributing';

  @ApiProperty({ description: 'Đồng.', example: 40_000_000 })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  contribution!: number;

  @ApiPropertyOptional({ description: 'Code of the member cooperative, for a union.', example: '1700123456' })
  @IsOptional()
  @Matches(/^\d{10}$/)
  organisationCode?: string;

  @ApiPropertyOptional({ description: 'True for the one legal representative.' })
  @IsOptional()
  @IsBoolean()
  legalRepresentative?: boolean;
}

/** What is asked to be registered — nội dung giấy đề nghị (L23 Art. 43). */
export class ApplicationDto {
  @ApiProperty({ enum: ['cooperative', 'cooperativeUnion'] })
  @IsIn(['cooperative', 'cooperativeUnion'])
  kind!: 'cooperative' | 'cooperativeUnion';

  @ApiProperty({ description: 'Own name without the type words.', example: 'Nông nghiệp Tân Phú' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  ownName!: string;

  @ApiPropertyOptional({ example: 'Tan Phu Agricultural Cooperative' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  foreignName?: string;

  @ApiPropertyOptional({ example: 'HTX Tân Phú' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  abbreviation?: string;

  @ApiProperty({ type: AddressDto })
  @IsDefined()
  @Group(() => AddressDto)
  headOffice!: AddressDto;

  @ApiProperty({ type: [BusinessLineDto] })
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Groups(() => BusinessLineDto)
  businessLines!: BusinessLineDto[];

  @ApiProperty({ description: 'Đồng.', example: 200_000_000 })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  charterCapital!: number;

  @ApiProperty({ type: [MemberDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEMBERS)
  @Groups(() => MemberDto)
  members!: MemberDto[];

  @ApiProperty({ enum: ['full', 'simplified'] })
  @IsIn(['full', 'simplified'])
  governance!: 'full' | 'simplified';

  @ApiProperty({ type: ConferenceDto })
  @IsDefined()
  @Group(() => ConferenceDto)
  conference!: ConferenceDto;

  @ApiPropertyOptional({ type: [ElectedDto], description: 'Whom the conference elected (L23 Art. 39).' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ELECTED)
  @Groups(() => ElectedDto)
  elected?: ElectedDto[];

  @ApiPropertyOptional({ type: TaxRegistrationDto })
  @IsOptional()
  @Group(() => TaxRegistrationDto)
  taxRegistration?: TaxRegistrationDto;

  @ApiPropertyOptional({ type: [BeneficialOwnerDto], description: 'Chủ sở hữu hưởng lợi (D295 Art. 66).' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ELECTED)
  @Groups(() => BeneficialOwnerDto)
  beneficialOwners?: BeneficialOwnerDto[];

  @ApiPropertyOptional({ type: DeliveryDto })
  @IsOptional()
  @Group(() => DeliveryDto)
  delivery?: DeliveryDto;

  @ApiPropertyOptional({
    description: 'With foreign investors: founded before the investment certificate, on a commitment (D295 Art. 33).',
  })
  @IsOptional()
  @IsBoolean()
  foundedBeforeInvestmentCertificate?: boolean;
}

/** A paper put into the document store before. */
export class DocumentDto {
  @ApiProperty({ description: 'Kind of the rulebook.', example: 'charter' })
  @Matches(/^[A-Za-z][A-Za-z0-9]{0,63}$/)
  kind!: string;

  @ApiProperty({ description: 'SHA-256 of the file, hex.' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;

  @ApiProperty({ example: 'Điều lệ.pdf' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fileName!: string;

  @ApiPropertyOptional({
    description: 'As the store answered; what counts is what the store has.',
    example: 'application/pdf',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  mediaType?: string;

  @ApiPropertyOptional({ description: 'Bytes, as the store answered; what counts is what the store has.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  size?: number;
}

/** One version of a dossier: what is declared, and its papers. */
export class VersionDto {
  @ApiProperty({ type: ApplicationDto })
  @IsDefined()
  @Group(() => ApplicationDto)
  application!: ApplicationDto;

  @ApiProperty({ type: [DocumentDto] })
  @IsArray()
  @ArrayMaxSize(MOST_DOCUMENTS)
  @Groups(() => DocumentDto)
  documents!: DocumentDto[];
}
