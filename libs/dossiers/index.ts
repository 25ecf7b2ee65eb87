export * from './domain/dossier.events';
