import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../api/client';
import type { CaseView } from '../../api/types';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { CorrectionEditor } from './correction-editor';

/** The answer to a correction notice. The dossier is read once: what is being edited is never replaced under the hand. */
export function CorrectionPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  usePageTitle(say('Sửa đổi, bổ sung hồ sơ', 'Correction of the dossier'));
  const dossier = useQuery({
    queryKey: ['correction', id],
    queryFn: () => get<CaseView>(`/api/dossiers/${id}`),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (dossier.error) return <ProblemAlert page error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <Loading />;
  if (!dossier.data.allowedActions.includes('answerCorrection')) {
    return (
      <>
        <h1>{say('Sửa đổi, bổ sung hồ sơ', 'Correction of the dossier')}</h1>
        <p>{say('Hồ sơ này hiện không chờ sửa đổi, bổ sung.', 'This dossier does not wait for a correction.')}</p>
        <Link className="button" to="/ho-so-cua-toi/$id" params={{ id }}>
          {say('Xem hồ sơ', 'Go to the dossier')}
        </Link>
      </>
    );
  }
  return <CorrectionEditor dossier={dossier.data} />;
}
