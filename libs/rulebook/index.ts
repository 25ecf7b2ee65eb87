export * from './business-line';
export { editionModule } from './edition-module';
export * from './names/compare-names';
export * from './names/name-rules.types';
export * from './procedure';
export * from './rulebook';
export type { Contradiction, ContradictionCode } from './rule-checks';
export { contradictionsOf } from './rulebook-checks';
export * from './rulebook.types';
