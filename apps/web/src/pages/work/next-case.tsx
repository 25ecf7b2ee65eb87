import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { say } from '../../shared/language';
import { useMay } from '../../shared/session';
import type { WorkList } from './types';

/** The next dossier of the same kind of work, so that nobody goes back to a list in between. */
export function NextCase({ id }: { id: string }) {
  const decides = useMay()('dossiers.decide');
  const query = decides ? 'status=AwaitingDecision&limit=2' : 'status=UnderExamination&officer=me&limit=2';
  const list = useQuery({ queryKey: ['queue', 'next', query], queryFn: () => get<WorkList>(`/api/dossiers?${query}`) });
  const next = list.data?.items.find((row) => row.id !== id);
  return next ? (
    <Link className="button" to="/cases/$id" params={{ id: next.id }}>
      {say('Hồ sơ kế tiếp', 'Next dossier')}: <span className="code">{next.caseCode}</span>
    </Link>
  ) : (
    <Link className="button" to="/work">
      {say('Về bàn làm việc', 'Back to my work')}
    </Link>
  );
}
