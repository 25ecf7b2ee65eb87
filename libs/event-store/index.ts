import './messages';

export * from './aggregate-store';
export * from './command-execution';
export { eventId, metadataOf, readMetadata, assertPlainJson, type StoredMetadata } from './event-metadata';
export * from './event-schemas';
export * from './event-store.module';
export * from './event-store.port';
export { EventStoreDbStore, type EventStoreDbOptions } from './eventstore-db.store';
export * from './stream-name';
export { UnreadableEvent } from './unreadable-event';
