import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { post } from '../api/client';
import { chooseLanguage, language, say } from './language';
import { useMay, useSession } from './session';
import { keepPresses } from './steady-press';

/** Needed after hours, not for the first look at a page. */
const SessionEnd = lazy(async () => ({ default: (await import('./session-end')).SessionEnd }));

async function signOut(): Promise<void> {
  const { continueAt } = await post<{ continueAt: string }>('/api/session/logout', {}, { key: crypto.randomUUID() });
  window.location.assign(continueAt);
}

/** Pages of one column, for people who file rarely and on a phone. */
const OF_APPLICANTS = /^\/(ho-so-cua-toi|vay-von|khoan-vay|tinh-khoan-vay)(\/|$)/;

/** Frame of every page: skip link first, what is demo says so, menu by what the person may do. */
export function Shell() {
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const may = useMay();
  const office = session.data?.roles.find((role) => role.areaName !== undefined);
  const first = useRef(path);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void window.scrollTo(0, 0);
    // Another page begins at its own content, not behind the menu once more; the first one begins at the skip link.
    if (first.current !== path) document.getElementById('content')?.focus({ preventScroll: true });
    first.current = path;
  }, [path]);
  useEffect(keepPresses, []);
  return (
    <>
      <a className="skip" href="#content">
        {say('Đến nội dung chính', 'Skip to main content')}
      </a>
      {session.data?.embedded && (
        <aside className="demo-band" aria-label={say('Dữ liệu minh họa', 'Demonstration data')}>
          {say('Dữ liệu minh họa', 'Demonstration data')}
          {session.data.rehearsal &&
            say(' · Đang tập dượt: đồng hồ có thể chạy trước', ' · Rehearsal: the clock may run ahead')}
        </aside>
      )}
      <header className="top">
        <a className="brand" href="/">
          Hợp Tác
        </a>
        <nav aria-label={say('Chính', 'Main')}>
          {may('dossiers.list') && (
            <Link to="/work" activeOptions={{ exact: true }}>
              {say('Bàn làm việc', 'My work')}
            </Link>
          )}
          {may('dossiers.list') && (
            <Link to="/work/queue" search={{ view: 'open' }}>
              {say('Hồ sơ chờ xử lý', 'Queue')}
            </Link>
          )}
          {may('dossiers.handOver') && may('dossiers.file') && (
            <Link to="/work/receive">{say('Tiếp nhận hồ sơ giấy', 'Receive paper')}</Link>
          )}
          {may('cases.manage') && <Link to="/work/stuck">{say('Hồ sơ bị kẹt', 'Stuck cases')}</Link>}
          {may('dossiers.handOver') && (
            <Link to="/work/results" search={{}}>
              {say('Trả kết quả', 'Hand over')}
            </Link>
          )}
          {may('workload.read') && !may('dossiers.decide') && (
            <Link to="/province">{say('Toàn tỉnh', 'Province')}</Link>
          )}
          {may('registry.read') && (
            <Link to="/register" search={{}}>
              {say('Sổ đăng ký', 'Register')}
            </Link>
          )}
          {may('dossiers.readOwn') && !office && <Link to="/ho-so-cua-toi">{say('Hồ sơ của tôi', 'My dossiers')}</Link>}
          {may('supportFund.apply') && !office && <Link to="/vay-von">{say('Vay vốn Quỹ', 'Loans')}</Link>}
          {may('supportFund.list') && (
            <Link to="/fund/appraisals" search={{}}>
              {say('Hồ sơ vay vốn', 'Loan applications')}
            </Link>
          )}
          {may('supportFund.readLedger') && (
            <Link to="/fund/portfolio" search={{}}>
              {say('Danh mục cho vay', 'Portfolio')}
            </Link>
          )}
          {may('supportFund.vote') && <Link to="/fund/council">{say('Hội đồng tín dụng', 'Credit council')}</Link>}
          {may('mail.manage') && (
            <Link to="/admin/mail" search={{}}>
              {say('Thư đã gửi', 'Mail')}
            </Link>
          )}
          {may('users.manage') && (
            <Link to="/admin/users" search={{}}>
              {say('Người dùng và vai trò', 'Users and roles')}
            </Link>
          )}
          {may('users.manage') && (
            <Link to="/admin/areas" search={{}}>
              {say('Đơn vị hành chính', 'Areas')}
            </Link>
          )}
          {may('rulebook.read') && (
            <Link to="/admin/rulebook" search={{}}>
              {say('Bộ quy tắc pháp luật', 'Rulebook')}
            </Link>
          )}
          {may('registry.import') && <Link to="/admin/imports">{say('Nhập sổ đăng ký', 'Import')}</Link>}
          {may('projections.manage') && <Link to="/admin/system">{say('Tình trạng hệ thống', 'System')}</Link>}
          {may('calendar.override') && (
            <Link to="/admin/calendar" search={{}}>
              {say('Lịch làm việc', 'Calendar')}
            </Link>
          )}
        </nav>
        <button
          className="link"
          lang={language === 'en' ? 'vi' : 'en'}
          onClick={() => chooseLanguage(language === 'en' ? 'vi' : 'en')}
        >
          {say('English', 'Tiếng Việt')}
        </button>
        {session.data?.signedIn ? (
          <span className="account">
            <span>
              {session.data.name}
              {office && <span className="muted"> · {office.areaName}</span>}
            </span>
            <button onClick={() => void signOut()}>{say('Đăng xuất', 'Sign out')}</button>
          </span>
        ) : (
          <a className="button" href={`/api/session/login?returnTo=${encodeURIComponent(path)}`}>
            {say('Đăng nhập', 'Sign in')}
          </a>
        )}
      </header>
      <main id="content" className={OF_APPLICANTS.test(path) ? 'narrow' : undefined} tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        <SessionEnd />
      </Suspense>
    </>
  );
}
