import { suspensionDecider, type SuspensionEvent } from '@hoptac/dossiers/domain';
import { fold, type Instant } from '@hoptac/kernel';
import { suspensionCategory } from './deadline-suspension.category';
import { nextLook, underWay } from './deadline-suspension.policy';

const NOW: Instant = '2026-11-24T02:00:00.000Z';
const after = (...events: SuspensionEvent[]) => fold(suspensionDecider, events);
const decided: SuspensionEvent = {
  type: 'DeadlineSuspensionDecided',
  data: {
    suspensionId: '91-s',
    areaCode: '91001',
    from: '2026-11-25',
    to: '2026-11-30',
    ground: 'Bão số 9',
    paper: 'a',
    decidedBy: 'p-head',
    decidedAt: NOW,
  },
};

it('looks again a minute after a decision, then daily, and at the end of the last day', () => {
  const state = after(decided);
  expect(nextLook(state, NOW)).toBe('2026-11-24T02:01:00.000Z');
  expect(nextLook(state, '2026-11-24T03:00:00.000Z')).toBe('2026-11-25T03:00:00.000Z');
  expect(nextLook(state, '2026-11-30T03:00:00.000Z')).toBe('2026-11-30T17:00:00.000Z');
});

it('waits for nothing once every suspension is over', () => {
  const completed: SuspensionEvent = {
    type: 'DeadlineSuspensionCompleted',
    data: { suspensionId: '91-s', to: '2026-11-30', dossiers: 0 },
  };
  expect([underWay(after(decided)), underWay(after(decided, completed))]).toEqual([true, false]);
  expect(nextLook(after(decided, completed), NOW)).toBeUndefined();
});

it('is woken by every fact that opens it', () => {
  expect(suspensionCategory.wakingTypes).toEqual(expect.arrayContaining([...suspensionCategory.openingTypes]));
});
