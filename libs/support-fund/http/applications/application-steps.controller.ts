import { plain, pressOf, RevisionTag } from '@hoptac/dossiers';
import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApplicationSteps } from '../../application/applications/application-steps';
import { SubmitApplicationHandler } from '../../application/applications/submit-application';
import type { FundStepAnswer } from '../../application/press';
import { FundReasonDto, FundStepAnswerDto } from '../fund/fund.dto';
import { AppraiserDto, BondDto, CompletenessDto, CompletionDto, SubmitApplicationDto } from './application.dto';
import { planFrom } from './plan.dto';
import { ReportDto, termsFrom } from './report.dto';

/** Steps from the application to the appraisal report; each answers with revision and position, and is taken once per `Idempotency-Key`. */
@ApiTags('support-fund')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
@ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'W/"<revision seen>"; 412 when the application moved on.',
})
@Controller('api/support-fund/applications')
@UseInterceptors(RevisionTag)
export class ApplicationStepsController {
  constructor(
    private readonly submission: SubmitApplicationHandler,
    private readonly steps: ApplicationSteps,
  ) {}

  @Post()
  @Allows('supportFund.apply')
  @ApiOperation({ operationId: 'submitLoanApplication', summary: 'Nộp hồ sơ đề nghị vay vốn (D45 Art. 20, 22)' })
  @ApiCreatedResponse({ type: FundStepAnswerDto })
  async submit(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: SubmitApplicationDto,
  ): Promise<FundStepAnswer> {
    const { fundId, borrower, related, plan, documents } = plain(body);
    const submission = { fundId, borrower, related, documents, plan: planFrom(plan) };
    return this.submission.submit(submission, pressOf(actor, writing));
  }

  @Post(':id/completions')
  @HttpCode(200)
  @Allows('supportFund.complete', { area: 'own' })
  @ApiOperation({ operationId: 'completeLoanApplication', summary: 'Bổ sung hồ sơ theo danh sách' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async complete(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: CompletionDto,
  ): Promise<FundStepAnswer> {
    return this.steps.complete(
      id,
      { plan: planFrom(plain(body.plan)), documents: plain(body.documents) },
      pressOf(actor, writing),
    );
  }

  @Post(':id/withdrawals')
  @HttpCode(200)
  @Allows('supportFund.withdraw', { area: 'own' })
  @ApiOperation({ operationId: 'withdrawLoanApplication', summary: 'Rút hồ sơ' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async withdraw(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: FundReasonDto,
  ): Promise<FundStepAnswer> {
    return this.steps.withdraw(id, body.reason, pressOf(actor, writing));
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Allows('supportFund.check', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'checkLoanApplication', summary: 'Hồ sơ đầy đủ, hoặc một danh sách bổ sung' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async check(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: CompletenessDto,
  ): Promise<FundStepAnswer> {
    return body.outcome === 'complete'
      ? this.steps.accept(id, pressOf(actor, writing))
      : this.steps.returnForCompletion(id, plain(body.missing ?? []), pressOf(actor, writing));
  }

  @Post(':id/claims')
  @HttpCode(200)
  @Allows('supportFund.appraise', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'claimLoanApplication', summary: 'Nhận thẩm định' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async claim(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
  ): Promise<FundStepAnswer> {
    return this.steps.claim(id, pressOf(actor, writing));
  }

  @Post(':id/assignments')
  @HttpCode(200)
  @Allows('supportFund.assign', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'assignLoanApplication', summary: 'Phân công thẩm định' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async assign(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: AppraiserDto,
  ): Promise<FundStepAnswer> {
    return this.steps.assign(id, body.appraiserId, body.reason, pressOf(actor, writing));
  }

  @Post(':id/bonds')
  @HttpCode(200)
  @Allows('supportFund.declareBond', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'declareLoanBond', summary: 'Khai báo quan hệ với người vay (xung đột lợi ích)' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async declareBond(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: BondDto,
  ): Promise<FundStepAnswer> {
    return this.steps.declareBond(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/appraisals')
  @HttpCode(200)
  @Allows('supportFund.appraise', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'appraiseLoanApplication', summary: 'Trình báo cáo thẩm định (D45 Art. 22)' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async appraise(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: ReportDto,
  ): Promise<FundStepAnswer> {
    const { unbound, assessments, proposal, ground, reason, terms } = plain(body);
    const judged = { unbound, assessments, proposal, reason, ...(ground === undefined ? {} : { ground }) };
    return this.steps.appraise(id, { ...judged, terms: termsFrom(terms) }, pressOf(actor, writing));
  }
}
