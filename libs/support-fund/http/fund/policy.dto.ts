import type { LocalDate } from '@hoptac/kernel';
import { Group, Groups } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
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
  BORROWER_KINDS,
  DECISION_BODIES,
  type Allocation,
  type BorrowerKind,
  type DecisionBody,
} from '../../domain';
import { DAY, DecidingPaperDto, TEXT_LENGTH } from './fund.dto';

const WHOLE = 10_000;
const MOST = 100;
const CODE = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const share =
  (description: string): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiProperty({ description: `${description} Basis points.` }),
      IsInt(),
      Min(0),
      Max(2 * WHOLE),
    ])
      decorate(target, key);
  };
const count =
  (description: string, most: number): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [ApiProperty({ description }), IsInt(), Min(0), Max(most)]) decorate(target, key);
  };

export class AnnualRateDto {
  @share('Lowest in-term rate a year.') from!: number;
  @share('Highest in-term rate a year.') to!: number;
}

export class DecisionLevelDto {
  @ApiPropertyOptional({ description: 'Đồng, included; the last level has none.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  upTo?: number;
  @ApiProperty({ enum: DECISION_BODIES }) @IsIn(DECISION_BODIES) body!: DecisionBody;
}

export class WaiverRuleDto {
  @ApiProperty({ example: 'smallLoanGoodRecord' }) @Matches(CODE) code!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) description!: string;
  @ApiProperty({ description: 'Đồng.' }) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) maximumAmount!: number;
  @ApiProperty({ enum: DECISION_BODIES }) @IsIn(DECISION_BODIES) decidedBy!: DecisionBody;
}

export class PolicyDocumentDto {
  @ApiProperty({ example: 'businessPlan' }) @Matches(CODE) kind!: string;
  @ApiProperty({ example: 'Phương án sản xuất, kinh doanh' }) @IsString() @IsNotEmpty() @MaxLength(300) nameVi!: string;
  @ApiProperty({ example: 'Business plan' }) @IsString() @IsNotEmpty() @MaxLength(300) nameEn!: string;
  @ApiPropertyOptional({ enum: BORROWER_KINDS, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(BORROWER_KINDS, { each: true })
  of?: BorrowerKind[];
}

/** Working days. */
export class PolicyDeadlinesDto {
  @count('From submission to complete or not.', 365) check!: number;
  @count('What the applicant has to complete it.', 365) completion!: number;
  @count('From complete to the report.', 365) appraisal!: number;
  @count('From report to decision.', 365) decision!: number;
  @count('From approval to contract.', 365) contract!: number;
  @count('From contract to security.', 365) security!: number;
}

/** Lending rules as parameters (D45 Art. 31). */
export class PolicyDto {
  @share('Least own capital of the total investment (D45 Art. 22).') ownCapitalMinimumShare!: number;
  @share('Most for one borrower, of the actual charter capital (D45 Art. 23).') singleBorrowerShare!: number;
  @share('Most with related persons (D45 Art. 23).') relatedShare!: number;
  @ApiProperty({ type: AnnualRateDto }) @Group(() => AnnualRateDto) annualRate!: AnnualRateDto;
  @share('Overdue rate of the in-term rate (D45 Art. 25).') overdueRateFactor!: number;
  @count('Longest term, months (D45 Art. 24).', 600) maximumTermMonths!: number;
  @ApiProperty({ type: [DecisionLevelDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DECISION_BODIES.length)
  @Groups(() => DecisionLevelDto)
  decisionLevels!: DecisionLevelDto[];
  @share('Of the members who may vote: how many must have voted.') quorumShare!: number;
  @share('Of the votes cast: more than this says yes.') majorityAboveShare!: number;
  @ApiProperty({ example: ['landUseRight', 'machinery'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @Matches(CODE, { each: true })
  securityKinds!: string[];
  @ApiProperty({ type: [WaiverRuleDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @Groups(() => WaiverRuleDto)
  waiverRules!: WaiverRuleDto[];
  @ApiProperty({ type: [PolicyDocumentDto] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @Groups(() => PolicyDocumentDto)
  documents!: PolicyDocumentDto[];
  @ApiProperty({ example: ['Hợp tác xã nông nghiệp ứng dụng công nghệ cao'] })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  @MaxLength(300, { each: true })
  priorityBorrowers!: string[];
  @ApiProperty({ type: PolicyDeadlinesDto }) @Group(() => PolicyDeadlinesDto) deadlines!: PolicyDeadlinesDto;
  @ApiProperty({ enum: ALLOCATIONS, isArray: true })
  @IsArray()
  @ArrayMaxSize(ALLOCATIONS.length)
  @IsIn(ALLOCATIONS, { each: true })
  allocationOrder!: Allocation[];
  @count('Use is inspected within so many days of a disbursement.', 3650) useInspectionWithinDays!: number;
  @count('And every so many months.', 120) inspectionEveryMonths!: number;
  @count('Longest extension, months.', 600) extensionMaximumMonths!: number;
  @count('How often a loan may be restructured.', 10) restructureMaximumCount!: number;
  @count('Days in which loans are grouped.', 31) classificationWindowDays!: number;
  @count('Years after provisions were used.', 100) writeOffMinimumYears!: number;
}

/** Lending rules to come, to be confirmed by another person. */
export class ProposePolicyDto {
  @ApiProperty({ example: '2026-12-01' }) @Matches(DAY) @IsISO8601({ strict: true }) from!: LocalDate;
  @ApiProperty({ type: PolicyDto }) @Group(() => PolicyDto) policy!: PolicyDto;
  @ApiProperty({ type: DecidingPaperDto }) @Group(() => DecidingPaperDto) paper!: DecidingPaperDto;
}
