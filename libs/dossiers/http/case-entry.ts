import { AsOfText } from '@hoptac/chronicle';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { CaseEntryRow } from '../read-models/case-page/case-page.projection';
import type { Plain } from './plain';

/** What the timeline of a case takes: it comes in pages of at most 500 lines, each asked for by the last revision of the one before. */
export class TimelineQuery {
  @ApiPropertyOptional({ description: 'Wait (at most 2 s) until the timeline has seen this commit position.' })
  @IsOptional()
  @Matches(/^\d{1,20}$/)
  after?: string;

  @AsOfText()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Lines after this revision; from the beginning when absent.', minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  afterRevision?: number;
}

/** One line of a case's timeline; the same shape as a line of an organisation's. */
export class CaseEntry {
  @ApiProperty() readonly revision!: number;
  @ApiProperty({ description: 'Commit position, decimal text.' }) readonly position!: string;
  @ApiProperty({ example: 'DossierCorrectionRequested' }) readonly type!: string;
  @ApiProperty({ description: 'When the step was taken.' }) readonly occurredAt!: string;
  @ApiProperty({ type: Object, description: 'Role, office, and for whom; accounts are told to staff only.' })
  readonly by!: {
    readonly role: string;
    readonly officeId?: string;
    readonly personId?: string;
    readonly onBehalfOf?: string;
  };
  @ApiProperty({ isArray: true, type: String }) readonly legalBasis!: readonly string[];
  @ApiProperty({ type: Object, description: 'What the fact says; told to the applicant without accounts.' })
  readonly data!: object;
}

/** Fields of facts that name accounts of staff. */
const ACCOUNTS = new Set([
  'officerId',
  'explainedBy',
  'assignedBy',
  'releasedBy',
  'recalledBy',
  'confirmedBy',
  'requestedBy',
  'examinedBy',
  'onBehalfOf',
  'returnedBy',
  'decidedBy',
  'handedOverBy',
]);

/** An applicant sees which office acted, in which role; staff see who. */
export function entryOf(row: CaseEntryRow, forApplicant: boolean): Plain<CaseEntry> {
  const { personId, role, officeId, onBehalfOf } = row.done_by;
  return {
    revision: row.revision,
    position: row.position,
    type: row.type,
    occurredAt: row.occurred_at,
    by: {
      role,
      ...(officeId === undefined ? {} : { officeId }),
      ...(forApplicant ? {} : { personId }),
      ...(forApplicant || onBehalfOf === undefined ? {} : { onBehalfOf }),
    },
    legalBasis: row.legal_basis,
    data: forApplicant ? withoutAccounts(row.data) : row.data,
  };
}

const withoutAccounts = (data: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !ACCOUNTS.has(field)));
