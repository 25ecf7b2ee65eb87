import {
  addDays,
  addMonths,
  forbidden,
  invalidInput,
  localDateOf,
  notAllowedNow,
  notFound,
  startOfDay,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import { mustBalance, withLines, type Balances, type LedgerLine } from './accounts';

/*
 * What the fund books beside its loans — capital paid in, grants, costs, deposits of idle money: stream `fundLedger-<fundId>`. An entry is prepared by one
 * person and posted by another, on the day of posting, always; it is never changed, only reversed. Months are closed after they ended (ADR 0106).
 */

export interface LedgerEntry {
  readonly entryId: string;
  readonly valueOn: LocalDate;
  readonly lines: readonly LedgerLine[];
  readonly text: string;
  /** Given for a reversal. */
  readonly reverses?: string;
}
export type LedgerEntryPrepared = DomainEvent<
  'LedgerEntryPrepared',
  LedgerEntry & { fundId: string; by: string; at: Instant }
>;
export type LedgerEntryPosted = DomainEvent<
  'LedgerEntryPosted',
  LedgerEntry & { fundId: string; preparedBy: string; releasedBy: string; at: Instant }
>;
export type LedgerEntryDropped = DomainEvent<
  'LedgerEntryDropped',
  { fundId: string; entryId: string; by: string; at: Instant }
>;
/** A month is closed — khóa sổ; `month` is its last day. */
export type LedgerMonthClosed = DomainEvent<
  'LedgerMonthClosed',
  { fundId: string; month: LocalDate; by: string; at: Instant }
>;
export type FundLedgerEvent = LedgerEntryPrepared | LedgerEntryPosted | LedgerEntryDropped | LedgerMonthClosed;

export type PrepareLedgerEntry = Command<'PrepareLedgerEntry', { fundId: string } & Omit<LedgerEntry, 'reverses'>>;
export type PrepareReversal = Command<
  'PrepareReversal',
  { fundId: string; entryId: string; reverses: string; text: string }
>;
export type PostLedgerEntry = Command<'PostLedgerEntry', { fundId: string; entryId: string }>;
export type DropLedgerEntry = Command<'DropLedgerEntry', { fundId: string; entryId: string }>;
export type CloseLedgerMonth = Command<'CloseLedgerMonth', { fundId: string; month: LocalDate }>;
export type FundLedgerCommand =
  PrepareLedgerEntry | PrepareReversal | PostLedgerEntry | DropLedgerEntry | CloseLedgerMonth;

export interface FundLedgerState {
  readonly prepared: Readonly<Record<string, LedgerEntry & { readonly by: string }>>;
  readonly posted: Readonly<Record<string, LedgerEntry>>;
  readonly reversed: readonly string[];
  readonly balances: Balances;
  readonly closedThrough?: LocalDate;
}

function evolve(state: FundLedgerState, event: FundLedgerEvent): FundLedgerState {
  switch (event.type) {
    case 'LedgerEntryPrepared': {
      const { entryId, valueOn, lines, text, reverses, by } = event.data;
      const entry = { entryId, valueOn, lines, text, by, ...(reverses === undefined ? {} : { reverses }) };
      return { ...state, prepared: { ...state.prepared, [entry.entryId]: entry } };
    }
    case 'LedgerEntryPosted': {
      const { entryId, valueOn, lines, text, reverses } = event.data;
      return {
        ...without(state, entryId),
        posted: { ...state.posted, [entryId]: { entryId, valueOn, lines, text } },
        balances: withLines(state.balances, lines),
        reversed: reverses === undefined ? state.reversed : [...state.reversed, reverses],
      };
    }
    case 'LedgerEntryDropped':
      return without(state, event.data.entryId);
    case 'LedgerMonthClosed':
      return { ...state, closedThrough: event.data.month };
    default:
      return unreachable(event, 'ledger event');
  }
}

function without(state: FundLedgerState, entryId: string): FundLedgerState {
  const prepared = Object.fromEntries(Object.entries(state.prepared).filter(([id]) => id !== entryId));
  return { ...state, prepared };
}

function decide(command: FundLedgerCommand, state: FundLedgerState): readonly FundLedgerEvent[] {
  const { now: at, actor } = command.metadata;
  const by = actor.personId;
  switch (command.type) {
    case 'PrepareLedgerEntry': {
      const { entryId, lines, valueOn } = command.data;
      if (isKnown(state, entryId)) return [];
      linesMustBeLawful(lines);
      if (valueOn > localDateOf(at))
        throw invalidInput('SUPPORT_FUND.VALUE_DATE_IN_FUTURE', 'The value date has not come', {
          effectiveOn: valueOn,
          today: localDateOf(at),
        });
      return [{ type: 'LedgerEntryPrepared', data: { ...command.data, by, at } }];
    }
    case 'PrepareReversal': {
      const { fundId, entryId, reverses, text } = command.data;
      if (isKnown(state, entryId)) return [];
      const wrong = state.posted[reverses];
      if (wrong === undefined) throw noEntry(reverses);
      if (state.reversed.includes(reverses))
        throw notAllowedNow('SUPPORT_FUND.ENTRY_REVERSED', 'The entry was reversed before', { entryId: reverses });
      const lines = wrong.lines.map(({ account, amount }) => ({ account, amount: -amount }));
      const data = { fundId, entryId, valueOn: wrong.valueOn, lines, text, reverses, by, at };
      return [{ type: 'LedgerEntryPrepared', data }];
    }
    case 'PostLedgerEntry': {
      const { fundId, entryId } = command.data;
      if (state.posted[entryId] !== undefined) return [];
      const entry = state.prepared[entryId];
      if (entry === undefined) throw noEntry(entryId);
      const { by: preparedBy, ...rest } = entry;
      if (preparedBy === by) throw forbidden('SUPPORT_FUND.FOUR_EYES', 'Another person has to agree', {});
      if (rest.reverses !== undefined && state.reversed.includes(rest.reverses))
        throw notAllowedNow('SUPPORT_FUND.ENTRY_REVERSED', 'The entry was reversed before', { entryId: rest.reverses });
      return [{ type: 'LedgerEntryPosted', data: { ...rest, fundId, preparedBy, releasedBy: by, at } }];
    }
    case 'DropLedgerEntry': {
      const { fundId, entryId } = command.data;
      if (state.prepared[entryId] === undefined) throw noEntry(entryId);
      return [{ type: 'LedgerEntryDropped', data: { fundId, entryId, by, at } }];
    }
    case 'CloseLedgerMonth': {
      const { fundId, month } = command.data;
      if (state.closedThrough !== undefined && month <= state.closedThrough) return [];
      monthMustBeOver(month, at);
      return [{ type: 'LedgerMonthClosed', data: { fundId, month, by, at } }];
    }
    default:
      return unreachable(command, 'ledger command');
  }
}

const isKnown = (state: FundLedgerState, entryId: string): boolean =>
  state.prepared[entryId] !== undefined || state.posted[entryId] !== undefined;

const noEntry = (entryId: string): Error =>
  notFound('SUPPORT_FUND.ENTRY_NOT_FOUND', 'There is no such entry', { entryId });

/** Accounts of loans move with loans alone: a hand that booked on them would make loan and ledger disagree. */
const OF_LOANS: ReadonlySet<string> = new Set([
  'loanPrincipal',
  'interestReceivable',
  'borrowerCredit',
  'specificProvision',
  'generalProvision',
  'offLoans',
  'offInterest',
  'offContra',
]);

function linesMustBeLawful(lines: readonly LedgerLine[]): void {
  if (lines.length < 2 || lines.some(({ amount }) => !Number.isSafeInteger(amount) || amount === 0))
    throw invalidInput('SUPPORT_FUND.LINES_INVALID', 'An entry has at least two lines of whole đồng', {});
  const ofLoans = lines.find(({ account }) => OF_LOANS.has(account));
  if (ofLoans !== undefined)
    throw forbidden('SUPPORT_FUND.ACCOUNT_OF_LOANS', 'Only loans book on this account', { account: ofLoans.account });
  mustBalance(lines);
}

const HOUR_MS = 3_600_000;

/** A month is closed an hour after its end at the earliest: whatever was under way at midnight is booked by then, on the day of its recording. */
function monthMustBeOver(month: LocalDate, now: Instant): void {
  const lastDay = addDays(addMonths(`${month.slice(0, 7)}-01` as LocalDate, 1), -1);
  if (month !== lastDay)
    throw invalidInput('SUPPORT_FUND.MONTH_INVALID', 'A month is named by its last day', { month, lastDay });
  if (Date.parse(now) < Date.parse(startOfDay(addDays(month, 1))) + HOUR_MS)
    throw notAllowedNow('SUPPORT_FUND.MONTH_NOT_OVER', 'The month has not ended', { month });
}

/** Streams `fundLedger-<fundId>`. */
export const fundLedgerDefinition: AggregateDefinition<FundLedgerState, FundLedgerCommand, FundLedgerEvent> = {
  category: 'fundLedger',
  decider: {
    initialState: () => ({ prepared: {}, posted: {}, reversed: [], balances: {} }),
    evolve,
    decide,
  } satisfies Decider<FundLedgerState, FundLedgerCommand, FundLedgerEvent>,
  versions: { LedgerEntryPrepared: 1, LedgerEntryPosted: 1, LedgerEntryDropped: 1, LedgerMonthClosed: 1 },
  upcasters: [],
};
