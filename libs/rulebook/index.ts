export * from './procedure';
export * from './rulebook';
export { contradictionsOf } from './rulebook-checks';
export type { Contradiction, ContradictionCode } from './rule-checks';
export * from './rulebook.types';
