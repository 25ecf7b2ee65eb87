export { interestDenominator } from './accrual';
export { DAY_COUNTS, shareOfYear, type DayCount } from './day-count';
export { agreedDays, moved, type AgreedDue } from './due-days';
export { roundHalfUp } from './fraction';
export { inShares } from './principal-plan';
export { makeSchedule } from './schedule';
export { METHODS } from './terms';
export type * from './terms';
export { MOST_INSTALMENTS } from './validate';
