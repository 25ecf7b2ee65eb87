import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** What every list takes beside its filters: one page of it, not older than a commit position. */
export class PageQuery {
  @ApiPropertyOptional({
    description: 'Wait (at most 2 s) until the list has seen this commit position.',
    example: '123456',
  })
  @IsOptional()
  @Matches(/^\d{1,20}$/)
  after?: string;

  @ApiPropertyOptional({ description: 'From `next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
