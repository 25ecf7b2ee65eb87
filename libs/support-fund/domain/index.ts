export * from './applications';
export * from './catalogue';
export * from './exposure-port';
export * from './exposure';
export * from './fund';
export * from './ledger';
export * from './loans';
export * from './loan-contract';
