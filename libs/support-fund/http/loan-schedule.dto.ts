import type { LocalDate } from '@hoptac/kernel';
import { DAY_COUNTS, METHODS, MOST_INSTALMENTS, type DayCount, type Method } from '@hoptac/loan-schedules';
import { Group, Groups } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_TRANCHES = 50;

export class DisbursementDto {
  @ApiProperty({ example: '2026-01-15' }) @Matches(DAY) @IsISO8601({ strict: true }) on!: LocalDate;
  @ApiProperty({ description: 'Đồng.', example: 500_000_000 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount!: number;
}

export class RateFromDto {
  @ApiProperty({ example: '2026-01-15' }) @Matches(DAY) @IsISO8601({ strict: true }) from!: LocalDate;
  @ApiProperty({ description: 'Basis points a year: 513 is 5.13 %.', example: 513 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  basisPoints!: number;
}

export class PeriodsDto {
  @ApiProperty({ example: '2026-02-15' }) @Matches(DAY) @IsISO8601({ strict: true }) firstOn!: LocalDate;
  @ApiProperty({ example: 36 }) @IsInt() @Min(1) @Max(MOST_INSTALMENTS) count!: number;
  @ApiProperty({ example: 1 }) @IsInt() @Min(1) @Max(120) everyMonths!: number;
}

export class AgreedDayDto {
  @ApiProperty({ example: '2026-04-30' }) @Matches(DAY) @IsISO8601({ strict: true }) on!: LocalDate;
  @ApiPropertyOptional({ description: 'Đồng repaid on this day; for the method `agreed`.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  principal?: number;
  @ApiPropertyOptional({ description: 'Weight of this day in the principal; 0 = interest only, 1 unless given.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  share?: number;
}

export class HarvestDto {
  @ApiProperty({ example: 4 }) @IsInt() @Min(1) @Max(12) month!: number;
  @ApiProperty({ example: 30 }) @IsInt() @Min(1) @Max(31) day!: number;
  @ApiPropertyOptional({ example: 60 }) @IsOptional() @IsInt() @Min(0) @Max(1_000_000) share?: number;
}

export class GraceDto {
  @ApiProperty({ example: 6 }) @IsInt() @Min(0) @Max(MOST_INSTALMENTS) periods!: number;
  @ApiProperty({ enum: ['principal', 'both'] }) @IsIn(['principal', 'both']) on!: 'principal' | 'both';
  @ApiPropertyOptional({ enum: ['firstAfter', 'spread'], description: 'When interest of a grace on both is paid.' })
  @IsOptional()
  @IsIn(['firstAfter', 'spread'])
  deferredInterest?: 'firstAfter' | 'spread';
}

export class RoundingDto {
  @ApiProperty({ enum: [1, 100, 1000] }) @IsIn([1, 100, 1000]) unit!: 1 | 100 | 1000;
  @ApiProperty({ enum: ['first', 'last'], description: 'Which instalment carries what rounding leaves over.' })
  @IsIn(['first', 'last'])
  remainder!: 'first' | 'last';
  @ApiProperty({ enum: ['each', 'carried'], description: 'Interest rounded by itself, or made good at the next.' })
  @IsIn(['each', 'carried'])
  interest!: 'each' | 'carried';
}

export class WorkingDayRuleDto {
  @ApiProperty({ enum: ['keep', 'next', 'nextInMonth', 'previous'] })
  @IsIn(['keep', 'next', 'nextInMonth', 'previous'])
  rule!: 'keep' | 'next' | 'nextInMonth' | 'previous';
  @ApiProperty({ enum: ['agreedDay', 'movedDay'] })
  @IsIn(['agreedDay', 'movedDay'])
  interestTo!: 'agreedDay' | 'movedDay';
}

/** Terms of a loan as somebody wants them counted; exactly one of `periods`, `days` and `harvests` says when it is repaid. */
export class LoanScheduleDto {
  @ApiProperty({ description: 'Đồng; the sum of the disbursements.', example: 500_000_000 })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  principal!: number;

  @ApiProperty({ type: [DisbursementDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TRANCHES)
  @Groups(() => DisbursementDto)
  disbursements!: DisbursementDto[];

  @ApiPropertyOptional({ description: 'One rate for the whole term; basis points a year.', example: 513 })
  @ValidateIf((terms: LoanScheduleDto) => terms.rates === undefined || terms.annualRateBasisPoints !== undefined)
  @IsDefined()
  @IsInt()
  @Min(0)
  @Max(10_000)
  annualRateBasisPoints?: number;

  @ApiPropertyOptional({ type: [RateFromDto], description: 'Rates by the day from which they hold.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TRANCHES)
  @Groups(() => RateFromDto)
  rates?: RateFromDto[];

  @ApiPropertyOptional({ type: PeriodsDto }) @IsOptional() @Group(() => PeriodsDto) periods?: PeriodsDto;

  @ApiPropertyOptional({ type: [AgreedDayDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INSTALMENTS)
  @Groups(() => AgreedDayDto)
  days?: AgreedDayDto[];

  @ApiPropertyOptional({ type: [HarvestDto], description: 'Harvests that come back every year, up to `lastOn`.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(24)
  @Groups(() => HarvestDto)
  harvests?: HarvestDto[];

  @ApiPropertyOptional({ example: '2027-12-31', description: 'With `harvests`: the last possible due day.' })
  @ValidateIf((terms: LoanScheduleDto) => terms.harvests !== undefined)
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lastOn?: LocalDate;

  @ApiProperty({ enum: METHODS }) @IsIn(METHODS) method!: Method;
  @ApiProperty({ enum: DAY_COUNTS }) @IsIn(DAY_COUNTS) dayCount!: DayCount;

  @ApiPropertyOptional({
    type: RoundingDto,
    description: 'To the đồng, the rest in the last instalment, unless given.',
  })
  @IsOptional()
  @Group(() => RoundingDto)
  rounding?: RoundingDto;

  @ApiPropertyOptional({ type: GraceDto }) @IsOptional() @Group(() => GraceDto) grace?: GraceDto;

  @ApiPropertyOptional({ type: WorkingDayRuleDto, description: 'Due days stay as agreed unless given.' })
  @IsOptional()
  @Group(() => WorkingDayRuleDto)
  workingDays?: WorkingDayRuleDto;
}
