import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { formatInstant } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';

interface CasePapers {
  readonly papers: readonly { readonly id: string; readonly title: string; readonly issuedAt: string }[];
  readonly notices: readonly {
    readonly notice: string;
    readonly occurrence: number;
    readonly status: string;
    readonly changedAt: string;
  }[];
  readonly pending: number;
}

const SENT: Readonly<Record<string, string>> = inLanguage({
  owed: ['Chờ gửi', 'To be sent'],
  sent: ['Đã gửi', 'Sent'],
  failed: ['Không gửi được', 'Could not be sent'],
});
const ASK_MS = 5_000;

/** Giấy tờ đã phát hành: each paper as it went out, and whether its notice arrived. */
export function IssuedPapers({ id, revision }: { id: string; revision: number }) {
  const papers = useQuery({
    queryKey: ['case', id, 'papers', revision],
    queryFn: () => get<CasePapers>(`/api/dossiers/${id}/papers`),
    // Papers are printed a moment after their fact.
    refetchInterval: (query) => ((query.state.data?.pending ?? 0) > 0 ? ASK_MS : false),
  });
  return (
    <section className="panel" aria-labelledby="issued-heading">
      <h2 id="issued-heading">{say('Giấy tờ đã phát hành', 'Papers issued')}</h2>
      {papers.error && <ProblemAlert error={papers.error} onRetry={() => void papers.refetch()} />}
      {papers.data?.papers.length === 0 && <p className="empty">{say('Chưa có giấy tờ nào.', 'None yet.')}</p>}
      <ul>
        {papers.data?.papers.map((paper) => (
          <li key={paper.id}>
            <a href={`/api/dossiers/${id}/papers/${paper.id}`} target="_blank" rel="noreferrer" lang="vi">
              {paper.title}
            </a>{' '}
            <span className="muted">{formatInstant(paper.issuedAt)}</span>
          </li>
        ))}
      </ul>
      {(papers.data?.pending ?? 0) > 0 && <p role="status">{say('Đang in giấy tờ…', 'Papers are being printed…')}</p>}
      {papers.data?.notices.map((notice) => (
        <p key={`${notice.notice} ${String(notice.occurrence)}`} className="muted">
          {say('Thư báo cho người nộp', 'Notice to the applicant')}: {SENT[notice.status] ?? notice.status}
          {notice.changedAt && ` · ${formatInstant(notice.changedAt)}`}
        </p>
      ))}
    </section>
  );
}
