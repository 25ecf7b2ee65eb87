import { isoWeekday, type EvidenceMark, type LocalDate } from '@hoptac/kernel';
import type { CalendarDay, CalendarOverride, DayDescription, DayReason } from './calendar-day';
import { CIVIL_CODE, holidayArticle, inLieuArticle } from './labour-law';

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** English names of overrides entered without one. */
const OVERRIDE_NAMES_EN = {
  holiday: 'Public holiday',
  day_off_in_lieu: 'Day off in lieu',
  swap_day_off: 'Swap day off',
  working_swap: 'Make-up working day',
  closure: 'Office closed',
  ordinary: 'Ordinary day',
} as const;

/** A day without row and override: worked from Monday to Friday. */
export function describeWeekday(date: LocalDate, year: EvidenceMark): DayDescription {
  const weekday = isoWeekday(date);
  const worked = weekday <= 5;
  const vi = WEEKDAYS_VI[weekday - 1] ?? '';
  const en = WEEKDAYS_EN[weekday - 1] ?? '';
  return {
    date,
    worked,
    reason: worked ? 'working_day' : 'weekend',
    nameVi: worked ? `Ngày làm việc (${vi})` : `Ngày nghỉ cuối tuần (${vi})`,
    nameEn: worked ? `Working day (${en})` : `Weekend (${en})`,
    source: 'Monday-to-Friday offices; no row in the calendar table',
    evidence: year,
    ...(worked ? {} : { article: CIVIL_CODE.nextWorkingDay }),
  };
}

/** A row of the table. */
export function describeTableDay(day: CalendarDay, year: EvidenceMark): DayDescription {
  return {
    date: day.date,
    worked: day.kind === 'working_swap',
    reason: day.kind,
    nameVi: day.nameVi,
    nameEn: day.nameEn,
    source: day.source,
    evidence: weaker(day.evidence, year),
    ...articleOf(day.kind, day.date),
  };
}

/** A day that an administrator entered. Its own mark holds: it was entered because a paper settled the day. */
export function describeOverride(override: CalendarOverride, year: EvidenceMark): DayDescription {
  const weekday = describeWeekday(override.date, year);
  const reason = override.kind === 'ordinary' ? weekday.reason : override.kind;
  return {
    date: override.date,
    worked: override.kind === 'ordinary' ? weekday.worked : override.kind === 'working_swap',
    reason,
    nameVi: override.nameVi,
    nameEn: override.nameEn ?? OVERRIDE_NAMES_EN[override.kind],
    source: override.source,
    evidence: override.evidence,
    ...articleOf(reason, override.date),
    overrideId: override.id,
  };
}

function articleOf(reason: DayReason, date: LocalDate): { article?: string } {
  switch (reason) {
    case 'holiday':
      return { article: holidayArticle(date) };
    case 'day_off_in_lieu':
      return { article: inLieuArticle(date) };
    case 'weekend':
    case 'swap_day_off':
    case 'closure':
      return { article: CIVIL_CODE.nextWorkingDay };
    case 'working_day':
    case 'working_swap':
      return {};
  }
}

const weaker = (own: EvidenceMark, year: EvidenceMark): EvidenceMark => (year === 'to_confirm' ? year : own);
