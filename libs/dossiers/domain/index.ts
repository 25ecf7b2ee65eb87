export * from './case-code';
export * from './dossier.commands';
export * from './dossier.decider';
export * from './dossier.definition';
export * from './dossier.events';
export * from './dossier.state';
export * from './refusal-grounds';
