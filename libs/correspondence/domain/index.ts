export * from './correspondence.decider';
export * from './correspondence.definition';
export * from './correspondence.events';
export * from './correspondence.state';
export * from './owed';
