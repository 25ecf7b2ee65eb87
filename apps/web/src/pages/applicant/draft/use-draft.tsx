import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { get, post } from '../../../api/client';
import { formatInstant } from '../../../shared/format';
import { say } from '../../../shared/language';
import { Loading } from '../../../shared/loading';
import { ProblemAlert } from '../../../shared/problem-alert';
import { DraftSaver, type DraftSnapshot } from './draft-saver';
import type { DraftFindings, DraftForm, DraftView } from './draft-types';

interface DraftTool extends DraftSnapshot {
  readonly id: string;
  readonly change: (part: Partial<DraftForm>) => void;
  /** Saves what is not saved yet; true when everything lies on the server. */
  readonly flush: () => Promise<boolean>;
  /** What the server finds in the form as it was saved last. */
  readonly look: () => Promise<DraftFindings>;
}

const Context = createContext<DraftTool | undefined>(undefined);

/** The draft that this part of the pages fills in. */
export function useDraft(): DraftTool {
  const tool = useContext(Context);
  if (tool === undefined) throw new Error('There is a draft only below DraftFrame');
  return tool;
}

/** What the server found last; loads when nothing was asked yet. */
export function useFindings() {
  const { id, revision, look } = useDraft();
  return useQuery({
    queryKey: ['findings', id, revision],
    queryFn: look,
    staleTime: Infinity,
    placeholderData: (old) => old,
  });
}

/** Loads the draft once, and keeps it saved while any of its pages is open. */
export function DraftFrame() {
  const { id } = useParams({ strict: false }) as { id: string };
  const client = useQueryClient();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The saver itself is what is remembered, so that whoever shows the draft next goes on where it stands.
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: async () => {
      const view = await get<DraftView>(`/api/drafts/${id}`);
      return view.status === 'Open' ? new DraftSaver(id, view) : view;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (draft.error) return <ProblemAlert page error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data) return <Loading />;
  if (!(draft.data instanceof DraftSaver)) {
    // While the next page is loading the address is already its own, and this one is still shown: it must not be called back.
    const ofThisDraft = path.startsWith(`/ho-so-cua-toi/${id}/khai`);
    if (ofThisDraft && !path.endsWith('/da-nop'))
      return <Navigate to="/ho-so-cua-toi/$id/khai/da-nop" params={{ id }} replace />;
    return <Outlet />;
  }
  const reload = async (): Promise<void> => {
    client.removeQueries({ queryKey: ['findings', id] });
    await draft.refetch();
  };
  return (
    <Keeping key={draft.dataUpdatedAt} id={id} saver={draft.data} onReload={reload}>
      <Outlet />
    </Keeping>
  );
}

interface KeepingProps {
  readonly id: string;
  readonly saver: DraftSaver;
  readonly onReload: () => Promise<void>;
  readonly children: ReactNode;
}

function Keeping({ id, saver, onReload, children }: KeepingProps) {
  const client = useQueryClient();
  const snapshot = useSyncExternalStore(saver.subscribe, saver.current);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (saver.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    document.addEventListener('visibilitychange', saver.leave);
    window.addEventListener('online', saver.leave);
    return () => {
      window.removeEventListener('beforeunload', guard);
      document.removeEventListener('visibilitychange', saver.leave);
      window.removeEventListener('online', saver.leave);
      saver.leave();
      saver.close();
    };
  }, [saver]);
  const look = async (): Promise<DraftFindings> => {
    const found = await post<DraftFindings>(`/api/drafts/${id}/checks`, {}, { key: crypto.randomUUID() });
    client.setQueryData(['findings', id, saver.current().revision], found);
    return found;
  };
  const tool: DraftTool = {
    ...snapshot,
    id,
    change: (part) => saver.change(part),
    flush: () => saver.flush(),
    look,
  };
  return (
    <Context.Provider value={tool}>
      <p className="row saving">
        <Link to="/ho-so-cua-toi/$id/khai" params={{ id }}>
          ‹ {say('Các phần của hồ sơ', 'Parts of the application')}
        </Link>
        <SavedWords snapshot={snapshot} />
      </p>
      {snapshot.state === 'stale' && <StaleBar onReload={onReload} />}
      {snapshot.state === 'refused' && <ProblemAlert error={snapshot.problem} />}
      <div onBlur={saver.leave}>{children}</div>
    </Context.Provider>
  );
}

/** What lies on the server, in words; said aloud when it changes. */
function SavedWords({ snapshot: { state, savedAt, problem } }: { snapshot: DraftSnapshot }) {
  const at = formatInstant(savedAt).split(' ')[0] ?? '';
  const words: Readonly<Record<DraftSnapshot['state'], string>> = {
    saved: say(`Đã lưu lúc ${at}`, `Saved at ${at}`),
    unsaved: say('Chưa lưu…', 'Not saved yet…'),
    saving: say('Đang lưu…', 'Saving…'),
    waiting:
      problem?.status === 401
        ? say(
            'Chưa lưu – phiên làm việc đã hết, xin đăng nhập lại',
            'Not saved – the session has ended, please sign in',
          )
        : say('Chưa lưu – sẽ tự lưu khi có mạng', 'Not saved – will be saved when the network is back'),
    stale: say('Chưa lưu – bản nháp vừa được sửa ở nơi khác', 'Not saved – the draft was changed elsewhere'),
    refused: say('Chưa lưu', 'Not saved'),
  };
  return (
    <span className={state === 'saved' ? 'muted' : undefined} role="status">
      {words[state]}
      {state === 'waiting' && problem?.status === 401 && (
        <>
          {' '}
          <a href="/api/session/login?returnTo=/ho-so-cua-toi" target="_blank" rel="noreferrer">
            {say('Đăng nhập ở thẻ mới', 'Sign in in a new tab')}
          </a>
        </>
      )}
    </span>
  );
}

function StaleBar({ onReload }: { onReload: () => Promise<void> }) {
  return (
    <div className="problem" role="alert">
      <strong>
        {say(
          'Bản nháp vừa được sửa ở thẻ hoặc máy khác',
          'The draft was just changed in another tab or on another device',
        )}
      </strong>
      <p>
        {say(
          'Những gì bạn gõ ở đây từ lúc đó chưa được lưu và không ghi đè lên bản kia.',
          'What you typed here since then is not saved and does not overwrite the other version.',
        )}
      </p>
      <button type="button" onClick={() => void onReload()}>
        {say('Tải bản mới', 'Load the new version')}
      </button>
    </div>
  );
}
