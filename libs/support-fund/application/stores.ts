import { caseCodesDefinition, type AllocateCaseCode, type CaseCodeAllocated, type CaseCodes } from '@hoptac/dossiers';
import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import {
  applicationDefinition,
  fundDefinition,
  type ApplicationCommand,
  type ApplicationState,
  type FundCommand,
  type FundState,
  type LoanApplicationEvent,
  type SupportFundEvent,
} from '../domain';

/** Funds; one instance per program. */
@Injectable()
export class FundStore extends AggregateStore<FundState, FundCommand, SupportFundEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, fundDefinition);
  }
}

/** Applications for loans; one instance per program. */
@Injectable()
export class ApplicationStore extends AggregateStore<ApplicationState, ApplicationCommand, LoanApplicationEvent> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, applicationDefinition);
  }
}

/** Codes of applications by fund and day, given as case codes are; one instance per program. */
@Injectable()
export class ApplicationCodeStore extends AggregateStore<CaseCodes, AllocateCaseCode, CaseCodeAllocated> {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super(store, caseCodesDefinition);
  }
}
