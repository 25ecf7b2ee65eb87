import type { LocalDate } from '@hoptac/kernel';
import { METHODS, type Method } from '@hoptac/loan-schedules';
import { Group, Groups, PageQuery } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
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
import { EXTRA_CHOICES, type ExtraChoice } from '../../domain';
import { AgreedDayDto, HarvestDto, PeriodsDto } from '../loan-schedule.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[A-Za-z0-9-]{1,100}$/;
const TEXT_LENGTH = 4_000;
const MOST = Number.MAX_SAFE_INTEGER;
export const STEP_KINDS = [
  'disbursement',
  'reversal',
  'refund',
  'restructuring',
  'waiver',
  'recall',
  'provisionUse',
  'writeOff',
] as const;

export class LoanOpeningDto {
  @ApiProperty({ description: 'Application whose contract is signed and whose security is perfected or waived.' })
  @Matches(ID)
  applicationId!: string;
}

/** New due days of a restructuring: exactly one kind of them. */
export class AgreedPlanDto {
  @ApiProperty({ enum: METHODS }) @IsIn(METHODS) method!: Method;
  @ApiPropertyOptional({ type: PeriodsDto }) @IsOptional() @Group(() => PeriodsDto) periods?: PeriodsDto;
  @ApiPropertyOptional({ type: [AgreedDayDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(600)
  @Groups(() => AgreedDayDto)
  days?: AgreedDayDto[];
  @ApiPropertyOptional({ type: [HarvestDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @Groups(() => HarvestDto)
  harvests?: HarvestDto[];
  @ApiPropertyOptional({ description: 'Last day of the harvests.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lastOn?: LocalDate;
  @ApiPropertyOptional({ enum: ['firstAfter', 'spread'], description: 'How interest owed so far is paid.' })
  @IsOptional()
  @IsIn(['firstAfter', 'spread'])
  deferredInterest?: 'firstAfter' | 'spread';
}

/** A step that needs more than one person; which fields it needs goes by its kind. */
export class LoanStepDto {
  @ApiProperty({ enum: STEP_KINDS }) @IsIn(STEP_KINDS) kind!: (typeof STEP_KINDS)[number];
  @ApiPropertyOptional({ description: 'Day from which it counts; today unless given.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  effectiveOn?: LocalDate;
  @ApiPropertyOptional({ description: 'Đồng; for disbursement, refund, waiver.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  amount?: number;
  @ApiPropertyOptional({
    description: 'Purpose of a disbursement, ground of everything else, measures of a write-off.',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_LENGTH)
  ground?: string;
  @ApiPropertyOptional({ description: 'Receipt to reverse.' }) @IsOptional() @Matches(ID) receiptId?: string;
  @ApiPropertyOptional({ enum: ['adjust', 'extend'] })
  @IsOptional()
  @IsIn(['adjust', 'extend'])
  measure?: 'adjust' | 'extend';
  @ApiPropertyOptional({ type: AgreedPlanDto }) @IsOptional() @Group(() => AgreedPlanDto) plan?: AgreedPlanDto;
  @ApiPropertyOptional({ description: 'New in-term rate of a restructuring, basis points a year.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  basisPoints?: number;
  @ApiPropertyOptional({ description: 'Interest is waived because the borrower cannot pay: group 3 at least.' })
  @IsOptional()
  @IsBoolean()
  cannotPay?: boolean;
}

export class CreditCheckDto {
  @ApiProperty() @Matches(DAY) @IsISO8601({ strict: true }) checkedOn!: LocalDate;
  @ApiProperty() @IsBoolean() badDebt!: boolean;
  @ApiProperty({ example: 'CIC' }) @IsString() @IsNotEmpty() @MaxLength(500) source!: string;
}

export class StepReleaseDto {
  @ApiPropertyOptional({ type: CreditCheckDto, description: 'Needed for the first disbursement (D45 Art. 22).' })
  @IsOptional()
  @Group(() => CreditCheckDto)
  creditCheck?: CreditCheckDto;
}

export class ReasonDto {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason!: string;
}

/** A line of the bank that pays the loan. */
export class ReceiptDto {
  @ApiProperty({ description: 'The bank’s own reference: one line, one receipt.', example: 'FT26045-000123' })
  @Matches(/^[A-Za-z0-9._:/-]{1,100}$/)
  reference!: string;
  @ApiProperty({ description: 'Value date.' }) @Matches(DAY) @IsISO8601({ strict: true }) on!: LocalDate;
  @ApiProperty({ description: 'Đồng.' }) @IsInt() @Min(1) @Max(MOST) amount!: number;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1_000) text?: string;
  @ApiPropertyOptional({
    enum: EXTRA_CHOICES,
    description: 'What money beyond everything due does; kept unless given.',
  })
  @IsOptional()
  @IsIn(EXTRA_CHOICES)
  extra?: ExtraChoice;
}

export class UseInspectionDto {
  @ApiProperty({ enum: ['asAgreed', 'misuse'] }) @IsIn(['asAgreed', 'misuse']) outcome!: 'asAgreed' | 'misuse';
  @ApiProperty() @Matches(DAY) @IsISO8601({ strict: true }) inspectedOn!: LocalDate;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) finding!: string;
}

export class LoanListQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @Matches(ID) fund?: string;
  @ApiPropertyOptional({ enum: ['Running', 'Settled', 'WrittenOff'] })
  @IsOptional()
  @IsIn(['Running', 'Settled', 'WrittenOff'])
  status?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) q?: string;
}

/** Two times: the day asked about, and the instant at which it was known. */
export class LoanMomentQuery {
  @ApiPropertyOptional({ description: 'Position at the end of this day; today unless given.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: LocalDate;
  @ApiPropertyOptional({ description: 'As known at this instant (UTC); now unless given.' })
  @IsOptional()
  @Matches(/Z$/)
  @IsISO8601({ strict: true })
  knownAt?: `${string}Z`;
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{1,20}$/) after?: string;
}

export class LedgerLineDto {
  @ApiProperty() @IsString() @Matches(/^[A-Za-z]{1,40}$/) account!: string;
  @ApiProperty({ description: 'Đồng: debit above zero, credit below.' })
  @IsInt()
  @Min(-MOST)
  @Max(MOST)
  amount!: number;
}

export class LedgerEntryDto {
  @ApiProperty() @Matches(DAY) @IsISO8601({ strict: true }) valueOn!: LocalDate;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(1_000) text!: string;
  @ApiProperty({ type: [LedgerLineDto] })
  @IsDefined()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @Groups(() => LedgerLineDto)
  lines!: LedgerLineDto[];
}

export class ClosedMonthDto {
  @ApiProperty({ description: 'Last day of the month.', example: '2026-01-31' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  month!: LocalDate;
}

export class BankStatementDto {
  @ApiProperty({ description: 'CSV with a header: reference,date,amount,text.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000_000)
  csv!: string;
}

export class WhatIfDto {
  @ApiPropertyOptional() @IsOptional() @Matches(DAY) @IsISO8601({ strict: true }) on?: LocalDate;
  @ApiPropertyOptional({ description: 'Basis points.' })
  @IsOptional()
  @IsInt()
  @Min(-10_000)
  @Max(10_000)
  rateChange?: number;
  @ApiPropertyOptional() @IsOptional() @Matches(DAY) @IsISO8601({ strict: true }) nothingPaidUntil?: LocalDate;
  @ApiPropertyOptional({ description: 'Basis points.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  singleBorrowerShare?: number;
}

export class LedgerQuery {
  @ApiPropertyOptional({ description: 'Lines booked through this day; today unless given.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  booked?: LocalDate;
  @ApiPropertyOptional({ description: 'Lines that count through this day; the same day unless given.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  value?: LocalDate;
  @ApiPropertyOptional() @IsOptional() @Matches(ID) loan?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^[A-Za-z]{1,40}$/) account?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{1,20}$/) before?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(/^\d{1,20}$/) after?: string;
}
