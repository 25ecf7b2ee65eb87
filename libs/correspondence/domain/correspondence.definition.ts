import type { AggregateDefinition, Upcaster } from '@hoptac/kernel';
import { correspondenceDecider, type CorrespondenceCommand } from './correspondence.decider';
import type { CorrespondenceEvent } from './correspondence.events';
import type { CorrespondenceState } from './correspondence.state';

export const correspondenceDefinition: AggregateDefinition<
  CorrespondenceState,
  CorrespondenceCommand,
  CorrespondenceEvent
> = {
  category: 'correspondence',
  decider: correspondenceDecider,
  versions: {
    CorrespondenceOwed: 1,
    CorrespondencePaperIssued: 1,
    CorrespondenceNoticeSent: 1,
    CorrespondenceNoticeFailed: 1,
    CorrespondenceResendOrdered: 1,
  },
  upcasters: [],
};

/** Every event type of the context with its newest version, for the event store. */
export const correspondenceCatalogue: { readonly versions: Record<string, number>; readonly upcasters: Upcaster[] } = {
  versions: { ...correspondenceDefinition.versions },
  upcasters: [...correspondenceDefinition.upcasters],
};
