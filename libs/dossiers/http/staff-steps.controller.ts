import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StepAnswer } from '../application/step';
import { StaffSteps } from '../application/staff-steps';
import { plain } from './plain';
import { pressOf } from './press';
import { RevisionTag } from './revision-tag.interceptor';
import { AssignmentDto, CheckConfirmationsDto, DeadlineExtensionDto, DelayExplanationDto } from './staff-steps.dto';
import { StepAnswerDto } from './steps.dto';

/** Steps of the office within its own walls. */
@ApiTags('dossiers')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
@ApiHeader({ name: 'If-Match', required: false, description: 'W/"<revision seen>"; 412 when the dossier moved on.' })
@Controller('api/dossiers')
@UseInterceptors(RevisionTag)
export class StaffStepsController {
  constructor(private readonly steps: StaffSteps) {}

  @Post(':id/assignments')
  @HttpCode(200)
  @Allows('dossiers.assign', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'assignDossier', summary: 'Phân công, phân công lại chuyên viên' })
  @ApiOkResponse({ type: StepAnswerDto })
  async assign(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() { officerId, reason }: AssignmentDto,
  ): Promise<StepAnswer> {
    return this.steps.assign(id, officerId, reason ?? undefined, pressOf(actor, writing));
  }

  @Post(':id/releases')
  @HttpCode(200)
  @Allows('dossiers.claim', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'releaseDossier', summary: 'Trả lại hàng đợi' })
  @ApiOkResponse({ type: StepAnswerDto })
  async release(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
  ): Promise<StepAnswer> {
    return this.steps.release(id, pressOf(actor, writing));
  }

  @Post(':id/check-confirmations')
  @HttpCode(200)
  @Allows('dossiers.examine', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'confirmChecks', summary: 'Đạt, không đạt: kiểm tra của máy và từng tài liệu' })
  @ApiOkResponse({ type: StepAnswerDto })
  async confirmChecks(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: CheckConfirmationsDto,
  ): Promise<StepAnswer> {
    return this.steps.confirmChecks(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/recalls')
  @HttpCode(200)
  @Allows('dossiers.examine', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'recallProposal', summary: 'Rút lại đề xuất' })
  @ApiOkResponse({ type: StepAnswerDto })
  async recall(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
  ): Promise<StepAnswer> {
    return this.steps.recall(id, pressOf(actor, writing));
  }

  @Post(':id/delay-explanations')
  @HttpCode(200)
  @Allows('dossiers.explainDelay', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'explainDelay', summary: 'Xin lỗi và hẹn lại ngày trả kết quả' })
  @ApiOkResponse({ type: StepAnswerDto })
  async explainDelay(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: DelayExplanationDto,
  ): Promise<StepAnswer> {
    return this.steps.explainDelay(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/deadline-extensions')
  @HttpCode(200)
  @Allows('dossiers.extendDeadline', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'extendDeadline', summary: 'Gia hạn giải quyết bằng quyết định' })
  @ApiOkResponse({ type: StepAnswerDto })
  async extend(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: DeadlineExtensionDto,
  ): Promise<StepAnswer> {
    return this.steps.extend(id, plain(body), pressOf(actor, writing));
  }
}
