import {
  localDateOf,
  notAllowedNow,
  unreachable,
  type AggregateDefinition,
  type CommandMetadata,
  type Decider,
  type LocalDate,
} from '@hoptac/kernel';
import { linesBetween, mustBalance } from '../ledger/accounts';
import { booksOn } from './loan-books';
import { positionOn } from './loan-position';
import type { ApproveLoanStep, LoanCommand, RecordLoanReceipt } from './loan.commands';
import type { Booked, LoanBookedEvent, LoanEvent, LoanStep } from './loan.events';
import {
  amountMustBeMoney,
  creditRecordMustBeClean,
  loanMustExist,
  loanMustRun,
  mustBeAnother,
  openStep,
  releasesNeeded,
  stepMustBePossible,
  valueDateMustFit,
} from './loan.rules';
import { evolveLoan, type LoanState, type OpenStep, type RunningLoan } from './loan.state';
import { dutiesOf, groupingOf, type LoanDuty } from './loan.tending';

type Unbooked = LoanBookedEvent extends infer E
  ? E extends LoanBookedEvent
    ? { readonly type: E['type']; readonly data: Omit<E['data'], keyof Booked> }
    : never
  : never;

/**
 * The event with the lines that it books on the day of recording: the difference between the loan's accounts as they are with it and what was booked before. A
 * fact dated back so carries the correction of everything booked meanwhile.
 */
function booked(state: LoanState, event: Unbooked, effectiveOn: LocalDate, { now }: CommandMetadata): LoanBookedEvent {
  const { fundId } = event.type === 'LoanBroughtForward' ? event.data.contract : contractOf(state);
  const data = { ...event.data, fundId, effectiveOn, at: now, lines: [] };
  const bare = { type: event.type, data } as LoanBookedEvent;
  const next = evolveLoan(state, bare);
  if (next.status === 'None') throw new Error('A booked fact leaves a loan');
  const lines = linesBetween(next.booked, booksOn(next, next.provision, localDateOf(now)));
  mustBalance(lines);
  return { ...bare, data: { ...bare.data, lines } } as LoanBookedEvent;
}

function contractOf(state: LoanState): RunningLoan['contract'] {
  loanMustExist(state);
  return state.contract;
}

function decide(command: LoanCommand, state: LoanState): readonly LoanEvent[] {
  const { metadata } = command;
  const { now: at } = metadata;
  const by = metadata.actor.personId;
  switch (command.type) {
    case 'OpenLoan':
      return state.status === 'None' ? [{ type: 'LoanOpened', data: { ...command.data, at } }] : [];
    case 'BringForwardLoan':
      if (state.status !== 'None') return [];
      return [booked(state, { type: 'LoanBroughtForward', data: command.data }, command.data.opening.asOf, metadata)];
    case 'ProposeLoanStep': {
      loanMustExist(state);
      const { stepId, step, effectiveOn } = command.data;
      if (!reopens(state, step)) loanMustRun(state);
      if (state.steps.some((one) => one.stepId === stepId)) return [];
      stepMustBePossible(state, step, effectiveOn, at);
      return [{ type: 'LoanStepProposed', data: { stepId, step, effectiveOn, by, at } }];
    }
    case 'ApproveLoanStep':
      return approve(state, command);
    case 'DropLoanStep': {
      loanMustExist(state);
      openStep(state, command.data.stepId);
      return [{ type: 'LoanStepDropped', data: { ...command.data, by, at } }];
    }
    case 'RecordLoanReceipt':
      return receipt(state, command);
    case 'RecordUseInspection':
      loanMustRun(state);
      if (state.facts.length === 0)
        throw notAllowedNow('SUPPORT_FUND.NOTHING_DISBURSED', 'Nothing has been paid out yet', { step: 'inspection' });
      return [{ type: 'LoanUseInspected', data: { ...command.data, by, at } }];
    case 'ReviewLoanBorrower':
      loanMustRun(state);
      return [{ type: 'LoanBorrowerReviewed', data: { ...command.data, by, at } }];
    case 'ReleaseLoanSecurity':
      loanMustExist(state);
      if (state.securityReleased) return [];
      if (state.status !== 'Settled')
        throw notAllowedNow('SUPPORT_FUND.LOAN_NOT_SETTLED', 'Security is released when nothing is owed');
      return [{ type: 'LoanSecurityReleased', data: { ...command.data, by, at } }];
    case 'TendLoan':
      return state.status === 'Running' ? tend(state, metadata) : [];
    default:
      return unreachable(command, 'loan command');
  }
}

/** A wrong receipt of a settled loan is reversed too: the loan runs again. */
const reopens = (state: RunningLoan, step: LoanStep): boolean => step.kind === 'reversal' && state.status === 'Settled';

/** A receipt of a bank line counts once; of an ended loan it is refused, the money has to be given back by another way. */
function receipt(state: LoanState, { data, metadata }: RecordLoanReceipt): readonly LoanEvent[] {
  loanMustExist(state);
  if (state.facts.some((fact) => fact.type === 'received' && fact.receiptId === data.receiptId)) return [];
  loanMustRun(state);
  amountMustBeMoney(data.amount);
  if (state.facts.length === 0)
    throw notAllowedNow('SUPPORT_FUND.NOTHING_DISBURSED', 'Nothing has been paid out yet', { step: 'receipt' });
  valueDateMustFit(state, data.effectiveOn, metadata.now);
  const { effectiveOn, ...rest } = data;
  const by = metadata.actor.personId;
  return [booked(state, { type: 'LoanReceiptRecorded', data: { ...rest, by } }, effectiveOn, metadata)];
}

