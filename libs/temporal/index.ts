export * from './case-workflow.types';
