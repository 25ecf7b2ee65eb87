export * from './dossier.events';
