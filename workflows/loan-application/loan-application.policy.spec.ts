import { fold, type Instant } from '@hoptac/kernel';
import { applicationDecider, type LoanApplicationEvent } from '@hoptac/support-fund/domain';
import { due, submitted } from '../../libs/support-fund/testing/applications/lending';
import { exposureIsFree, lapseOwed, lateMarkOwed, nextDateOf, reminderOwed, underWay } from './loan-application.policy';

const REMIND: Instant = '2026-11-25T17:00:00.000Z';
const DUE: Instant = '2026-11-26T17:00:00.000Z';
const BEFORE: Instant = '2026-11-24T00:00:00.000Z';
const start = submitted({ due: due('2026-11-26', REMIND) });
const stateOf = (...events: readonly LoanApplicationEvent[]) => fold(applicationDecider, events);
const limit = { what: 'check', dueOn: '2026-11-26', dueAt: DUE } as const;
const reminded: LoanApplicationEvent = {
  type: 'LoanApplicationReminded',
  data: { ...limit, to: 'fund', remindedAt: REMIND },
};
const late: LoanApplicationEvent = { type: 'LoanApplicationDeadlinePassed', data: limit };
const returned: LoanApplicationEvent = {
  type: 'LoanApplicationReturned',
  data: { round: 0, missing: [{ subject: 'plan', reason: 'x' }], returnedBy: 'o', due: due('2026-11-26') },
};

it('reminds once before the limit, and marks it once after it', () => {
  const open = stateOf(start);
  expect([nextDateOf(open, BEFORE), reminderOwed(open, BEFORE), lateMarkOwed(open, BEFORE)]).toEqual([
    REMIND,
    false,
    false,
  ]);
  expect(reminderOwed(open, REMIND)).toBe(true);
  const told = stateOf(start, reminded);
  expect([nextDateOf(told, REMIND), reminderOwed(told, REMIND)]).toEqual([DUE, false]);
  expect([lateMarkOwed(told, DUE), reminderOwed(open, DUE)]).toEqual([true, false]);
  const marked = stateOf(start, reminded, late);
  expect([nextDateOf(marked, DUE), lateMarkOwed(marked, DUE)]).toEqual([undefined, false]);
});

it('lets an application that nobody completes lapse, which is no lateness of the fund', () => {
  const waiting = stateOf(start, returned);
  expect([lapseOwed(waiting, BEFORE), lapseOwed(waiting, DUE), lateMarkOwed(waiting, DUE)]).toEqual([
    false,
    true,
    false,
  ]);
});

it('is under way until it ends, and frees the limits only when it ends without a contract', () => {
  expect([underWay(stateOf(start)), exposureIsFree(stateOf(start))]).toEqual([true, false]);
  const lapsed = stateOf(start, returned, {
    type: 'LoanApplicationLapsed',
    data: { what: 'completion', dueOn: '2026-11-26' },
  });
  expect([underWay(lapsed), exposureIsFree(lapsed)]).toEqual([false, true]);
  const waived = stateOf(start, { type: 'LoanSecurityWaived', data: { rule: 'smallLoan', decidedBy: 'council' } });
  expect([underWay(waived), exposureIsFree(waived)]).toEqual([false, false]);
});
