import type { Executed } from '@hoptac/event-store';
import { systemActor } from '@hoptac/kernel';
import { AppConfig } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import type {
  CaseCommand,
  CommandAnswer,
  CorrespondenceCommands,
  CorrespondenceExchanges,
} from '@workflows/correspondence/correspondence.contract';
import { DossierHistory } from '../application/dossier-history';
import { PaperPress } from '../application/paper-press';
import { CorrespondenceStore } from '../application/stores';
import {
  nextNotice,
  nextPaper,
  type CorrespondenceCommand,
  type CorrespondenceState,
  type OwedNotice,
} from '../domain';
import { mailFacts, mailText } from '../mail/mail-texts';
import { isMailAddress, Mailer, MailRefused } from '../mail/mailer';

const ACTOR = systemActor('correspondence');

type Order = Pick<CorrespondenceCommand, 'type' | 'data'>;

/** Papers and mails of one case; each answers with a fact, however often it is tried. */
@Injectable()
export class CorrespondenceActivities implements CorrespondenceCommands, CorrespondenceExchanges {
  constructor(
    private readonly store: CorrespondenceStore,
    private readonly history: DossierHistory,
    private readonly press: PaperPress,
    private readonly mailer: Mailer,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /** Prints the next owed paper and records what it is. */
  async issuePaper(command: CaseCommand): Promise<CommandAnswer> {
    const { state, revision } = await this.store.load(command.caseId);
    const paper = nextPaper(state);
    if (paper === undefined) return { revision };
    const data = await this.press.first(command.caseId, paper);
    return this.record(command, { type: 'IssuePaper', data });
  }

  /**
   * Sends the next owed notice. Without an address, or refused for good, it has failed; while no server takes it, this throws and is tried again.
   * The address is read from the declaration as of the fact and stays in this method.
   */
  async sendNotice(command: CaseCommand): Promise<CommandAnswer> {
    const { caseId } = command;
    const { state, revision } = await this.store.load(caseId);
    const notice = nextNotice(state);
    if (notice === undefined) return { revision };
    const dossier = await this.history.asOf(caseId, notice.dossierRevision);
    const to = dossier.state.application.headOffice.email;
    if (to === undefined || !isMailAddress(to)) return this.failed(command, notice, 'noAddress');
    const messageId = `${notice.notice}-${String(notice.occurrence)}.${caseId}@${new URL(this.config.publicUrl).hostname}`;
    const words = mailText(notice.notice, mailFacts(dossier.state, this.config.publicUrl));
    try {
      await this.mailer.send({ messageId, to, ...words });
    } catch (error) {
      if (error instanceof MailRefused) return this.failed(command, notice, 'rejected');
      throw error;
    }
    const { notice: kind, occurrence } = notice;
    return this.record(command, { type: 'RecordNoticeSent', data: { notice: kind, occurrence, messageId } });
  }

  /** Nobody took the notice until its limit. */
  async giveUpNotice(command: CaseCommand): Promise<CommandAnswer> {
    const { state, revision } = await this.store.load(command.caseId);
    const notice = nextNotice(state);
    if (notice === undefined || Date.parse(notice.tryUntil) > Date.parse(command.now)) return { revision };
    return this.failed(command, notice, 'noAnswer');
  }

  private failed(
    command: CaseCommand,
    { notice, occurrence }: OwedNotice,
    reason: 'noAddress' | 'rejected' | 'noAnswer',
  ): Promise<CommandAnswer> {
    return this.record(command, { type: 'RecordNoticeFailed', data: { notice, occurrence, reason } });
  }

  private async record({ caseId, now, commandId }: CaseCommand, order: Order): Promise<CommandAnswer> {
    const command = { ...order, metadata: { now, actor: ACTOR, commandId } } as CorrespondenceCommand;
    const executed: Executed<CorrespondenceState> = await this.store.execute(caseId, command, {
      correlationId: caseId,
    });
    return { revision: executed.revision };
  }
}
