import { unreachable, type Instant } from '@hoptac/kernel';
import type { CorrespondenceEvent, CorrespondencePaperIssued, NoticeFailure } from './correspondence.events';
import type { IssuedPaperKind, NoticeKind } from './owed';

export interface OwedPaper {
  readonly paperId: string;
  readonly kind: IssuedPaperKind;
  readonly occurrence: number;
  readonly dossierRevision: number;
  readonly issued?: CorrespondencePaperIssued['data'];
}

export interface OwedNotice {
  readonly notice: NoticeKind;
  readonly occurrence: number;
  readonly dossierRevision: number;
  readonly status: 'owed' | 'sent' | 'failed';
  readonly tryUntil: Instant;
  /** How often it was ordered to be sent again. */
  readonly resends: number;
  readonly reason?: NoticeFailure;
}

/** What one case owes its applicant, and what of it is done. */
export interface CorrespondenceState {
  readonly caseId?: string;
  readonly papers: readonly OwedPaper[];
  readonly notices: readonly OwedNotice[];
}

export const NOTHING_OWED: CorrespondenceState = { papers: [], notices: [] };

/** The next paper that is owed and does not exist; those of earlier facts first. */
export const nextPaper = (state: CorrespondenceState): OwedPaper | undefined =>
  state.papers.find(({ issued }) => issued === undefined);

/** The next notice to be sent. */
export const nextNotice = (state: CorrespondenceState): OwedNotice | undefined =>
  state.notices.find(({ status }) => status === 'owed');

export const noticeOf = (state: CorrespondenceState, notice: NoticeKind, occurrence: number): OwedNotice | undefined =>
  state.notices.find((one) => one.notice === notice && one.occurrence === occurrence);

/** Total fold: every event in every state. */
export function evolve(state: CorrespondenceState, event: CorrespondenceEvent): CorrespondenceState {
  switch (event.type) {
    case 'CorrespondenceOwed': {
      const { caseId, papers, notice, occurrence, dossierRevision, tryUntil } = event.data;
      const owed: OwedNotice = { notice, occurrence, dossierRevision, tryUntil, status: 'owed', resends: 0 };
      return {
        caseId,
        papers: [...state.papers, ...papers.map((paper) => ({ ...paper, dossierRevision }))],
        notices: [...state.notices, owed],
      };
    }
    case 'CorrespondencePaperIssued':
      return {
        ...state,
        papers: state.papers.map((paper) =>
          paper.paperId === event.data.paperId ? { ...paper, issued: event.data } : paper,
        ),
      };
    case 'CorrespondenceNoticeSent':
      return withNotice(state, event.data, (notice) => ({ ...withoutReason(notice), status: 'sent' }));
    case 'CorrespondenceNoticeFailed':
      return withNotice(state, event.data, (notice) => ({ ...notice, status: 'failed', reason: event.data.reason }));
    case 'CorrespondenceResendOrdered':
      return withNotice(state, event.data, (notice) => ({
        ...withoutReason(notice),
        status: 'owed',
        tryUntil: event.data.tryUntil,
        resends: notice.resends + 1,
      }));
    default:
      return unreachable(event, 'correspondence event');
  }
}

function withNotice(
  state: CorrespondenceState,
  which: { readonly notice: NoticeKind; readonly occurrence: number },
  change: (notice: OwedNotice) => OwedNotice,
): CorrespondenceState {
  return {
    ...state,
    notices: state.notices.map((one) =>
      one.notice === which.notice && one.occurrence === which.occurrence ? change(one) : one,
    ),
  };
}

/** A notice on its way, or sent, has no reason of failure any more. */
function withoutReason({ notice, occurrence, dossierRevision, status, tryUntil, resends }: OwedNotice): OwedNotice {
  return { notice, occurrence, dossierRevision, status, tryUntil, resends };
}
