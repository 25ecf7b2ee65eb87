import type { AggregateDefinition } from '@hoptac/kernel';
import { fundDecider, type FundCommand } from './fund.decider';
import type { SupportFundEvent } from './fund.events';
import type { FundState } from './fund.state';

/** Streams `supportFund-<fundId>`. */
export const fundDefinition: AggregateDefinition<FundState, FundCommand, SupportFundEvent> = {
  category: 'supportFund',
  decider: fundDecider,
  versions: {
    SupportFundFounded: 1,
    SupportFundCapitalProposed: 1,
    SupportFundCapitalConfirmed: 1,
    SupportFundPolicyProposed: 1,
    SupportFundPolicyConfirmed: 1,
    SupportFundChangeRefused: 1,
    SupportFundBodyAppointed: 1,
  },
  upcasters: [],
};
