import { Allows, AreaTree, assertMay, CurrentActor, type Action, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type LocalDate } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BankStatements, type MatchedLine } from '../../application/ledger/bank-statement';
import { LedgerDesk, type LedgerAnswer } from '../../application/ledger/ledger-desk';
import { FundReading } from '../../application/loans/fund-reading';
import { type FoundedFund, type LedgerAccount, type LedgerLine } from '../../domain';
import { LedgerBook } from '../../read-models/loans/ledger-book';
import { LedgerWatch } from '../../read-models/loans/ledger-watch';
import { LoanList } from '../../read-models/loans/loan-list';
import { PortfolioBook } from '../../read-models/loans/portfolio-book';
import {
  BankStatementDto,
  ClosedMonthDto,
  LedgerEntryDto,
  LedgerQuery,
  LoanMomentQuery,
  ReasonDto,
  WhatIfDto,
} from './loans.dto';
import { accountMustExist, plain, pressOf, yearOf } from './reading';

const FORECAST_MONTHS = 24;
const LINES = 200;

/** Portfolio and books of a fund: for any day, in both times; đồng. */
@ApiTags('support-fund-books')
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'On writes: one per press.' })
@Controller('api/support-fund/funds/:fundId')
export class FundBooksController {
  constructor(
    private readonly reading: FundReading,
    private readonly portfolio: PortfolioBook,
    private readonly ledger: LedgerBook,
    private readonly watch: LedgerWatch,
    private readonly loans: LoanList,
    private readonly desk: LedgerDesk,
    private readonly statements: BankStatements,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('portfolio')
  @Allows('supportFund.list', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'readPortfolio', summary: 'Dư nợ, nhóm nợ, dự phòng, mức độ tập trung tại một ngày' })
  async read(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string, @Query() query: LoanMomentQuery) {
    const fund = await this.readable(actor, id, 'supportFund.list');
    if (query.after !== undefined) await this.loans.waitFor(BigInt(query.after));
    const on = query.on ?? this.today();
    const basis = this.reading.basisOf(fund, on);
    return this.portfolio.on(id, on, basis);
  }

