import { addDays, addMonths, daysBetween, endOfDay, type LocalDate } from '@hoptac/kernel';
import fc from 'fast-check';
import { loadCalendar, type Period } from './index';

/** The same cases on every run; fast-check prints the seed with a failure. */
fc.configureGlobal({ seed: 20_261_122 });

const calendar = loadCalendar();
const article = 'L23 Art. 42.4';
/** A start from which the lengths below stay within 2010–2027. */
const start = fc.integer({ min: 0, max: 5800 }).map((days) => addDays('2010-01-01', days));
const workingDays = fc.integer({ min: 1, max: 60 });
const counted = (from: LocalDate, amount: number, unit: Period['unit']) =>
  calendar.count({ from, amount, unit, article });

describe('counting', () => {
  it('ends every period on a worked day after its start, at 24:00 of that day', () => {
    const period = fc.oneof(
      fc.tuple(workingDays, fc.constant('working-day' as const)),
      fc.tuple(fc.integer({ min: 1, max: 365 }), fc.constant('day' as const)),
      fc.tuple(fc.integer({ min: 1, max: 18 }), fc.constant('month' as const)),
      fc.tuple(fc.constant(1), fc.constant('year' as const)),
    );
    fc.assert(
      fc.property(start, period, (from, [amount, unit]) => {
        const { dueOn, dueAt } = counted(from, amount, unit);
        expect(dueOn > from && calendar.isWorkingDay(dueOn)).toBe(true);
        expect(dueAt).toBe(endOfDay(dueOn));
      }),
    );
  });

  it('of working days has exactly as many worked days behind the start as the period is long', () => {
    fc.assert(
      fc.property(start, workingDays, (from, amount) => {
        const { dueOn } = counted(from, amount, 'working-day');
        let worked = 0;
        for (let day = addDays(from, 1); day <= dueOn; day = addDays(day, 1))
          if (calendar.isWorkingDay(day)) worked += 1;
        expect(worked).toBe(amount);
      }),
    );
  });

  it('of working days goes on where a shorter count ended', () => {
    fc.assert(
      fc.property(start, workingDays, workingDays, (from, first, second) => {
        const there = counted(from, first, 'working-day').dueOn;
        expect(counted(there, second, 'working-day').dueOn).toBe(counted(from, first + second, 'working-day').dueOn);
      }),
    );
  });

  it('never ends earlier when it is longer or starts later', () => {
    fc.assert(
      fc.property(start, workingDays, fc.constantFrom('working-day' as const, 'day' as const), (from, amount, unit) => {
        const { dueOn } = counted(from, amount, unit);
        expect(counted(from, amount + 1, unit).dueOn >= dueOn).toBe(true);
        expect(counted(addDays(from, 1), amount, unit).dueOn >= dueOn).toBe(true);
      }),
    );
  });

  it('of days, months and years ends on the first worked day from the corresponding day on', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 24 }), (from, amount) => {
        expect(counted(from, amount, 'day').dueOn).toBe(calendar.workingDayFrom(addDays(from, amount)));
        expect(counted(from, amount, 'month').dueOn).toBe(calendar.workingDayFrom(addMonths(from, amount)));
        expect(counted(from, 1, 'year').dueOn).toBe(counted(from, 12, 'month').dueOn);
      }),
    );
  });

  it('explains every day from the event day to the due day once, numbered without gap', () => {
    fc.assert(
      fc.property(start, workingDays, fc.constantFrom('working-day' as const, 'day' as const), (from, amount, unit) => {
        const { days, dueOn } = counted(from, amount, unit);
        expect(days.map(({ date }) => date)).toEqual(
          Array.from({ length: daysBetween(from, dueOn) + 1 }, (_, at) => addDays(from, at)),
        );
        expect(days.filter(({ treatment }) => treatment === 'event-day')).toHaveLength(1);
        const numbers = days.flatMap(({ number }) => (number === undefined ? [] : [number]));
        expect(numbers).toEqual(Array.from({ length: amount }, (_, at) => at + 1));
        expect(
          days.every(
            (day) =>
              day.worked === (day.article === undefined) && day.source !== '' && day.nameVi !== '' && day.nameEn !== '',
          ),
        ).toBe(true);
      }),
    );
  });
});
