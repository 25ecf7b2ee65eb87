export { AuditModule } from './audit.module';
export * from './ledger-of-truth';