  @Get('cash-forecast')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'readCashForecast', summary: 'Kỳ hạn và dự báo dòng tiền 24 tháng, tiền nhàn rỗi' })
  async forecast(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string) {
    await this.readable(actor, id, 'supportFund.readLedger');
    const today = this.today();
    const cash = await this.balanceOf(id, 'cash', today);
    const months = await this.portfolio.forecast(id, today, FORECAST_MONTHS, cash);
    // What is never needed in the months to come may be put into a bank (D45 Art. 38).
    const idle = Math.max(0, Math.min(cash, ...months.map((month) => month.cash)));
    return { on: today, cash, deposits: await this.balanceOf(id, 'bankDeposits', today), idle, months };
  }

  @Get('yearly-statements/:year')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({
    operationId: 'readYearlyStatement',
    summary: 'Báo cáo năm: bảng cân đối, phát sinh, danh mục cuối năm',
  })
  async year(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string, @Param('year') text: string) {
    const fund = await this.readable(actor, id, 'supportFund.readLedger');
    const { from, to } = yearOf(text);
    const through = { bookedThrough: to, valueThrough: to };
    return {
      from,
      to,
      balances: await this.ledger.trialBalance(id, through),
      turnover: await this.ledger.trialBalance(id, { ...through, bookedFrom: from }),
      portfolio: await this.portfolio.on(id, to, this.reading.basisOf(fund, to)),
    };
  }

  @Post('what-ifs')
  @HttpCode(200)
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({
    operationId: 'askWhatIf',
    summary: 'Giả định: lãi suất, hạn mức, mất mùa — chênh lệch từng khoản vay',
  })
  async whatIf(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string, @Body() body: WhatIfDto) {
    const fund = await this.readable(actor, id, 'supportFund.readLedger');
    const { on, rateChange, nothingPaidUntil, singleBorrowerShare } = body;
    const question = {
      on: on ?? this.today(),
      ...(rateChange === undefined ? {} : { rateChange }),
      ...(nothingPaidUntil === undefined ? {} : { nothingPaidUntil }),
      ...(singleBorrowerShare === undefined ? {} : { singleBorrowerShare }),
    };
    const capital = this.reading.basisOf(fund, question.on)?.actualCharterCapital;
    return { on: question.on, loans: await this.portfolio.whatIf(id, question, capital) };
  }

  @Get('trial-balance')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({
    operationId: 'readTrialBalance',
    summary: 'Bảng cân đối phát sinh, theo ngày hạch toán và ngày giá trị',
  })
  async trialBalance(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('fundId') id: string,
    @Query() query: LedgerQuery,
  ) {
    await this.readable(actor, id, 'supportFund.readLedger');
    if (query.after !== undefined) await this.ledger.waitFor(BigInt(query.after));
    const moment = this.momentOf(query);
    return { ...moment, accounts: await this.ledger.trialBalance(id, moment, query.loan) };
  }

  @Get('loan-sub-ledger')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'readLoanSubLedger', summary: 'Sổ chi tiết theo khoản vay của một tài khoản' })
  async subLedger(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string, @Query() query: LedgerQuery) {
    await this.readable(actor, id, 'supportFund.readLedger');
    const moment = this.momentOf(query);
    const account = accountMustExist(query.account ?? 'loanPrincipal');
    return { ...moment, account, loans: await this.ledger.byLoan(id, account, moment) };
  }

  @Get('ledger-lines')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listLedgerLines', summary: 'Bút toán, mới nhất trước' })
  async lines(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string, @Query() query: LedgerQuery) {
    await this.readable(actor, id, 'supportFund.readLedger');
    const items = await this.ledger.lines(id, {
      limit: LINES,
      ...(query.loan === undefined ? {} : { loanId: query.loan }),
      ...(query.account === undefined ? {} : { account: query.account }),
      ...(query.before === undefined ? {} : { before: query.before }),
    });
    return { items, ...(await this.desk.open(id)) };
  }

  @Get('reconciliation')
  @Allows('supportFund.readLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'reconcileLoans', summary: 'Đối chiếu: tổng các khoản vay và tài khoản tổng hợp' })
  async reconcile(@CurrentActor() actor: AuthenticatedActor, @Param('fundId') id: string) {
    await this.readable(actor, id, 'supportFund.readLedger');
    const agreement = await this.watch.compare(id);
    return agreement === undefined ? { compared: false } : { compared: true, ...agreement };
  }

  @Post('ledger-entries')
  @HttpCode(200)
  @Allows('supportFund.keepLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'prepareLedgerEntry', summary: 'Lập bút toán: góp vốn, tài trợ, chi phí, tiền gửi' })
  prepare(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') id: string,
    @Body() body: LedgerEntryDto,
  ): Promise<LedgerAnswer> {
    const { valueOn, text, lines } = plain(body);
    const checked = lines.map(({ account, amount }): LedgerLine => ({ account: accountMustExist(account), amount }));
    return this.desk.prepare(id, { valueOn, text, lines: checked }, pressOf(actor, writing));
  }

  @Post('ledger-entries/:entryId/postings')
  @HttpCode(200)
  @Allows('supportFund.postLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'postLedgerEntry', summary: 'Ghi sổ, bởi người khác' })
  post(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') id: string,
    @Param('entryId') entryId: string,
  ): Promise<LedgerAnswer> {
    return this.desk.post(id, entryId, pressOf(actor, writing));
  }

  @Post('ledger-entries/:entryId/reversals')
  @HttpCode(200)
  @Allows('supportFund.keepLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'reverseLedgerEntry', summary: 'Lập bút toán đảo' })
  reverse(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') id: string,
    @Param('entryId') entryId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<LedgerAnswer> {
    return this.desk.reverse(id, entryId, reason, pressOf(actor, writing));
  }

  @Post('ledger-entries/:entryId/drops')
  @HttpCode(200)
  @Allows('supportFund.keepLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'dropLedgerEntry', summary: 'Bỏ bút toán chưa ghi sổ' })
  drop(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') id: string,
    @Param('entryId') entryId: string,
  ): Promise<LedgerAnswer> {
    return this.desk.drop(id, entryId, pressOf(actor, writing));
  }

  @Post('closed-months')
  @HttpCode(200)
  @Allows('supportFund.postLedger', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'closeLedgerMonth', summary: 'Khóa sổ tháng' })
  close(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('fundId') id: string,
    @Body() { month }: ClosedMonthDto,
  ): Promise<LedgerAnswer> {
    return this.desk.close(id, month, pressOf(actor, writing));
  }

  @Post('bank-statement-matches')
  @HttpCode(200)
  @Allows('supportFund.recordReceipt', { area: 'decidingOffice' })
  @ApiOperation({
    operationId: 'matchBankStatement',
    summary: 'Đọc sao kê CSV và tìm khoản vay cho từng dòng; chưa ghi gì',
  })
  async match(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('fundId') id: string,
    @Body() { csv }: BankStatementDto,
  ): Promise<{ readonly lines: readonly MatchedLine[] }> {
    await this.readable(actor, id, 'supportFund.recordReceipt');
    return { lines: await this.statements.match(id, csv) };
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }

  private momentOf({ booked, value }: LedgerQuery) {
    const bookedThrough = booked ?? this.today();
    return { bookedThrough, valueThrough: value ?? bookedThrough };
  }

  private async balanceOf(fundId: string, account: LedgerAccount, on: LocalDate): Promise<number> {
    const accounts = await this.ledger.trialBalance(fundId, { bookedThrough: on, valueThrough: on });
    return accounts.find((one) => one.account === account)?.balance ?? 0;
  }

  private async readable(actor: AuthenticatedActor, fundId: string, action: Action): Promise<FoundedFund> {
    const fund = await this.reading.fund(fundId);
    assertMay(actor, action, { officeId: fund.officeId, areaCode: fund.areaCode }, this.today(), this.areas);
    return fund;
  }
}
