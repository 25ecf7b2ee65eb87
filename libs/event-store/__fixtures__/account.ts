import {
  type AggregateDefinition,
  brokenRule,
  type Command,
  type Decider,
  type DomainEvent,
  notAllowedNow,
} from '@hoptac/kernel';

export type AccountEvent =
  | DomainEvent<'AccountOpened', { openedAt: string }>
  | DomainEvent<'AccountPaidIn', { amount: number }>
  | DomainEvent<'AccountClosed', { closedAt: string }>;
export type AccountCommand = Command<'OpenAccount'> | Command<'PayIn', { amount: number }> | Command<'CloseAccount'>;

export interface Account {
  readonly status: 'none' | 'open' | 'closed';
  readonly openedAt?: string;
  readonly sum: number;
}

const decider: Decider<Account, AccountCommand, AccountEvent> = {
  initialState: () => ({ status: 'none', sum: 0 }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'AccountOpened':
        return { ...state, status: 'open', openedAt: event.data.openedAt };
      case 'AccountPaidIn':
        return { ...state, sum: state.sum + event.data.amount };
      case 'AccountClosed':
        return { ...state, status: 'closed' };
    }
  },
  decide: (command, state) => {
    const { now } = command.metadata;
    if (command.type === 'OpenAccount') {
      if (state.status !== 'none') throw notAllowedNow('ACCOUNTS.ALREADY_OPEN', 'There is an account');
      return [{ type: 'AccountOpened', data: { openedAt: now } }];
    }
    if (command.type === 'CloseAccount')
      return state.status === 'closed' ? [] : [{ type: 'AccountClosed', data: { closedAt: now } }];
    if (state.status !== 'open') throw notAllowedNow('ACCOUNTS.NOT_OPEN', 'No open account');
    if (command.data.amount > 1_000) throw brokenRule('ACCOUNTS.TOO_MUCH', 'Too much at once');
    return [{ type: 'AccountPaidIn', data: { amount: command.data.amount } }];
  },
};

/** A small aggregate for the specs of the store. */
export const account: AggregateDefinition<Account, AccountCommand, AccountEvent> = {
  category: 'account',
  decider,
  versions: { AccountOpened: 1, AccountPaidIn: 1, AccountClosed: 1 },
  upcasters: [],
};
