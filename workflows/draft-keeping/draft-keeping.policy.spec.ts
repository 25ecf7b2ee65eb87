import { fold } from '@hoptac/kernel';
import { draftDecider, type DraftEvent } from '@hoptac/dossiers/domain';
import { draftCategory } from './draft-keeping.category';
import { isKept, lookOwed, nextLook } from './draft-keeping.policy';

const after = (...events: DraftEvent[]) => fold(draftDecider, events);
const opened: DraftEvent = {
  type: 'DraftOpened',
  data: { draftId: 'd-1', ownerId: 'p-1', procedure: 'P01', openedAt: '2026-11-23T02:00:00.000Z' },
};

it('looks after sixty days of rest, at 0:00 of the day in Việt Nam', () => {
  expect(nextLook(after(opened))).toBe('2027-01-21T17:00:00.000Z');
  expect(lookOwed(after(opened), '2027-01-21T16:59:59.999Z')).toBe(false);
  expect(lookOwed(after(opened), '2027-01-21T17:00:00.000Z')).toBe(true);
});

it('waits anew from the last saving when the draft was edited meanwhile', () => {
  const kept: DraftEvent = { type: 'DraftKept', data: { touchedAt: '2027-01-20T02:00:00.000Z' } };
  expect(nextLook(after(opened, kept))).toBe('2027-03-20T17:00:00.000Z');
});

it('waits for nothing once the draft has ended', () => {
  const state = after(opened, { type: 'DraftDiscarded', data: { draftId: 'd-1' } });
  expect([isKept(state), nextLook(state), lookOwed(state, '2030-01-01T00:00:00.000Z')]).toEqual([
    false,
    undefined,
    false,
  ]);
});

it('is woken by every fact that opens or ends a draft by somebody’s act', () => {
  expect(draftCategory.wakingTypes).toEqual(['DraftOpened', 'DraftFiled', 'DraftDiscarded']);
});
