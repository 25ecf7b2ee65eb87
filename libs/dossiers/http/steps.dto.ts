import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { REFUSAL_GROUNDS, type RefusalGround } from '../domain';
import type { LocalDate } from '@hoptac/kernel';
import { VersionDto } from './declaration.dto';
import { DAY } from './person.dto';
import { Groups } from '@hoptac/platform';

const REASON_LENGTH = 4_000;
const MOST_DEFECTS = 200;

/** A founding dossier handed in. */
export class FileDossierDto extends VersionDto {
  @ApiProperty({ enum: ['online', 'office', 'post'] })
  @IsIn(['online', 'office', 'post'])
  channel!: 'online' | 'office' | 'post';

  @ApiPropertyOptional({ description: 'For a clerk: account of the applicant.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9:._-]{1,100}$/)
  applicantId?: string;

  @ApiPropertyOptional({
    description:
      'For paper: the day on which it reached the office, where it is entered later; the limit counts from it.',
    example: '2026-11-23',
  })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  receivedOn?: LocalDate;
}

export class ResubmitDto extends VersionDto {}

export class DefectDto {
  @ApiProperty({ description: 'Path of the field, or `document:<kind>`.', example: 'document:charter' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  subject!: string;

  @ApiProperty({ example: 'Điều lệ thiếu chữ ký của người đại diện theo pháp luật' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason!: string;

  @ApiProperty({ example: 'L23 Art. 40' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  article!: string;
}

/** A late office says why with its next step. */
class DelayedDto {
  @ApiPropertyOptional({ description: 'Required of an office that is late and has not said why (`delayReasonOwed`).' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  delayReason?: string;
}

/** The one notice of all defects (D295 Art. 21). */
export class RequestCorrectionDto extends DelayedDto {
  @ApiProperty({ type: [DefectDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_DEFECTS)
  @Groups(() => DefectDto)
  defects!: DefectDto[];
}

/** A proposal, or a decision: to grant, or to refuse on a ground with a reason. */
export class DecisionDto extends DelayedDto {
  @ApiProperty({ enum: ['grant', 'refuse'] })
  @IsIn(['grant', 'refuse'])
  decision!: 'grant' | 'refuse';

  @ApiPropertyOptional({ enum: REFUSAL_GROUNDS })
  @ValidateIf((body: DecisionDto) => body.decision === 'refuse')
  @IsIn(REFUSAL_GROUNDS)
  ground?: RefusalGround;

  @ApiPropertyOptional({ example: 'Tòa án yêu cầu tạm dừng thủ tục' })
  @ValidateIf((body: DecisionDto) => body.decision === 'refuse')
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

/** A decision, and its own day where it is recorded later. */
export class SignedDecisionDto extends DecisionDto {
  @ApiPropertyOptional({ description: 'Day of the signed paper, where it is recorded later.', example: '2026-11-24' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  decidedOn?: LocalDate;
}

export class ReasonDto {
  @ApiProperty({ example: 'Xem lại phần vốn góp của thành viên thứ ba' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason!: string;
}

export class WithdrawalDecisionDto extends DelayedDto {
  @ApiProperty({ enum: ['accept', 'refuse'] })
  @IsIn(['accept', 'refuse'])
  outcome!: 'accept' | 'refuse';

  @ApiPropertyOptional()
  @ValidateIf((body: WithdrawalDecisionDto) => body.outcome === 'refuse')
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

/** Who takes the result, and how. */
export class HandOverDto {
  @ApiProperty({ enum: ['atDesk', 'post'] })
  @IsIn(['atDesk', 'post'])
  form!: 'atDesk' | 'post';

  @ApiProperty({ enum: ['applicant', 'authorisedPerson'], description: 'By relation to the dossier, never by name.' })
  @IsIn(['applicant', 'authorisedPerson'])
  to!: 'applicant' | 'authorisedPerson';
}

/** What every step answers; `ETag` holds the revision. */
export class StepAnswerDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ example: 'H01.91001-261123-0007' }) readonly caseCode!: string;
  @ApiProperty({ example: 'UnderExamination' }) readonly status!: string;
  @ApiProperty({ description: 'For `If-Match` of the next step.' }) readonly revision!: number;
  @ApiPropertyOptional({ description: 'For `?after=` of the next read; absent when nothing changed.' })
  readonly position?: string;
}
