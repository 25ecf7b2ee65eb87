export * from './outage';
export * from './read-db';
export * from './read-db.module';
