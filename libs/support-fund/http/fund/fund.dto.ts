import type { LocalDate } from '@hoptac/kernel';
import { Group, Groups } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
} from 'class-validator';

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const SHA256 = /^[0-9a-f]{64}$/;
export const ACCOUNT = /^[A-Za-z0-9:._-]{1,100}$/;
export const TEXT_LENGTH = 4_000;
const LINE_LENGTH = 300;
const MOST_MEMBERS = 50;

/** A paper by which somebody outside decided. */
export class DecidingPaperDto {
  @ApiProperty({ example: '1214/QĐ-UBND' }) @IsString() @IsNotEmpty() @MaxLength(100) number!: string;
  @ApiProperty({ example: '2026-11-20' }) @Matches(DAY) @IsISO8601({ strict: true }) on!: LocalDate;
  @ApiProperty({ example: 'Ủy ban nhân dân tỉnh An Giang' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LINE_LENGTH)
  issuedBy!: string;
  @ApiPropertyOptional({ description: 'Its file, put to `/api/documents` before.' })
  @IsOptional()
  @Matches(SHA256)
  sha256?: string;
}

/** Founding of a fund. */
export class FoundFundDto {
  @ApiProperty({ example: 'Quỹ hỗ trợ phát triển hợp tác xã tỉnh An Giang' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LINE_LENGTH)
  name!: string;
  @ApiProperty({ enum: ['provincial', 'central'] })
  @IsIn(['provincial', 'central'])
  level!: 'provincial' | 'central';
  @ApiProperty({ enum: ['company', 'cooperative'] })
  @IsIn(['company', 'cooperative'])
  model!: 'company' | 'cooperative';
  @ApiProperty({ description: 'Office at which the roles of the fund are held.', example: 'office-91' })
  @Matches(/^office-\d{2,5}$/)
  officeId!: string;
  @ApiProperty({ description: 'A provincial fund lends inside this area.', example: '91' })
  @Matches(/^\d{2,5}$/)
  areaCode!: string;
  @ApiProperty({ example: '2026-01-02' }) @Matches(DAY) @IsISO8601({ strict: true }) foundedOn!: LocalDate;
  @ApiProperty({ type: DecidingPaperDto }) @Group(() => DecidingPaperDto) paper!: DecidingPaperDto;
}

/** A change of capital, to be confirmed by another person. */
export class CapitalChangeDto {
  @ApiProperty({ enum: ['charterCapital', 'accumulatedResult'] })
  @IsIn(['charterCapital', 'accumulatedResult'])
  of!: 'charterCapital' | 'accumulatedResult';
  @ApiProperty({ description: 'Change in đồng, below zero for a reduction or a loss.', example: 20_000_000_000 })
  @IsInt()
  @Min(Number.MIN_SAFE_INTEGER)
  @Max(Number.MAX_SAFE_INTEGER)
  amount!: number;
  @ApiProperty({ description: 'From this day on it counts.', example: '2026-01-02' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  effectiveOn!: LocalDate;
  @ApiProperty({ type: DecidingPaperDto }) @Group(() => DecidingPaperDto) paper!: DecidingPaperDto;
}

export class BodyMemberDto {
  @ApiProperty({ example: 'demo-fund-council-1' }) @Matches(ACCOUNT) accountId!: string;
  @ApiProperty() @IsBoolean() chair!: boolean;
}

/** Who sits in a body from a day on. */
export class AppointmentDto {
  @ApiProperty({ enum: ['council', 'board'] }) @IsIn(['council', 'board']) body!: 'council' | 'board';
  @ApiProperty({ type: [BodyMemberDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MEMBERS)
  @Groups(() => BodyMemberDto)
  members!: BodyMemberDto[];
  @ApiProperty({ example: '2026-01-02' }) @Matches(DAY) @IsISO8601({ strict: true }) from!: LocalDate;
  @ApiProperty({ type: DecidingPaperDto }) @Group(() => DecidingPaperDto) paper!: DecidingPaperDto;
}

export class FundReasonDto {
  @ApiProperty({ example: 'Số quyết định không khớp văn bản gốc' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_LENGTH)
  reason!: string;
}

/** What every step with fund or application answers; `ETag` holds the revision. */
export class FundStepAnswerDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ example: 'UnderAppraisal' }) readonly status!: string;
  @ApiPropertyOptional({ example: 'QHT.91-261123-0001' }) readonly code?: string;
  @ApiProperty({ description: 'For `If-Match` of the next step.' }) readonly revision!: number;
  @ApiPropertyOptional({ description: 'For `?after=` of the next read; absent when nothing changed.' })
  readonly position?: string;
}
