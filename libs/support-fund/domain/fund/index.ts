export * from './fund-policy';
export * from './fund.decider';
export * from './fund.definition';
export * from './fund.events';
export * from './fund.state';
