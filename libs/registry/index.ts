export * from './domain/organisation.events';
