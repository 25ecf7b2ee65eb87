import type { Executed } from '@hoptac/event-store';
import { Allows, CurrentActor, assertMay, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CorrespondenceStore } from '../application/stores';
import { NOTICE_KINDS, type CorrespondenceState } from '../domain';
import { MailBook } from '../read-models/mail/mail-book';
import type { NoticeRow } from '../read-models/mail/mail.projection';
import { MailListAnswer, NoticeQuery, ResendAnswer, type MailLine } from './papers.dto';

const DEFAULT_LIMIT = 50;

/** Mails of the whole house: what went out, what did not, and sending again. */
@ApiTags('mail')
@Controller('api/notices')
export class NoticesController {
  constructor(
    private readonly store: CorrespondenceStore,
    private readonly book: MailBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('mail.manage')
  @ApiOperation({ operationId: 'listNotices', summary: 'Thư đã gửi, chưa gửi, không gửi được' })
  @ApiOkResponse({ type: MailListAnswer })
  async list(@Query() { status, limit, cursor, after }: NoticeQuery): Promise<MailListAnswer> {
    const current = after === undefined || (await this.book.waitFor(BigInt(after)));
    const page = await this.book.notices(status, { limit: limit ?? DEFAULT_LIMIT, cursor });
    return {
      items: page.items.map(lineOf),
      counts: await this.book.counts(),
      current,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }

  @Post(':noticeId/resends')
  @HttpCode(200)
  @Allows('mail.manage')
  @ApiOperation({ operationId: 'resendNotice', summary: 'Gửi lại: one press, one mail' })
  @ApiOkResponse({ type: ResendAnswer })
  async resend(
    @CurrentActor() actor: AuthenticatedActor,
    @Param('noticeId') noticeId: string,
    @WritingRequest() { commandId, ...seen }: WritingRequestInfo,
  ): Promise<ResendAnswer> {
    const [, caseId = '', notice, occurrence] = /^([A-Za-z0-9-]+)\.([A-Za-z]+)-(\d{1,6})$/.exec(noticeId) ?? [];
    const kind = NOTICE_KINDS.find((known) => known === notice);
    if (kind === undefined) throw notFound('CORRESPONDENCE.NOTICE_UNKNOWN', 'There is no such notice');
    const now = this.clock.now();
    const executed: Executed<CorrespondenceState> = await this.store.execute(
      caseId,
      {
        type: 'OrderResend',
        data: { notice: kind, occurrence: Number(occurrence) },
        metadata: { now, actor: assertMay(actor, 'mail.manage', {}, localDateOf(now)), commandId },
      },
      { correlationId: caseId, ...seen },
    );
    const { revision, position } = executed;
    return { id: noticeId, revision, ...(position === undefined ? {} : { position: position.commit.toString() }) };
  }
}

const lineOf = (row: NoticeRow): MailLine => ({
  id: row.id,
  caseId: row.case_id,
  notice: row.notice,
  occurrence: row.occurrence,
  status: row.status,
  ...(row.reason === null ? {} : { reason: row.reason }),
  resends: row.resends,
  changedAt: row.changed_at,
  revision: row.revision,
});
