import { isLocalDate, type LocalDate } from '@hoptac/kernel';
import { PageQuery } from '@hoptac/platform';
import { AsOfText, type MomentView } from '@hoptac/chronicle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { ESCALATION_LEVELS, type DossierStatus, type EscalationLevel } from '../domain';
import type { WaitingFor } from '../read-models/summary/dossier-summary';

const STATUSES = [
  'UnderExamination',
  'AwaitingCorrection',
  'AwaitingDecision',
  'Granted',
  'Registered',
  'Refused',
  'Lapsed',
  'Withdrawn',
];

const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLocalDate',
    validator: { validate: isLocalDate, defaultMessage: () => 'must be a day that exists, YYYY-MM-DD' },
  });

/** Query text to a yes or no; anything else stays what it is and is refused. */
const YesOrNo = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** Filters of the queue. */
export class QueueQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: DossierStatus;

  @ApiPropertyOptional({
    description: 'Account of the officer who has it; `me` for oneself and whom one stands in for today.',
    example: 'me',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9:._-]{1,100}$/)
  officer?: string;

  @ApiPropertyOptional({ description: 'Only what nobody has taken.' })
  @IsOptional()
  @YesOrNo()
  @IsBoolean()
  unassigned?: boolean;

  @ApiPropertyOptional({ description: 'Only what is late, or only what is not.' })
  @IsOptional()
  @YesOrNo()
  @IsBoolean()
  late?: boolean;

  @ApiPropertyOptional({ description: 'Closed dossiers instead of open ones.', default: false })
  @IsOptional()
  @YesOrNo()
  @IsBoolean()
  closed?: boolean;

  @ApiPropertyOptional({ description: 'First day of the running limit.', example: '2026-11-23' })
  @IsOptional()
  @IsDay()
  dueFrom?: LocalDate;

  @ApiPropertyOptional({ description: 'Last day of the running limit.', example: '2026-11-27' })
  @IsOptional()
  @IsDay()
  dueTo?: LocalDate;

  @ApiPropertyOptional({ description: 'Only closed dossiers whose result waits to be handed over.' })
  @IsOptional()
  @YesOrNo()
  @IsBoolean()
  resultOwed?: boolean;

  @ApiPropertyOptional({ description: 'One office of those the reader may see.', example: 'office-91001' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  office?: string;

  @ApiPropertyOptional({ description: 'Words of the name, or of the case code.', example: 'tan phu' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @AsOfText()
  asOf?: string;
}

/** One line of a list of dossiers; names no person. */
export class DossierLine {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly revision!: number;
  @ApiProperty({ example: 'H01.91001-261123-0007' }) readonly caseCode!: string;
  @ApiProperty({ example: 'P01' }) readonly procedure!: 'P01';
  @ApiProperty({ example: 'Hợp tác xã Nông nghiệp Tân Phú' }) readonly name!: string;
  @ApiProperty() readonly kind!: string;
  @ApiProperty({ enum: STATUSES }) readonly status!: DossierStatus;
  @ApiProperty({ type: Object, description: 'The present step in words.' }) readonly step!: {
    readonly vi: string;
    readonly en: string;
  };
  @ApiProperty() readonly round!: number;
  @ApiProperty() readonly receivingOfficeId!: string;
  @ApiProperty() readonly decidingOfficeId!: string;
  @ApiPropertyOptional({ description: 'Account of the officer who has it.' }) readonly officerId?: string;
  @ApiProperty() readonly receivedAt!: string;
  @ApiProperty() readonly changedAt!: string;
  @ApiPropertyOptional({ enum: ['decision', 'correction'] }) readonly dueWhat?: 'decision' | 'correction';
  @ApiPropertyOptional({ example: '2026-11-26' }) readonly dueOn?: string;
  @ApiPropertyOptional({ description: '24:00 of that day.' }) readonly dueAt?: string;
  @ApiProperty({ description: 'The calendar of a counted day is still to be confirmed.' })
  readonly dueToConfirm!: boolean;
  @ApiProperty() readonly late!: boolean;
  @ApiProperty({ enum: ['officer', ...ESCALATION_LEVELS], description: 'How far a late case has risen.' })
  readonly level!: 'officer' | EscalationLevel;
  @ApiPropertyOptional({ description: 'When somebody was last reminded of a limit that still runs.' })
  readonly remindedAt?: string;
  @ApiPropertyOptional() readonly withdrawalDueOn?: string;
  @ApiProperty() readonly closed!: boolean;
  @ApiPropertyOptional({ enum: ['officer', 'head', 'applicant', 'taxAuthority', 'registry', 'clerk'] })
  readonly waitingFor?: WaitingFor;
  @ApiProperty({ description: 'The result waits to be handed over on paper.' }) readonly resultOwed!: boolean;
}

export class DossierListAnswer {
  @ApiProperty({ type: [DossierLine] }) readonly items!: readonly DossierLine[];
  @ApiPropertyOptional({ type: Object, description: 'The moment asked for: position and instant.' })
  readonly asOf?: MomentView;
  @ApiPropertyOptional({ description: 'How many the filter finds in all.' }) readonly total?: number;
  @ApiPropertyOptional() readonly next?: string;
  @ApiProperty({ description: 'False when `after` was not reached in time: the list may be behind.' })
  readonly current!: boolean;
}
