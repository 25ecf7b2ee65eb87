export * from './applications';
export * from './catalogue';
export * from './exposure-port';
export * from './fund';
export * from './loan-contract';
