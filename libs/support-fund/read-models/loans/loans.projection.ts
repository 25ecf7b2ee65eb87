import type { Recorded } from '@hoptac/kernel';
import { applyRowFold, type Projection } from '@hoptac/projections';
import { evolveLoan, loanDefinition, partyOf, type LoanEvent, type LoanState, type RunningLoan } from '../../domain';

/** One loan: what lists filter by, and its folded state, from which every position is counted. */
export interface LoanRow {
  readonly id: string;
  readonly revision: number;
  readonly fund_id: string;
  readonly office_id: string;
  readonly owner_id: string | null;
  readonly contract_number: string;
  readonly borrower: string;
  readonly party: string;
  readonly amount: number;
  readonly status: string;
  readonly opened_at: string;
  readonly state: RunningLoan;
}
export interface LoanTables {
  readonly loans: LoanRow;
}

/** `support-fund.loans`: every loan with its folded state. Needs all events of loans. */
export const loansProjection: Projection<LoanTables> = {
  name: 'support-fund.loans',
  version: 1,
  eventTypes: Object.keys(loanDefinition.versions),
  categories: [loanDefinition.category],
  createTables: (schema) => [
    `create table ${schema}.loans (id text primary key, revision integer not null, fund_id text not null,
      office_id text not null, owner_id text, contract_number text not null, borrower text not null, party text not null,
      amount bigint not null, status text not null, opened_at text not null, state jsonb not null)`,
    `create index on ${schema}.loans (fund_id, contract_number, id)`,
    `create index on ${schema}.loans (owner_id)`,
    `create index on ${schema}.loans (party)`,
  ],
  apply: (events, db) =>
    applyRowFold<LoanRow, LoanTables>({ table: 'loans', key: 'id', keyOf: loanIdIn, fold }, events, db),
};

const loanIdIn = ({ stream }: Recorded): string => stream.slice(loanDefinition.category.length + 1);

function fold(row: LoanRow | undefined, recorded: Recorded): LoanRow | undefined {
  const before: LoanState = row?.state ?? { status: 'None' };
  const state = evolveLoan(before, recorded.event as LoanEvent);
  if (state.status === 'None') return undefined;
  const { contract } = state;
  return {
    id: loanIdIn(recorded),
    revision: recorded.revision,
    fund_id: contract.fundId,
    office_id: state.officeId,
    owner_id: state.ownerId ?? null,
    contract_number: contract.contractNumber,
    borrower: contract.borrower.name,
    party: partyOf(contract.borrower),
    amount: contract.amount,
    status: state.status,
    opened_at: state.openedAt,
    state,
  };
}
