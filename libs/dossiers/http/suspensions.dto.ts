import type { Instant, LocalDate } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { DAY } from './person.dto';

/** Moves the end of a suspension. */
export class SuspensionEndDto {
  @ApiProperty({ description: 'New last day on which limits do not run.', example: '2026-11-27' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to!: LocalDate;

  @ApiProperty({ example: 'Bão số 9 theo công điện của tỉnh' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(4_000)
  ground!: string;

  @ApiProperty({ description: 'SHA-256 of the decision, put to `/api/documents` by the same account.' })
  @Matches(/^[0-9a-f]{64}$/)
  paper!: string;
}

/** Decides a suspension; both days included. */
export class SuspensionDto extends SuspensionEndDto {
  @ApiProperty({ description: 'Commune or province.', example: '91001' })
  @Matches(/^\d{2,10}$/)
  areaCode!: string;

  @ApiProperty({ example: '2026-11-25' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from!: LocalDate;
}

/** A suspension as pages show it. */
export class SuspensionView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty({ description: 'First day on which limits do not run.' }) readonly from!: LocalDate;
  @ApiProperty({ description: 'Last day on which limits do not run.' }) readonly to!: LocalDate;
  @ApiProperty() readonly ground!: string;
  @ApiProperty({ description: 'SHA-256 of the decision.' }) readonly paper!: string;
  @ApiProperty({ description: 'Account.' }) readonly decidedBy!: string;
  @ApiProperty() readonly changedAt!: Instant;
  @ApiProperty({ description: 'On how many dossiers it fell so far.' }) readonly dossiers!: number;
  @ApiProperty({ description: 'Its last day is over and every case was gone through.' }) readonly completed!: boolean;
  @ApiProperty({ description: 'The reader may end it earlier or prolong it.' }) readonly mayMoveEnd!: boolean;
}

export class SuspensionsAnswer {
  @ApiProperty({ type: [SuspensionView] }) readonly suspensions!: readonly SuspensionView[];
}

export class SuspensionWritten {
  @ApiProperty({ type: SuspensionView }) readonly suspension!: SuspensionView;
  @ApiProperty() readonly revision!: number;
  @ApiPropertyOptional({ description: 'Commit position, decimal text; absent when nothing changed.' })
  readonly position?: string;
}
