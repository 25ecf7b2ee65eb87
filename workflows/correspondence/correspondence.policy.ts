import {
  nextNotice,
  nextPaper,
  type CorrespondenceEvent,
  type CorrespondenceState,
} from '@hoptac/correspondence/domain';
import type { Instant } from '@hoptac/kernel';

/** Facts that ask for something to be done. */
export const OPENING_FACTS = [
  'CorrespondenceOwed',
  'CorrespondenceResendOrdered',
] as const satisfies readonly CorrespondenceEvent['type'][];

/** Each settles one of them. */
export const SETTLING_FACTS = [
  'CorrespondenceNoticeSent',
  'CorrespondenceNoticeFailed',
] as const satisfies readonly CorrespondenceEvent['type'][];

/** A paper is owed and does not exist. Papers come before mails: a mail that waits for its server must not keep a paper from existing. */
export const paperOwed = (state: CorrespondenceState): boolean => nextPaper(state) !== undefined;

/** A notice is to be sent, and every paper it may speak of exists. */
export const noticeOwed = (state: CorrespondenceState): boolean => !paperOwed(state) && nextNotice(state) !== undefined;

/** Nobody took the next notice until its limit. */
export function givenUp(state: CorrespondenceState, now: Instant): boolean {
  const notice = nextNotice(state);
  return notice !== undefined && !paperOwed(state) && Date.parse(notice.tryUntil) <= Date.parse(now);
}

/** Until when the next notice is tried. */
export const noticeLimit = (state: CorrespondenceState): Instant | undefined => nextNotice(state)?.tryUntil;
