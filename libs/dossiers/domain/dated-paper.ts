import { addDays, brokenRule, endOfDay, invalidInput, isLocalDate, type Instant, type LocalDate } from '@hoptac/kernel';

/** Between which days a paper that is recorded today may be dated. */
export interface PaperDays {
  readonly today: LocalDate;
  /** What must have come before it: the founders' conference, the receipt of the dossier. */
  readonly notBefore: LocalDate;
  /** How many days it may lie back. */
  readonly atMost: number;
}

/**
 * A paper counts from its own day, not from the day on which somebody enters it — ngày có hiệu lực: never from one to come, from one before that of which it
 * speaks, or from one so long ago that it must be a mistake.
 */
export function paperDayMustBePlausible(day: LocalDate, { today, notBefore, atMost }: PaperDays): void {
  if (!isLocalDate(day)) throw invalidInput('DOSSIERS.PAPER_DAY_INVALID', 'The day does not exist', { day });
  if (day > today) throw brokenRule('DOSSIERS.PAPER_DAY_AHEAD', 'The paper is dated in the future', { day });
  if (day < notBefore)
    throw brokenRule('DOSSIERS.PAPER_DAY_TOO_EARLY', 'The paper is older than what it speaks of', { day, notBefore });
  if (day < addDays(today, -atMost))
    throw brokenRule('DOSSIERS.PAPER_DAY_TOO_OLD', 'The paper is too old to be entered', { day, atMost });
}

/** The beginning of a day in Việt Nam. */
export const beginningOf = (day: LocalDate): Instant => endOfDay(addDays(day, -1));
