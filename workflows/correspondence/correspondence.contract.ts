import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

export type { CaseCommand, CommandAnswer };

/** Commands of the correspondence that need nobody else. Idempotent by command id. */
export interface CorrespondenceCommands {
  /** The limit of the next owed notice passed → `CorrespondenceNoticeFailed`. */
  giveUpNotice(command: CaseCommand): Promise<CommandAnswer>;
}

/** Slow ones: printing takes the processor for a while, the mail server may be away. */
export interface CorrespondenceExchanges {
  /** Prints the next owed paper → `CorrespondencePaperIssued` (L23 Art. 42.4; D295 Art. 19, 21, 32). */
  issuePaper(command: CaseCommand): Promise<CommandAnswer>;
  /** Sends the next owed notice → `CorrespondenceNoticeSent` or `CorrespondenceNoticeFailed`. */
  sendNotice(command: CaseCommand): Promise<CommandAnswer>;
}

/** Task queue of its own: nothing here may hold up a procedure. */
export const CORRESPONDENCE_QUEUE = 'correspondence';

export const correspondenceWorkflowId = (caseId: string): string => `correspondence:${caseId}`;

/** Category of the streams it follows. */
export const CORRESPONDENCE_CATEGORY = 'correspondence';

/** Name under which the workflow is registered; never changes while a run is open. */
export const CORRESPONDENCE_WORKFLOW = 'correspondence';

export const CORRESPONDENCE_COMMANDS: readonly (keyof CorrespondenceCommands)[] = ['giveUpNotice'];
export const CORRESPONDENCE_EXCHANGES: readonly (keyof CorrespondenceExchanges)[] = ['issuePaper', 'sendNotice'];
