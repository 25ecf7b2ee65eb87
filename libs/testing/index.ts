export * from './decider-specification';
export * from './memory-event-store';
