import type { Recorded } from '@hoptac/kernel';
import { applyRowFold, type Projection } from '@hoptac/projections';
import { evolve, NOTHING_OWED, type CorrespondenceEvent, type CorrespondenceState } from '../../domain';

/** What one case owes, folded, with when each thing was done. */
export interface CaseMailRow {
  readonly case_id: string;
  readonly revision: number;
  readonly state: CorrespondenceState;
  /** When each paper was issued and each notice settled last, by `paper/<id>` or `notice/<kind>/<occurrence>`. */
  readonly times: Readonly<Record<string, string>>;
}

/** One notice, for lists. */
export interface NoticeRow {
  readonly id: string;
  readonly case_id: string;
  readonly notice: string;
  readonly occurrence: number;
  readonly status: 'owed' | 'sent' | 'failed';
  readonly reason: string | null;
  readonly resends: number;
  /** When its present status began. */
  readonly changed_at: string;
  readonly revision: number;
}

export interface MailTables {
  cases: CaseMailRow;
  notices: NoticeRow;
}

const idOf = ({ event }: Recorded): string => (event as CorrespondenceEvent).data.caseId;

/** Id of a notice in addresses and lists. */
const noticeId = (caseId: string, notice: string, occurrence: number): string =>
  `${caseId}.${notice}-${String(occurrence)}`;

/** `correspondence.mail`: papers and notices of every case. Needs every event of the context. */
export const mailProjection: Projection<MailTables> = {
  name: 'correspondence.mail',
  version: 1,
  eventTypes: [
    'CorrespondenceOwed',
    'CorrespondencePaperIssued',
    'CorrespondenceNoticeSent',
    'CorrespondenceNoticeFailed',
    'CorrespondenceResendOrdered',
  ] satisfies CorrespondenceEvent['type'][],
  categories: ['correspondence'],
  createTables: (schema) => [
    `create table ${schema}.cases (case_id text primary key, revision integer not null, state jsonb not null, times jsonb not null)`,
    `create table ${schema}.notices (id text primary key, case_id text not null, notice text not null, occurrence integer not null, status text not null,
      reason text, resends integer not null, changed_at text not null, revision integer not null)`,
    `create index on ${schema}.notices (status, changed_at desc, id)`,
    `create index on ${schema}.notices (changed_at desc, id)`,
  ],
  apply: async (events, db) => {
    await applyRowFold<CaseMailRow, MailTables>(
      { table: 'cases', key: 'case_id', keyOf: idOf, fold: foldCase },
      events,
      db,
    );
    const notices = events.filter(({ event }) => event.type !== 'CorrespondencePaperIssued');
    await applyRowFold<NoticeRow, MailTables>(
      { table: 'notices', key: 'id', keyOf: noticeIdOf, fold: foldNotice },
      notices,
      db,
    );
  },
};

function foldCase(before: CaseMailRow | undefined, recorded: Recorded): CaseMailRow {
  const event = recorded.event as CorrespondenceEvent;
  const key =
    event.type === 'CorrespondencePaperIssued'
      ? `paper/${event.data.paperId}`
      : `notice/${event.data.notice}/${String(event.data.occurrence)}`;
  return {
    case_id: event.data.caseId,
    revision: recorded.revision,
    state: evolve(before?.state ?? NOTHING_OWED, event),
    times: { ...before?.times, [key]: recorded.metadata.occurredAt },
  };
}

type NoticeFact = Exclude<CorrespondenceEvent, { type: 'CorrespondencePaperIssued' }>;

function noticeIdOf({ event }: Recorded): string {
  const { caseId, notice, occurrence } = (event as NoticeFact).data;
  return noticeId(caseId, notice, occurrence);
}

const STATUS_AFTER = {
  CorrespondenceOwed: 'owed',
  CorrespondenceResendOrdered: 'owed',
  CorrespondenceNoticeSent: 'sent',
  CorrespondenceNoticeFailed: 'failed',
} as const satisfies Record<NoticeFact['type'], NoticeRow['status']>;

function foldNotice(before: NoticeRow | undefined, recorded: Recorded): NoticeRow {
  const event = recorded.event as NoticeFact;
  const { caseId, notice, occurrence } = event.data;
  return {
    id: noticeIdOf(recorded),
    case_id: caseId,
    notice,
    occurrence,
    status: STATUS_AFTER[event.type],
    reason: event.type === 'CorrespondenceNoticeFailed' ? event.data.reason : null,
    resends: (before?.resends ?? 0) + (event.type === 'CorrespondenceResendOrdered' ? 1 : 0),
    changed_at: recorded.metadata.occurredAt,
    revision: recorded.revision,
  };
}
