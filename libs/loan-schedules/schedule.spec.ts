import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSchedule, type ScheduleTerms } from '.';

interface Counted {
  readonly name: string;
  readonly terms: ScheduleTerms;
  /** Agreed day, principal, interest, balance after it. */
  readonly rows: readonly (readonly [string, number, number, number])[];
}
/** Counted by `testdata/independent_tables.py`, which shares no code with the library. */
const counted = JSON.parse(readFileSync(join(__dirname, 'testdata/plans.json'), 'utf8')) as readonly Counted[];

const loan: ScheduleTerms = {
  principal: 36_500_000,
  disbursements: [{ on: '2026-01-01', amount: 36_500_000 }],
  rates: [{ from: '2026-01-01', basisPoints: 1_000 }],
  due: { periods: { firstOn: '2026-02-01', count: 3, everyMonths: 1 } },
  method: 'equalPrincipal',
  dayCount: 'actual/365',
  rounding: { unit: 1, remainder: 'last', interest: 'each' },
};

describe('a repayment plan', () => {
  it.each(counted)('agrees with the table counted by other means: $name', ({ terms, rows }) => {
    const { instalments } = makeSchedule(terms);
    expect(
      instalments.map(({ agreedOn, principal, interest, balance }) => [agreedOn, principal, interest, balance]),
    ).toEqual(rows);
  });

  it('says how the interest of each instalment was counted', () => {
    const [first] = makeSchedule(loan).instalments;
    expect(first).toMatchObject({
      interest: 310_000,
      interestParts: [
        {
          from: '2026-01-01',
          to: '2026-02-01',
          days: 31,
          balance: 36_500_000,
          basisPoints: 1_000,
          yearShare: '31/365',
        },
      ],
    });
  });

  it('rounds half a đồng up, exactly', () => {
    // 36,500 đồng at 10 % for 1 day are 10 đồng; half of it is 5, and 18,250 + 1,825 give 5.5.
    const halves = makeSchedule({
      ...loan,
      principal: 20_075,
      disbursements: [{ on: '2026-01-01', amount: 20_075 }],
      due: { days: [{ on: '2026-01-02' }] },
    });
    expect(halves.interest).toBe(6);
  });

  it('puts what an annuity leaves over into the first instalment when the terms say so', () => {
    const annuity = {
      ...loan,
      principal: 100_000_000,
      disbursements: [{ on: '2026-01-01', amount: 100_000_000 }],
    } as const;
    const first = makeSchedule({
      ...annuity,
      method: 'annuity',
      rounding: { unit: 1000, remainder: 'first', interest: 'each' },
      due: { periods: { firstOn: '2026-02-01', count: 24, everyMonths: 1 } },
    });
    const totals = first.instalments.map(({ total }) => total);
    expect(new Set(totals.slice(1, -1)).size).toBe(1);
    // Each total is whole thousands, and so is each interest: the last may be two of them away.
    expect(Math.abs(totals.at(-1)! - totals[1]!)).toBeLessThanOrEqual(2000);
    expect(totals[0]).not.toBe(totals[1]);
  });

  it('lets interest of a grace on both wait, and shows how much waits', () => {
    const { instalments, interest } = makeSchedule({ ...loan, grace: { periods: 1, on: 'both' } });
    expect(instalments.map(({ total, deferredInterest }) => [total, deferredInterest])).toEqual([
      [0, 310_000],
      [18_250_000 + 280_000 + 310_000, 0],
      [18_250_000 + 155_000, 0],
    ]);
    expect(interest).toBe(745_000);
  });

  describe('on a day that offices do not work', () => {
    const holidays = new Set(['2026-02-01', '2026-02-28', '2026-03-01']);
    const known = (day: string): boolean | undefined => (day < '2026-04-01' ? !holidays.has(day) : undefined);
    const due = (rule: 'next' | 'nextInMonth' | 'previous', on: '2026-02-01' | '2026-02-28') =>
      makeSchedule({ ...loan, due: { days: [{ on }] }, workingDays: { rule, interestTo: 'movedDay' } }, known)
        .instalments[0]!;

    it('moves by the contract’s rule, and interest runs to the moved day when agreed', () => {
      expect(due('next', '2026-02-01')).toMatchObject({ dueOn: '2026-02-02', interest: 320_000 });
      expect(due('previous', '2026-02-01')).toMatchObject({ dueOn: '2026-01-31', interest: 300_000 });
      expect(due('next', '2026-02-28').dueOn).toBe('2026-03-02');
      expect(due('nextInMonth', '2026-02-28').dueOn).toBe('2026-02-27');
    });

    it('stays where the calendar does not reach, and says so', () => {
      const { instalments } = makeSchedule(
        {
          ...loan,
          due: { days: [{ on: '2026-05-01' }] },
          workingDays: { rule: 'next', interestTo: 'agreedDay' },
        },
        known,
      );
      expect(instalments[0]).toMatchObject({ dueOn: '2026-05-01', calendarKnown: false });
    });
  });
});

