import { unreachable, type Dong, type Instant, type LocalDate } from '@hoptac/kernel';
import type { FundPolicy } from './fund-policy';
import type { BodyMember, CapitalChange, DecidingPaper, SupportFundEvent } from './fund.events';

/** Capital as it counts: in force from `effectiveOn`, known since `confirmedAt`. */
export interface CapitalEntry extends CapitalChange {
  readonly changeId: string;
  readonly confirmedAt: Instant;
}

export interface PolicyInForce {
  readonly policyVersion: string;
  readonly from: LocalDate;
  readonly policy: FundPolicy;
  readonly confirmedAt: Instant;
}

/** A change that waits for its second person. */
export type PendingChange = {
  readonly changeId: string;
  /** Who entered it, and whom he stood in for: none of them confirms it. */
  readonly proposers: readonly string[];
} & (
  | { readonly kind: 'capital'; readonly change: CapitalChange }
  | {
      readonly kind: 'policy';
      readonly policyVersion: string;
      readonly from: LocalDate;
      readonly policy: FundPolicy;
      readonly paper: DecidingPaper;
    }
);

export interface Appointment {
  readonly body: 'council' | 'board';
  readonly members: readonly BodyMember[];
  readonly from: LocalDate;
}

export interface FoundedFund {
  readonly status: 'Founded';
  readonly fundId: string;
  readonly name: string;
  readonly level: 'provincial' | 'central';
  readonly model: 'company' | 'cooperative';
  readonly officeId: string;
  readonly areaCode: string;
  readonly foundedOn: LocalDate;
  readonly capital: readonly CapitalEntry[];
  readonly policies: readonly PolicyInForce[];
  readonly pending: readonly PendingChange[];
  /** Changes that were confirmed or refused. */
  readonly settled: readonly string[];
  readonly appointments: readonly Appointment[];
  /** How many policies were ever proposed; the next one's version. */
  readonly policiesProposed: number;
}

/** A support fund — Quỹ hỗ trợ phát triển hợp tác xã (D45). */
export type FundState = { readonly status: 'Unknown' } | FoundedFund;

/** Total fold. */
export function evolveFund(state: FundState, event: SupportFundEvent): FundState {
  if (event.type === 'SupportFundFounded') {
    const { fundId, name, level, model, officeId, areaCode, foundedOn } = event.data;
    return {
      status: 'Founded',
      ...{ fundId, name, level, model, officeId, areaCode, foundedOn },
      capital: [],
      policies: [],
      pending: [],
      settled: [],
      appointments: [],
      policiesProposed: 0,
    };
  }
  if (state.status === 'Unknown') return state;
  switch (event.type) {
    case 'SupportFundCapitalProposed': {
      const { changeId, change } = event.data;
      return withPending(state, { changeId, kind: 'capital', change, proposers: proposersOf(event.data) });
    }
    case 'SupportFundPolicyProposed': {
      const { changeId, policyVersion, from, policy, paper } = event.data;
      return {
        ...withPending(state, {
          changeId,
          kind: 'policy',
          policyVersion,
          from,
          policy,
          paper,
          proposers: proposersOf(event.data),
        }),
        policiesProposed: state.policiesProposed + 1,
      };
    }
    case 'SupportFundCapitalConfirmed': {
      const { changeId, change, confirmedAt } = event.data;
      return {
        ...settled(state, changeId),
        capital: [...state.capital, { ...change, changeId, confirmedAt }],
      };
    }
    case 'SupportFundPolicyConfirmed': {
      const { changeId, policyVersion, from, policy, confirmedAt } = event.data;
      return {
        ...settled(state, changeId),
        policies: [...state.policies, { policyVersion, from, policy, confirmedAt }],
      };
    }
    case 'SupportFundChangeRefused':
      return settled(state, event.data.changeId);
    case 'SupportFundBodyAppointed': {
      const { body, members, from } = event.data;
      return { ...state, appointments: [...state.appointments, { body, members, from }] };
    }
    default:
      return unreachable(event, 'event of a support fund');
  }
}

/** Đồng of capital on a day, as it was known at an instant (now known when absent). */
export interface CapitalPosition {
  readonly charterCapital: Dong;
  /** Below zero: a loss not covered. */
  readonly accumulatedResult: number;
  /** Vốn điều lệ thực có: both together (D45 Art. 2.3). */
  readonly actualCharterCapital: number;
}

/** What the capital was on a day, by what was known at an instant: both times are kept, nothing is replaced. */
export function capitalOn(fund: FoundedFund, on: LocalDate, knownAt?: Instant): CapitalPosition {
  const counted = fund.capital.filter(
    ({ effectiveOn, confirmedAt }) => effectiveOn <= on && (knownAt === undefined || confirmedAt <= knownAt),
  );
  const sum = (of: CapitalChange['of']): number =>
    counted.reduce((total, entry) => (entry.of === of ? total + entry.amount : total), 0);
  const charterCapital = sum('charterCapital');
  const accumulatedResult = sum('accumulatedResult');
  return { charterCapital, accumulatedResult, actualCharterCapital: charterCapital + accumulatedResult };
}

/** The lending rules in force on a day: of those that had begun the one that began last; of two for one day the one confirmed later. */
export function policyOn(fund: FoundedFund, on: LocalDate): PolicyInForce | undefined {
  return fund.policies
    .filter(({ from }) => from <= on)
    .reduce<PolicyInForce | undefined>(
      (latest, policy) => (latest === undefined || policy.from >= latest.from ? policy : latest),
      undefined,
    );
}

/** Who sits in the body on a day. */
export function membersOn(fund: FoundedFund, body: 'council' | 'board', on: LocalDate): readonly BodyMember[] {
  return (
    fund.appointments
      .filter((appointment) => appointment.body === body && appointment.from <= on)
      .reduce<Appointment | undefined>(
        (latest, one) => (latest === undefined || one.from >= latest.from ? one : latest),
        undefined,
      )?.members ?? []
  );
}

const proposersOf = ({ proposedBy, onBehalfOf }: { proposedBy: string; onBehalfOf?: string }): readonly string[] =>
  onBehalfOf === undefined ? [proposedBy] : [proposedBy, onBehalfOf];

const withPending = (state: FoundedFund, change: PendingChange): FoundedFund => ({
  ...state,
  pending: [...state.pending, change],
});

const settled = (state: FoundedFund, changeId: string): FoundedFund => ({
  ...state,
  pending: state.pending.filter((change) => change.changeId !== changeId),
  settled: [...state.settled, changeId],
});
