import { notAllowedNow, unreachable, type Command, type Decider, type Instant } from '@hoptac/kernel';
import type { Sealed } from '@hoptac/registry/domain';
import type { DraftContentEvent } from './draft.events';

/** Saves the whole content as typed. */
export type SaveDraftContent = Command<'SaveDraftContent', { draftId: string; content: Sealed }>;
/** Leaves nothing to read, once the draft has ended. */
export type ClearDraftContent = Command<'ClearDraftContent', { draftId: string }>;
export type DraftContentCommand = SaveDraftContent | ClearDraftContent;

/** What was saved last. */
export type DraftContentState =
  | { readonly status: 'Empty' }
  | { readonly status: 'Saved'; readonly content: Sealed; readonly savedAt: Instant }
  | { readonly status: 'Cleared' };

/** Each event says everything, so any tail of the stream gives the same state. */
export const draftContentDecider: Decider<DraftContentState, DraftContentCommand, DraftContentEvent> = {
  initialState: () => ({ status: 'Empty' }),
  evolve: (_, event) => {
    switch (event.type) {
      case 'DraftSaved':
        return { status: 'Saved', content: event.data.content, savedAt: event.data.savedAt };
      case 'DraftCleared':
        return { status: 'Cleared' };
      default:
        return unreachable(event, 'event of a draft’s content');
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'SaveDraftContent':
        if (state.status === 'Cleared')
          throw notAllowedNow('DOSSIERS.DRAFT_ENDED', 'The draft has ended', { status: state.status });
        return [{ type: 'DraftSaved', data: { ...command.data, savedAt: command.metadata.now } }];
      case 'ClearDraftContent':
        return state.status === 'Cleared' ? [] : [{ type: 'DraftCleared', data: command.data }];
      default:
        return unreachable(command, 'command on a draft’s content');
    }
  },
};
