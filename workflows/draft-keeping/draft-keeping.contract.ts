import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';

/** What the house does with a draft by itself. All are idempotent by command id. */
export interface DraftKeepingCommands {
  /** Looks at a draft whose days of rest are over → `DraftKept`, `DraftReminded` or `DraftExpired`. */
  reviewDraft(command: CaseCommand): Promise<CommandAnswer>;
  /** The draft has ended: nothing of its content stays readable → `DraftCleared`. */
  clearDraft(command: CaseCommand): Promise<CommandAnswer>;
}

/** Category of the drafts' lives. */
export const DRAFT_CATEGORY = 'draft';

/** Name under which the workflow is registered; never changes while a run is open. */
export const DRAFT_WORKFLOW = 'draftKeeping';

/** Workflow id of a draft. */
export const draftKeepingWorkflowId = (draftId: string): string => `draft-keeping:${draftId}`;

/** Every command, so that the worker can prove each is registered. */
export const DRAFT_COMMANDS: readonly (keyof DraftKeepingCommands)[] = ['reviewDraft', 'clearDraft'];
