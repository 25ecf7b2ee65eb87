import { addDays, type LocalDate } from '@hoptac/kernel';
import fc from 'fast-check';
import { countSuspended, loadCalendar, type SuspendedDays } from './index';

const calendar = loadCalendar();
const storm = (from: LocalDate, to: LocalDate): SuspendedDays => ({ from, to, suspensionId: 's-1' });
const three = { from: '2026-11-30', amount: 3, unit: 'working-day', article: 'L23 Art. 42.4' } as const;
const sixty = { from: '2026-11-23', amount: 60, unit: 'day', article: 'D295 Art. 19.6' } as const;

it('lets the remaining working days run on after the suspension', () => {
  expect(calendar.count(three).dueOn).toBe('2026-12-03');
  // One day ran on Tuesday; Wednesday to Monday are suspended; two are left: Tuesday, Wednesday.
  const { dueOn, days, amount } = countSuspended(calendar, three, [storm('2026-12-02', '2026-12-07')]);
  expect([dueOn, amount]).toEqual(['2026-12-09', 3]);
  expect(days.map(({ date, treatment }) => `${date.slice(5)} ${treatment}`)).toEqual([
    '11-30 event-day',
    '12-01 counted',
    '12-02 skipped',
    '12-03 skipped',
    '12-04 skipped',
    '12-05 skipped',
    '12-06 skipped',
    '12-07 skipped',
    '12-08 counted',
    '12-09 counted',
  ]);
});

it('moves nothing that had ended before, or that the suspension does not touch', () => {
  for (const suspended of [storm('2026-12-04', '2026-12-12'), storm('2026-11-01', '2026-11-30')])
    expect(countSuspended(calendar, three, [suspended])).toMatchObject({ dueOn: '2026-12-03' });
});

it('suspends to the last day, and not a day longer', () => {
  const until = (to: LocalDate) => countSuspended(calendar, three, [storm('2026-12-01', to)]).dueOn;
  expect(until('2026-12-01')).toBe('2026-12-04');
  expect(until('2026-12-02')).toBe('2026-12-07');
});

it('lengthens a period of days by the suspended ones, and numbers the others', () => {
  expect(calendar.count(sixty).dueOn).toBe('2027-01-22');
  const { dueOn, days } = countSuspended(calendar, sixty, [storm('2026-12-01', '2026-12-10')]);
  expect(dueOn).toBe('2027-02-01');
  expect(days.filter(({ treatment }) => treatment === 'counted').at(-1)?.number).toBe(60);
});

it('joins suspensions that overlap', () => {
  const both = [storm('2026-12-01', '2026-12-03'), { ...storm('2026-12-02', '2026-12-04'), suspensionId: 's-2' }];
  expect(countSuspended(calendar, three, both).dueOn).toBe(
    countSuspended(calendar, three, [storm('2026-12-01', '2026-12-04')]).dueOn,
  );
});

it('counts every working day once, whatever is suspended, and ends on a day on which limits run', () => {
  const stretch = fc.tuple(fc.integer({ min: -10, max: 40 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 3 }), fc.integer({ min: 1, max: 20 }), (stretches, amount) => {
      const suspended = stretches.map(([start, length]) =>
        storm(addDays('2026-11-30', start), addDays('2026-11-30', start + length)),
      );
      const off = (day: LocalDate) => suspended.some(({ from, to }) => from <= day && day <= to);
      const { days, dueOn } = countSuspended(calendar, { ...three, amount }, suspended);
      const counted = days.filter(({ treatment }) => treatment === 'counted');
      expect(counted).toHaveLength(amount);
      expect(counted.filter(({ date }) => off(date) || !calendar.isWorkingDay(date))).toEqual([]);
      expect(off(dueOn)).toBe(false);
    }),
  );
});
