export * from './accounts';
export * from './bank-line.decider';
export * from './fund-ledger.decider';
