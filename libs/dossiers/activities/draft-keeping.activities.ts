import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { systemActor } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';
import type { DraftKeepingCommands } from '@workflows/draft-keeping/draft-keeping.contract';
import { DraftContentStore, DraftStore } from '../application/drafts/draft-stores';
import { draftContentDefinition, draftMustExist } from '../domain';

const ACTOR = systemActor('draft-keeping');

/** What the house does with drafts by itself; each is one command under an id of the workflow's making. */
@Injectable()
export class DraftKeepingActivities implements DraftKeepingCommands {
  constructor(
    private readonly drafts: DraftStore,
    private readonly contents: DraftContentStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  /** Tells the draft when it was saved last; what follows is the draft's own rule. */
  async reviewDraft({ caseId, now, commandId }: CaseCommand): Promise<CommandAnswer> {
    const draft = await this.drafts.load(caseId);
    draftMustExist(draft.state);
    const content = await this.contents.load(caseId);
    const openedAt = draft.state.status === 'Open' ? draft.state.openedAt : now;
    const touchedAt = content.state.status === 'Saved' ? content.state.savedAt : openedAt;
    const { revision } = await this.drafts.execute(
      caseId,
      { type: 'ReviewDraft', data: { touchedAt }, metadata: { now, commandId, actor: ACTOR } },
      { correlationId: caseId },
    );
    return { revision };
  }

  /** First the older savings go out of sight, then the last one is followed by an end; either twice is as good as once. */
  async clearDraft({ caseId, now, commandId }: CaseCommand): Promise<CommandAnswer> {
    await this.events.keepNewest(streamName(draftContentDefinition.category, caseId), 1);
    await this.contents.execute(
      caseId,
      { type: 'ClearDraftContent', data: { draftId: caseId }, metadata: { now, commandId, actor: ACTOR } },
      { correlationId: caseId },
    );
    const { revision } = await this.drafts.load(caseId);
    return { revision };
  }
}
