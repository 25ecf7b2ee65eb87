import { Allows, AreaTree, assertMay, CurrentActor, rolesAllowed, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { LoanAnswer } from '../../application/loans/loan-answer';
import { LoanDesk } from '../../application/loans/loan-desk';
import { scheduleVersions } from '../../domain';
import { LoanList } from '../../read-models/loans/loan-list';
import type { LoanRow } from '../../read-models/loans/loans.projection';
import { loanLine, loanView } from './loan-view';
import {
  LoanListQuery,
  LoanMomentQuery,
  LoanOpeningDto,
  LoanStepDto,
  ReasonDto,
  ReceiptDto,
  StepReleaseDto,
  UseInspectionDto,
} from './loans.dto';
import { orderedStep } from './ordered-step';
import { plain, pressOf } from './reading';

const DEFAULT_LIMIT = 50;

/** Loans after the signed contract. Every amount is đồng; every position is counted for the day asked, as known at the instant asked. */
@ApiTags('support-fund-loans')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'On writes: one per press.' })
@Controller('api/support-fund/loans')
export class LoansController {
  constructor(
    private readonly desk: LoanDesk,
    private readonly list: LoanList,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Allows('supportFund.openLoan', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'openLoan', summary: 'Mở khoản vay từ hợp đồng đã ký' })
  open(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() { applicationId }: LoanOpeningDto,
  ): Promise<LoanAnswer> {
    return this.desk.open(applicationId, pressOf(actor, writing));
  }

  @Get()
  @Allows('supportFund.list', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listLoans', summary: 'Loans of the reader’s funds, by contract number' })
  async page(@CurrentActor() actor: AuthenticatedActor, @Query() query: LoanListQuery) {
    const current = query.after === undefined || (await this.list.waitFor(BigInt(query.after)));
    const reach = new Set(rolesAllowed('supportFund.list').map(({ role }) => role as string));
    const offices = actor.assignments.flatMap(({ role, officeId }) =>
      reach.has(role) && officeId !== undefined ? [officeId] : [],
    );
    const filter = {
      offices,
      ...(query.fund === undefined ? {} : { fundId: query.fund }),
      ...(query.status === undefined ? {} : { status: query.status }),
      ...(query.q === undefined ? {} : { q: query.q }),
    };
    const { rows, next } = await this.list.page(filter, query.limit ?? DEFAULT_LIMIT, query.cursor);
    const today = localDateOf(this.clock.now());
    return { items: rows.map((row) => loanLine(row, today)), current, ...(next === undefined ? {} : { next }) };
  }

  @Get('mine')
  @Allows('supportFund.readOwn')
  @ApiOperation({ operationId: 'listMyLoans', summary: 'Khoản vay của tôi' })
  async mine(@CurrentActor() actor: AuthenticatedActor, @Query() query: LoanListQuery) {
    const current = query.after === undefined || (await this.list.waitFor(BigInt(query.after)));
    const limit = query.limit ?? DEFAULT_LIMIT;
    const { rows, next } = await this.list.page({ ownerId: actor.personId }, limit, query.cursor);
    const today = localDateOf(this.clock.now());
    return { items: rows.map((row) => loanLine(row, today)), current, ...(next === undefined ? {} : { next }) };
  }

  @Get(':id')
  @Allows('supportFund.read', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'readLoan', summary: 'One loan on any day, as known at any instant' })
  async read(@CurrentActor() actor: AuthenticatedActor, @Param('id') id: string, @Query() query: LoanMomentQuery) {
    const current = query.after === undefined || (await this.list.waitFor(BigInt(query.after)));
    const row = await this.readable(actor, id);
    return { ...loanView(row, query.on ?? localDateOf(this.clock.now()), query.knownAt, actor), current };
  }

  @Get(':id/schedules')
  @Allows('supportFund.read', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listLoanSchedules', summary: 'Every schedule that was ever in force, as known then' })
  async schedules(@CurrentActor() actor: AuthenticatedActor, @Param('id') id: string, @Query() query: LoanMomentQuery) {
    const { state } = await this.readable(actor, id);
    return { versions: scheduleVersions(state, query.on ?? localDateOf(this.clock.now()), query.knownAt) };
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allows('supportFund.prepareMoney', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'prepareLoanStep', summary: 'Lập đề nghị: giải ngân, cơ cấu lại, miễn lãi …' })
  prepare(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: LoanStepDto,
  ): Promise<LoanAnswer> {
    const effectiveOn = body.effectiveOn ?? localDateOf(this.clock.now());
    return this.desk.propose(id, orderedStep(plain(body)), effectiveOn, pressOf(actor, writing));
  }

  @Post(':id/steps/:stepId/releases')
  @HttpCode(200)
  @Allows('supportFund.releaseMoney', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'releaseLoanStep', summary: 'Duyệt đề nghị, bởi người khác' })
  release(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @Body() body: StepReleaseDto,
  ): Promise<LoanAnswer> {
    return this.desk.release(id, stepId, plain(body).creditCheck, pressOf(actor, writing));
  }

  @Post(':id/steps/:stepId/drops')
  @HttpCode(200)
  @Allows('supportFund.prepareMoney', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'dropLoanStep', summary: 'Bỏ đề nghị' })
  drop(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Param('stepId') stepId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<LoanAnswer> {
    return this.desk.drop(id, stepId, reason, pressOf(actor, writing));
  }

  @Post(':id/receipts')
  @HttpCode(200)
  @Allows('supportFund.recordReceipt', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'recordLoanReceipt', summary: 'Thu nợ theo một dòng sao kê' })
  receive(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: ReceiptDto,
  ): Promise<LoanAnswer> {
    const { reference, on, amount, text, extra } = body;
    const line = { reference, on, amount, text: text ?? '', extra: extra ?? 'hold' };
    return this.desk.receive(id, line, pressOf(actor, writing));
  }

  @Post(':id/inspections')
  @HttpCode(200)
  @Allows('supportFund.inspectUse', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'inspectLoanUse', summary: 'Kiểm tra sử dụng vốn vay' })
  inspect(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: UseInspectionDto,
  ): Promise<LoanAnswer> {
    return this.desk.inspect(id, plain(body), pressOf(actor, writing));
  }

  @Post(':id/borrower-reviews')
  @HttpCode(200)
  @Allows('supportFund.inspectUse', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'reviewLoanBorrower', summary: 'Rà soát bên vay theo sổ đăng ký' })
  review(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<LoanAnswer> {
    return this.desk.reviewBorrower(id, reason, pressOf(actor, writing));
  }

  @Post(':id/security-releases')
  @HttpCode(200)
  @Allows('supportFund.inspectUse', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'releaseLoanSecurity', summary: 'Giải chấp tài sản bảo đảm' })
  releaseSecurity(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<LoanAnswer> {
    return this.desk.releaseSecurity(id, reason, pressOf(actor, writing));
  }

  private async readable(actor: AuthenticatedActor, id: string): Promise<LoanRow> {
    const row = await this.list.find(id);
    if (row === undefined) throw notFound('SUPPORT_FUND.LOAN_NOT_FOUND', 'There is no such loan');
    const subject = { officeId: row.office_id, ...(row.owner_id === null ? {} : { ownerId: row.owner_id }) };
    assertMay(actor, 'supportFund.read', subject, localDateOf(this.clock.now()), this.areas);
    return row;
  }
}
