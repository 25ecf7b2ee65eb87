import type { AggregateDefinition, Upcaster } from '@hoptac/kernel';
import { draftContentDecider, type DraftContentCommand, type DraftContentState } from './draft-content.decider';
import { draftDecider, type DraftCommand, type DraftState } from './draft.decider';
import type { DraftContentEvent, DraftEvent } from './draft.events';

/** Streams `draft-<draftId>`: the life of a draft. */
export const draftDefinition: AggregateDefinition<DraftState, DraftCommand, DraftEvent> = {
  category: 'draft',
  decider: draftDecider,
  versions: {
    DraftOpened: 1,
    DraftKept: 1,
    DraftReminded: 1,
    DraftFiled: 1,
    DraftDiscarded: 1,
    DraftExpired: 1,
  },
  upcasters: [],
};

/** Streams `draftContent-<draftId>`: the newest savings, of which the last counts. */
export const draftContentDefinition: AggregateDefinition<DraftContentState, DraftContentCommand, DraftContentEvent> = {
  category: 'draftContent',
  decider: draftContentDecider,
  versions: { DraftSaved: 1, DraftCleared: 1 },
  upcasters: [],
  keepsNewest: 5,
};

/** Every event type of drafts with its newest version, for the event store. */
export const draftCatalogue: { readonly versions: Record<string, number>; readonly upcasters: Upcaster[] } = {
  versions: { ...draftDefinition.versions, ...draftContentDefinition.versions },
  upcasters: [...draftDefinition.upcasters, ...draftContentDefinition.upcasters],
};
