import { RevisionTag } from '@hoptac/dossiers';
import { Allows, AreaTree, assertMay, CurrentActor, mayActIn, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { AfterPosition, PageQuery } from '@hoptac/platform';
import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { votersOf } from '../../application/applications/application-steps';
import { Measuring } from '../../application/applications/measuring';
import { applicationActionsFor } from '../../application/applications/reading-rights';
import { APPLICATION_STATUSES, isSubmitted, type SubmittedApplication } from '../../domain';
import { ApplicationList, type ApplicationFilter } from '../../read-models/applications/application-list';
import type { ApplicationRow, ApplicationTurn } from '../../read-models/applications/applications.projection';
import { FundList } from '../../read-models/funds/fund-list';
import {
  ApplicationEntry,
  ApplicationListAnswer,
  ApplicationView,
  applicationView,
  entriesOf,
  lineOf,
} from './application-view';

const DEFAULT_LIMIT = 50;
const TURNS = ['applicant', 'officer', 'appraiser', 'director', 'council', 'board'] as const;
const bool = ({ value }: { readonly value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Filters of the fund's queue. */
export class ApplicationQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @Matches(/^[0-9a-f-]{36}$/) fundId?: string;
  @ApiPropertyOptional({ enum: APPLICATION_STATUSES }) @IsOptional() @IsIn(APPLICATION_STATUSES) status?: string;
  @ApiPropertyOptional({ enum: TURNS, description: 'To check, to appraise, to decide, to sign.' })
  @IsOptional()
  @IsIn(TURNS)
  waitingFor?: ApplicationTurn;
  @ApiPropertyOptional({ description: 'Account of the appraiser, or `me`.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9:._-]{1,100}$/)
  appraiser?: string;
  @ApiPropertyOptional() @IsOptional() @Transform(bool) @IsBoolean() late?: boolean;
  @ApiPropertyOptional() @IsOptional() @Transform(bool) @IsBoolean() closed?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) q?: string;
}

/** Lists of applications, and one of them with what may be done about it. */
@ApiTags('support-fund')
@Controller('api/support-fund/applications')
@UseInterceptors(RevisionTag)
export class ApplicationsController {
  constructor(
    private readonly list: ApplicationList,
    private readonly funds: FundList,
    private readonly measuring: Measuring,
    private readonly vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('supportFund.list', { area: 'the fund’s office' })
  @ApiOperation({ operationId: 'listLoanApplications', summary: 'The fund’s work, earliest limit first' })
  @ApiOkResponse({ type: ApplicationListAnswer })
  async queue(
    @CurrentActor() actor: AuthenticatedActor,
    @Query() query: ApplicationQuery,
  ): Promise<ApplicationListAnswer> {
    const current = await this.seen(query.after);
    const filter = await this.filterOf(actor, query);
    const [page, total] = await Promise.all([this.list.queue(filter, pageRequest(query)), this.list.count(filter)]);
    return {
      items: page.items.map((row) => lineOf(row, true)),
      total,
      current,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  @Get('mine')
  @Allows('supportFund.readOwn', { area: 'own' })
  @ApiOperation({ operationId: 'listMyLoanApplications', summary: 'Hồ sơ vay vốn của tôi' })
  @ApiOkResponse({ type: ApplicationListAnswer })
  async mine(@CurrentActor() actor: AuthenticatedActor, @Query() query: PageQuery): Promise<ApplicationListAnswer> {
    const current = await this.seen(query.after);
    const page = await this.list.ofApplicant(actor.personId, pageRequest(query));
    return {
      items: page.items.map((row) => lineOf(row, false)),
      current,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  @Get(':id')
  @Allows('supportFund.read', { area: 'own, or the fund’s office' })
  @ApiOperation({
    operationId: 'getLoanApplication',
    summary: 'One application: what is, what is missing, what comes next',
  })
  @ApiOkResponse({ type: ApplicationView })
  @ApiQuery({
    name: 'after',
    required: false,
    description: 'Wait (at most 2 s) until the page has seen this position.',
  })
  async get(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @AfterPosition() after: bigint | undefined,
  ): Promise<ApplicationView> {
    if (after !== undefined) await this.list.waitFor(after);
    const { row, state } = await this.readable(actor, id);
    const now = this.clock.now();
    const around = await this.measuring.fundAt(state.fundId, now);
    const members = votersOf(state, around, now);
    const actions = applicationActionsFor(actor, state, members, localDateOf(now), this.areas);
    return applicationView(row, state, actions, state.applicantId === actor.personId, this.vault);
  }

  @Get(':id/events')
  @Allows('supportFund.read', { area: 'own, or the fund’s office' })
  @ApiOperation({
    operationId: 'listLoanApplicationEvents',
    summary: 'Diễn biến: who did what, when, under which article',
  })
  @ApiOkResponse({ type: [ApplicationEntry] })
  @ApiQuery({ name: 'after', required: false })
  async events(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @AfterPosition() after: bigint | undefined,
  ): Promise<readonly ApplicationEntry[]> {
    if (after !== undefined) await this.list.waitFor(after);
    const { state } = await this.readable(actor, id);
    return entriesOf(await this.list.entries(id), state.applicantId === actor.personId);
  }

  /** The application, for whoever may read it. @throws DomainError `SUPPORT_FUND.APPLICATION_NOT_FOUND`, `IDENTITY.NOT_PERMITTED`. */
  private async readable(
    actor: AuthenticatedActor,
    id: string,
  ): Promise<{ readonly row: ApplicationRow; readonly state: SubmittedApplication }> {
    const row = await this.list.find(id);
    if (row === undefined || !isSubmitted(row.state))
      throw notFound('SUPPORT_FUND.APPLICATION_NOT_FOUND', 'There is no such application');
    const { officeId, applicantId: ownerId } = row.state;
    assertMay(actor, 'supportFund.read', { officeId, ownerId }, localDateOf(this.clock.now()), this.areas);
    return { row, state: row.state };
  }

  private async seen(after: string | undefined): Promise<boolean> {
    return after === undefined || (await this.list.waitFor(BigInt(after)));
  }

  private async filterOf(actor: AuthenticatedActor, query: ApplicationQuery): Promise<ApplicationFilter> {
    const today = localDateOf(this.clock.now());
    const offices = new Set((await this.funds.all()).map((fund) => fund.office_id));
    const officeIds = [...offices].filter((officeId) =>
      mayActIn(actor, 'supportFund.list', { officeId }, today, this.areas),
    );
    const { fundId, status, waitingFor, late, closed = false, q, appraiser } = query;
    const appraiserId = appraiser === 'me' ? actor.personId : appraiser;
    return {
      ...{ officeIds, closed },
      ...(fundId === undefined ? {} : { fundId }),
      ...(status === undefined ? {} : { status }),
      ...(waitingFor === undefined ? {} : { waitingFor }),
      ...(appraiserId === undefined ? {} : { appraiserId }),
      ...(late === undefined ? {} : { late }),
      ...(q === undefined ? {} : { text: q }),
    };
  }
}

const pageRequest = ({ limit, cursor }: PageQuery) => ({
  limit: limit ?? DEFAULT_LIMIT,
  ...(cursor === undefined ? {} : { cursor }),
});
