import { Allows, AreaTree, CurrentActor, assertMay, type Action, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { paperTitle } from '@hoptac/papers';
import { AfterPosition } from '@hoptac/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DossierHistory, type DossierAsOf } from '../application/dossier-history';
import { PaperPress } from '../application/paper-press';
import { PaperPreviews, type PaperDraft } from '../application/paper-previews';
import { MailBook } from '../read-models/mail/mail-book';
import type { CaseMailRow } from '../read-models/mail/mail.projection';
import { CasePapersAnswer, PaperPreviewDto, type NoticeLine, type PaperLine } from './papers.dto';

const PDF = 'application/pdf';

/** Papers of one case: which there are, each as a file, and what one would look like. */
@ApiTags('papers')
@Controller('api/dossiers/:id')
export class CasePapersController {
  constructor(
    private readonly history: DossierHistory,
    private readonly press: PaperPress,
    private readonly previews: PaperPreviews,
    private readonly book: MailBook,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('papers')
  @Allows('dossiers.read', { area: 'own, or decidingOffice' })
  @ApiOperation({
    operationId: 'listCasePapers',
    summary: 'Giấy tờ đã phát hành: issued papers, and how notices fared',
  })
  @ApiOkResponse({ type: CasePapersAnswer })
  @ApiQuery({ name: 'after', required: false, description: 'Wait (at most 2 s) for this commit position.' })
  async list(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @AfterPosition() after: bigint | undefined,
  ): Promise<CasePapersAnswer> {
    await this.readable(actor, 'dossiers.read', id);
    if (after !== undefined) await this.book.waitFor(after);
    return answerOf(await this.book.ofCase(id));
  }

  @Get('papers/:paperId')
  @Allows('dossiers.readPapers', { area: 'own, or decidingOffice' })
  @Header('Cache-Control', 'private, no-store')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @ApiOperation({ operationId: 'getCasePaper', summary: 'One paper, byte for byte as it was issued' })
  @ApiProduces(PDF)
  async file(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @Param('paperId') paperId: string,
  ): Promise<StreamableFile> {
    const { state } = await this.readable(actor, 'dossiers.readPapers', id);
    const { file, issued } = await this.press.again(id, paperId);
    const name = `${state.caseCode}-${issued.paperId}.pdf`.replace(/[^A-Za-z0-9._-]/g, '-');
    return new StreamableFile(file, { type: PDF, disposition: `inline; filename="${name}"`, length: file.length });
  }

  @Post('paper-previews')
  @HttpCode(200)
  @Allows('dossiers.previewPapers', { area: 'decidingOffice' })
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    operationId: 'previewCasePaper',
    summary: 'A paper as it would go out, marked as preview; records nothing',
  })
  @ApiProduces(PDF)
  async preview(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('id') id: string,
    @Body() body: PaperPreviewDto,
  ): Promise<StreamableFile> {
    const dossier = await this.readable(actor, 'dossiers.previewPapers', id);
    const file = await this.previews.of(draftOf(body), dossier, actor);
    return new StreamableFile(file, {
      type: PDF,
      disposition: 'inline; filename="xem-truoc.pdf"',
      length: file.length,
    });
  }

  /** The dossier as it stands, for whoever may. @throws DomainError `DOSSIERS.NOT_FOUND`, `IDENTITY.NOT_PERMITTED`. */
  private async readable(actor: AuthenticatedActor, action: Action, id: string): Promise<DossierAsOf> {
    const dossier = await this.history.latest(id);
    if (dossier === undefined) throw notFound('DOSSIERS.NOT_FOUND', 'There is no such dossier');
    const { decidingOfficeId: officeId, applicantId: ownerId } = dossier.state;
    assertMay(actor, action, { officeId, ownerId }, localDateOf(this.clock.now()), this.areas);
    return dossier;
  }
}

/** The validated body; what does not belong to its kind is left out. */
function draftOf({ kind, defects, ground, reason }: PaperPreviewDto): PaperDraft {
  if (kind === 'correctionNotice') return { kind, defects: defects ?? [] };
  if (kind === 'refusal') return { kind, ground: ground ?? 'conditionsNotMet', reason: reason ?? '' };
  return { kind };
}

function answerOf(row: CaseMailRow | undefined): CasePapersAnswer {
  const { papers, notices } = row?.state ?? { papers: [], notices: [] };
  const timeOf = (key: string): string => row?.times[key] ?? '';
  const issued = papers.flatMap((paper): PaperLine[] => {
    const { paperId: id, kind, occurrence, dossierRevision } = paper;
    if (paper.issued === undefined) return [];
    const { sha256 } = paper.issued;
    const issuedAt = timeOf(`paper/${id}`);
    return [{ id, kind, title: paperTitle(kind), occurrence, issuedAt, sha256, dossierRevision }];
  });
  return {
    papers: issued,
    notices: notices.map(({ notice, occurrence, status, reason }): NoticeLine => {
      const changedAt = timeOf(`notice/${notice}/${String(occurrence)}`);
      return { notice, occurrence, status, changedAt, ...(reason === undefined ? {} : { reason }) };
    }),
    pending: papers.length - issued.length,
  };
}
