import {
  notAllowedNow,
  notFound,
  unreachable,
  type Command,
  type Decider,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import { DRAFT_KEEPING, expiryOf, nextLookAt } from './draft-keeping';
import type { DraftEvent } from './draft.events';

/** Begins a draft. */
export type OpenDraft = Command<'OpenDraft', { draftId: string; ownerId: string; procedure: 'P01' }>;
/** Looks at a draft whose days of rest are over; `touchedAt` is its last saving. */
export type ReviewDraft = Command<'ReviewDraft', { touchedAt: Instant }>;
/** Notes which dossier it became. */
export type RecordDraftFiling = Command<'RecordDraftFiling', { dossierId: string; caseCode: string }>;
/** Throws it away. */
export type DiscardDraft = Command<'DiscardDraft'>;
export type DraftCommand = OpenDraft | ReviewDraft | RecordDraftFiling | DiscardDraft;

interface OfSomebody {
  readonly draftId: string;
  readonly ownerId: string;
}
export type OpenDraftState = OfSomebody & {
  readonly status: 'Open';
  readonly procedure: 'P01';
  readonly openedAt: Instant;
  /** Since when it rests, as far as the last look knew. */
  readonly touchedAt: Instant;
  /** Reminders since then. */
  readonly reminders: number;
  /** Told with the last reminder. */
  readonly expiresOn?: LocalDate;
};
/** A draft — bản nháp. */
export type DraftState =
  | { readonly status: 'None' }
  | OpenDraftState
  | (OfSomebody & { readonly status: 'Filed'; readonly dossierId: string; readonly caseCode: string })
  | (OfSomebody & { readonly status: 'Discarded' | 'Expired' });

export function draftMustExist(state: DraftState): asserts state is Exclude<DraftState, { status: 'None' }> {
  if (state.status === 'None') throw notFound('DOSSIERS.DRAFT_NOT_FOUND', 'There is no such draft');
}

/** A draft is filled in until it is filed, thrown away or expired. */
export function draftMustBeOpen(state: DraftState): asserts state is OpenDraftState {
  draftMustExist(state);
  if (state.status === 'Filed')
    throw notAllowedNow('DOSSIERS.DRAFT_FILED', 'The draft was filed', {
      dossierId: state.dossierId,
      caseCode: state.caseCode,
    });
  if (state.status !== 'Open')
    throw notAllowedNow('DOSSIERS.DRAFT_ENDED', `The draft has ended: ${state.status}`, { status: state.status });
}

function evolve(state: DraftState, event: DraftEvent): DraftState {
  if (event.type === 'DraftOpened')
    return { status: 'Open', ...event.data, touchedAt: event.data.openedAt, reminders: 0 };
  if (state.status !== 'Open') return state;
  const { draftId, ownerId } = state;
  switch (event.type) {
    case 'DraftKept': {
      const { procedure, openedAt } = state;
      return { status: 'Open', draftId, ownerId, procedure, openedAt, touchedAt: event.data.touchedAt, reminders: 0 };
    }
    case 'DraftReminded':
      return { ...state, reminders: event.data.number, expiresOn: event.data.expiresOn };
    case 'DraftFiled':
      return { status: 'Filed', draftId, ownerId, ...event.data };
    case 'DraftDiscarded':
      return { status: 'Discarded', draftId, ownerId };
    case 'DraftExpired':
      return { status: 'Expired', draftId, ownerId };
    default:
      return unreachable(event, 'draft event');
  }
}

/** A resting draft is reminded of twice, then deleted; one that was edited meanwhile starts to rest anew. */
function review({ data: { touchedAt }, metadata: { now } }: ReviewDraft, state: OpenDraftState): readonly DraftEvent[] {
  const at = Date.parse(now);
  if (Date.parse(touchedAt) > Date.parse(state.touchedAt)) return [{ type: 'DraftKept', data: { touchedAt } }];
  if (Date.parse(nextLookAt(state.touchedAt, state.reminders)) > at) return [];
  if (state.reminders < DRAFT_KEEPING.remindAfterDays.length) {
    const expiresOn = expiryOf(state.touchedAt);
    return [{ type: 'DraftReminded', data: { number: state.reminders + 1, touchedAt: state.touchedAt, expiresOn } }];
  }
  return [{ type: 'DraftExpired', data: { touchedAt: state.touchedAt } }];
}

function decide(command: DraftCommand, state: DraftState): readonly DraftEvent[] {
  switch (command.type) {
    case 'OpenDraft':
      return state.status === 'None'
        ? [{ type: 'DraftOpened', data: { ...command.data, openedAt: command.metadata.now } }]
        : [];
    case 'ReviewDraft':
      draftMustExist(state);
      return state.status === 'Open' ? review(command, state) : [];
    case 'RecordDraftFiling':
      if (state.status === 'Filed' && state.dossierId === command.data.dossierId) return [];
      draftMustBeOpen(state);
      return [{ type: 'DraftFiled', data: command.data }];
    case 'DiscardDraft':
      if (state.status === 'Discarded') return [];
      draftMustBeOpen(state);
      return [{ type: 'DraftDiscarded', data: { draftId: state.draftId } }];
    default:
      return unreachable(command, 'draft command');
  }
}

export const draftDecider: Decider<DraftState, DraftCommand, DraftEvent> = {
  initialState: () => ({ status: 'None' }),
  evolve,
  decide,
};
