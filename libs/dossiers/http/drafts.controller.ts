import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { AfterPosition, WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DraftChecks, type DraftFindings } from '../application/drafts/draft-checks';
import { DraftDesk, type DraftView } from '../application/drafts/draft-desk';
import type { StepAnswer } from '../application/step';
import { DraftList } from '../read-models/drafts/draft-list';
import { DraftSavedAnswer, FileDraftDto, OpenDraftDto, SaveDraftDto } from './draft-form.dto';
import { plain, type Plain } from './plain';
import { pressOf } from './press';
import { RevisionTag } from './revision-tag.interceptor';
import { StepAnswerDto } from './steps.dto';

/** Bản nháp: what people fill in before there is a dossier. Only the owner's; to everybody else there is none. */
@ApiTags('drafts')
@Controller('api/drafts')
@UseInterceptors(RevisionTag)
export class DraftsController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly checks: DraftChecks,
    private readonly list: DraftList,
  ) {}

  @Get()
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'listMyDrafts', summary: 'Open drafts of the person, the newest first' })
  @ApiQuery({
    name: 'after',
    required: false,
    description: 'Wait (at most 2 s) until the list has seen this commit position.',
  })
  async mine(@CurrentActor() actor: AuthenticatedActor, @AfterPosition() after: bigint | undefined) {
    if (after !== undefined) await this.list.waitFor(after);
    return { items: await this.desk.mine(actor) };
  }

  @Post()
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'openDraft', summary: 'Khai hồ sơ mới' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: DraftSavedAnswer })
  async open(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Body() body: OpenDraftDto,
  ): Promise<Plain<DraftSavedAnswer>> {
    return this.desk.open(plain(body).form ?? {}, pressOf(actor, writing));
  }

  @Get(':id')
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'getDraft', summary: 'The form as typed; once filed, the dossier it became' })
  async get(@CurrentActor() actor: AuthenticatedActor, @Param('id') id: string): Promise<DraftView> {
    return this.desk.read(id, actor);
  }

  @Post(':id/savings')
  @HttpCode(200)
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'saveDraft', summary: 'Saves the whole form as typed' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'If-Match', required: true, description: 'W/"<revision seen>"; 412 when another tab saved.' })
  @ApiOkResponse({ type: DraftSavedAnswer })
  async save(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() body: SaveDraftDto,
  ): Promise<Plain<DraftSavedAnswer>> {
    return this.desk.save(id, plain(body).form, pressOf(actor, writing));
  }

  @Post(':id/checks')
  @HttpCode(200)
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({
    operationId: 'checkDraft',
    summary: 'What each section lacks, by the rules of filing and the checks of the procedure; records nothing',
  })
  async check(@CurrentActor() actor: AuthenticatedActor, @Param('id') id: string): Promise<DraftFindings> {
    return this.checks.findings(await this.desk.formOf(id, actor));
  }

  @Post(':id/filing')
  @HttpCode(200)
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'fileDraft', summary: 'Nộp hồ sơ: one dossier however often it is pressed' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'W/"<revision that was looked at>"; 412 when it changed.',
  })
  @ApiOkResponse({ type: StepAnswerDto })
  async file(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
    @Body() { declared }: FileDraftDto,
  ): Promise<StepAnswer> {
    return this.desk.file(id, declared, pressOf(actor, writing));
  }

  @Post(':id/discarding')
  @HttpCode(200)
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'discardDraft', summary: 'Xóa bản nháp' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  async discard(
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
    @Param('id') id: string,
  ) {
    return this.desk.discard(id, pressOf(actor, writing));
  }
}
