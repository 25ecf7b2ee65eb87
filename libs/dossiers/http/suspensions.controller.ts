import { Allows, AreaTree, CurrentActor, mayActIn, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SuspensionDesk, type SuspensionAnswer } from '../application/suspensions/suspension-desk';
import type { Suspension } from '../domain';
import { plain } from './plain';
import { pressOf } from './press';
import {
  SuspensionDto,
  SuspensionEndDto,
  SuspensionsAnswer,
  SuspensionView,
  SuspensionWritten,
} from './suspensions.dto';

/** Limits that do not run for some days — tạm dừng tính thời hạn do thiên tai, sự kiện bất khả kháng. */
@ApiTags('dossiers')
@Controller('api/deadline-suspensions')
export class SuspensionsController {
  constructor(
    private readonly desk: SuspensionDesk,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('dossiers.list', { area: 'provinces of the reader’s offices' })
  @ApiOperation({ operationId: 'listDeadlineSuspensions', summary: 'Suspensions of limits, the latest decision first' })
  @ApiOkResponse({ type: SuspensionsAnswer })
  async list(@CurrentActor() actor: AuthenticatedActor): Promise<SuspensionsAnswer> {
    return { suspensions: (await this.desk.list(actor)).map((suspension) => this.view(suspension, actor)) };
  }

  @Post()
  @HttpCode(201)
  @Allows('deadlines.suspend', { area: 'area of the decision' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
  @ApiOperation({ operationId: 'suspendDeadlines', summary: 'Tạm dừng tính thời hạn bằng một quyết định' })
  async decide(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: SuspensionDto,
  ): Promise<SuspensionWritten> {
    return this.written(await this.desk.decide(plain(body), pressOf(actor, writing)), actor);
  }

  @Post(':id/end-moves')
  @HttpCode(200)
  @Allows('deadlines.suspend', { area: 'area of the decision' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
  @ApiOperation({ operationId: 'moveSuspensionEnd', summary: 'Kết thúc sớm hoặc kéo dài thời gian tạm dừng' })
  @ApiOkResponse({ type: SuspensionWritten })
  async moveEnd(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: SuspensionEndDto,
  ): Promise<SuspensionWritten> {
    return this.written(await this.desk.moveEnd(id, plain(body), pressOf(actor, writing)), actor);
  }

  private written({ suspension, ...rest }: SuspensionAnswer, actor: AuthenticatedActor): SuspensionWritten {
    return { suspension: this.view(suspension, actor), ...rest };
  }

  private view(suspension: Suspension, actor: AuthenticatedActor): SuspensionView {
    const { suspensionId, areaCode, from, to, ground, paper, decidedBy, changedAt, dossierIds, completed } = suspension;
    const today = localDateOf(this.clock.now());
    const mayMoveEnd = !completed && mayActIn(actor, 'deadlines.suspend', { areaCode }, today, this.areas);
    const stated = { areaCode, from, to, ground, paper, decidedBy, changedAt, completed, mayMoveEnd };
    return { id: suspensionId, ...stated, dossiers: dossierIds.length };
  }
}
