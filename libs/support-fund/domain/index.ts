export * from './catalogue';
export * from './exposure-port';
export * from './loan-contract';
