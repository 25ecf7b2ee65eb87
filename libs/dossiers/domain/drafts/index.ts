export * from './draft-content.decider';
export * from './draft-keeping';
export * from './draft.decider';
export * from './draft.definition';
export * from './draft.events';
