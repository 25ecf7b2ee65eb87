export * from './aggregate-store';
export * from './command-execution';
export * from './event-metadata';
export * from './event-schemas';
export * from './event-store.port';
export * from './stream-name';
