import { Chronicle, momentView, type Moment } from '@hoptac/chronicle';
import { Allows, AreaTree, assertMay, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { AfterPosition, PageQuery } from '@hoptac/platform';
import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CaseHistory } from '../application/case-history';
import { DueDateExplanations, type DueDateExplanation } from '../application/due-date-explanations';
import { actionsFor, desksOf, listableOffices } from '../application/reading-rights';
import { isFiled, type FiledDossier } from '../domain';
import { CasePages } from '../read-models/case-page/case-page';
import type { CaseRow } from '../read-models/case-page/case-page.projection';
import { MyDossiers } from '../read-models/my-dossiers/my-dossiers';
import { Queue, type QueueFilter } from '../read-models/queue/queue';
import { CaseEntry, entryOf, TimelineQuery } from './case-entry';
import { caseView, type CaseView } from './case-view';
import { lineOf } from './line-view';
import type { Plain } from './plain';
import { DossierListAnswer, QueueQuery } from './queue.dto';
import { RevisionTag } from './revision-tag.interceptor';

const DEFAULT_LIMIT = 50;

/** Lists of dossiers, and one case with what may be done about it. */
@ApiTags('dossiers')
@Controller('api/dossiers')
@UseInterceptors(RevisionTag)
export class DossiersController {
  constructor(
    private readonly queue: Queue,
    private readonly mine: MyDossiers,
    private readonly cases: CasePages,
    private readonly history: CaseHistory,
    private readonly chronicle: Chronicle,
    private readonly explanations: DueDateExplanations,
    private readonly vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('dossiers.list', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listDossiers', summary: 'The queue of the reader’s offices, earliest limit first' })
  @ApiOkResponse({ type: DossierListAnswer })
  async list(@CurrentActor() actor: AuthenticatedActor, @Query() query: QueueQuery): Promise<Plain<DossierListAnswer>> {
    const moment = await this.chronicle.moment(query.asOf);
    const wanted = query.after === undefined ? moment?.position : BigInt(query.after);
    const current = wanted === undefined || (await this.queue.waitFor(wanted));
    const asOf = moment === undefined ? {} : { asOf: moment.position };
    const filter = this.filterOf(actor, query);
    const [page, total] = await Promise.all([
      this.queue.page(filter, { ...pageRequest(query), ...asOf }),
      this.queue.count(filter, moment?.position),
    ]);
    return {
      items: page.items.map(lineOf),
      total,
      current,
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(moment === undefined ? {} : { asOf: momentView(moment) }),
    };
  }

  @Get('mine')
  @Allows('dossiers.readOwn', { area: 'own' })
  @ApiOperation({ operationId: 'listMyDossiers', summary: 'Hồ sơ của tôi' })
  @ApiOkResponse({ type: DossierListAnswer })
  async listMine(
    @CurrentActor() actor: AuthenticatedActor,
    @Query() query: PageQuery,
  ): Promise<Plain<DossierListAnswer>> {
    const current = query.after === undefined || (await this.mine.waitFor(BigInt(query.after)));
    const page = await this.mine.page(actor.personId, pageRequest(query));
    return { items: page.items.map(lineOf), current, ...(page.next === undefined ? {} : { next: page.next }) };
  }

  @Get(':id')
  @Allows('dossiers.read', { area: 'own, or decidingOffice' })
  @ApiOperation({
    operationId: 'getDossier',
    summary: 'One case: content, checks, papers, limits, and the actions allowed now',
  })
  @ApiQuery({
    name: 'after',
    required: false,
    description: 'Wait (at most 2 s) until the page has seen this commit position.',
  })
  @ApiQuery({ name: 'asOf', required: false, description: 'As it stood at this instant or commit position.' })
  async get(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @AfterPosition() after: bigint | undefined,
    @Query('asOf') asOf: string | undefined,
  ): Promise<CaseView> {
    if (after !== undefined) await this.cases.waitFor(after);
    const moment = await this.chronicle.moment(asOf);
    const { row, state } = await this.readable(actor, id, moment);
    // Who looks back writes nothing.
    const actions = moment ? [] : actionsFor(actor, state, localDateOf(this.clock.now()), this.areas);
    const own = state.applicantId === actor.personId;
    const view = await caseView(row, state, actions, own ? 'full' : 'masked', this.vault);
    return moment === undefined ? view : { ...view, asOf: momentView(moment) };
  }

  @Get(':id/events')
  @Allows('dossiers.read', { area: 'own, or decidingOffice' })
  @ApiOperation({ operationId: 'listDossierEvents', summary: 'Diễn biến: who did what, when, under which article' })
  @ApiOkResponse({ type: [CaseEntry] })
  async timeline(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @Query() { after, asOf, afterRevision }: TimelineQuery,
  ): Promise<readonly Plain<CaseEntry>[]> {
    if (after !== undefined) await this.cases.waitFor(BigInt(after));
    const moment = await this.chronicle.moment(asOf);
    const { state } = await this.readable(actor, id, moment);
    const entries = await this.cases.entries(id, afterRevision, moment?.position);
    return entries.map((row) => entryOf(row, state.applicantId === actor.personId));
  }

  @Get(':id/due-date-explanation')
  @Allows('dossiers.read', { area: 'own, or decidingOffice' })
  @ApiOperation({
    operationId: 'explainDueDate',
    summary: 'The running limit day by day: which day counts, which does not, and why',
  })
  async explain(@CurrentActor() actor: AuthenticatedActor, @Param('id') id: string): Promise<DueDateExplanation> {
    await this.readable(actor, id);
    return this.explanations.ofRunningLimit(id);
  }

  /** The case, for whoever may read it. @throws DomainError `DOSSIERS.NOT_FOUND`, `IDENTITY.NOT_PERMITTED`. */
  private async readable(
    actor: AuthenticatedActor,
    id: string,
    moment?: Moment,
  ): Promise<{ row: CaseRow; state: FiledDossier }> {
    const row = moment === undefined ? await this.cases.find(id) : await this.history.at(id, moment.position);
    if (row === undefined || !isFiled(row.state)) throw notFound('DOSSIERS.NOT_FOUND', 'There is no such dossier');
    const { decidingOfficeId: officeId, applicantId: ownerId } = row.state;
    assertMay(actor, 'dossiers.read', { officeId, ownerId }, localDateOf(this.clock.now()), this.areas);
    return { row, state: row.state };
  }

  private filterOf(actor: AuthenticatedActor, query: QueueQuery): QueueFilter {
    const officeIds = listableOffices(actor, localDateOf(this.clock.now()), this.areas);
    const officerIds =
      query.officer === undefined ? undefined : query.officer === 'me' ? desksOf(actor) : [query.officer];
    return {
      officeIds: query.office === undefined ? officeIds : officeIds.filter((office) => office === query.office),
      closed: query.closed ?? query.resultOwed ?? false,
      ...(query.status === undefined ? {} : { status: query.status }),
      ...(officerIds === undefined ? {} : { officerIds }),
      ...(query.unassigned === undefined ? {} : { unassigned: query.unassigned }),
      ...(query.late === undefined ? {} : { late: query.late }),
      ...(query.dueFrom === undefined ? {} : { dueFrom: query.dueFrom }),
      ...(query.dueTo === undefined ? {} : { dueTo: query.dueTo }),
      ...(query.resultOwed === undefined ? {} : { resultOwed: query.resultOwed }),
      ...(query.q === undefined ? {} : { text: query.q }),
    };
  }
}

const pageRequest = ({ limit, cursor }: PageQuery) => ({
  limit: limit ?? DEFAULT_LIMIT,
  ...(cursor === undefined ? {} : { cursor }),
});
