import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../../api/client';
import type { CaseView } from '../../../api/types';
import { DueDateExplanation } from '../../../shared/deadline-tag';
import { formatWeekday } from '../../../shared/format';
import { say } from '../../../shared/language';
import { Loading } from '../../../shared/loading';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import { NextSteps } from '../next-steps';
import { PaperList } from '../paper-list';
import type { DraftView } from './draft-types';

/** Filed: the code to keep, until when the office answers and why that day, what comes next. */
export function DonePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  usePageTitle(say('Đã nộp hồ sơ', 'Filed'));
  const draft = useQuery({ queryKey: ['filed-draft', id], queryFn: () => get<DraftView>(`/api/drafts/${id}`) });
  const filed = draft.data?.status === 'Filed' ? draft.data : undefined;
  const dossier = useQuery({
    queryKey: ['case', filed?.dossierId],
    queryFn: () => get<CaseView>(`/api/dossiers/${filed?.dossierId ?? ''}`),
    enabled: filed !== undefined,
    // The page of a dossier filed a moment ago may still be catching up.
    retry: 5,
    retryDelay: 500,
  });
  if (draft.error) return <ProblemAlert page error={draft.error} onRetry={() => void draft.refetch()} />;
  if (draft.data && filed === undefined)
    return (
      <>
        <h1>{say('Hồ sơ chưa được nộp', 'Not filed yet')}</h1>
        <Link className="button main" to="/ho-so-cua-toi/$id/khai" params={{ id }}>
          {say('Về bản nháp', 'Back to the draft')}
        </Link>
      </>
    );
  if (filed === undefined) return <Loading />;
  return (
    <>
      <div className="done">
        <h1>{say('Đã nộp hồ sơ', 'The dossier is filed')}</h1>
        <p>{say('Mã hồ sơ', 'Case code')}</p>
        <p className="case-code code">{filed.caseCode}</p>
        {dossier.data && (
          <p>
            {say('Cơ quan đăng ký trả lời chậm nhất ', 'The office answers by ')}
            <strong>{formatWeekday(dossier.data.due.dueOn)}</strong>.
          </p>
        )}
      </div>
      {dossier.data && <DueDateExplanation caseId={filed.dossierId} due={dossier.data.due} />}
      {dossier.data && <NextSteps dossier={dossier.data} />}
      <PaperList dossierId={filed.dossierId} />
      <p>
        {say(
          'Bạn có thể dừng thủ tục khi hồ sơ chưa được chấp thuận.',
          'You may withdraw as long as the dossier is not accepted.',
        )}
      </p>
      <Link className="button main" to="/ho-so-cua-toi/$id" params={{ id: filed.dossierId }}>
        {say('Xem hồ sơ', 'Go to the dossier')}
      </Link>
    </>
  );
}
