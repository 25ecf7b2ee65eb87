import type { LocalDate } from '@hoptac/kernel';
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
import { Groups } from '@hoptac/platform';

import { DAY } from './person.dto';

const REASON_LENGTH = 4_000;
const MOST_CHECKS = 200;

/** Phân công: an officer of the office. */
export class AssignmentDto {
  @ApiProperty({ description: 'Account of an officer of the deciding office.', example: 'demo-officer-1' })
  @Matches(/^[A-Za-z0-9:._-]{1,100}$/)
  officerId!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

export class JudgedCheckDto {
  @ApiProperty({ description: 'A check by its name, or a paper as `document:<kind>`.', example: 'document:charter' })
  @Matches(/^(document:)?[A-Za-z][A-Za-z0-9]{0,63}$/)
  check!: string;

  @ApiProperty({ enum: ['passed', 'failed'] })
  @IsIn(['passed', 'failed'])
  outcome!: 'passed' | 'failed';

  @ApiPropertyOptional({ description: 'Why; required with `failed`.' })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_LENGTH)
  note?: string;
}

/** Items of the check list as a person judged them. */
export class CheckConfirmationsDto {
  @ApiProperty({ description: 'Round that was looked at.', example: 0 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  round!: number;

  @ApiProperty({ type: [JudgedCheckDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHECKS)
  @Groups(() => JudgedCheckDto)
  checks!: JudgedCheckDto[];
}

/** Why the office is late. */
export class DelayExplanationDto {
  @ApiProperty({ example: 'Chờ xác minh địa chỉ trụ sở chính' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason!: string;

  @ApiPropertyOptional({ description: 'The new date promised to the applicant.', example: '2026-12-01' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  answerBy?: LocalDate;
}

/** A limit of the office moved on by a decision. */
export class DeadlineExtensionDto {
  @ApiProperty({ enum: ['decision', 'withdrawal'] })
  @IsIn(['decision', 'withdrawal'])
  what!: 'decision' | 'withdrawal';

  @ApiProperty({ description: 'Working days after the old last day.', example: 2 })
  @IsInt()
  @Min(1)
  @Max(60)
  workingDays!: number;

  @ApiProperty({ example: 'Hệ thống đăng ký thuế bảo trì theo thông báo' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  ground!: string;

  @ApiProperty({ description: 'SHA-256 of the decision, put to `/api/documents` by the same account.' })
  @Matches(/^[0-9a-f]{64}$/)
  paper!: string;
}
