import { nextLookAt, type DraftEvent, type DraftState } from '@hoptac/dossiers/domain';
import type { Instant } from '@hoptac/kernel';

/** The owner's acts that end a draft. */
export const ENDING_ACTS = ['DraftFiled', 'DraftDiscarded'] as const satisfies readonly DraftEvent['type'][];

/** What a look at a resting draft may find. */
export const FINDINGS = ['DraftKept', 'DraftReminded', 'DraftExpired'] as const satisfies readonly DraftEvent['type'][];

/** What ends a draft; only its content is cleared afterwards. */
export const CLOSING_FACTS = [...ENDING_ACTS, 'DraftExpired'] as const satisfies readonly DraftEvent['type'][];

/** True from the opening until it is filed, thrown away or expired. */
export const isKept = (state: DraftState): boolean => state.status === 'Open';

/** When a resting draft is looked at next; undefined when nothing rests. */
export const nextLook = (state: DraftState): Instant | undefined =>
  state.status === 'Open' ? nextLookAt(state.touchedAt, state.reminders) : undefined;

/** Its days of rest are over. */
export function lookOwed(state: DraftState, now: Instant): boolean {
  const at = nextLook(state);
  return at !== undefined && Date.parse(at) <= Date.parse(now);
}
