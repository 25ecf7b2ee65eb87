import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../api/client';
import type { CaseView } from '../../api/types';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { CorrectionEditor } from './correction-editor';

/** The answer to a correction notice. The dossier is read once: what is being edited is never replaced under the hand. */
export function CorrectionPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  usePageTitle('Sửa đổi, bổ sung hồ sơ');
  const dossier = useQuery({
    queryKey: ['correction', id],
    queryFn: () => get<CaseView>(`/api/dossiers/${id}`),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (dossier.error) return <ProblemAlert page error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <p>Đang tải…</p>;
  if (!dossier.data.allowedActions.includes('answerCorrection')) {
    return (
      <>
        <h1>Sửa đổi, bổ sung hồ sơ</h1>
        <p>Hồ sơ này hiện không chờ sửa đổi, bổ sung.</p>
        <Link className="button" to="/ho-so-cua-toi/$id" params={{ id }}>
          Xem hồ sơ
        </Link>
      </>
    );
  }
  return <CorrectionEditor dossier={dossier.data} />;
}
