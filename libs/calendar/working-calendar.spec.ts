import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@hoptac/kernel';
import { loadCalendar, parseCalendarTable, WorkingCalendar, type CalendarOverride, type PeriodUnit } from './index';
import { HOLIDAYS_VN_CSV } from './data/holidays-vn.data';

const calendar = loadCalendar();
const count = (from: LocalDate, amount: number, unit: PeriodUnit, by = calendar) =>
  by.count({ from, amount, unit, article: 'L23 Art. 42.4' });
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'not refused';
};

describe('the shipped table', () => {
  it('embeds exactly the CSV beside it', () => {
    expect(HOLIDAYS_VN_CSV).toBe(readFileSync(join(__dirname, 'data', 'holidays-vn.csv'), 'utf8'));
    expect(parseCalendarTable(HOLIDAYS_VN_CSV)).toHaveLength(277);
  });

  it('is what its script writes', () => {
    const script = require.resolve('./data/embed-table.mjs');
    const written = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8', timeout: 20_000 });
    expect(written).toBe(readFileSync(join(__dirname, 'data', 'holidays-vn.data.ts'), 'utf8'));
  });

  it.each([
    ['a missing header', 'x\n2024-01-01,holiday,a,b,c,verified', 1],
    ['a day that does not exist', 'HEADER\n2025-02-29,holiday,a,b,c,verified', 2],
    ['an unknown kind', 'HEADER\n2024-01-01,feast,a,b,c,verified', 2],
    ['an unknown mark', 'HEADER\n2024-01-01,holiday,a,b,c,sure', 2],
    ['an empty name', 'HEADER\n2024-01-01,holiday,,b,c,verified', 2],
    ['a cell too many', 'HEADER\n2024-01-01,holiday,a,b,c,verified,d', 2],
    ['an open quote', 'HEADER\n2024-01-01,holiday,"a,b,c,verified', 2],
    ['the same day twice', 'HEADER\n2024-01-01,holiday,a,b,c,verified\n2024-01-01,holiday,a,b,c,verified', 3],
  ])('refuses %s and says the line', (_what, csv, line) => {
    const text = csv.replace('HEADER', 'date,kind,name_vi,name_en,source,evidence');
    expect(() => parseCalendarTable(text)).toThrow(
      expect.objectContaining({
        code: 'CALENDAR.TABLE_INVALID',
        details: expect.objectContaining({ line }) as unknown,
      }),
    );
  });
});

describe('counting by the Civil Code 2015 Art. 145–148', () => {
  // Rows 1 to 6 of the examples that the table was compiled with.
  it.each<[LocalDate, number, PeriodUnit, LocalDate, string]>([
    ['2019-04-26', 3, 'working-day', '2019-05-04', 'a swap and a worked Saturday'],
    ['2024-02-07', 3, 'working-day', '2024-02-19', 'Tết 8 to 14 February'],
    ['2025-08-22', 10, 'day', '2025-09-03', 'day 10 is a holiday, so is the next'],
    ['2023-01-31', 1, 'month', '2023-02-28', 'no 31 February'],
    ['2022-01-30', 3, 'month', '2022-05-04', 'a weekend of holidays and two days in lieu'],
    ['2025-08-29', 1, 'year', '2026-09-03', 'Saturday, swap day off, two holidays'],
  ])('%s plus %i %s is %s: %s', (from, amount, unit, due) => {
    expect(count(from, amount, unit)).toMatchObject({
      dueOn: due,
      amount,
      unit,
      countedFrom: from,
      article: 'L23 Art. 42.4',
    });
  });

  it('ends at 24:00 in Asia/Ho_Chi_Minh', () => {
    expect(count('2026-11-20', 1, 'day').dueAt).toBe('2026-11-23T17:00:00.000Z');
  });

  it('jumps once from the start: 31 January plus 2 months is 31 March, not 28', () => {
    expect(count('2023-01-31', 2, 'month').dueOn).toBe('2023-03-31');
  });

  it('gives 29 February plus a year on 28 February', () => {
    expect(count('2024-02-29', 1, 'year').dueOn).toBe('2025-02-28');
  });

  it('leaves a calendar-day period on a worked Saturday', () => {
    expect(count('2019-05-01', 3, 'day').dueOn).toBe('2019-05-04');
  });

  it('rolls a calendar-day period off a swap day off', () => {
    expect(count('2026-08-28', 3, 'day').dueOn).toBe('2026-09-03');
  });

  it('counts from a Sunday as from any event day', () => {
    expect(count('2026-11-22', 1, 'working-day').dueOn).toBe('2026-11-23');
  });
});

