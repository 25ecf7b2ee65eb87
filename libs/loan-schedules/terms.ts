import type { Dong, LocalDate } from '@hoptac/kernel';
import type { DayCount } from './day-count';

/** Money paid out to the borrower; interest on it runs from that day on. */
export interface Disbursement {
  readonly on: LocalDate;
  readonly amount: Dong;
}

/** The yearly rate that holds from a day on, until the next one; basis points (513 = 5.13 % a year). */
export interface RateFrom {
  readonly from: LocalDate;
  readonly basisPoints: number;
}

/** Even periods: `count` due days, `everyMonths` apart, all on the day of the month of `firstOn` (or the last day of a shorter month). */
export interface EvenPeriods {
  readonly firstOn: LocalDate;
  readonly count: number;
  readonly everyMonths: number;
}

/** One agreed due day. `principal` fixes what is repaid on it; `share` weighs it against the other days (0 = interest only). */
export interface AgreedDay {
  readonly on: LocalDate;
  readonly principal?: Dong;
  readonly share?: number;
}

/** A harvest that comes back every year; `share` weighs what it repays against the other harvests (1 unless given). */
export interface Harvest {
  readonly month: number;
  /** A day that the month does not have means its last day. */
  readonly day: number;
  readonly share?: number;
}

export type DueDays =
  | { readonly periods: EvenPeriods }
  | { readonly days: readonly AgreedDay[] }
  | { readonly harvests: readonly Harvest[]; readonly lastOn: LocalDate };

/**
 * - `equalPrincipal`: the same principal on every due day (weighed by `share` where days or harvests give one);
 * - `annuity`: the same total on every due day;
 * - `bullet`: interest on every due day, all principal on the last;
 * - `agreed`: the principal of each day as it was agreed.
 */
export const METHODS = ['equalPrincipal', 'annuity', 'bullet', 'agreed'] as const;
export type Method = (typeof METHODS)[number];

export interface Grace {
  /** How many first due days are in grace. */
  readonly periods: number;
  /** `principal`: interest is paid meanwhile; `both`: nothing is paid; interest runs on the principal alone, never on interest. */
  readonly on: 'principal' | 'both';
  /** When interest of a grace on both is paid: with the first due day after it, or in even parts over all that are left. */
  readonly deferredInterest?: 'firstAfter' | 'spread';
}

export interface Rounding {
  /** Every amount of a plan is a multiple of this many đồng; what is left over lies in one instalment of principal. */
  readonly unit: 1 | 100 | 1000;
  /** Which instalment carries what rounding leaves over. */
  readonly remainder: 'first' | 'last';
  /** `each`: every instalment's interest is rounded by itself; `carried`: what rounding added or dropped is made good at the next one. */
  readonly interest: 'each' | 'carried';
}

/** What happens to a due day that offices do not work on. */
export interface WorkingDayRule {
  readonly rule: 'keep' | 'next' | 'nextInMonth' | 'previous';
  /** Whether interest runs to the day agreed or to the day it was moved to. */
  readonly interestTo: 'agreedDay' | 'movedDay';
}

/** Everything that decides a repayment plan; as agreed in the contract. */
export interface ScheduleTerms {
  /** What is lent in all: the sum of the disbursements. */
  readonly principal: Dong;
  readonly disbursements: readonly Disbursement[];
  readonly rates: readonly RateFrom[];
  readonly due: DueDays;
  readonly method: Method;
  readonly dayCount: DayCount;
  readonly rounding: Rounding;
  readonly grace?: Grace;
  readonly workingDays?: WorkingDayRule;
}

/** Whether offices work on a day; undefined where the calendar does not reach yet. */
export type WorkingDays = (date: LocalDate) => boolean | undefined;

/** Interest of one stretch with one balance and one rate. Interest = balance × basisPoints × yearShare ÷ 10,000. */
export interface InterestPart {
  readonly from: LocalDate;
  /** Not included. */
  readonly to: LocalDate;
  readonly days: number;
  readonly balance: Dong;
  readonly basisPoints: number;
  /** Share of a year as `numerator/denominator`, e.g. `31/365`. */
  readonly yearShare: string;
}

export interface Instalment {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly agreedOn: LocalDate;
  /** The agreed day, moved by the contract's rule for days that are not worked. */
  readonly dueOn: LocalDate;
  /** False where the calendar does not reach: the day may still move. */
  readonly calendarKnown: boolean;
  readonly principal: Dong;
  readonly interest: Dong;
  readonly total: Dong;
  /** Principal outstanding after this instalment, of all that is disbursed by its day. */
  readonly balance: Dong;
  /** How the interest that accrued in this period was counted. */
  readonly interestParts: readonly InterestPart[];
  /** Interest that accrued so far and is not yet due, because of a grace on both. */
  readonly deferredInterest: Dong;
}

export interface Schedule {
  readonly instalments: readonly Instalment[];
  readonly principal: Dong;
  readonly interest: Dong;
  readonly total: Dong;
}
