export * from './commands';
export { foldBatch } from './fold-batch';
export * from './projection';
export * from './projections.module';
export { Projector, type ProjectorOptions } from './projector';
export * from './read-models';
export * from './row-fold';
export * from './versioned';
export * from './paging';
