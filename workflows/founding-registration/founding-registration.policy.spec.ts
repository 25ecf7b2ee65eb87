import { fold } from '@hoptac/kernel';
import { dossierDecider, type DossierEvent } from '@hoptac/dossiers/domain';
import {
  CORRECTION_DUE,
  DECISION_DUE,
  MONDAY,
  WITHDRAWAL_DUE,
  checked,
  correctionRequested,
  examined,
  filed,
  granted,
  resubmitted,
  taxCodeReceived,
  withdrawalRequested,
} from '../../libs/dossiers/testing/founding';
import { foundingCategory } from './founding-registration.category';
import {
  checksOwed,
  escalationOwed,
  lapseOwed,
  lateMarkOwed,
  nameIsFree,
  nextDate,
  registrationOwed,
  reminderOwed,
  taxCodeOwed,
  underWay,
} from './founding-registration.policy';

const after = (...events: DossierEvent[]) => fold(dossierDecider, events);
const taxRefused = (round: number): DossierEvent => ({
  type: 'DossierTaxCodeRefused',
  data: { round, reason: 'Không khớp' },
});
const late: DossierEvent = {
  type: 'DossierDeadlinePassed',
  data: { what: 'decision', dueOn: DECISION_DUE.dueOn, dueAt: DECISION_DUE.dueAt },
};

it('has every version checked once', () => {
  expect(checksOwed(after(filed()))).toBe(true);
  expect(checksOwed(after(filed(), checked()))).toBe(false);
  expect(checksOwed(after(filed(), checked(), correctionRequested()))).toBe(false);
  expect(checksOwed(after(filed(), checked(), correctionRequested(), resubmitted()))).toBe(true);
});

it('asks for a tax code when a certificate is proposed, and not again in a round that was refused', () => {
  expect(taxCodeOwed(after(filed(), checked()))).toBe(false);
  expect(taxCodeOwed(after(filed(), checked(), examined('grant')))).toBe(true);
  expect(taxCodeOwed(after(filed(), checked(), examined('refuse')))).toBe(false);
  expect(taxCodeOwed(after(filed(), checked(), examined('grant'), taxCodeReceived()))).toBe(false);
  expect(taxCodeOwed(after(filed(), checked(), examined('grant'), taxRefused(0)))).toBe(false);
});

it('registers what was granted', () => {
  const way = [filed(), checked(), examined('grant'), taxCodeReceived()];
  expect(registrationOwed(after(...way))).toBe(false);
  expect(registrationOwed(after(...way, granted()))).toBe(true);
});

it('waits until the office’s limit, marks it at 24:00 of the day and once only', () => {
  const state = after(filed(), checked());
  expect(nextDate(state, MONDAY)).toBe(DECISION_DUE.dueAt);
  expect(lateMarkOwed(state, '2026-11-26T16:59:59.999Z')).toBe(false);
  expect(lateMarkOwed(state, DECISION_DUE.dueAt)).toBe(true);
  const marked = after(filed(), checked(), late);
  expect([lateMarkOwed(marked, DECISION_DUE.dueAt), nextDate(marked, MONDAY)]).toEqual([false, undefined]);
});

it('lets the applicant’s sixty days run alone, and lapses at their end', () => {
  const state = after(filed(), checked(), correctionRequested());
  expect(nextDate(state, MONDAY)).toBe(CORRECTION_DUE.dueAt);
  expect(lapseOwed(state, DECISION_DUE.dueAt)).toBe(false);
  expect(lapseOwed(state, CORRECTION_DUE.dueAt)).toBe(true);
  expect(lateMarkOwed(state, CORRECTION_DUE.dueAt)).toBe(false);
});

it('keeps the earliest of several limits: a withdrawal is answered before the decision is due', () => {
  expect(nextDate(after(filed(), checked(), withdrawalRequested()), MONDAY)).toBe(WITHDRAWAL_DUE.dueAt);
});

it('reminds on the instant set, and lets a late case rise level by level while the office owes its act', () => {
  const REMIND_AT = '2026-11-25T17:00:00.000Z';
  const RISE_AT = '2026-11-27T17:00:00.000Z';
  const planned: DossierEvent = {
    type: 'DossierFiled',
    data: {
      ...(filed().data as Extract<DossierEvent, { type: 'DossierFiled' }>['data']),
      due: {
        ...DECISION_DUE,
        reminders: [{ at: REMIND_AT, to: 'officer' }],
        escalations: [{ at: RISE_AT, level: 'deputy' }],
      },
    },
  };
  const state = after(planned, checked());
  expect(nextDate(state, MONDAY)).toBe(REMIND_AT);
  expect([reminderOwed(state, MONDAY), reminderOwed(state, REMIND_AT)]).toEqual([false, true]);
  // A reminder that was missed is not given after the limit.
  expect(reminderOwed(state, DECISION_DUE.dueAt)).toBe(false);
  const risen = after(planned, checked(), late);
  expect(nextDate(risen, DECISION_DUE.dueAt)).toBe(RISE_AT);
  expect([escalationOwed(risen, DECISION_DUE.dueAt), escalationOwed(risen, RISE_AT)]).toEqual([false, true]);
  expect(escalationOwed(after(planned, checked(), late, correctionRequested()), RISE_AT)).toBe(false);
});

it('frees the name only when the case ended without a certificate', () => {
  const withdrawn = after(filed(), withdrawalRequested(), { type: 'DossierWithdrawn', data: { decidedBy: 'p-head' } });
  expect([underWay(withdrawn), nameIsFree(withdrawn)]).toEqual([false, true]);
  expect([underWay(after(filed())), nameIsFree(after(filed()))]).toEqual([true, false]);
});

it('is woken by every fact that opens a case', () => {
  expect(foundingCategory.wakingTypes).toEqual(expect.arrayContaining([...foundingCategory.openingTypes]));
});
