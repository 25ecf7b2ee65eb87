import { brokenRule, forbidden, notAllowedNow, notFound, type Actor, type LocalDate } from '@hoptac/kernel';
import type { BodyMember, CapitalChange, DecidingPaper } from './fund.events';
import { capitalOn, policyOn, type FoundedFund, type FundState, type PendingChange } from './fund.state';

export function fundMustNotBeFounded(state: FundState): void {
  if (state.status === 'Founded') throw notAllowedNow('SUPPORT_FUND.ALREADY_FOUNDED', 'The fund has been founded');
}

export function fundMustBeFounded(state: FundState): asserts state is FoundedFund {
  if (state.status === 'Unknown') throw notFound('SUPPORT_FUND.FUND_NOT_FOUND', 'There is no such fund');
}

/** Capital, rules and bodies of a fund rest on somebody's decision: its number and who issued it (D45 Art. 37). */
export function paperMustBeNamed({ number, issuedBy }: DecidingPaper): void {
  if (number.trim() === '' || issuedBy.trim() === '')
    throw brokenRule('SUPPORT_FUND.PAPER_MISSING', 'The deciding paper is not named', {}, ['D45 Art. 37']);
}

export function reasonMustBeGiven(reason: string): void {
  if (reason.trim() === '') throw brokenRule('SUPPORT_FUND.REASON_MISSING', 'No reason is given');
}

/** Charter capital is money that is there: on no day below zero (D45 Art. 36–37). The accumulated result may be a loss. */
export function capitalMustNotFallBelowZero(fund: FoundedFund, change: CapitalChange): void {
  if (change.of !== 'charterCapital') return;
  const days = [change.effectiveOn, ...fund.capital.map(({ effectiveOn }) => effectiveOn)];
  const lowest = Math.min(
    ...days
      .filter((day) => day >= change.effectiveOn)
      .map((day) => capitalOn(fund, day).charterCapital + change.amount),
  );
  if (lowest < 0) {
    throw brokenRule('SUPPORT_FUND.CAPITAL_BELOW_ZERO', 'The charter capital would fall below zero', { lowest }, [
      'D45 Art. 37',
    ]);
  }
}

/** A borrower is judged by rules that were there: only a fund's first rules may begin before the day on which they are entered (D45 Art. 31). */
export function policyMustNotReachBack(fund: FoundedFund, from: LocalDate, today: LocalDate): void {
  if (from < today && policyOn(fund, today) !== undefined)
    throw brokenRule('SUPPORT_FUND.POLICY_REACHES_BACK', 'The rules would reach back', { from }, ['D45 Art. 31']);
}

export function changeMustBePending(fund: FoundedFund, changeId: string): PendingChange {
  const pending = fund.pending.find((change) => change.changeId === changeId);
  if (pending !== undefined) return pending;
  if (fund.settled.includes(changeId))
    throw notAllowedNow('SUPPORT_FUND.CHANGE_SETTLED', 'The change has been confirmed or refused');
  throw notFound('SUPPORT_FUND.CHANGE_NOT_FOUND', 'There is no such change');
}

/** Four eyes: whoever entered a change, in person or through a substitute, does not confirm it. */
export function anotherPersonMustConfirm({ proposers }: PendingChange, { personId, onBehalfOf }: Actor): void {
  if (proposers.includes(personId) || (onBehalfOf !== undefined && proposers.includes(onBehalfOf)))
    throw forbidden('SUPPORT_FUND.CHANGE_FOUR_EYES', 'Whoever entered a change does not confirm it');
}

const FEWEST = 3;

/** A body that votes has three members or more, each once, and one chair. */
export function bodyMustBeWhole(members: readonly BodyMember[]): void {
  const accounts = new Set(members.map(({ accountId }) => accountId));
  if (
    members.length < FEWEST ||
    accounts.size !== members.length ||
    members.filter(({ chair }) => chair).length !== 1
  ) {
    throw brokenRule('SUPPORT_FUND.BODY_INCOMPLETE', 'A body has three members or more, each once, and one chair', {
      fewest: FEWEST,
    });
  }
}
