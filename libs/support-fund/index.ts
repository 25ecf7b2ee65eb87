import type { Projection } from '@hoptac/projections';

export * from './domain';
export { SupportFundModule } from './support-fund.module';

/** Every read model of the context, for the projector. */
export const supportFundProjections: readonly Projection<never>[] = [];
