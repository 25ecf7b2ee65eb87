import { localDateOf, type LocalDate, type Recorded } from '@hoptac/kernel';
import { appendRows, type Projection } from '@hoptac/projections';
import type { LedgerEntryPosted, LoanBookedEvent } from '../../domain';

/** One line of the ledger with both its days. */
export interface LedgerLineRow {
  /** Event id and place within it. */
  readonly id: string;
  readonly fund_id: string;
  /** The loan that booked it; null for an entry by hand. */
  readonly loan_id: string | null;
  /** Stream and event type: what the line rests on. */
  readonly source: string;
  readonly entry: string;
  readonly account: string;
  readonly amount: number;
  readonly booked_on: LocalDate;
  readonly value_on: LocalDate;
  /** Commit position of the fact. */
  readonly position: string;
}
export interface LedgerTables {
  readonly ledger_lines: LedgerLineRow;
}

const BOOKED: readonly LoanBookedEvent['type'][] = [
  'LoanBroughtForward',
  'LoanDisbursed',
  'LoanReceiptRecorded',
  'LoanReceiptReversed',
  'LoanCreditRefunded',
  'LoanRestructured',
  'LoanInterestWaived',
  'LoanRecalled',
  'LoanProvisionUsed',
  'LoanWrittenOff',
  'LoanGrouped',
  'LoanSettled',
];

/** `support-fund.ledger`: all lines of all streams — sổ cái. Needs the facts of loans that book, and posted entries. */
export const ledgerProjection: Projection<LedgerTables> = {
  name: 'support-fund.ledger',
  version: 1,
  eventTypes: [...BOOKED, 'LedgerEntryPosted'],
  createTables: (schema) => [
    `create table ${schema}.ledger_lines (id text primary key, fund_id text not null, loan_id text, source text not null,
      entry text not null, account text not null, amount bigint not null, booked_on date not null, value_on date not null,
      position bigint not null)`,
    `create index on ${schema}.ledger_lines (fund_id, booked_on, account)`,
    `create index on ${schema}.ledger_lines (loan_id, position) where loan_id is not null`,
  ],
  apply: (events, db) => appendRows(db, 'ledger_lines', events.flatMap(linesOf)),
};

function linesOf(recorded: Recorded): readonly LedgerLineRow[] {
  const event = recorded.event as LoanBookedEvent | LedgerEntryPosted;
  const { data } = event;
  const byHand = event.type === 'LedgerEntryPosted';
  const valueOn = event.type === 'LedgerEntryPosted' ? event.data.valueOn : event.data.effectiveOn;
  return data.lines.map(({ account, amount }, index) => ({
    id: `${recorded.id}/${String(index)}`,
    fund_id: data.fundId,
    loan_id: byHand ? null : recorded.stream.slice('loan-'.length),
    source: recorded.stream,
    entry: event.type,
    account,
    amount,
    booked_on: localDateOf(data.at),
    value_on: valueOn,
    position: recorded.position.commit.toString(),
  }));
}
