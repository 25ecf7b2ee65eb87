import {
  notAllowedNow,
  type AggregateDefinition,
  type Command,
  type Decider,
  type Dong,
  type DomainEvent,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';

/*
 * A line of the bank's statement — một dòng sao kê — is the stream `fundBankLine-<id>`: it goes to one loan, once. The receipt of that loan bears the line's
 * id, so whoever repeats the step after a failure records the same receipt.
 */

export interface BankLineContent {
  readonly fundId: string;
  /** The bank's own reference. */
  readonly reference: string;
  readonly on: LocalDate;
  readonly amount: Dong;
  readonly text: string;
}
/** The line pays a loan. */
export type BankLineAssigned = DomainEvent<
  'BankLineAssigned',
  BankLineContent & { loanId: string; by: string; at: Instant }
>;
export type AssignBankLine = Command<'AssignBankLine', BankLineContent & { loanId: string }>;
export type BankLineState =
  | { readonly status: 'Open' }
  | { readonly status: 'Assigned'; readonly loanId: string; readonly amount: Dong; readonly on: LocalDate };

const decider: Decider<BankLineState, AssignBankLine, BankLineAssigned> = {
  initialState: () => ({ status: 'Open' }),
  evolve: (_state, { data: { loanId, amount, on } }) => ({ status: 'Assigned', loanId, amount, on }),
  decide({ data, metadata }, state) {
    if (state.status === 'Open') {
      const by = metadata.actor.personId;
      return [{ type: 'BankLineAssigned', data: { ...data, by, at: metadata.now } }];
    }
    if (state.loanId === data.loanId && state.amount === data.amount && state.on === data.on) return [];
    throw notAllowedNow('SUPPORT_FUND.BANK_LINE_USED', 'The line of the bank was counted before', {
      reference: data.reference,
      loanId: state.loanId,
    });
  },
};

/** Streams `fundBankLine-<id made of fund and reference>`. */
export const bankLineDefinition: AggregateDefinition<BankLineState, AssignBankLine, BankLineAssigned> = {
  category: 'fundBankLine',
  decider,
  versions: { BankLineAssigned: 1 },
  upcasters: [],
};
