export * from './suspension.decider';
export * from './suspension.events';
