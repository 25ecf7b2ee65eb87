import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DossierSteps, type ProposedDecision, type WithdrawalDecision } from '../application/dossier-steps';
import { FileDossierHandler } from '../application/file-dossier';
import type { StepAnswer } from '../application/step';
import { plain } from './plain';
import { pressOf } from './press';
import { RevisionTag } from './revision-tag.interceptor';
import {
  DecisionDto,
  FileDossierDto,
  HandOverDto,
  ReasonDto,
  RequestCorrectionDto,
  ResubmitDto,
  SignedDecisionDto,
  StepAnswerDto,
  WithdrawalDecisionDto,
} from './steps.dto';

/** Steps that people take with founding dossiers; each answers with revision and position, and is taken once per `Idempotency-Key`. */
@ApiTags('dossiers')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
@ApiHeader({ name: 'If-Match', required: false, description: 'W/"<revision seen>"; 412 when the dossier moved on.' })
@Controller('api/dossiers')
@UseInterceptors(RevisionTag)
export class DossierStepsController {
  constructor(
    private readonly filing: FileDossierHandler,
    private readonly steps: DossierSteps,
  ) {}

  @Post()
  @Allows('dossiers.file')
  @ApiOperation({ operationId: 'fileDossier', summary: 'Nộp hồ sơ đăng ký thành lập' })
  @ApiCreatedResponse({ type: StepAnswerDto })
  async file(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: FileDossierDto,
  ): Promise<StepAnswer> {
    return this.filing.file(plain(body), pressOf(actor, writing));
  }

  @Post(':id/claims')
  @HttpCode(200)
  @Allows('dossiers.claim', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'claimDossier', summary: 'Nhận xử lý' })
  @ApiOkResponse({ type: StepAnswerDto })
  async claim(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
  ): Promise<StepAnswer> {
    return this.steps.claim(id, pressOf(actor, writing));
  }

  @Post(':id/correction-requests')
  @HttpCode(200)
  @Allows('dossiers.requestCorrection', { area: 'decidingOffice' })
  @ApiOperation({
    operationId: 'requestCorrection',
    summary: 'Ban hành thông báo yêu cầu sửa đổi, bổ sung hồ sơ (D295 Art. 21)',
  })
  @ApiOkResponse({ type: StepAnswerDto })
  async requestCorrection(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: RequestCorrectionDto,
  ): Promise<StepAnswer> {
    return this.steps.requestCorrection(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/resubmissions')
  @HttpCode(200)
  @Allows('dossiers.resubmit', { area: 'own, or decidingOffice for its clerks' })
  @ApiOperation({ operationId: 'resubmitDossier', summary: 'Nộp hồ sơ sửa đổi, bổ sung' })
  @ApiOkResponse({ type: StepAnswerDto })
  async resubmit(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: ResubmitDto,
  ): Promise<StepAnswer> {
    return this.steps.resubmit(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/examinations')
  @HttpCode(200)
  @Allows('dossiers.examine', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'examineDossier', summary: 'Trình cấp Giấy chứng nhận hoặc trình từ chối' })
  @ApiOkResponse({ type: StepAnswerDto })
  async examine(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: DecisionDto,
  ): Promise<StepAnswer> {
    return this.steps.examine(id, plain(body) as ProposedDecision, pressOf(actor, writing));
  }

  @Post(':id/returns')
  @HttpCode(200)
  @Allows('dossiers.return', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'returnDossier', summary: 'Trả lại chuyên viên' })
  @ApiOkResponse({ type: StepAnswerDto })
  async sendBack(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: ReasonDto,
  ): Promise<StepAnswer> {
    return this.steps.sendBack(id, body.reason, pressOf(actor, writing));
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Allows('dossiers.decide', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'decideDossier', summary: 'Ký và cấp, hoặc từ chối cấp đăng ký (L23 Art. 42.4)' })
  @ApiOkResponse({ type: StepAnswerDto })
  async decide(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: SignedDecisionDto,
  ): Promise<StepAnswer> {
    const { decidedOn, ...decision } = plain(body);
    return this.steps.decide(id, decision as ProposedDecision, pressOf(actor, writing), decidedOn);
  }

  @Post(':id/withdrawal-requests')
  @HttpCode(200)
  @Allows('dossiers.withdraw', { area: 'own' })
  @ApiOperation({ operationId: 'requestWithdrawal', summary: 'Đề nghị dừng thực hiện thủ tục (D295 Art. 19.7)' })
  @ApiOkResponse({ type: StepAnswerDto })
  async requestWithdrawal(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: ReasonDto,
  ): Promise<StepAnswer> {
    return this.steps.requestWithdrawal(id, body.reason, pressOf(actor, writing));
  }

  @Post(':id/withdrawal-decisions')
  @HttpCode(200)
  @Allows('dossiers.decideWithdrawal', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'decideWithdrawal', summary: 'Chấp thuận hoặc không chấp thuận dừng thủ tục' })
  @ApiOkResponse({ type: StepAnswerDto })
  async decideWithdrawal(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: WithdrawalDecisionDto,
  ): Promise<StepAnswer> {
    return this.steps.decideWithdrawal(id, plain(body) as WithdrawalDecision, pressOf(actor, writing));
  }

  @Post(':id/hand-overs')
  @HttpCode(200)
  @Allows('dossiers.handOver', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'handOverResult', summary: 'Trả kết quả giải quyết hồ sơ (D295 Art. 19)' })
  @ApiOkResponse({ type: StepAnswerDto })
  async handOver(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: HandOverDto,
  ): Promise<StepAnswer> {
    return this.steps.handOver(id, plain(body), pressOf(actor, writing));
  }
}
