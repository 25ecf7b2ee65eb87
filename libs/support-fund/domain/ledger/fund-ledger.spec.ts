import { given } from '@hoptac/testing';
import type { CommandMetadata } from '@hoptac/kernel';
import { bankLineDefinition, type AssignBankLine, type BankLineAssigned } from './bank-line.decider';
import {
  fundLedgerDefinition,
  type FundLedgerCommand,
  type LedgerEntryPosted,
  type LedgerEntryPrepared,
} from './fund-ledger.decider';

const at = '2026-02-01T02:00:00.000Z' as const;
const by = (personId: string, now: CommandMetadata['now'] = at): CommandMetadata => ({
  now,
  commandId: 'c',
  actor: { personId, role: 'fundTreasurer' },
});
const lines = [
  { account: 'cash', amount: 20_000_000_000 },
  { account: 'charterCapital', amount: -20_000_000_000 },
] as const;
const entry = { entryId: 'e-1', valueOn: '2026-01-15', lines, text: 'Góp vốn điều lệ' } as const;
const prepared: LedgerEntryPrepared = { type: 'LedgerEntryPrepared', data: { fundId: 'f', ...entry, by: 'an', at } };
const posted: LedgerEntryPosted = {
  type: 'LedgerEntryPosted',
  data: { fundId: 'f', ...entry, preparedBy: 'an', releasedBy: 'binh', at },
};
const { decider } = fundLedgerDefinition;
const prepare = (change: object): FundLedgerCommand => ({
  type: 'PrepareLedgerEntry',
  data: { fundId: 'f', ...entry, ...change },
  metadata: by('an'),
});

describe('entries by hand', () => {
  it('are prepared by one person and posted by another', () => {
    const post = (who: string): FundLedgerCommand => ({
      type: 'PostLedgerEntry',
      data: { fundId: 'f', entryId: 'e-1' },
      metadata: by(who),
    });
    given(decider).when(prepare({})).then(prepared);
    given(decider, prepared).when(post('an')).thenRefused('SUPPORT_FUND.FOUR_EYES');
    given(decider, prepared).when(post('binh')).then(posted);
    given(decider, prepared, posted).when(post('binh')).thenNothing();
  });

  it.each([
    [
      {
        lines: [
          { account: 'cash', amount: 5 },
          { account: 'grants', amount: -4 },
        ],
      },
      'SUPPORT_FUND.LINES_UNBALANCED',
    ],
    [{ lines: [{ account: 'cash', amount: 5 }] }, 'SUPPORT_FUND.LINES_INVALID'],
    [
      {
        lines: [
          { account: 'cash', amount: 5 },
          { account: 'loanPrincipal', amount: -5 },
        ],
      },
      'SUPPORT_FUND.ACCOUNT_OF_LOANS',
    ],
    [{ valueOn: '2026-02-02' }, 'SUPPORT_FUND.VALUE_DATE_IN_FUTURE'],
  ])('%j is refused: %s', (change, code) => {
    given(decider).when(prepare(change)).thenRefused(code);
  });

  it('are reversed by their opposite, once', () => {
    const reversal: FundLedgerCommand = {
      type: 'PrepareReversal',
      data: { fundId: 'f', entryId: 'e-2', reverses: 'e-1', text: 'Ghi nhầm' },
      metadata: by('binh'),
    };
    const opposite = lines.map(({ account, amount }) => ({ account, amount: -amount }));
    given(decider, posted)
      .when(reversal)
      .then({
        type: 'LedgerEntryPrepared',
        data: {
          fundId: 'f',
          entryId: 'e-2',
          valueOn: '2026-01-15',
          lines: opposite,
          text: 'Ghi nhầm',
          reverses: 'e-1',
          by: 'binh',
          at,
        },
      });
    const done: LedgerEntryPosted = { ...posted, data: { ...posted.data, entryId: 'e-2', reverses: 'e-1' } };
    given(decider, posted, done)
      .when({ ...reversal, data: { ...reversal.data, entryId: 'e-3' } })
      .thenRefused('SUPPORT_FUND.ENTRY_REVERSED');
  });
});

describe('closing a month', () => {
  const close = (month: string, now: string): FundLedgerCommand => ({
    type: 'CloseLedgerMonth',
    data: { fundId: 'f', month: month as '2026-01-31' },
    metadata: by('an', now as typeof at),
  });
  it.each([
    ['2026-01-31', '2026-01-31T17:59:59.999Z', 'SUPPORT_FUND.MONTH_NOT_OVER'],
    ['2026-01-30', '2026-02-02T00:00:00.000Z', 'SUPPORT_FUND.MONTH_INVALID'],
  ])('%s at %s is refused: %s', (month, now, code) => {
    given(decider).when(close(month, now)).thenRefused(code);
  });
  it('an hour after its end is done, once', () => {
    const now = '2026-01-31T18:00:00.000Z' as const;
    const closed = {
      type: 'LedgerMonthClosed',
      data: { fundId: 'f', month: '2026-01-31', by: 'an', at: now },
    } as const;
    given(decider).when(close('2026-01-31', now)).then(closed);
    given(decider, closed).when(close('2026-01-31', now)).thenNothing();
  });
});

it('a line of the bank pays one loan', () => {
  const content = { fundId: 'f', reference: 'VCB-1', on: '2026-01-15', amount: 5, text: 'HTX trả nợ' } as const;
  const assign = (loanId: string): AssignBankLine => ({
    type: 'AssignBankLine',
    data: { ...content, loanId },
    metadata: by('an'),
  });
  const assigned: BankLineAssigned = { type: 'BankLineAssigned', data: { ...content, loanId: 'l-1', by: 'an', at } };
  given(bankLineDefinition.decider).when(assign('l-1')).then(assigned);
  given(bankLineDefinition.decider, assigned).when(assign('l-1')).thenNothing();
  given(bankLineDefinition.decider, assigned).when(assign('l-2')).thenRefused('SUPPORT_FUND.BANK_LINE_USED');
});
