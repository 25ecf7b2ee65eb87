import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  bankLineDefinition,
  exposureDefinition,
  fundLedgerDefinition,
  loanDefinition,
  type AssignBankLine,
  type BankLineAssigned,
  type BankLineState,
  type ExposureCommand,
  type ExposureEvent,
  type ExposureState,
  type FundLedgerCommand,
  type FundLedgerEvent,
  type FundLedgerState,
  type LoanCommand,
  type LoanEvent,
  type LoanState,
} from '../../domain';

/** Loans; one instance per program. */
@Injectable()
export class LoanStore extends AggregateStore<LoanState, LoanCommand, LoanEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, loanDefinition);
  }
}

/** What the limits of each fund are taken by; one instance per program. */
@Injectable()
export class ExposureStore extends AggregateStore<ExposureState, ExposureCommand, ExposureEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, exposureDefinition);
  }
}

/** Lines of the bank that pay loans; one instance per program. */
@Injectable()
export class BankLineStore extends AggregateStore<BankLineState, AssignBankLine, BankLineAssigned> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, bankLineDefinition);
  }
}

/** Entries by hand and closed months of each fund; one instance per program. */
@Injectable()
export class FundLedgerStore extends AggregateStore<FundLedgerState, FundLedgerCommand, FundLedgerEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, fundLedgerDefinition);
  }
}
