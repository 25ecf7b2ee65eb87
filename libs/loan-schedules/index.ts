export { DAY_COUNTS, type DayCount } from './day-count';
export { makeSchedule } from './schedule';
export { METHODS } from './terms';
export type * from './terms';
export { MOST_INSTALMENTS } from './validate';
