import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client';
import type { DossierList } from '../api/types';
import { DeadlineTag } from '../shared/deadline-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';

/** What is mine, and where it stands. */
export function MinePageView() {
  usePageTitle('Hồ sơ của tôi');
  const mine = useQuery({
    queryKey: ['mine'],
    queryFn: () => get<DossierList>('/api/dossiers/mine'),
    refetchInterval: 5_000,
  });
  return (
    <>
      <h1>Hồ sơ của tôi</h1>
      {mine.error && <ProblemAlert error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data?.items.length === 0 && <p>Bạn chưa nộp hồ sơ nào.</p>}
      {mine.data?.items.map((row) => (
        <section className="panel" key={row.id}>
          <h2>
            <Link to="/ho-so-cua-toi/$id" params={{ id: row.id }}>
              <span className="code">{row.caseCode}</span> · {row.name}
            </Link>
          </h2>
          <p className="row">
            <StateTag words={row.step.vi} />
            <DeadlineTag limit={row} />
          </p>
        </section>
      ))}
      <Link className="button main" to="/nop-ho-so">
        Nộp hồ sơ mới
      </Link>
    </>
  );
}
