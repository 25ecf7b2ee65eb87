import type { OverrideKind } from '@hoptac/calendar';
import type { EvidenceMark, LocalDate } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const KINDS = ['holiday', 'day_off_in_lieu', 'swap_day_off', 'working_swap', 'closure', 'ordinary'];
const MARKS = ['verified', 'secondary', 'to_confirm'];
const AREA = /^[A-Za-z0-9]{1,16}$/;

export class CalendarYearQuery {
  @ApiProperty({ example: 2026 })
  @Type(() => Number)
  @IsInt()
  @Min(2010)
  @Max(2100)
  year!: number;

  @ApiPropertyOptional({ description: 'As it is for this area; for the whole country without one.', example: '91001' })
  @IsOptional()
  @Matches(AREA)
  scope?: string;
}

/** One corrected day, with its paper. */
export class DayEntry {
  @ApiProperty({ example: '2026-12-31' })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  date!: LocalDate;

  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: OverrideKind;

  @ApiProperty({ description: '`nationwide`, or the code of an area.', example: '91001' })
  @Matches(AREA)
  scope!: string;

  @ApiProperty({ example: 'Đóng cửa do bão' })
  @IsString()
  @MaxLength(200)
  nameVi!: string;

  @ApiPropertyOptional({ example: 'Closed because of a storm' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn?: string;

  @ApiProperty({ description: 'The paper on which it rests.', example: 'Công văn 123/UBND-NC' })
  @IsString()
  @MaxLength(500)
  source!: string;

  @ApiProperty({ enum: MARKS })
  @IsIn(MARKS)
  evidence!: EvidenceMark;
}

export class WithdrawalBody {
  @ApiProperty({ example: 'Công văn bị thu hồi' })
  @IsString()
  @MaxLength(500)
  reason!: string;
}
