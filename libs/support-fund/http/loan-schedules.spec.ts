import type { LocalDate } from '@hoptac/kernel';
import { OPEN_ROUTE } from '@hoptac/platform';
import { LoanSchedulesController } from './loan-schedules.controller';
import type { LoanScheduleDto } from './loan-schedule.dto';

const withoutRate = {
  principal: 36_500_000,
  disbursements: [{ on: '2026-01-05' as LocalDate, amount: 36_500_000 }],
  days: [{ on: '2026-02-17' as LocalDate }, { on: '2031-01-04' as LocalDate }],
  method: 'bullet',
  dayCount: 'actual/365',
  workingDays: { rule: 'next', interestTo: 'agreedDay' },
} as const;
const asked = { ...withoutRate, annualRateBasisPoints: 1_000 };
const calculator = new LoanSchedulesController();
const refusalOf = (more: object): unknown => {
  try {
    return calculator.count({ ...asked, ...more } as unknown as LoanScheduleDto);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the calculator of repayment plans', () => {
  it('is open to anyone', () => {
    const { count } = LoanSchedulesController.prototype;
    expect(Reflect.getMetadata(OPEN_ROUTE, count)).toBe(true);
  });

  it('moves due days by the house’s calendar, and says where that does not reach', () => {
    const { instalments } = calculator.count(asked as unknown as LoanScheduleDto);
    // 17 February 2026 is the first day of the lunar year.
    expect(instalments[0]).toMatchObject({ agreedOn: '2026-02-17', calendarKnown: true, interest: 430_000 });
    expect(instalments[0]!.dueOn > '2026-02-17').toBe(true);
    expect(instalments[1]).toMatchObject({ dueOn: '2031-01-04', calendarKnown: false, principal: 36_500_000 });
  });

  it('wants exactly one rate and one kind of due days', () => {
    expect(refusalOf({ rates: [{ from: '2026-01-01', basisPoints: 5 }] })).toBe('SUPPORT_FUND.ONE_RATE');
    expect(refusalOf({ harvests: [{ month: 4, day: 30 }], lastOn: '2027-01-01' })).toBe(
      'SUPPORT_FUND.ONE_KIND_OF_DUE_DAYS',
    );
  });

  it('takes rates by day instead of one rate', () => {
    const byDay: unknown = { ...withoutRate, rates: [{ from: '2026-01-01', basisPoints: 0 }] };
    const { interest } = calculator.count(byDay as LoanScheduleDto);
    expect(interest).toBe(0);
  });
});
