import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { post } from '../api/client';
import { useMay, useSession } from './session';

async function signOut(): Promise<void> {
  const { continueAt } = await post<{ continueAt: string }>('/api/session/logout', {}, { key: crypto.randomUUID() });
  window.location.assign(continueAt);
}

/** Pages of one column, for people who file rarely and on a phone. */
const OF_APPLICANTS = /^\/(ho-so-cua-toi|nop-ho-so)(\/|$)/;

/** Frame of every page: skip link first, what is demo says so, menu by what the person may do. */
export function Shell() {
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const may = useMay();
  const office = session.data?.roles.find((role) => role.areaName !== undefined);
  useEffect(() => window.scrollTo(0, 0), [path]);
  return (
    <>
      <a className="skip" href="#content">
        Đến nội dung chính
      </a>
      {session.data?.embedded && (
        <aside className="demo-band" aria-label="Dữ liệu minh họa">
          Dữ liệu minh họa{session.data.rehearsal ? ' · Đang tập dượt: đồng hồ có thể chạy trước' : ''}
        </aside>
      )}
      <header className="top">
        <a className="brand" href="/">
          Hợp Tác
        </a>
        <nav aria-label="Chính">
          {may('dossiers.list') && (
            <Link to="/work/queue" search={{ view: 'open' }}>
              Hồ sơ chờ xử lý
            </Link>
          )}
          {may('registry.read') && (
            <Link to="/register" search={{}}>
              Sổ đăng ký
            </Link>
          )}
          {may('dossiers.readOwn') && !office && <Link to="/ho-so-cua-toi">Hồ sơ của tôi</Link>}
          {may('projections.manage') && <Link to="/admin/system">Tình trạng hệ thống</Link>}
        </nav>
        {session.data?.signedIn ? (
          <span className="account">
            <span>
              {session.data.name}
              {office && <span className="muted"> · {office.areaName}</span>}
            </span>
            <button onClick={() => void signOut()}>Đăng xuất</button>
          </span>
        ) : (
          <a className="button" href={`/api/session/login?returnTo=${encodeURIComponent(path)}`}>
            Đăng nhập
          </a>
        )}
      </header>
      <main id="content" className={OF_APPLICANTS.test(path) ? 'narrow' : undefined} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
