import type { Recorded } from '@hoptac/kernel';
import { applyRowFold, type Projection } from '@hoptac/projections';
import { evolveFund, fundDefinition, type FundState, type SupportFundEvent } from '../../domain';

/** One fund: its folded state, with what lists show beside it. */
export interface FundRow {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly office_id: string;
  readonly state: FundState;
}

export interface FundTables {
  funds: FundRow;
}

const idOf = ({ stream }: Recorded): string => stream.slice(stream.indexOf('-') + 1);

/** `support-fund.funds`: every fund with capital, rules and bodies. Needs all events of funds. */
export const fundsProjection: Projection<FundTables> = {
  name: 'support-fund.funds',
  version: 1,
  eventTypes: Object.keys(fundDefinition.versions),
  categories: [fundDefinition.category],
  createTables: (schema) => [
    `create table ${schema}.funds (id text primary key, revision integer not null, name text not null, office_id text not null, state jsonb not null)`,
  ],
  apply: (events, db) =>
    applyRowFold<FundRow, FundTables>(
      {
        table: 'funds',
        key: 'id',
        keyOf: idOf,
        fold: (before, recorded) => {
          const state = evolveFund(before?.state ?? { status: 'Unknown' }, recorded.event as SupportFundEvent);
          if (state.status === 'Unknown') return before;
          const { fundId: id, name, officeId } = state;
          return { id, revision: recorded.revision, name, office_id: officeId, state };
        },
      },
      events,
      db,
    ),
};
