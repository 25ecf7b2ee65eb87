import { localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { withLines, type Balances } from '../ledger/accounts';
import type { LoanContract } from '../loan-contract';
import { NO_PROVISION, type LoanProvision } from './loan-books';
import type { DebtGroup, LoanChange, LoanFact, LoanHistory, ReceiptReversal } from './loan-facts';
import type { LoanPolicy } from './loan-policy';
import type { Booked, LoanBookedEvent, LoanEvent, LoanOpening, LoanStep } from './loan.events';

/** A step that waits for the persons who must agree. */
export interface OpenStep {
  readonly stepId: string;
  readonly step: LoanStep;
  readonly effectiveOn: LocalDate;
  readonly by: string;
  readonly approvedBy: readonly string[];
}

export interface RunningLoan extends LoanHistory {
  readonly status: 'Running' | 'Settled' | 'WrittenOff';
  readonly contract: LoanContract;
  readonly policy: LoanPolicy;
  readonly openedAt: Instant;
  readonly officeId: string;
  readonly ownerId?: string;
  readonly facts: readonly LoanFact[];
  readonly reversals: readonly ReceiptReversal[];
  readonly provision: LoanProvision;
  /** What is booked, by account, and the day of the last booking. */
  readonly booked: Balances;
  readonly bookedOn?: LocalDate;
  readonly grouped?: { readonly asOf: LocalDate; readonly group: DebtGroup };
  readonly steps: readonly OpenStep[];
  /** Due days of which the borrower was reminded, and those that went by unpaid. */
  readonly reminded: readonly LocalDate[];
  readonly missed: readonly LocalDate[];
  /** First disbursement whose use was not inspected yet; with `asked` once the inspection was asked for. */
  readonly inspection?: { readonly since: LocalDate; readonly asked: boolean };
  readonly suspended: boolean;
  readonly securityReleased: boolean;
}

export type LoanState = { readonly status: 'None' } | RunningLoan;

/** Total: never throws, validates nothing. */
export function evolveLoan(state: LoanState, event: LoanEvent): LoanState {
  if (event.type === 'LoanOpened') return opened(event.data);
  if (event.type === 'LoanBroughtForward') {
    const { provision } = event.data;
    const loan = { ...opened(event.data), provision: broughtForward(provision) };
    return booked(loan, event.data, { type: 'opening', opening: event.data.opening });
  }
  return state.status === 'None' ? state : after(state, event);
}

const broughtForward = (provision: number): LoanProvision => ({
  ...NO_PROVISION,
  specific: provision,
  broughtForward: provision,
});

function opened({ contract, terms, policy, officeId, ownerId, at }: LoanOpening & { at: Instant }): RunningLoan {
  return {
    status: 'Running',
    contract,
    terms,
    policy,
    openedAt: at,
    officeId,
    ...(ownerId === undefined ? {} : { ownerId }),
    facts: [],
    reversals: [],
    provision: NO_PROVISION,
    booked: {},
    steps: [],
    reminded: [],
    missed: [],
    suspended: false,
    securityReleased: false,
  };
}

type After = Exclude<LoanEvent, { type: 'LoanOpened' | 'LoanBroughtForward' }>;

function after(state: RunningLoan, event: After): RunningLoan {
  switch (event.type) {
    case 'LoanStepProposed': {
      const { stepId, step, effectiveOn, by } = event.data;
      return { ...state, steps: [...state.steps, { stepId, step, effectiveOn, by, approvedBy: [] }] };
    }
    case 'LoanStepApproved':
      return {
        ...state,
        steps: state.steps.map((one) =>
          one.stepId === event.data.stepId ? { ...one, approvedBy: [...one.approvedBy, event.data.by] } : one,
        ),
      };
    case 'LoanStepDropped':
      return withoutStep(state, event.data.stepId);
    case 'LoanInstalmentReminded':
      return { ...state, reminded: [...state.reminded, event.data.dueOn] };
    case 'LoanDueMissed':
      return { ...state, missed: [...state.missed, event.data.dueOn] };
    case 'LoanInspectionOwed':
      return { ...state, inspection: { since: event.data.since, asked: true } };
    case 'LoanUseInspected': {
      const { inspection, ...rest } = state;
      const suspended = event.data.outcome === 'misuse';
      // After misuse the use has to be looked at again.
      return suspended && inspection !== undefined ? { ...rest, inspection, suspended } : { ...rest, suspended };
    }
    case 'LoanReopened':
      return { ...state, status: 'Running' };
    case 'LoanSecurityReleased':
      return { ...state, securityReleased: true };
    case 'LoanBorrowerReviewed':
      return state;
    default:
      return afterBooking(state, event);
  }
}

const withoutStep = (state: RunningLoan, stepId: string): RunningLoan => ({
  ...state,
  steps: state.steps.filter((one) => one.stepId !== stepId),
});

/** The change of position that a booked event is; undefined for those that only book. */
export function changeOf(event: Exclude<LoanBookedEvent, { type: 'LoanBroughtForward' }>): LoanChange | undefined {
  switch (event.type) {
    case 'LoanDisbursed':
      return { type: 'disbursed', amount: event.data.amount };
    case 'LoanReceiptRecorded': {
      const { receiptId, amount, extra } = event.data;
      return { type: 'received', receiptId, amount, extra };
    }
    case 'LoanCreditRefunded':
      return { type: 'refunded', amount: event.data.amount };
    case 'LoanRestructured': {
      const { plan, basisPoints } = event.data;
      return { type: 'restructured', plan, ...(basisPoints === undefined ? {} : { rate: basisPoints }) };
    }
    case 'LoanInterestWaived':
      return { type: 'waived', amount: event.data.amount, cannotPay: event.data.cannotPay };
    case 'LoanRecalled':
      return { type: 'recalled' };
    case 'LoanProvisionUsed':
      return { type: 'provisionUsed' };
    case 'LoanWrittenOff':
      return { type: 'writtenOff' };
    default:
      return undefined;
  }
}

function afterBooking(
  state: RunningLoan,
  event: Exclude<LoanBookedEvent, { type: 'LoanBroughtForward' }>,
): RunningLoan {
  const moved = booked(state, event.data, changeOf(event));
  const next = 'stepId' in event.data ? withoutStep(moved, event.data.stepId) : moved;
  switch (event.type) {
    case 'LoanDisbursed':
      return next.inspection === undefined
        ? { ...next, inspection: { since: event.data.effectiveOn, asked: false } }
        : next;
    case 'LoanReceiptReversed': {
      const reversal = { receiptId: event.data.receiptId, knownAt: event.data.at };
      return { ...next, reversals: [...next.reversals, reversal] };
    }
    case 'LoanGrouped': {
      const { asOf, group, specific, general } = event.data;
      return { ...next, grouped: { asOf, group }, provision: { ...next.provision, specific, general } };
    }
    case 'LoanProvisionUsed': {
      const { used } = event.data;
      return { ...next, provision: { ...next.provision, specific: used, general: 0, used } };
    }
    case 'LoanSettled': {
      const { used, broughtForward: before } = next.provision;
      return { ...next, status: 'Settled', provision: { specific: used, general: 0, used, broughtForward: before } };
    }
    case 'LoanWrittenOff':
      return { ...next, status: 'WrittenOff' };
    default:
      return next;
  }
}

function booked(state: RunningLoan, { effectiveOn, at, lines }: Booked, change: LoanChange | undefined): RunningLoan {
  return {
    ...state,
    booked: withLines(state.booked, lines),
    bookedOn: localDateOf(at),
    facts: change === undefined ? state.facts : [...state.facts, { ...change, effectiveOn, knownAt: at }],
  };
}
