import { REFUSAL_GROUNDS, type RefusalGround } from '@hoptac/dossiers';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const PREVIEWS = ['correctionNotice', 'refusal', 'certificate'] as const;
const POSITION = /^\d{1,20}$/;

export class DefectDraftDto {
  @ApiProperty({ example: 'document:charter' }) @IsString() @IsNotEmpty() @MaxLength(200) subject!: string;
  @ApiProperty({ example: 'Điều lệ thiếu chữ ký' }) @IsString() @IsNotEmpty() @MaxLength(2_000) reason!: string;
  @ApiProperty({ example: 'L23 Art. 40' }) @IsString() @IsNotEmpty() @MaxLength(200) article!: string;
}

/** What is about to be done, whose paper is to be seen. */
export class PaperPreviewDto {
  @ApiProperty({ enum: PREVIEWS })
  @IsIn(PREVIEWS)
  kind!: (typeof PREVIEWS)[number];

  @ApiPropertyOptional({ type: [DefectDraftDto], description: 'For `correctionNotice`.' })
  @ValidateIf(({ kind }: PaperPreviewDto) => kind === 'correctionNotice')
  @ValidateNested({ each: true })
  @Type(() => DefectDraftDto)
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  defects?: DefectDraftDto[];

  @ApiPropertyOptional({ enum: REFUSAL_GROUNDS, description: 'For `refusal`.' })
  @ValidateIf(({ kind }: PaperPreviewDto) => kind === 'refusal')
  @IsIn(REFUSAL_GROUNDS)
  ground?: RefusalGround;

  @ApiPropertyOptional({ description: 'For `refusal`.' })
  @ValidateIf(({ kind }: PaperPreviewDto) => kind === 'refusal')
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_000)
  reason?: string;
}

/** One issued paper of a case. */
export class PaperLine {
  @ApiProperty({ example: 'receipt-1' }) readonly id!: string;
  @ApiProperty({ example: 'receipt' }) readonly kind!: string;
  @ApiProperty({ example: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }) readonly title!: string;
  @ApiProperty() readonly occurrence!: number;
  @ApiProperty({ description: 'When it was issued.' }) readonly issuedAt!: string;
  @ApiProperty({ description: 'Of the file, hex.' }) readonly sha256!: string;
  @ApiProperty({ description: 'Revision of the dossier up to which it speaks.' }) readonly dossierRevision!: number;
}

/** How one notice of a case fared: proof of service. */
export class NoticeLine {
  @ApiProperty({ example: 'received' }) readonly notice!: string;
  @ApiProperty() readonly occurrence!: number;
  @ApiProperty({ enum: ['owed', 'sent', 'failed'] }) readonly status!: 'owed' | 'sent' | 'failed';
  @ApiPropertyOptional({ enum: ['noAddress', 'rejected', 'noAnswer'] }) readonly reason?: string;
  @ApiProperty() readonly changedAt!: string;
}

export class CasePapersAnswer {
  @ApiProperty({ type: [PaperLine], description: 'In the order of their facts.' }) readonly papers!: PaperLine[];
  @ApiProperty({ type: [NoticeLine] }) readonly notices!: NoticeLine[];
  @ApiProperty({ description: 'Papers that are owed and being printed.' }) readonly pending!: number;
}

export class NoticeQuery {
  @ApiPropertyOptional({ enum: ['owed', 'sent', 'failed'] })
  @IsOptional()
  @IsIn(['owed', 'sent', 'failed'])
  status?: 'owed' | 'sent' | 'failed';

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: 'From the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ description: 'Wait (at most 2 s) until the list has seen this commit position.' })
  @IsOptional()
  @Matches(POSITION)
  after?: string;
}

/** One notice in the administrator's list; to whom it went is not told. */
export class MailLine extends NoticeLine {
  @ApiProperty({ description: 'For the resend.' }) readonly id!: string;
  @ApiProperty() readonly caseId!: string;
  @ApiProperty() readonly resends!: number;
  @ApiProperty({ description: 'Revision of the case’s correspondence, for `If-Match`.' }) readonly revision!: number;
}

export class MailListAnswer {
  @ApiProperty({ type: [MailLine], description: 'The latest change first.' }) readonly items!: MailLine[];
  @ApiProperty({ type: Object }) readonly counts!: Readonly<Record<'owed' | 'sent' | 'failed', number>>;
  @ApiProperty({ description: 'False when the list may be behind.' }) readonly current!: boolean;
  @ApiPropertyOptional() readonly next?: string;
}

export class ResendAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly revision!: number;
  @ApiPropertyOptional({ description: 'Commit position for `?after=`, decimal text.' }) readonly position?: string;
}
