import { addDays, daysBetween, type LocalDate } from '@hoptac/kernel';
import type { Fraction } from './fraction';

/**
 * How days become a share of a year:
 * - `actual/365`: days elapsed over 365, in leap years too (what Vietnamese lenders agree by default);
 * - `actual/360`: days elapsed over 360;
 * - `actual/actual`: days of leap years over 366 and all others over 365 (ISDA);
 * - `30/360`: every month has 30 days; a day 31 counts as 30, at the end only when the beginning lies on 30 or 31 (bond basis).
 */
export const DAY_COUNTS = ['actual/365', 'actual/360', 'actual/actual', '30/360'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** Denominator that every share of this kind can be written over. */
export const YEAR: Readonly<Record<DayCount, bigint>> = {
  'actual/365': 365n,
  'actual/360': 360n,
  'actual/actual': 365n * 366n,
  '30/360': 360n,
};

/** Days counted from `from` (included) to `to` (not included). */
export const daysCounted = (dayCount: DayCount, from: LocalDate, to: LocalDate): number =>
  dayCount === '30/360' ? thirtyDayMonths(from, to) : daysBetween(from, to);

/** Share of a year from `from` (included) to `to` (not included), over `YEAR[dayCount]`. */
export function shareOfYear(dayCount: DayCount, from: LocalDate, to: LocalDate): Fraction {
  const denominator = YEAR[dayCount];
  if (dayCount !== 'actual/actual') return { numerator: BigInt(daysCounted(dayCount, from, to)), denominator };
  const leap = daysInLeapYears(from, to);
  const other = daysBetween(from, to) - leap;
  return { numerator: BigInt(leap) * 365n + BigInt(other) * 366n, denominator };
}

function thirtyDayMonths(from: LocalDate, to: LocalDate): number {
  const [year1, month1, day1] = parts(from);
  const [year2, month2, day2] = parts(to);
  const begin = Math.min(day1, 30);
  const end = begin === 30 ? Math.min(day2, 30) : day2;
  return 360 * (year2 - year1) + 30 * (month2 - month1) + (end - begin);
}

function daysInLeapYears(from: LocalDate, to: LocalDate): number {
  let days = 0;
  for (let at = from; at < to;) {
    const year = Number(at.slice(0, 4));
    const newYear = addDays(`${String(year)}-12-31` as LocalDate, 1);
    const end = newYear < to ? newYear : to;
    if (isLeap(year)) days += daysBetween(at, end);
    at = end;
  }
  return days;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const parts = (date: LocalDate): [number, number, number] => date.split('-').map(Number) as [number, number, number];
