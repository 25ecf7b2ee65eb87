import { notAllowedNow, notFound, unreachable, type Command, type Decider } from '@hoptac/kernel';
import type { CorrespondenceEvent, CorrespondencePaperIssued, NoticeFailure } from './correspondence.events';
import { evolve, noticeOf, NOTHING_OWED, type CorrespondenceState, type OwedNotice } from './correspondence.state';
import { tryUntil, type IssuedPaperKind, type NoticeKind } from './owed';

/** Which notice of the case. */
export interface WhichNotice {
  readonly notice: NoticeKind;
  readonly occurrence: number;
}

/** A fact of the dossier asks for a notice and papers. */
export type OweCorrespondence = Command<
  'OweCorrespondence',
  { caseId: string; dossierRevision: number; notice: NoticeKind; papers: readonly IssuedPaperKind[] }
>;
export type IssuePaper = Command<
  'IssuePaper',
  Pick<
    CorrespondencePaperIssued['data'],
    'paperId' | 'templateVersion' | 'sha256' | 'rulebookVersion' | 'demo' | 'publicUrl'
  >
>;
export type RecordNoticeSent = Command<'RecordNoticeSent', WhichNotice & { messageId: string }>;
export type RecordNoticeFailed = Command<'RecordNoticeFailed', WhichNotice & { reason: NoticeFailure }>;
export type OrderResend = Command<'OrderResend', WhichNotice>;

export type CorrespondenceCommand =
  OweCorrespondence | IssuePaper | RecordNoticeSent | RecordNoticeFailed | OrderResend;

/** Stream `correspondence-<caseId>`: each owed once, each issued once, each notice sent or failed once for each order to send it. */
export const correspondenceDecider: Decider<CorrespondenceState, CorrespondenceCommand, CorrespondenceEvent> = {
  initialState: () => NOTHING_OWED,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'OweCorrespondence':
        return owe(command, state);
      case 'IssuePaper':
        return issue(command, state);
      case 'RecordNoticeSent': {
        const { notice, occurrence, messageId } = command.data;
        const owed = noticeMustBeKnown(state, command.data);
        // Settled by somebody else meanwhile: at the limit the failure may have been faster.
        if (owed.status !== 'owed') return [];
        return [{ type: 'CorrespondenceNoticeSent', data: { caseId: caseOf(state), notice, occurrence, messageId } }];
      }
      case 'RecordNoticeFailed': {
        const { notice, occurrence, reason } = command.data;
        const owed = noticeMustBeKnown(state, command.data);
        if (owed.status !== 'owed') return [];
        return [{ type: 'CorrespondenceNoticeFailed', data: { caseId: caseOf(state), notice, occurrence, reason } }];
      }
      case 'OrderResend': {
        const { notice, occurrence } = command.data;
        noticeMustNotBeUnderWay(noticeMustBeKnown(state, command.data));
        const data = { caseId: caseOf(state), notice, occurrence, tryUntil: tryUntil(command.metadata.now) };
        return [{ type: 'CorrespondenceResendOrdered', data }];
      }
      default:
        return unreachable(command, 'correspondence command');
    }
  },
};

/** A fact owes once, however often it is delivered: facts are told apart by their revision. */
function owe({ data, metadata }: OweCorrespondence, state: CorrespondenceState): readonly CorrespondenceEvent[] {
  const { caseId, dossierRevision, notice } = data;
  if (state.notices.some((one) => one.dossierRevision === dossierRevision)) return [];
  const occurrence = state.notices.filter((one) => one.notice === notice).length + 1;
  const papers = data.papers.map((kind) => {
    const number = state.papers.filter((paper) => paper.kind === kind).length + 1;
    return { kind, occurrence: number, paperId: `${kind}-${String(number)}` };
  });
  const until = tryUntil(metadata.now);
  return [
    { type: 'CorrespondenceOwed', data: { caseId, notice, occurrence, papers, dossierRevision, tryUntil: until } },
  ];
}

function issue({ data }: IssuePaper, state: CorrespondenceState): readonly CorrespondenceEvent[] {
  const owed = state.papers.find(({ paperId }) => paperId === data.paperId);
  if (owed === undefined) throw notFound('CORRESPONDENCE.PAPER_UNKNOWN', 'Nothing owes this paper');
  if (owed.issued !== undefined) return [];
  const { kind, occurrence, dossierRevision } = owed;
  return [
    {
      type: 'CorrespondencePaperIssued',
      data: { caseId: caseOf(state), kind, occurrence, dossierRevision, ...data },
    },
  ];
}

/** What was never owed is neither sent nor sent again. */
function noticeMustBeKnown(state: CorrespondenceState, { notice, occurrence }: WhichNotice): OwedNotice {
  const owed = noticeOf(state, notice, occurrence);
  if (owed === undefined) throw notFound('CORRESPONDENCE.NOTICE_UNKNOWN', 'There is no such notice in this case');
  return owed;
}

/** A notice that is being tried is not ordered again beside itself. */
function noticeMustNotBeUnderWay({ status }: OwedNotice): void {
  if (status === 'owed') throw notAllowedNow('CORRESPONDENCE.NOTICE_UNDER_WAY', 'The notice is being sent');
}

/** Every stream begins with what is owed, which names the case. */
const caseOf = ({ caseId }: CorrespondenceState): string => caseId ?? '';
