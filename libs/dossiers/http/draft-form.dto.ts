import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import type { DraftForm, DraftMember } from '../application/drafts/draft-form';
import { Group, Groups } from '@hoptac/platform';

const LONGEST = 500;
const MOST_MEMBERS = 2_000;
const MOST = 200;
const KEY = /^[A-Za-z0-9-]{1,40}$/;
const KEY_OR_NONE = /^[A-Za-z0-9-]{0,40}$/;

/** A field as typed: whatever text, bounded. */
function Typed(): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ type: String })(target, property);
    IsOptional()(target, property);
    IsString()(target, property);
    MaxLength(LONGEST)(target, property);
  };
}
/** A choice among few. */
function Chosen(values: readonly string[]): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ enum: values })(target, property);
    IsOptional()(target, property);
    IsIn(values)(target, property);
  };
}
/** A list of groups. */
function ListOf(classOf: () => new () => object, most = MOST): PropertyDecorator {
  return (target, property) => {
    ApiPropertyOptional({ type: () => [classOf()] })(target, property);
    IsOptional()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(most)(target, property);
    Groups(classOf)(target, property);
  };
}

export class DraftMemberDto implements DraftMember {
  @ApiProperty({ description: 'Names the row for as long as the draft lives.' })
  @Matches(KEY)
  key!: string;
  @Typed() fullName?: string;
  @Typed() identityNumber?: string;
  @Typed() dateOfBirth?: string;
  @Chosen(['male', 'female', 'other']) gender?: 'male' | 'female' | 'other';
  @Typed() nationality?: string;
  @Typed() residence?: string;
  @Typed() phone?: string;
  @Chosen(['official', 'capitalContributing', 'nonContributing'])
  memberKind?: 'official' | 'capitalContributing' | 'nonContributing';
  @Typed() contribution?: string;
  @Typed() organisationCode?: string;
}

export class DraftLineDto {
  @ApiProperty() @IsString() @MaxLength(8) code!: string;
  @Typed() detail?: string;
  @ApiProperty() @IsBoolean() main!: boolean;
}

export class DraftConferenceDto {
  @Typed() heldOn?: string;
  @Typed() minutesOn?: string;
  @Typed() foundersInvited?: string;
  @Typed() foundersAttended?: string;
  @Typed() votesForCharter?: string;
  @Typed() votesForMemberList?: string;
  @Typed() votesForPlan?: string;
}

export class DraftElectedDto {
  @ApiProperty({ description: 'Key of a member; empty while nobody is chosen.' }) @Matches(KEY_OR_NONE) member!: string;
  @ApiProperty() @IsString() @MaxLength(40) office!: string;
  @Typed() votesFor?: string;
}

export class DraftOwnerDto {
  @ApiProperty() @Matches(KEY) member!: string;
  @ApiProperty() @IsString() @MaxLength(40) ground!: string;
}

export class DraftDocumentDto {
  @ApiProperty() @Matches(/^[A-Za-z][A-Za-z0-9]{0,63}$/) kind!: string;
  @ApiProperty() @Matches(/^[0-9a-f]{64}$/) sha256!: string;
  @ApiProperty() @IsString() @MaxLength(200) fileName!: string;
}

/** An application as typed; nothing is asked for, everything is bounded. */
export class DraftFormDto implements DraftForm {
  @Chosen(['cooperative', 'cooperativeUnion']) kind?: 'cooperative' | 'cooperativeUnion';
  @Typed() ownName?: string;
  @Typed() foreignName?: string;
  @Typed() abbreviation?: string;
  @Typed() areaCode?: string;
  @Typed() line?: string;
  @Typed() phone?: string;
  @Typed() email?: string;
  @Typed() website?: string;
  @ListOf(() => DraftLineDto) businessLines?: DraftLineDto[];
  @Typed() charterCapital?: string;
  @ListOf(() => DraftMemberDto, MOST_MEMBERS) members?: DraftMemberDto[];
  @Typed() representative?: string;
  @Chosen(['full', 'simplified']) governance?: 'full' | 'simplified';
  @ApiPropertyOptional({ type: DraftConferenceDto })
  @IsOptional()
  @Group(() => DraftConferenceDto)
  conference?: DraftConferenceDto;
  @ListOf(() => DraftElectedDto) elected?: DraftElectedDto[];
  @Typed() accountingYearStart?: string;
  @Chosen(['deduction', 'direct', 'none']) vatMethod?: 'deduction' | 'direct' | 'none';
  @Typed() employees?: string;
  @Typed() expectedStartOn?: string;
  @ListOf(() => DraftOwnerDto) owners?: DraftOwnerDto[];
  @ListOf(() => DraftDocumentDto) documents?: DraftDocumentDto[];
  @ApiPropertyOptional() @IsOptional() @IsBoolean() foundedBeforeInvestmentCertificate?: boolean;
  @Chosen(['electronic', 'atDesk', 'post']) delivery?: 'electronic' | 'atDesk' | 'post';
  @Typed() deliveryOfficeId?: string;
  @Typed() deliveryAddress?: string;
}

/** A draft begun, empty or from something filed before. */
export class OpenDraftDto {
  @ApiPropertyOptional({ type: DraftFormDto })
  @IsOptional()
  @Group(() => DraftFormDto)
  form?: DraftFormDto;
}

/** The whole form, as typed. */
export class SaveDraftDto {
  @ApiProperty({ type: DraftFormDto })
  @IsDefined()
  @Group(() => DraftFormDto)
  form!: DraftFormDto;
}

/** The press on «Nộp hồ sơ». */
export class FileDraftDto {
  @ApiProperty({ description: 'Tôi cam đoan nội dung khai là trung thực, chính xác.' })
  @IsBoolean()
  declared!: boolean;
}

/** Answer to opening and saving; `ETag` holds the revision of the content. */
export class DraftSavedAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ description: 'For `If-Match` of the next saving.' }) readonly revision!: number;
  @ApiProperty() readonly savedAt!: string;
  @ApiPropertyOptional({ description: 'For `?after=` of the list.' }) readonly position?: string;
}
