import { correspondenceDecider, type CorrespondenceEvent } from '@hoptac/correspondence/domain';
import { fold } from '@hoptac/kernel';
import { correspondenceCategory } from './correspondence.category';
import { givenUp, noticeLimit, noticeOwed, paperOwed } from './correspondence.policy';

const LIMIT = '2026-11-24T02:00:00.000Z';
const which = { caseId: 'd-1', notice: 'received', occurrence: 1 } as const;
const owed: CorrespondenceEvent = {
  type: 'CorrespondenceOwed',
  data: {
    ...which,
    papers: [{ kind: 'receipt', occurrence: 1, paperId: 'receipt-1' }],
    dossierRevision: 0,
    tryUntil: LIMIT,
  },
};
const issued: CorrespondenceEvent = {
  type: 'CorrespondencePaperIssued',
  data: {
    ...{ caseId: 'd-1', paperId: 'receipt-1', kind: 'receipt', occurrence: 1, dossierRevision: 0 },
    ...{ templateVersion: 1, sha256: 'ab', rulebookVersion: 'law-1', demo: true, publicUrl: 'http://x' },
  },
};
const failed: CorrespondenceEvent = { type: 'CorrespondenceNoticeFailed', data: { ...which, reason: 'noAnswer' } };
const after = (...events: CorrespondenceEvent[]) => fold(correspondenceDecider, events);

it('prints before it mails', () => {
  expect([paperOwed(after(owed)), noticeOwed(after(owed))]).toEqual([true, false]);
  expect([paperOwed(after(owed, issued)), noticeOwed(after(owed, issued))]).toEqual([false, true]);
  expect(noticeOwed(after(owed, issued, failed))).toBe(false);
});

it('gives a notice up at its limit, not before, and not while a paper is owed', () => {
  const waiting = after(owed, issued);
  expect(noticeLimit(waiting)).toBe(LIMIT);
  expect(givenUp(waiting, '2026-11-24T01:59:59.999Z')).toBe(false);
  expect(givenUp(waiting, LIMIT)).toBe(true);
  expect(givenUp(after(owed), LIMIT)).toBe(false);
  expect(givenUp(after(owed, issued, failed), LIMIT)).toBe(false);
});

it('is woken by every fact that owes', () => {
  expect(correspondenceCategory.wakingTypes).toEqual(correspondenceCategory.openingTypes);
});
