export * from './calendar-override.decider';
export * from './calendar-override.events';
