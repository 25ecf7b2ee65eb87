import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../../api/client';
import type { DossierList } from '../../api/types';
import { DeadlineTag } from '../../shared/deadline-tag';
import { formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { useLive } from '../../shared/live';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { StateTag } from '../../shared/state-tag';
import { usePageTitle } from '../../shared/use-page-title';
import { KIND_WORDS } from '../../words';
import type { SavedAnswer } from './draft/draft-types';
import { expiryWords } from './draft/task-list';

interface DraftLines {
  readonly items: readonly {
    readonly id: string;
    readonly savedAt: string;
    readonly expiresOn?: string;
    readonly kind?: string;
    readonly ownName?: string;
  }[];
}

/** What is mine and where it stands; what I must do comes first. */
export function MinePageView() {
  usePageTitle(say('Hồ sơ của tôi', 'My dossiers'));
  const { after } = useSearch({ strict: false }) as { after?: string };
  const waiting = after === undefined ? '' : `?after=${after}`;
  const mine = useQuery({
    queryKey: ['mine'],
    queryFn: () => get<DossierList>('/api/dossiers/mine'),
  });
  useLive({ 'dossiers.my-dossiers': ['mine'] });
  const drafts = useQuery({
    queryKey: ['drafts', after],
    queryFn: () => get<DraftLines>(`/api/drafts${waiting}`),
    refetchOnMount: 'always',
  });
  const nothing = mine.data?.items.length === 0 && drafts.data?.items.length === 0;
  return (
    <>
      <h1>{say('Hồ sơ của tôi', 'My dossiers')}</h1>
      {mine.error && <ProblemAlert error={mine.error} onRetry={() => void mine.refetch()} />}
      {!mine.error && drafts.error && <ProblemAlert error={drafts.error} onRetry={() => void drafts.refetch()} />}
      {!mine.data && !mine.error && <Loading />}
      {nothing && (
        <p>
          {say(
            'Bạn chưa có hồ sơ nào. Khai một hồ sơ mất khoảng 25 phút; bạn có thể dừng và khai tiếp bất cứ lúc nào.',
            'You have no dossiers. Filling one in takes some 25 minutes; you may stop and go on at any time.',
          )}
        </p>
      )}
      <NewDossier />
      {(drafts.data?.items.length ?? 0) > 0 && <h2>{say('Bản nháp', 'Drafts')}</h2>}
      {drafts.data?.items.map(({ id, savedAt, expiresOn, kind, ownName }) => (
        <section className="panel" key={id}>
          <h3>
            <Link to="/ho-so-cua-toi/$id/khai" params={{ id }}>
              {ownName
                ? `${KIND_WORDS[kind ?? 'cooperative'] ?? ''} ${ownName}`
                : say('Hồ sơ đăng ký thành lập, chưa có tên', 'Founding registration without a name yet')}
            </Link>
          </h3>
          <p className="muted">
            {say(`Đã lưu lúc ${formatInstant(savedAt)}`, `Saved at ${formatInstant(savedAt)}`)}
            {expiresOn && ` · ${expiryWords(expiresOn)}`}
          </p>
        </section>
      ))}
      {(mine.data?.items.length ?? 0) > 0 && <h2>{say('Hồ sơ đã nộp', 'Filed dossiers')}</h2>}
      {mine.data?.items.map((row) => (
        <section className="panel" key={row.id}>
          <h3>
            <Link to="/ho-so-cua-toi/$id" params={{ id: row.id }}>
              <span className="code">{row.caseCode}</span> · {row.name}
            </Link>
          </h3>
          <p className="row">
            <StateTag words={row.step.vi} />
            <DeadlineTag limit={row} />
          </p>
        </section>
      ))}
    </>
  );
}

function NewDossier() {
  const navigate = useNavigate();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await post<SavedAnswer>('/api/drafts', {}, { key });
      setKey(crypto.randomUUID());
      await navigate({ to: '/ho-so-cua-toi/$id/khai', params: { id } });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p>
        <button className="main" disabled={busy} onClick={() => void begin()}>
          {say('Nộp hồ sơ mới', 'New dossier')}
        </button>
      </p>
    </>
  );
}
