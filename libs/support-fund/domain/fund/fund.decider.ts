import { localDateOf, unreachable, type Command, type Decider, type LocalDate } from '@hoptac/kernel';
import { policyMustBeLawful, type FundPolicy, type PolicyBounds } from './fund-policy';
import type { BodyMember, CapitalChange, DecidingPaper, SupportFundEvent, SupportFundFounded } from './fund.events';
import * as rules from './fund.rules';
import { evolveFund, type FundState, type PendingChange } from './fund.state';

export type FoundSupportFund = Command<'FoundSupportFund', SupportFundFounded['data']>;
export type ProposeCapital = Command<'ProposeCapital', { changeId: string; change: CapitalChange }>;
/** `bounds` is the law on the day from which the policy shall hold. */
export type ProposePolicy = Command<
  'ProposePolicy',
  { changeId: string; from: LocalDate; policy: FundPolicy; paper: DecidingPaper; bounds: PolicyBounds }
>;
/** The second of four eyes. `bounds`: the law again, for it may have changed since the proposal. */
export type ConfirmChange = Command<'ConfirmChange', { changeId: string; bounds?: PolicyBounds }>;
export type RefuseChange = Command<'RefuseChange', { changeId: string; reason: string }>;
export type AppointBody = Command<
  'AppointBody',
  { body: 'council' | 'board'; members: readonly BodyMember[]; from: LocalDate; paper: DecidingPaper }
>;

export type FundCommand =
  FoundSupportFund | ProposeCapital | ProposePolicy | ConfirmChange | RefuseChange | AppointBody;

/** Streams `supportFund-<fundId>`: founding, capital, lending rules, bodies (D45 Art. 3–5, 20–31, 36–37). */
export const fundDecider: Decider<FundState, FundCommand, SupportFundEvent> = {
  initialState: () => ({ status: 'Unknown' }),
  evolve: evolveFund,
  decide,
};

function decide(command: FundCommand, state: FundState): readonly SupportFundEvent[] {
  const { actor, now } = command.metadata;
  if (command.type === 'FoundSupportFund') {
    rules.fundMustNotBeFounded(state);
    rules.paperMustBeNamed(command.data.paper);
    return [{ type: 'SupportFundFounded', data: command.data }];
  }
  rules.fundMustBeFounded(state);
  switch (command.type) {
    case 'ProposeCapital': {
      const { changeId, change } = command.data;
      rules.paperMustBeNamed(change.paper);
      rules.capitalMustNotFallBelowZero(state, change);
      return [{ type: 'SupportFundCapitalProposed', data: { changeId, change, ...proposedBy(actor) } }];
    }
    case 'ProposePolicy': {
      const { changeId, from, policy, paper, bounds } = command.data;
      rules.paperMustBeNamed(paper);
      policyMustBeLawful(policy, bounds);
      rules.policyMustNotReachBack(state, from, localDateOf(now));
      const policyVersion = String(state.policiesProposed + 1);
      return [
        {
          type: 'SupportFundPolicyProposed',
          data: { changeId, policyVersion, from, policy, paper, ...proposedBy(actor) },
        },
      ];
    }
    case 'ConfirmChange': {
      const pending = rules.changeMustBePending(state, command.data.changeId);
      rules.anotherPersonMustConfirm(pending, actor);
      return [confirmed(pending, command, state)];
    }
    case 'RefuseChange': {
      const { changeId, reason } = command.data;
      rules.changeMustBePending(state, changeId);
      rules.reasonMustBeGiven(reason);
      return [{ type: 'SupportFundChangeRefused', data: { changeId, reason, refusedBy: actor.personId } }];
    }
    case 'AppointBody': {
      rules.paperMustBeNamed(command.data.paper);
      rules.bodyMustBeWhole(command.data.members);
      return [{ type: 'SupportFundBodyAppointed', data: command.data }];
    }
    default:
      return unreachable(command, 'command on a support fund');
  }
}

function confirmed(
  pending: PendingChange,
  { data: { bounds }, metadata: { actor, now } }: ConfirmChange,
  state: Extract<FundState, { status: 'Founded' }>,
): SupportFundEvent {
  const by = { changeId: pending.changeId, confirmedBy: actor.personId, confirmedAt: now };
  if (pending.kind === 'capital') {
    rules.capitalMustNotFallBelowZero(state, pending.change);
    return { type: 'SupportFundCapitalConfirmed', data: { ...by, change: pending.change } };
  }
  const { policyVersion, from, policy } = pending;
  if (bounds !== undefined) policyMustBeLawful(policy, bounds);
  rules.policyMustNotReachBack(state, from, localDateOf(now));
  return { type: 'SupportFundPolicyConfirmed', data: { ...by, policyVersion, from, policy } };
}

const proposedBy = ({ personId, onBehalfOf }: { personId: string; onBehalfOf?: string }) => ({
  proposedBy: personId,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});
