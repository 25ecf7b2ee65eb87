import { fold, type Instant } from '@hoptac/kernel';
import { loanDecider, type LoanEvent } from '@hoptac/support-fund/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loanCategory } from './loan.category';
import { isRunning, lookOwed, nextLook } from './loan.policy';

const sample = (type: string): LoanEvent =>
  ({
    type,
    data: JSON.parse(
      readFileSync(join(__dirname, `../../libs/support-fund/domain/loans/__samples__/${type}.v1.json`), 'utf8'),
    ) as unknown,
  }) as LoanEvent;
const after = (...types: string[]) => fold(loanDecider, types.map(sample));
const at = (day: string): Instant => `${day}T02:00:00.000Z` as Instant;

it('waits for nothing but persons until money is paid out', () => {
  const opened = after('LoanOpened');
  expect([isRunning(opened), lookOwed(opened, at('2027-01-01')), nextLook(opened, at('2027-01-01'))]).toEqual([
    true,
    false,
    undefined,
  ]);
});

it('looks at one o’clock of the day that asks something: the month’s first, a week before a due day, the day after it', () => {
  const drawn = after('LoanOpened', 'LoanDisbursed');
  expect(nextLook(drawn, at('2026-01-16'))).toBe('2026-01-31T18:00:00.000Z');
  expect(lookOwed(drawn, at('2026-01-31'))).toBe(false);
  expect(lookOwed(drawn, '2026-01-31T18:00:00.000Z')).toBe(true);
  const grouped = after('LoanOpened', 'LoanDisbursed', 'LoanGrouped');
  expect(nextLook(grouped, at('2026-02-01'))).toBe('2026-02-07T18:00:00.000Z');
});

it('starts again when a receipt of a settled loan is reversed', () => {
  expect(loanCategory.reopens).toBe(true);
  expect(loanCategory.openingTypes).toContain('LoanReopened');
  expect(isRunning(after('LoanOpened', 'LoanDisbursed', 'LoanSettled'))).toBe(false);
  expect(isRunning(after('LoanOpened', 'LoanDisbursed', 'LoanSettled', 'LoanReopened'))).toBe(true);
});
