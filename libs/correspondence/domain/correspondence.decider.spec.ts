import { fold } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import { correspondenceDecider, type CorrespondenceCommand } from './correspondence.decider';
import type { CorrespondenceEvent } from './correspondence.events';
import { nextNotice, nextPaper } from './correspondence.state';
import { owedBy } from './owed';

const metadata = {
  now: '2026-11-23T02:00:00.000Z',
  actor: { personId: 'system:correspondence', role: 'system' },
  commandId: 'c-1',
} as const;
const tryUntil = '2026-11-24T02:00:00.000Z';
const which = { notice: 'received', occurrence: 1 } as const;
const owe = (dossierRevision: number): CorrespondenceCommand => ({
  type: 'OweCorrespondence',
  data: { caseId: 'd-1', dossierRevision, notice: 'received', papers: ['receipt'] },
  metadata,
});
const owed = (occurrence = 1, dossierRevision = 0): CorrespondenceEvent => ({
  type: 'CorrespondenceOwed',
  data: {
    caseId: 'd-1',
    notice: 'received',
    occurrence,
    papers: [{ kind: 'receipt', occurrence, paperId: `receipt-${String(occurrence)}` }],
    dossierRevision,
    tryUntil,
  },
});
const print = { templateVersion: 1, sha256: 'ab', rulebookVersion: 'law-1', demo: true, publicUrl: 'http://x' };
const issue: CorrespondenceCommand = { type: 'IssuePaper', data: { paperId: 'receipt-1', ...print }, metadata };
const issued: CorrespondenceEvent = {
  type: 'CorrespondencePaperIssued',
  data: { caseId: 'd-1', paperId: 'receipt-1', kind: 'receipt', occurrence: 1, dossierRevision: 0, ...print },
};
const send: CorrespondenceCommand = { type: 'RecordNoticeSent', data: { ...which, messageId: 'm' }, metadata };
const sent: CorrespondenceEvent = {
  type: 'CorrespondenceNoticeSent',
  data: { caseId: 'd-1', ...which, messageId: 'm' },
};
const fail: CorrespondenceCommand = { type: 'RecordNoticeFailed', data: { ...which, reason: 'noAnswer' }, metadata };
const failed: CorrespondenceEvent = {
  type: 'CorrespondenceNoticeFailed',
  data: { caseId: 'd-1', ...which, reason: 'noAnswer' },
};
const resend: CorrespondenceCommand = { type: 'OrderResend', data: which, metadata };
const ordered: CorrespondenceEvent = {
  type: 'CorrespondenceResendOrdered',
  data: { caseId: 'd-1', ...which, tryUntil },
};

it('owes once for each fact, however often it is told of it, and counts on', () => {
  given(correspondenceDecider).when(owe(0)).then(owed()).when(owe(0)).thenNothing();
  given(correspondenceDecider, owed()).when(owe(4)).then(owed(2, 4));
});

it('issues a paper that is owed, once', () => {
  given(correspondenceDecider).when(issue).thenRefused('CORRESPONDENCE.PAPER_UNKNOWN');
  given(correspondenceDecider, owed()).when(issue).then(issued).when(issue).thenNothing();
});

it('a notice is sent or fails, whichever was first', () => {
  given(correspondenceDecider).when(send).thenRefused('CORRESPONDENCE.NOTICE_UNKNOWN');
  given(correspondenceDecider, owed()).when(send).then(sent).when(fail).thenNothing();
  given(correspondenceDecider, owed()).when(fail).then(failed).when(send).thenNothing();
});

it('a failed notice is sent again when somebody orders it, not beside one that is under way', () => {
  given(correspondenceDecider, owed()).when(resend).thenRefused('CORRESPONDENCE.NOTICE_UNDER_WAY');
  given(correspondenceDecider, owed(), failed)
    .when(resend)
    .then(ordered)
    .when(resend)
    .thenRefused('CORRESPONDENCE.NOTICE_UNDER_WAY');
  given(correspondenceDecider, owed(), failed, ordered).when(send).then(sent);
});

it('says what is next: papers before notices, each until it is done', () => {
  const after = (...events: CorrespondenceEvent[]) => fold(correspondenceDecider, events);
  expect(nextPaper(after(owed()))?.paperId).toBe('receipt-1');
  expect(nextPaper(after(owed(), issued))).toBeUndefined();
  expect(nextNotice(after(owed(), issued))?.notice).toBe('received');
  expect(nextNotice(after(owed(), issued, failed))).toBeUndefined();
  expect(nextNotice(after(owed(), issued, failed, ordered))).toMatchObject({ status: 'owed', resends: 1 });
});

it('reminders to the office owe the applicant nothing', () => {
  expect(owedBy({ type: 'DossierReminded', data: { to: 'officer' } })).toBeUndefined();
  expect(owedBy({ type: 'DossierReminded', data: { to: 'applicant' } })?.kind).toBe('reminder');
  expect(owedBy({ type: 'DossierAssigned', data: {} })).toBeUndefined();
  expect(owedBy({ type: 'DossierDelayExplained', data: {} })?.papers).toEqual(['apology']);
});
