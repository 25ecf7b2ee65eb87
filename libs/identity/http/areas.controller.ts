import { CLOCK, type Clock, invalidInput, isLocalDate, localDateOf } from '@hoptac/kernel';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Area } from '../areas/area.types';
import { AreaTree } from '../areas/area-tree';
import { Public } from './decorators';

export interface AreaView extends Area {
  /** Office that deals with the area on that day. */
  readonly officeId: string;
}

/** The areas of the province, for forms and filters; open, for they are public knowledge. */
@ApiTags('areas')
@Controller('api/areas')
export class AreasController {
  constructor(
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listAreas', summary: 'Areas as they stood on a day' })
  @ApiQuery({ name: 'on', required: false, description: 'Day; today unless given.', example: '2025-06-30' })
  list(@Query('on') on: string | undefined): { on: string; areas: AreaView[] } {
    const date = on === undefined || on === '' ? localDateOf(this.clock.now()) : on;
    if (!isLocalDate(date)) throw invalidInput('PLATFORM.INPUT_INVALID', 'on is not a day', { field: 'on' });
    return {
      on: date,
      areas: this.areas
        .areasOn(date)
        .map((area) => ({ ...area, officeId: this.areas.officeOf(area.code, date) ?? '' })),
    };
  }
}
