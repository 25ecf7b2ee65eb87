import type { LocalDate } from '@hoptac/kernel';
import { DAY_COUNTS, METHODS, MOST_INSTALMENTS, type DayCount, type Method } from '@hoptac/loan-schedules';
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
  ValidateIf,
} from 'class-validator';
import type { AgreedSchedule, LoanPlan } from '../../domain';
import { DAY, TEXT_LENGTH } from '../fund/fund.dto';
import { AgreedDayDto, GraceDto, HarvestDto, PeriodsDto, RoundingDto, WorkingDayRuleDto } from '../loan-schedule.dto';
import { dueOf } from '../loan-schedules.controller';

const MOST_LINES = 200;
const amount =
  (description: string, least = 0): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiProperty({ description: `${description} Đồng.` }),
      IsInt(),
      Min(least),
      Max(Number.MAX_SAFE_INTEGER),
    ])
      decorate(target, key);
  };

/** How a loan is repaid; exactly one of `periods`, `days` and `harvests`. */
export class AgreedScheduleDto {
  @ApiPropertyOptional({ type: PeriodsDto }) @IsOptional() @Group(() => PeriodsDto) periods?: PeriodsDto;
  @ApiPropertyOptional({ type: [AgreedDayDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INSTALMENTS)
  @Groups(() => AgreedDayDto)
  days?: AgreedDayDto[];
  @ApiPropertyOptional({ type: [HarvestDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(24)
  @Groups(() => HarvestDto)
  harvests?: HarvestDto[];
  @ApiPropertyOptional({ example: '2027-12-31', description: 'With `harvests`: the last possible due day.' })
  @ValidateIf((terms: AgreedScheduleDto) => terms.harvests !== undefined)
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lastOn?: LocalDate;
  @ApiProperty({ enum: METHODS }) @IsIn(METHODS) method!: Method;
  @ApiProperty({ enum: DAY_COUNTS }) @IsIn(DAY_COUNTS) dayCount!: DayCount;
  @ApiProperty({ type: RoundingDto }) @Group(() => RoundingDto) rounding!: RoundingDto;
  @ApiPropertyOptional({ type: GraceDto }) @IsOptional() @Group(() => GraceDto) grace?: GraceDto;
  @ApiPropertyOptional({ type: WorkingDayRuleDto })
  @IsOptional()
  @Group(() => WorkingDayRuleDto)
  workingDays?: WorkingDayRuleDto;
}

/** @throws DomainError `SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS`. */
export function scheduleFrom(dto: AgreedScheduleDto): AgreedSchedule {
  const { method, dayCount, rounding, grace, workingDays } = dto;
  return {
    due: dueOf(dto),
    ...{ method, dayCount, rounding },
    ...(grace ? { grace } : {}),
    ...(workingDays ? { workingDays } : {}),
  };
}

export class BudgetLineDto {
  @ApiProperty({ example: 'Nhà màng 2.000 m²' }) @IsString() @IsNotEmpty() @MaxLength(300) item!: string;
  @amount('What it costs.', 1) amount!: number;
}

export class CashFlowPeriodDto {
  @ApiProperty({ description: 'Last day of the period.', example: '2027-12-31' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  until!: LocalDate;
  @amount('Money coming in.') inflow!: number;
  @amount('Money going out, without what is paid to the fund.') outflow!: number;
}

export class SecurityDto {
  @ApiProperty({ example: 'landUseRight' }) @Matches(/^[A-Za-z][A-Za-z0-9]{0,63}$/) kind!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) description!: string;
  @amount('Value.', 1) value!: number;
}

/** Dự án đầu tư, phương án sản xuất kinh doanh. */
export class LoanPlanDto {
  @ApiProperty({ example: 'Mở rộng nhà màng trồng dưa lưới' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  project!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) purpose!: string;
  @ApiProperty({ type: [BudgetLineDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @Groups(() => BudgetLineDto)
  budget!: BudgetLineDto[];
  @amount('Own capital.') ownCapital!: number;
  @amount('From others than borrower and fund.') otherCapital!: number;
  @amount('Wanted from the fund.', 1) requestedAmount!: number;
  @ApiProperty({ example: '2027-01-15' }) @Matches(DAY) @IsISO8601({ strict: true }) firstDisbursementOn!: LocalDate;
  @ApiProperty({ type: AgreedScheduleDto }) @Group(() => AgreedScheduleDto) schedule!: AgreedScheduleDto;
  @ApiProperty({ type: [CashFlowPeriodDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @Groups(() => CashFlowPeriodDto)
  cashFlow!: CashFlowPeriodDto[];
  @ApiProperty({ type: [SecurityDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @Groups(() => SecurityDto)
  securities!: SecurityDto[];
}

export const planFrom = ({ schedule, ...plan }: LoanPlanDto): LoanPlan => ({
  ...plan,
  schedule: scheduleFrom(schedule),
});
