import { isDomainError, type LocalDate } from '@hoptac/kernel';
import { beginningOf, paperDayMustBePlausible } from './dated-paper';

const DAYS = { today: '2026-11-25', notBefore: '2026-11-15', atMost: 30 } as const;
const verdict = (day: LocalDate, change: Partial<typeof DAYS | { notBefore: LocalDate }> = {}): string => {
  try {
    paperDayMustBePlausible(day, { ...DAYS, ...change });
    return 'taken';
  } catch (error) {
    return isDomainError(error) ? error.code : 'error';
  }
};

it('takes a paper of today, and of the days since what it speaks of', () => {
  expect(['2026-11-25', '2026-11-23', '2026-11-15'].map((day) => verdict(day as LocalDate))).toEqual([
    'taken',
    'taken',
    'taken',
  ]);
});

it('takes none of a day to come, of one before, of one too long ago, or of one that does not exist', () => {
  expect(verdict('2026-11-26')).toBe('DOSSIERS.PAPER_DAY_AHEAD');
  expect(verdict('2026-11-14')).toBe('DOSSIERS.PAPER_DAY_TOO_EARLY');
  expect(verdict('2026-10-26', { notBefore: '2026-01-01' })).toBe('taken');
  expect(verdict('2026-10-25', { notBefore: '2026-01-01' })).toBe('DOSSIERS.PAPER_DAY_TOO_OLD');
  expect(verdict('2026-02-30')).toBe('DOSSIERS.PAPER_DAY_INVALID');
});

it('begins a day at 0:00 in Việt Nam', () => {
  expect(beginningOf('2026-11-23')).toBe('2026-11-22T17:00:00.000Z');
});
