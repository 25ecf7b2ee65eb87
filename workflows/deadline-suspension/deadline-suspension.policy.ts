import { earliest, standing, type SuspensionEvent, type Suspensions } from '@hoptac/dossiers/domain';
import { endOfDay, type Instant } from '@hoptac/kernel';

/** People's acts after which the cases are gone through at once. */
export const DECISIONS = [
  'DeadlineSuspensionDecided',
  'DeadlineSuspensionEndMoved',
] as const satisfies readonly SuspensionEvent['type'][];

/** What ends a suspension. */
export const CLOSING_FACTS = ['DeadlineSuspensionCompleted'] as const satisfies readonly SuspensionEvent['type'][];

/** Cases filed while a decision was on its way carry no trace of it: gone through again soon after the decision, then daily. */
const SOON_MS = 60_000;
const SETTLED_MS = 10 * SOON_MS;
const DAILY_MS = 86_400_000;

/** True while a suspension stands. */
export const underWay = (state: Suspensions): boolean => standing(state).length > 0;

/** When the cases are gone through next: the end of a suspension's last day, or the next look before it. */
export function nextLook(state: Suspensions, now: Instant): Instant | undefined {
  const looks = standing(state).map(({ to, changedAt }) => {
    const fresh = Date.parse(now) - Date.parse(changedAt) < SETTLED_MS;
    const look = new Date(Date.parse(now) + (fresh ? SOON_MS : DAILY_MS)).toISOString() as Instant;
    return earliest([look, endOfDay(to)]) ?? look;
  });
  return earliest(looks);
}
