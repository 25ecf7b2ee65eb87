import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { LocalDate } from '@hoptac/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateIf,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { Group, Groups } from './group.decorator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_MEMBERS = 2_000;
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

/** Twelve digits for a Vietnamese citizen (D295 Art. 10), the number of a paper for anybody else. */
@ValidatorConstraint({ name: 'personalNumber' })
class PersonalNumber implements ValidatorConstraintInterface {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    const shape = 'nationality' in object && object.nationality === 'VN' ? /^\d{12}$/ : /^[A-Za-z0-9-]{5,30}$/;
    return typeof value === 'string' && shape.test(value);
  }

  defaultMessage(): string {
    return 'identityNumber must have 12 digits, or be the number of a foreign paper';
  }
}

/** A natural person; kept sealed, answered masked. */
export class PersonDto {
  @ApiProperty({ example: 'Lê Thị C' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fullName!: string;

  @ApiProperty({
    description: 'Personal number of 12 digits, or the number of a foreign paper.',
    example: '089185004321',
  })
  @Validate(PersonalNumber)
  identityNumber!: string;

  @ApiPropertyOptional({ example: '1985-04-30' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dateOfBirth?: string;

  @ApiPropertyOptional({ enum: ['male', 'female', 'other'] })
  @IsOptional()
  @IsIn(['male', 'female', 'other'])
  gender?: 'male' | 'female' | 'other';

  @ApiProperty({ description: 'ISO 3166-1 alpha-2.', example: 'VN' })
  @Matches(/^[A-Z]{2}$/)
  nationality!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  residence?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[0-9+(). -]{6,20}$/)
  phone?: string;
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

/** Founders' conference — hội nghị thành lập (L23 Art. 39). */
export class ConferenceDto {
  @ApiProperty({ example: '2026-11-15' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  heldOn!: LocalDate;

  @ApiProperty({ example: 7 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  foundersInvited!: number;

  @ApiProperty({ example: 6 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  foundersAttended!: number;

  @ApiProperty({ example: 6 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  votesForCharter!: number;
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
