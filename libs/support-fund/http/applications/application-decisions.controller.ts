import { plain, pressOf, RevisionTag } from '@hoptac/dossiers';
import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApplicationDecisions } from '../../application/applications/application-decisions';
import { ApplicationSteps } from '../../application/applications/application-steps';
import type { FundStepAnswer } from '../../application/press';
import { FundReasonDto, FundStepAnswerDto } from '../fund/fund.dto';
import { LoanDecisionDto, RejectionDto, SecuritiesDto, SignContractDto, VoteDto } from './application.dto';

/** Steps of deciding and contracting; each answers with revision and position, and is taken once per `Idempotency-Key`. */
@ApiTags('support-fund')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
@ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'W/"<revision seen>"; 412 when the application moved on.',
})
@Controller('api/support-fund/applications')
@UseInterceptors(RevisionTag)
export class ApplicationDecisionsController {
  constructor(
    private readonly steps: ApplicationSteps,
    private readonly decisions: ApplicationDecisions,
  ) {}

  @Post(':id/returns')
  @HttpCode(200)
  @Allows('supportFund.sendBack', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'sendLoanApplicationBack', summary: 'Trả lại cán bộ thẩm định' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async sendBack(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: FundReasonDto,
  ): Promise<FundStepAnswer> {
    return this.steps.sendBack(id, body.reason, pressOf(actor, writing));
  }

  @Post(':id/votes')
  @HttpCode(200)
  @Allows('supportFund.vote', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'voteOnLoanApplication', summary: 'Biểu quyết' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async vote(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: VoteDto,
  ): Promise<FundStepAnswer> {
    return this.steps.vote(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/vote-conclusions')
  @HttpCode(200)
  @Allows('supportFund.concludeVote', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'concludeLoanVote', summary: 'Kết luận biểu quyết' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async conclude(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: FundReasonDto,
  ): Promise<FundStepAnswer> {
    return this.decisions.conclude(id, body.reason, pressOf(actor, writing));
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @Allows('supportFund.decide', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'decideLoanApplication', summary: 'Quyết định cho vay, hoặc từ chối (D45 Art. 23)' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async decide(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: LoanDecisionDto,
  ): Promise<FundStepAnswer> {
    return this.decisions.decide(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/rejections')
  @HttpCode(200)
  @Allows('supportFund.decide', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'rejectLoanApplication', summary: 'Từ chối trước khi trình quyết định' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async reject(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: RejectionDto,
  ): Promise<FundStepAnswer> {
    return this.steps.reject(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/contracts')
  @HttpCode(200)
  @Allows('supportFund.sign', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'signLoanContract', summary: 'Ký hợp đồng tín dụng' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async sign(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: SignContractDto,
  ): Promise<FundStepAnswer> {
    return this.steps.sign(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/securities')
  @HttpCode(200)
  @Allows('supportFund.recordSecurity', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'recordLoanSecurity', summary: 'Ghi nhận hoàn tất biện pháp bảo đảm (D45 Art. 26)' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async recordSecurity(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: SecuritiesDto,
  ): Promise<FundStepAnswer> {
    return this.steps.recordSecurity(id, plain(body.securities), pressOf(actor, writing));
  }
}
