export * from './exposure.decider';
