import type { Projection } from '@hoptac/projections';
import { ledgerProjection } from './read-models/loans/ledger.projection';
import { loansProjection } from './read-models/loans/loans.projection';

export * from './domain';
export { SupportFundModule } from './support-fund.module';

/** Every read model of the context, for the projector. */
export const supportFundProjections: readonly Projection<never>[] = [loansProjection, ledgerProjection];
