export * from './organisation.decider';
export * from './organisation.events';
export * from './organisation-name';
export * from './organisation-name.decider';
export * from './organisation-code.decider';