describe('terms that contradict themselves give no plan', () => {
  it.each<[string, Partial<ScheduleTerms>]>([
    ['PRINCIPAL_INVALID', { principal: 0, disbursements: [{ on: '2026-01-01', amount: 0 }] }],
    ['DISBURSEMENTS_DIFFER', { disbursements: [{ on: '2026-01-01', amount: 1 }] }],
    [
      'DISBURSEMENTS_OUT_OF_ORDER',
      {
        disbursements: [
          { on: '2026-01-02', amount: 36_000_000 },
          { on: '2026-01-01', amount: 500_000 },
        ],
      },
    ],
    ['DISBURSEMENT_INVALID', { disbursements: [{ on: '2026-02-30', amount: 36_500_000 }] }],
    ['RATE_INVALID', { rates: [{ from: '2026-01-01', basisPoints: 10_001 }] }],
    ['RATES_OUT_OF_ORDER', { rates: [{ from: '2026-01-02', basisPoints: 100 }] }],
    ['DUE_DAYS_INVALID', { due: { days: [] } }],
    ['DUE_DAYS_INVALID', { due: { periods: { firstOn: '2026-02-01', count: 601, everyMonths: 1 } } }],
    ['DUE_DAYS_OUT_OF_ORDER', { due: { days: [{ on: '2026-03-01' }, { on: '2026-02-01' }] } }],
    ['DUE_BEFORE_MONEY', { due: { days: [{ on: '2026-01-01' }] } }],
    [
      'DISBURSED_AFTER_END',
      {
        disbursements: [
          { on: '2026-01-01', amount: 36_000_000 },
          { on: '2026-04-01', amount: 500_000 },
        ],
      },
    ],
    [
      'REPAID_BEFORE_DISBURSED',
      {
        disbursements: [
          { on: '2026-01-01', amount: 500_000 },
          { on: '2026-03-01', amount: 36_000_000 },
        ],
      },
    ],
    ['GRACE_TOO_LONG', { grace: { periods: 3, on: 'principal' } }],
    ['SHARE_INVALID', { due: { days: [{ on: '2026-02-01', share: -1 }] } }],
    ['NO_SHARE_LEFT', { due: { days: [{ on: '2026-02-01', share: 0 }] } }],
    ['AGREED_PRINCIPAL_MISSING', { method: 'agreed' }],
    ['AGREED_PRINCIPAL_DIFFERS', { method: 'agreed', due: { days: [{ on: '2026-02-01', principal: 1 }] } }],
    [
      'GRACE_ALREADY_AGREED',
      {
        method: 'agreed',
        grace: { periods: 1, on: 'principal' },
        due: {
          days: [
            { on: '2026-02-01', principal: 0 },
            { on: '2026-03-01', principal: 36_500_000 },
          ],
        },
      },
    ],
  ])('%s', (rule, wrong) => {
    expect(() => makeSchedule({ ...loan, ...wrong })).toThrow(
      expect.objectContaining({ code: `LOAN_SCHEDULES.${rule}` }),
    );
  });
});
