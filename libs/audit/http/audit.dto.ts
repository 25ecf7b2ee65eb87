import { AsOfText, type MomentView } from '@hoptac/chronicle';
import type { Instant } from '@hoptac/kernel';
import { VIEW_PURPOSES, type JsonObject, type ViewPurpose } from '@hoptac/personal-data';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Difference } from '../application/differences';
import type { AuditEntry } from '../application/timeline';

const Position = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description, example: '123456' }), IsOptional(), Matches(/^\d{1,15}$/));

/** Which facts of a subject; the same for the page and its export. */
export class TimelineQuery {
  @AsOfText()
  asOf?: string;

  @ApiPropertyOptional({ example: 'DossierGranted' })
  @IsOptional()
  @Matches(/^[A-Za-z]{1,80}$/)
  type?: string;

  @ApiPropertyOptional({ description: 'Account that did it, or for which it was done.', example: 'demo-head-1' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9:._-]{1,100}$/)
  by?: string;

  @ApiPropertyOptional({ description: 'Article, with everything below it.', example: 'L23 Art. 42' })
  @IsOptional()
  @Matches(/^[\p{L}0-9 ./;,-]{1,100}$/u)
  article?: string;

  @ApiPropertyOptional({ description: 'Recorded at or after this instant or day.', example: '2026-11-01' })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  from?: string;

  @ApiPropertyOptional({ description: 'Recorded at or before the end of this day.', example: '2026-11-30' })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  to?: string;

  @ApiPropertyOptional({ description: 'In force by law on or after this day: the paper’s own day where it differs.' })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  effectiveFrom?: string;

  @ApiPropertyOptional({ description: 'In force by law on or before this day.', example: '2026-11-30' })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/)
  effectiveTo?: string;

  @Position('Page that ends before this commit position: `next` of the page before.')
  before?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

const FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof FORMATS)[number];

export class TimelineExportQuery extends TimelineQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format!: ExportFormat;
}

/** Two moments; without one it is now. */
export class ComparisonQuery {
  @AsOfText()
  from?: string;

  @AsOfText()
  to?: string;
}

/** A page of facts, newest first. */
export class TimelineAnswer {
  @ApiProperty({ description: 'Registered name, case code or account.' }) readonly title!: string;
  @ApiProperty({ isArray: true, type: Object }) readonly items!: readonly AuditEntry[];
  @ApiProperty({ description: 'How many facts the filter finds.' }) readonly total!: number;
  @ApiPropertyOptional({ description: 'For `before` of the next page.' }) readonly next?: string;
  @ApiPropertyOptional({ type: Object, description: 'The moment asked for: position and instant.' })
  readonly asOf?: MomentView;
  @ApiProperty({ type: Object, description: 'Kinds, accounts and articles to filter by.' })
  readonly facets!: { readonly types: string[]; readonly persons: string[]; readonly articles: string[] };
}

/** A subject at two moments, and field by field what differs. */
export class ComparisonAnswer {
  @ApiPropertyOptional({ type: Object, description: 'Absent: now.' }) readonly from?: MomentView;
  @ApiPropertyOptional({ type: Object, description: 'Absent: now.' }) readonly to?: MomentView;
  @ApiProperty({ type: Object }) readonly before!: unknown;
  @ApiProperty({ type: Object }) readonly after!: unknown;
  @ApiProperty({ isArray: true, type: Object }) readonly differences!: readonly Difference[];
  @ApiProperty({ type: Object, description: 'Persons in either state, masked, by id; null when erased.' })
  readonly persons!: Readonly<Record<string, JsonObject | null>>;
}

/** Why somebody wants to see a person in clear, and on which page. */
export class PersonViewBody {
  @ApiProperty({ enum: VIEW_PURPOSES })
  @IsIn(VIEW_PURPOSES)
  purpose!: ViewPurpose;

  @ApiProperty({ description: 'Path of the page, without its query.', example: '/audit/cases/0190…' })
  @Matches(/^\/[A-Za-z0-9/_.-]{0,200}$/)
  page!: string;

  @AsOfText()
  asOf?: string;
}

export class PersonViewAnswer {
  @ApiProperty({ type: Object, nullable: true, description: 'Null when the person was erased.' })
  readonly person!: JsonObject | null;
  @ApiProperty({ description: 'When it was shown.' }) readonly at!: Instant;
}
