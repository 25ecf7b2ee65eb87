import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  isInstant,
  isLocalDate,
  isoWeekday,
  localDateOf,
  startOfDay,
} from './local-date';
import type { LocalDate } from './local-date';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

describe('days in Asia/Ho_Chi_Minh', () => {
  it('an instant late in the evening UTC is already the next day there', () => {
    expect(localDateOf('2026-11-22T16:59:59.999Z')).toBe('2026-11-22');
    expect(localDateOf('2026-11-22T17:00:00.000Z')).toBe('2026-11-23');
  });

  it('a day runs from 17:00Z of the day before to 17:00Z', () => {
    expect(startOfDay('2026-11-23')).toBe('2026-11-22T17:00:00.000Z');
    expect(endOfDay('2026-11-23')).toBe('2026-11-23T17:00:00.000Z');
  });

  it('refuses days that do not exist', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(isLocalDate('2025-02-29')).toBe(false);
    expect(isLocalDate('2025-13-01')).toBe(false);
    expect(isLocalDate('2025-1-1')).toBe(false);
    expect(isInstant('2025-01-01T00:00:00Z')).toBe(true);
    expect(isInstant('2025-01-01T00:00:00+07:00')).toBe(false);
  });

  it('a month without the day ends on its last day (Civil Code Art. 148.3)', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  });

  it('knows the weekday', () => {
    expect(isoWeekday('2026-11-22')).toBe(7);
    expect(isoWeekday('2026-11-23')).toBe(1);
  });

  it('adding and counting days agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day: LocalDate, n) => {
        const there = addDays(day, n);
        expect(daysBetween(day, there)).toBe(n);
        expect(localDateOf(startOfDay(there))).toBe(there);
        expect(isLocalDate(there)).toBe(true);
      }),
      { seed: 20261122 },
    );
  });
});
