import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AuthenticatedActor } from '../permissions/may-act';
import { Substitutions } from '../users/substitutions';
import { Allows, CurrentActor } from './decorators';
import { SubstitutionEndBody, SubstitutionOrderBody, SubstitutionsAnswer } from './substitutions.dto';

/** Who stands in for whom — thay thế người vắng mặt. */
@ApiTags('users')
@Controller('api/substitutions')
export class SubstitutionsController {
  constructor(@Inject(Substitutions) private readonly substitutions: Substitutions) {}

  @Get()
  @Allows('staff.read', { area: 'office of the substitution' })
  @ApiOperation({ operationId: 'listSubstitutions', summary: 'Substitutions that hold or are to come' })
  @ApiOkResponse({ type: SubstitutionsAnswer })
  list(@CurrentActor() actor: AuthenticatedActor): SubstitutionsAnswer {
    return { substitutions: this.substitutions.list(actor) };
  }

  @Post()
  @HttpCode(200)
  @Allows('substitutions.manage', { area: 'office of the substitution' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
  @ApiOperation({ operationId: 'orderSubstitution', summary: 'Giao người thay thế trong một thời gian' })
  @ApiOkResponse({ type: SubstitutionsAnswer })
  async grant(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() { userId, forUserId, role, officeId, from, to, ground }: SubstitutionOrderBody,
  ): Promise<SubstitutionsAnswer> {
    await this.substitutions.grant({ userId, forUserId, role, officeId, from, to, ground }, actor, writing);
    return this.list(actor);
  }

  @Post('endings')
  @HttpCode(200)
  @Allows('substitutions.manage', { area: 'office of the substitution' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
  @ApiOperation({ operationId: 'endSubstitution', summary: 'Kết thúc sớm việc thay thế' })
  @ApiOkResponse({ type: SubstitutionsAnswer })
  async end(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() { userId, forUserId, role, officeId, lastDay }: SubstitutionEndBody,
  ): Promise<SubstitutionsAnswer> {
    await this.substitutions.end({ userId, forUserId, role, officeId }, lastDay, actor, writing);
    return this.list(actor);
  }
}
