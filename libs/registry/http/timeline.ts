import type { Recorded } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Plain } from './plain';

/** One fact as an inspector reads it; personal data stays sealed. */
export class TimelineEntry {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ example: 'OrganisationRegistered' }) readonly type!: string;
  @ApiProperty() readonly revision!: number;
  @ApiProperty({ description: 'Commit position, decimal text.' }) readonly position!: string;
  @ApiProperty({ description: 'When the step was taken.' }) readonly occurredAt!: string;
  @ApiProperty({ description: 'When the store took it.' }) readonly recordedAt!: string;
  @ApiPropertyOptional({ description: 'The legal date where it differs.' }) readonly effectiveOn?: string;
  @ApiProperty({ type: Object, description: 'Account, role, office, and for whom.' })
  readonly by!: {
    readonly personId: string;
    readonly role: string;
    readonly officeId?: string;
    readonly onBehalfOf?: string;
  };
  @ApiProperty({ isArray: true, type: String }) readonly legalBasis!: readonly string[];
  @ApiProperty({ type: Object }) readonly data!: object;
}

export function timelineOf({ id, event, revision, position, recordedAt, metadata }: Recorded): Plain<TimelineEntry> {
  return {
    id,
    type: event.type,
    revision,
    position: position.commit.toString(),
    occurredAt: metadata.occurredAt,
    recordedAt,
    by: metadata.recordedBy,
    legalBasis: metadata.legalBasis ?? [],
    data: event.data,
    ...(metadata.effectiveOn === undefined ? {} : { effectiveOn: metadata.effectiveOn }),
  };
}
