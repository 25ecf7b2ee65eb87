import { amount } from '../../amount';
import { isoDay, monthsLater, typedDay } from '../../day';

export const METHODS = ['equalPrincipal', 'annuity', 'bullet'] as const;
export const DAY_COUNTS = ['actual/365', 'actual/360', 'actual/actual', '30/360'] as const;
export type Method = (typeof METHODS)[number];
export type DayCount = (typeof DAY_COUNTS)[number];

export interface HarvestText {
  readonly key: string;
  readonly day: string;
  readonly month: string;
  /** Weight of this harvest in the principal. */
  readonly share: string;
}

/** Terms of a repayment plan as they are typed; turned into figures only when they are sent. */
export interface TermsText {
  readonly kind: 'periods' | 'harvests';
  readonly method: Method;
  readonly firstOn: string;
  readonly count: string;
  readonly everyMonths: string;
  readonly harvests: readonly HarvestText[];
  readonly lastOn: string;
  readonly grace: 'none' | 'principal' | 'both';
  readonly gracePeriods: string;
  readonly deferredInterest: 'firstAfter' | 'spread';
  readonly dayCount: DayCount;
  readonly unit: '1' | '100' | '1000';
  readonly remainder: 'first' | 'last';
  readonly interest: 'each' | 'carried';
  readonly workingDays: 'keep' | 'next' | 'nextInMonth' | 'previous';
  readonly interestTo: 'agreedDay' | 'movedDay';
}

export const emptyHarvest = (): HarvestText => ({ key: crypto.randomUUID(), day: '', month: '', share: '' });

/** Usual terms, counted from the day of the first disbursement. */
export const usualTerms = (from: string): TermsText => ({
  kind: 'periods',
  method: 'equalPrincipal',
  firstOn: typedDay(monthsLater(from, 3)),
  count: '12',
  everyMonths: '3',
  harvests: [emptyHarvest()],
  lastOn: typedDay(monthsLater(from, 36)),
  grace: 'none',
  gracePeriods: '',
  deferredInterest: 'firstAfter',
  dayCount: 'actual/365',
  unit: '1',
  remainder: 'last',
  interest: 'each',
  workingDays: 'next',
  interestTo: 'agreedDay',
});

/** Whole figures only; what is none goes as null and is refused by the server with the field's name. */
const whole = (typed: string): number => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : NaN);

/** When it is repaid, as `POST /api/support-fund/loan-schedules` and a loan's plan name it. */
export function dueOf(terms: TermsText): object {
  if (terms.kind === 'periods')
    return {
      periods: { firstOn: isoDay(terms.firstOn), count: whole(terms.count), everyMonths: whole(terms.everyMonths) },
    };
  return {
    harvests: terms.harvests.map(({ day, month, share }) => ({
      month: whole(month),
      day: whole(day),
      ...(share.trim() === '' ? {} : { share: whole(share) }),
    })),
    lastOn: isoDay(terms.lastOn),
  };
}

/** Everything else of the terms that does not depend on when money is paid out. */
export const mannerOf = (terms: TermsText): object => ({
  method: terms.method,
  dayCount: terms.dayCount,
  rounding: { unit: Number(terms.unit), remainder: terms.remainder, interest: terms.interest },
  workingDays: { rule: terms.workingDays, interestTo: terms.interestTo },
  ...(terms.grace === 'none'
    ? {}
    : {
        grace: {
          periods: whole(terms.gracePeriods),
          on: terms.grace,
          ...(terms.grace === 'both' ? { deferredInterest: terms.deferredInterest } : {}),
        },
      }),
});

export interface TrancheText {
  readonly key: string;
  readonly on: string;
  readonly amount: string;
}

export const emptyTranche = (on = ''): TrancheText => ({ key: crypto.randomUUID(), on, amount: '' });

/** Đồng of what was typed; the server is told null where it is no amount. */
export const tranchesOf = (tranches: readonly TrancheText[]): readonly { on: string; amount: number }[] =>
  tranches.map((tranche) => ({ on: isoDay(tranche.on), amount: amount(tranche.amount) }));
