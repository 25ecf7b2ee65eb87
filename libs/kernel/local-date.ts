/** A calendar day `YYYY-MM-DD` in Asia/Ho_Chi_Minh; carries no time of day. */
export type LocalDate = `${number}-${number}-${number}`;

/** An instant in ISO 8601, UTC, ending in `Z`. */
export type Instant = `${string}Z`;

/** Viet Nam has had UTC+7 without daylight saving since 1975; every date of the law we fold lies after that. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

const toUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** True only for a day that exists: `2025-02-29` is refused. */
export function isLocalDate(text: unknown): text is LocalDate {
  return (
    typeof text === 'string' &&
    SHAPE.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    fromUtc(Date.parse(`${text}T00:00:00Z`)) === text
  );
}

/** True for an ISO instant with `Z` that a clock could show. */
export function isInstant(text: unknown): text is Instant {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** The day on which the instant falls in Asia/Ho_Chi_Minh. */
export function localDateOf(instant: Instant): LocalDate {
  return fromUtc(Date.parse(instant) + OFFSET_MS);
}

/** The first instant of the day in Asia/Ho_Chi_Minh. */
export function startOfDay(date: LocalDate): Instant {
  return new Date(toUtc(date) - OFFSET_MS).toISOString() as Instant;
}

/** 24:00 of the day in Asia/Ho_Chi_Minh, when a period of days ends (Civil Code Art. 148.6). */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** Calendar days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(toUtc(date) + days * DAY_MS);
}

/** Same day number `months` later; a month without that day ends on its last day (Civil Code Art. 148.3). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(toUtc(date)).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The instant `ms` milliseconds later. */
export function addMilliseconds(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
