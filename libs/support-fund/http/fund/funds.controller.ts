import { RevisionTag, plain, pressOf } from '@hoptac/dossiers';
import { Allows, AreaTree, assertMay, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, invalidInput, isInstant, isLocalDate, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { AfterPosition, WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { FundDesk } from '../../application/fund/fund-desk';
import type { FundStepAnswer } from '../../application/press';
import { FundStore } from '../../application/stores';
import type { FoundedFund } from '../../domain';
import { FundList } from '../../read-models/funds/fund-list';
import { booksView, FundBooksView, FundListAnswer, FundView, fundView } from './fund-view';
import { AppointmentDto, CapitalChangeDto, FoundFundDto, FundReasonDto, FundStepAnswerDto } from './fund.dto';
import { ProposePolicyDto } from './policy.dto';

/** Funds: who they are, what capital they have, by which rules they lend; changes of these by two persons. */
@ApiTags('support-fund')
@Controller('api/support-fund/funds')
@UseInterceptors(RevisionTag)
export class FundsController {
  constructor(
    private readonly desk: FundDesk,
    private readonly store: FundStore,
    private readonly list: FundList,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('supportFund.readFund')
  @ApiOperation({ operationId: 'listSupportFunds', summary: 'Các Quỹ hỗ trợ phát triển hợp tác xã' })
  @ApiOkResponse({ type: FundListAnswer })
  @ApiQuery({ name: 'after', required: false })
  async all(@AfterPosition() after: bigint | undefined): Promise<FundListAnswer> {
    if (after !== undefined) await this.list.waitFor(after);
    const today = localDateOf(this.clock.now());
    const rows = await this.list.all();
    return {
      items: rows.flatMap(({ state, revision }) =>
        state.status === 'Founded' ? [fundView(state, revision, today)] : [],
      ),
    };
  }

  @Get(':fundId')
  @Allows('supportFund.readFund')
  @ApiOperation({
    operationId: 'getSupportFund',
    summary: 'Vốn điều lệ thực có và quy chế cho vay: on a day, as known at an instant',
  })
  @ApiOkResponse({ type: FundView })
  @ApiQuery({
    name: 'on',
    required: false,
    description: 'Day for which capital and rules are asked; today unless given.',
  })
  @ApiQuery({ name: 'knownAt', required: false, description: 'Capital as it was known at this instant.' })
  async get(
    @Param('fundId') fundId: string,
    @Query('on') on: string | undefined,
    @Query('knownAt') knownAt: string | undefined,
  ): Promise<FundView> {
    const { fund, revision } = await this.founded(fundId);
    const day = on ?? localDateOf(this.clock.now());
    if (!isLocalDate(day)) throw invalidInput('SUPPORT_FUND.DAY_INVALID', 'Not a day', { on: day });
    if (knownAt !== undefined && !isInstant(knownAt))
      throw invalidInput('SUPPORT_FUND.INSTANT_INVALID', 'Not an instant', { knownAt });
    return fundView(fund, revision, day, knownAt);
  }

  @Get(':fundId/books')
  @Allows('supportFund.list', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'getSupportFundBooks', summary: 'Every capital entry, policy and body, and what waits' })
  @ApiOkResponse({ type: FundBooksView })
  async books(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') fundId: string): Promise<FundBooksView> {
    const { fund } = await this.founded(fundId);
    const today = localDateOf(this.clock.now());
    assertMay(actor, 'supportFund.list', { officeId: fund.officeId }, today, this.areas);
    return booksView(fund, today);
  }

  @Post()
  @Allows('supportFund.found')
  @ApiOperation({ operationId: 'foundSupportFund', summary: 'Thành lập Quỹ' })
  @ApiCreatedResponse({ type: FundStepAnswerDto })
  async found(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: FoundFundDto,
  ): Promise<FundStepAnswer> {
    return this.desk.found(plain(body), pressOf(actor, writing));
  }

  @Post(':fundId/capital-changes')
  @HttpCode(200)
  @Allows('supportFund.proposeChange', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'proposeFundCapital', summary: 'Đề nghị ghi nhận thay đổi vốn' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async proposeCapital(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') fundId: string,
    @Body() body: CapitalChangeDto,
  ): Promise<FundStepAnswer> {
    return this.desk.proposeCapital(fundId, plain(body), pressOf(actor, writing));
  }

  @Post(':fundId/policies')
  @HttpCode(200)
  @Allows('supportFund.proposeChange', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'proposeFundPolicy', summary: 'Đề nghị ban hành quy chế cho vay (D45 Art. 31)' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async proposePolicy(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') fundId: string,
    @Body() body: ProposePolicyDto,
  ): Promise<FundStepAnswer> {
    return this.desk.proposePolicy(fundId, plain(body), pressOf(actor, writing));
  }

  @Post(':fundId/changes/:changeId/confirmations')
  @HttpCode(200)
  @Allows('supportFund.confirmChange', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'confirmFundChange', summary: 'Xác nhận thay đổi: the second of four eyes' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async confirm(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') fundId: string,
    @Param('changeId') changeId: string,
  ): Promise<FundStepAnswer> {
    return this.desk.confirm(fundId, changeId, pressOf(actor, writing));
  }

  @Post(':fundId/changes/:changeId/refusals')
  @HttpCode(200)
  @Allows('supportFund.confirmChange', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'refuseFundChange', summary: 'Không xác nhận thay đổi' })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async refuse(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') fundId: string,
    @Param('changeId') changeId: string,
    @Body() body: FundReasonDto,
  ): Promise<FundStepAnswer> {
    return this.desk.refuse(fundId, changeId, body.reason, pressOf(actor, writing));
  }

  @Post(':fundId/appointments')
  @HttpCode(200)
  @Allows('supportFund.appoint', { area: 'the fund’s office' })
  @ApiOperation({
    operationId: 'appointFundBody',
    summary: 'Hội đồng tín dụng, Hội đồng quản lý: members from a day on',
  })
  @ApiOkResponse({ type: FundStepAnswerDto })
  async appoint(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') fundId: string,
    @Body() body: AppointmentDto,
  ): Promise<FundStepAnswer> {
    return this.desk.appoint(fundId, plain(body), pressOf(actor, writing));
  }

  private async founded(fundId: string): Promise<{ readonly fund: FoundedFund; readonly revision: number }> {
    const { state, revision } = await this.store.load(fundId);
    if (state.status === 'Unknown') throw notFound('SUPPORT_FUND.FUND_NOT_FOUND', 'There is no such fund');
    return { fund: state, revision };
  }
}
