export * from './command-execution';
export * from './event-store.port';
