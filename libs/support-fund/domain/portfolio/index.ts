export * from './loan-timeline';
export * from './portfolio';
export * from './what-if';
