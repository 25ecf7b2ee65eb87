import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A column of the file that is understood. */
export class ImportColumn {
  @ApiProperty({ example: 'Tên HTX', description: 'Header as the file has it.' }) header!: string;
  @ApiProperty({ example: 'name', description: 'Field of the register that it fills.' }) field!: string;
  @ApiProperty({ example: 'Tên tổ chức', description: 'Header of the template for the same field.' }) label!: string;
}

/** One reason why a row is not taken over. */
export class RejectionView {
  @ApiProperty({ example: 'AREA_UNKNOWN', description: 'Stable code.' }) code!: string;
  @ApiProperty({ description: 'Vietnamese.' }) text!: string;
}

/** A row that is not taken over. */
export class RejectedRowView {
  @ApiProperty({ description: 'Number of the row in the sheet, from 1.' }) row!: number;
  @ApiProperty({ description: 'What the row says, cell by cell.', type: [String] }) cells!: readonly string[];
  @ApiProperty({ type: [RejectionView] }) reasons!: readonly RejectionView[];
}

/** What the accepted rows do not say. */
export class ImportGap {
  @ApiProperty({ example: 'charterCapital' }) field!: string;
  @ApiProperty({ example: 'Vốn điều lệ (đồng)' }) label!: string;
  @ApiProperty({ description: 'Rows that leave the field empty.' }) empty!: number;
  @ApiProperty({ description: 'Rows with something that cannot be read; kept as it stands.' }) illegible!: number;
}

/** How far an import is, and what it did. */
export class ImportProgressView {
  @ApiProperty({ description: 'Rows to take over.' }) total!: number;
  @ApiProperty({ description: 'Entered by this run.' }) imported!: number;
  @ApiProperty({ description: 'Entered before, saying the same.' }) unchanged!: number;
  @ApiProperty({ description: 'In the register already and saying something else there; nothing was overwritten.' })
  differing!: number;
  @ApiProperty({ type: [Number], description: 'Row numbers of those that differ, the first 200.' })
  differingRows!: readonly number[];
}

const STATUSES = ['prepared', 'running', 'done', 'interrupted'];

/** A register as it was understood, and how far taking it over is. */
export class RegisterImportView {
  @ApiProperty({ description: 'The same file has the same id.' }) importId!: string;
  @ApiProperty({ example: 'so-dang-ky-2024.xlsx' }) fileName!: string;
  @ApiProperty({ example: '2024-12-31', description: 'Day that the register describes.' }) asOf!: string;
  @ApiProperty({ enum: STATUSES }) status!: string;
  @ApiProperty({ type: [ImportColumn] }) columns!: readonly ImportColumn[];
  @ApiProperty({ type: [String], description: 'Headers that nothing is taken from; name their fields in `mapping`.' })
  unknownHeaders!: readonly string[];
  @ApiProperty({ description: 'Rows that can be taken over.' }) rows!: number;
  @ApiProperty({ description: 'Rows that cannot.' }) rejectedRows!: number;
  @ApiProperty({ type: [RejectedRowView], description: 'The first 200; all of them as CSV at …/rejected-rows.' })
  rejected!: readonly RejectedRowView[];
  @ApiProperty({ type: [ImportGap] }) gaps!: readonly ImportGap[];
  @ApiProperty({ type: ImportProgressView }) progress!: ImportProgressView;
  @ApiPropertyOptional({ description: 'Instant, UTC.' }) startedAt?: string;
  @ApiPropertyOptional({ description: 'Instant, UTC.' }) endedAt?: string;
  @ApiPropertyOptional({ description: 'Why it was interrupted; start it again to go on.' }) problem?: string;
}
