export * from './calendar-day';
export { parseCalendarTable } from './calendar-table';
export { canonicalJson, contentVersion, sha256Hex } from './content-hash';
export * from './domain';
export * from './due-date-preview';
export * from './override-scope';
export { countSuspended, type SuspendedDays } from './suspended-days';
export * from './working-calendar';
