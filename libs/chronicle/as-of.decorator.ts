import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { AS_OF_SHAPE } from './moment';

/** `?asOf=` of a query: an instant, a day, or a commit position. */
export const AsOfText = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description:
        'As it stood at this instant (Vietnamese time unless a zone is given; a day or minute means its end) or commit position.',
      example: '2026-11-22T14:20',
    }),
    IsOptional(),
    Matches(AS_OF_SHAPE),
  );
