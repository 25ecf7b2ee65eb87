export * from './decider-specification';
export * from './memory-event-store';
export * from './event-store.contract';
export * from './generators';
export { createScratchDatabase, dropScratchDatabase } from './scratch-database';
