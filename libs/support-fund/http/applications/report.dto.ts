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
import {
  ALLOCATIONS,
  ASSESSED,
  REJECTION_GROUNDS,
  type Allocation,
  type Assessment,
  type LoanTerms,
  type RejectionGround,
} from '../../domain';
import { DAY, TEXT_LENGTH } from '../fund/fund.dto';
import { UnboundDto } from './application.dto';
import { AgreedScheduleDto, scheduleFrom, SecurityDto } from './plan.dto';

export class TrancheDto {
  @ApiProperty() @Matches(DAY) @IsISO8601({ strict: true }) on!: LocalDate;
  @ApiProperty({ description: 'Đồng.' }) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) amount!: number;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(300) purpose!: string;
}

/** What the loan would be. */
export class LoanTermsDto {
  @ApiProperty({ description: 'Đồng.' }) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) amount!: number;
  @ApiProperty({ description: 'In-term rate a year, basis points.', example: 513 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  annualRate!: number;
  @ApiProperty({ description: 'Overdue rate of the in-term rate, basis points: 15000 = 150 %.', example: 15_000 })
  @IsInt()
  @Min(10_000)
  @Max(20_000)
  overdueRateFactor!: number;
  @ApiProperty({ type: AgreedScheduleDto }) @Group(() => AgreedScheduleDto) schedule!: AgreedScheduleDto;
  @ApiProperty({ type: [TrancheDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Groups(() => TrancheDto)
  tranches!: TrancheDto[];
  @ApiProperty({ enum: ALLOCATIONS, isArray: true })
  @IsArray()
  @ArrayMinSize(ALLOCATIONS.length)
  @ArrayMaxSize(ALLOCATIONS.length)
  @IsIn(ALLOCATIONS, { each: true })
  allocationOrder!: Allocation[];
  @ApiProperty({ type: [SecurityDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @Groups(() => SecurityDto)
  securities!: SecurityDto[];
  @ApiPropertyOptional({ description: 'Code of the policy’s rule under which there is no security.' })
  @IsOptional()
  @Matches(/^[A-Za-z][A-Za-z0-9]{0,63}$/)
  waiver?: string;
}

export const termsFrom = ({ schedule, ...terms }: LoanTermsDto): LoanTerms => ({
  ...terms,
  schedule: scheduleFrom(schedule),
});

/** Terms to be counted against the plan; records nothing. */
export class TermsPreviewDto {
  @ApiProperty({ type: LoanTermsDto }) @Group(() => LoanTermsDto) terms!: LoanTermsDto;
}

export class AssessmentDto implements Assessment {
  @ApiProperty({ enum: ASSESSED }) @IsIn(ASSESSED) subject!: Assessment['subject'];
  @ApiProperty() @IsBoolean() met!: boolean;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) note!: string;
}

/** Báo cáo thẩm định. */
export class ReportDto extends UnboundDto {
  @ApiProperty({ type: [AssessmentDto] })
  @IsArray()
  @ArrayMaxSize(ASSESSED.length)
  @Groups(() => AssessmentDto)
  assessments!: AssessmentDto[];
  @ApiProperty({ enum: ['approve', 'reject'] }) @IsIn(['approve', 'reject']) proposal!: 'approve' | 'reject';
  @ApiPropertyOptional({ enum: REJECTION_GROUNDS, description: 'With a proposal to reject.' })
  @IsOptional()
  @IsIn(REJECTION_GROUNDS)
  ground?: RejectionGround;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason!: string;
  @ApiProperty({ type: LoanTermsDto }) @Group(() => LoanTermsDto) terms!: LoanTermsDto;
}
