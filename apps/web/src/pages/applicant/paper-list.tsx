import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { formatInstant } from '../../shared/format';
import { say } from '../../shared/language';

interface IssuedPapers {
  readonly papers: readonly {
    readonly id: string;
    readonly title: string;
    readonly issuedAt: string;
  }[];
  /** Owed, and not made yet. */
  readonly pending: number;
}

/** Official papers of the dossier, each as a file. */
export function PaperList({ dossierId }: { dossierId: string }) {
  const papers = useQuery({
    queryKey: ['papers', dossierId],
    queryFn: () => get<IssuedPapers>(`/api/dossiers/${dossierId}/papers`),
    refetchInterval: ({ state }) => (state.error || state.data?.pending === 0 ? 30_000 : 3_000),
  });
  if (papers.error || !papers.data || (papers.data.papers.length === 0 && papers.data.pending === 0)) return null;
  return (
    <section className="panel" aria-labelledby="papers-heading">
      <h2 id="papers-heading">{say('Giấy tờ của cơ quan đăng ký', 'Papers of the registration office')}</h2>
      <ul>
        {papers.data.papers.map(({ id, title, issuedAt }) => (
          <li key={id}>
            <a href={`/api/dossiers/${dossierId}/papers/${id}`} download>
              {say(`Tải ${title}`, `Download: ${title}`)}
            </a>{' '}
            <span className="muted">PDF{issuedAt && ` · ${formatInstant(issuedAt)}`}</span>
          </li>
        ))}
      </ul>
      {papers.data.pending > 0 && <p role="status">{say('Đang lập giấy tờ…', 'Papers are being made…')}</p>}
    </section>
  );
}
