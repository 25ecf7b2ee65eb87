import type { Projection } from '@hoptac/projections';
import { applicationsProjection } from './read-models/applications/applications.projection';
import { fundsProjection } from './read-models/funds/funds.projection';
import { ledgerProjection } from './read-models/loans/ledger.projection';
import { loansProjection } from './read-models/loans/loans.projection';

export * from './domain';
export { LoanApplicationActivities } from './activities/applications/loan-application.activities';
export { ApplicationStore, FundStore } from './application/stores';
export { LoanKeepingActivities } from './activities/loans/loan-keeping.activities';
export { SupportFundModule } from './support-fund.module';

/** Every read model of the context, for the projector. */
export const supportFundProjections: readonly Projection<never>[] = [
  fundsProjection,
  applicationsProjection,
  loansProjection,
  ledgerProjection,
];
