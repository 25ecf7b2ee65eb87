export * from './ledger-of-truth';