function approve(state: LoanState, { data, metadata }: ApproveLoanStep): readonly LoanEvent[] {
  loanMustExist(state);
  const open = openStep(state, data.stepId);
  const by = metadata.actor.personId;
  mustBeAnother(open, by);
  if (!reopens(state, open.step)) loanMustRun(state);
  stepMustBePossible(state, open.step, open.effectiveOn, metadata.now);
  if (open.step.kind === 'disbursement') creditRecordMustBeClean(state, data.creditCheck, metadata.now);
  const releasedBy = [...open.approvedBy, by];
  if (releasedBy.length < releasesNeeded(state, open.step))
    return [{ type: 'LoanStepApproved', data: { stepId: open.stepId, by, at: metadata.now } }];
  return released(state, { ...open, approvedBy: releasedBy }, data, metadata);
}

function released(
  state: RunningLoan,
  { stepId, step, by, approvedBy, effectiveOn }: OpenStep,
  { creditCheck }: ApproveLoanStep['data'],
  metadata: CommandMetadata,
): readonly LoanEvent[] {
  const persons = { stepId, preparedBy: by, releasedBy: approvedBy };
  if (step.kind === 'reversal') {
    const wrong = state.facts.find((fact) => fact.type === 'received' && fact.receiptId === step.receiptId)!;
    const data = { ...persons, receiptId: step.receiptId, ground: step.ground };
    const reversed = booked(state, { type: 'LoanReceiptReversed', data }, wrong.effectiveOn, metadata);
    return state.status === 'Settled' ? [{ type: 'LoanReopened', data: { at: metadata.now } }, reversed] : [reversed];
  }
  const check = step.kind === 'disbursement' && creditCheck !== undefined ? { creditCheck } : {};
  return [booked(state, effectOf(state, step, { ...persons, ...check }, metadata), effectiveOn, metadata)];
}

function effectOf(
  state: RunningLoan,
  step: Exclude<LoanStep, { kind: 'reversal' }>,
  persons: { stepId: string; preparedBy: string; releasedBy: readonly string[] },
  { now }: CommandMetadata,
): Unbooked {
  const { kind, ...agreed } = step;
  const data = { ...persons, ...agreed };
  switch (kind) {
    case 'disbursement':
      return { type: 'LoanDisbursed', data } as Unbooked;
    case 'refund':
      return { type: 'LoanCreditRefunded', data } as Unbooked;
    case 'restructuring': {
      const number = 1 + state.facts.filter(({ type }) => type === 'restructured').length;
      return { type: 'LoanRestructured', data: { ...data, number } } as Unbooked;
    }
    case 'waiver':
      return { type: 'LoanInterestWaived', data } as Unbooked;
    case 'recall':
      return { type: 'LoanRecalled', data } as Unbooked;
    case 'provisionUse': {
      const outstanding = positionOn(state, localDateOf(now))?.outstanding ?? 0;
      const used = Math.min(state.provision.specific, outstanding);
      return { type: 'LoanProvisionUsed', data: { ...data, used } } as Unbooked;
    }
    case 'writeOff':
      return { type: 'LoanWrittenOff', data } as Unbooked;
    default:
      return unreachable(kind, 'loan step');
  }
}

/** One duty after the other, each on the state that the one before left. */
function tend(loan: RunningLoan, metadata: CommandMetadata): readonly LoanEvent[] {
  const events: LoanEvent[] = [];
  let state: RunningLoan = loan;
  for (const duty of dutiesOf(loan, metadata.now)) {
    const event = done(state, duty, metadata);
    events.push(event);
    state = evolveLoan(state, event) as RunningLoan;
  }
  return events;
}

function done(state: RunningLoan, duty: LoanDuty, metadata: CommandMetadata): LoanEvent {
  const at = metadata.now;
  const today = localDateOf(at);
  switch (duty.kind) {
    case 'group':
      return booked(state, { type: 'LoanGrouped', data: groupingOf(state, duty.asOf) }, today, metadata);
    case 'remind':
      return { type: 'LoanInstalmentReminded', data: { dueOn: duty.dueOn, amount: duty.amount, at } };
    case 'missed':
      return { type: 'LoanDueMissed', data: { dueOn: duty.dueOn, amount: duty.amount, at } };
    case 'inspect':
      return { type: 'LoanInspectionOwed', data: { since: duty.since, at } };
    case 'settle':
      return booked(state, { type: 'LoanSettled', data: {} }, today, metadata);
    default:
      return unreachable(duty, 'duty of a loan');
  }
}

export const loanDecider: Decider<LoanState, LoanCommand, LoanEvent> = {
  initialState: () => ({ status: 'None' }),
  evolve: evolveLoan,
  decide,
};

/** Streams `loan-<loanId>`. */
export const loanDefinition: AggregateDefinition<LoanState, LoanCommand, LoanEvent> = {
  category: 'loan',
  decider: loanDecider,
  versions: {
    LoanOpened: 1,
    LoanBroughtForward: 1,
    LoanStepProposed: 1,
    LoanStepApproved: 1,
    LoanStepDropped: 1,
    LoanDisbursed: 1,
    LoanReceiptRecorded: 1,
    LoanReceiptReversed: 1,
    LoanCreditRefunded: 1,
    LoanRestructured: 1,
    LoanInterestWaived: 1,
    LoanRecalled: 1,
    LoanProvisionUsed: 1,
    LoanWrittenOff: 1,
    LoanGrouped: 1,
    LoanInstalmentReminded: 1,
    LoanDueMissed: 1,
    LoanInspectionOwed: 1,
    LoanUseInspected: 1,
    LoanBorrowerReviewed: 1,
    LoanSettled: 1,
    LoanReopened: 1,
    LoanSecurityReleased: 1,
  },
  upcasters: [],
};