describe('traps of the table', () => {
  it.each<[LocalDate, boolean]>([
    ['2012-12-31', false],
    ['2013-01-05', true],
    ['2015-01-02', false],
    ['2014-12-27', true],
    ['2018-12-31', false],
    ['2019-01-05', true],
    ['2011-01-30', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
  ])('%s worked: %s', (date, worked) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it('refuses a year without data instead of taking it for a year without holidays', () => {
    expect(refusal(() => calendar.isWorkingDay('2028-01-03'))).toBe('CALENDAR.YEAR_WITHOUT_DATA');
    expect(refusal(() => calendar.isWorkingDay('2009-12-31'))).toBe('CALENDAR.YEAR_WITHOUT_DATA');
    expect(refusal(() => count('2027-12-30', 3, 'working-day'))).toBe('CALENDAR.YEAR_WITHOUT_DATA');
    expect(refusal(() => count('2027-12-30', 60, 'day'))).toBe('CALENDAR.YEAR_WITHOUT_DATA');
  });

  it('needs no data for the event day itself, which is not counted', () => {
    expect(count('2009-12-31', 1, 'working-day').dueOn).toBe('2010-01-04');
  });

  it('says of a year to be confirmed that its due dates are', () => {
    expect(count('2027-03-01', 3, 'working-day').toConfirm).toBe(true);
    expect(count('2026-12-30', 3, 'working-day').toConfirm).toBe(true);
    expect(count('2026-11-20', 3, 'working-day').toConfirm).toBe(false);
  });

  it('says of a single day to be confirmed that the count rests on it', () => {
    expect(count('2014-08-29', 1, 'working-day').toConfirm).toBe(true);
    expect(count('2014-10-01', 1, 'working-day').toConfirm).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN, 10_001])('refuses a period of %s', (amount) => {
    expect(refusal(() => count('2026-11-20', amount, 'day'))).toBe('CALENDAR.AMOUNT_INVALID');
  });

  it('refuses what is no day', () => {
    expect(refusal(() => calendar.isWorkingDay('2025-02-29'))).toBe('CALENDAR.DATE_INVALID');
    expect(refusal(() => count('2025-13-01', 1, 'day'))).toBe('CALENDAR.DATE_INVALID');
  });
});

describe('the explanation', () => {
  it('tells each day of example 1', () => {
    const days = calendar.explain({ from: '2019-04-26', amount: 3, unit: 'working-day', article: 'L23 Art. 42.4' });
    expect(days.map(({ date, treatment, reason, number }) => [date, treatment, reason, number])).toEqual([
      ['2019-04-26', 'event-day', 'working_day', undefined],
      ['2019-04-27', 'skipped', 'weekend', undefined],
      ['2019-04-28', 'skipped', 'weekend', undefined],
      ['2019-04-29', 'skipped', 'swap_day_off', undefined],
      ['2019-04-30', 'skipped', 'holiday', undefined],
      ['2019-05-01', 'skipped', 'holiday', undefined],
      ['2019-05-02', 'counted', 'working_day', 1],
      ['2019-05-03', 'counted', 'working_day', 2],
      ['2019-05-04', 'counted', 'working_swap', 3],
    ]);
  });

  it('tells to which day a period that ends on a day off runs on, and by which article', () => {
    const days = calendar.explain({ from: '2025-08-22', amount: 10, unit: 'day', article: 'L23 Art. 47' });
    expect(days.slice(-3)).toMatchObject([
      { date: '2025-09-01', treatment: 'counted', number: 10, worked: false, article: 'Labour Code 2019 Art. 112.1' },
      { date: '2025-09-02', treatment: 'skipped', countingRule: 'Civil Code 2015 Art. 148.5' },
      { date: '2025-09-03', treatment: 'extended-to', countingRule: 'Civil Code 2015 Art. 148.5' },
    ]);
  });

  it('names day, source, mark and the labour code of the day', () => {
    expect(calendar.describe('2024-02-13')).toMatchObject({
      reason: 'day_off_in_lieu',
      nameVi: 'Nghỉ bù Tết Nguyên đán (mùng 1 Tết, thứ Bảy 10/02/2024)',
      nameEn: 'In lieu of Lunar New Year (lunar day 1, Sat 2024-02-10)',
      evidence: 'verified',
      article: 'Labour Code 2019 Art. 111.3',
    });
    expect(calendar.describe('2014-09-02').article).toBe('Labour Code 2012 Art. 115');
    expect(calendar.describe('2012-01-02').article).toBe('Labour Code 1994 Art. 73');
    expect(calendar.describe('2026-11-24').article).toBe('Resolution 28/2026/QH16 Art. 2.1');
    expect(calendar.describe('2026-11-21')).toMatchObject({
      reason: 'weekend',
      nameVi: 'Ngày nghỉ cuối tuần (thứ Bảy)',
    });
  });
});

describe('overrides', () => {
  const swap: CalendarOverride = {
    id: 'a',
    date: '2026-11-23',
    kind: 'swap_day_off',
    scope: 'nationwide',
    nameVi: 'Nghỉ hoán đổi',
    source: 'Công điện thử nghiệm',
    evidence: 'verified',
    knownSince: '2026-11-20T01:00:00.000Z',
    enteredBy: 'admin-1',
  };

  it('change the count and the version, and name themselves in the explanation', () => {
    const other = calendar.withOverrides([swap]);
    expect(count('2026-11-20', 1, 'working-day', other)).toMatchObject({
      dueOn: '2026-11-25',
      calendarVersion: other.version,
    });
    expect(other.describe('2026-11-23')).toMatchObject({ overrideId: 'a', nameEn: 'Swap day off', worked: false });
    expect(other.version).not.toBe(calendar.version);
    expect(other.withOverrides([]).version).toBe(calendar.version);
  });

  it('take a row of the table back with kind ordinary', () => {
    const other = calendar.withOverrides([{ ...swap, date: '2027-02-04', kind: 'ordinary', nameVi: 'Ngày làm việc' }]);
    expect(other.describe('2027-02-04')).toMatchObject({ worked: true, reason: 'working_day', evidence: 'verified' });
  });

  it('work a weekend day that is made up, and close an office', () => {
    const other = calendar.withOverrides([
      { ...swap, id: 'b', date: '2026-11-28', kind: 'working_swap' },
      { ...swap, id: 'c', date: '2026-11-27', kind: 'closure', evidence: 'to_confirm' },
    ]);
    expect(other.isWorkingDay('2026-11-28')).toBe(true);
    expect(count('2026-11-26', 1, 'working-day', other)).toMatchObject({ dueOn: '2026-11-28', toConfirm: true });
  });

  it('do not make a year of data out of one day', () => {
    const other = new WorkingCalendar(parseCalendarTable(HOLIDAYS_VN_CSV), [
      { ...swap, date: '2028-01-03', kind: 'day_off_in_lieu' },
    ]);
    expect(refusal(() => other.isWorkingDay('2028-01-03'))).toBe('CALENDAR.YEAR_WITHOUT_DATA');
  });

  it('of one day: the later known holds, whatever the order', () => {
    const later: CalendarOverride = { ...swap, id: 'b', kind: 'ordinary', knownSince: '2026-11-21T01:00:00.000Z' };
    expect(calendar.withOverrides([swap, later]).isWorkingDay('2026-11-23')).toBe(true);
    expect(calendar.withOverrides([later, swap]).version).toBe(calendar.withOverrides([swap, later]).version);
  });
});
