import { addDays, localDateOf, startOfDay, type Instant, type LocalDate } from '@hoptac/kernel';

/** How long a draft rests before its owner is reminded, and before it is deleted: a setting of the house, no law asks for it. */
export const DRAFT_KEEPING = { remindAfterDays: [60, 83], deleteAfterDays: 90 } as const;

/** The day on which a draft last touched then is deleted, at 0:00 in Asia/Ho_Chi_Minh. */
export const expiryOf = (touchedAt: Instant): LocalDate =>
  addDays(localDateOf(touchedAt), DRAFT_KEEPING.deleteAfterDays);

/** When a resting draft is looked at next: for the reminder that comes after so many, or for its end. */
export function nextLookAt(touchedAt: Instant, reminders: number): Instant {
  const days = DRAFT_KEEPING.remindAfterDays[reminders] ?? DRAFT_KEEPING.deleteAfterDays;
  return startOfDay(addDays(localDateOf(touchedAt), days));
}
