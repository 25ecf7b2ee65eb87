import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../api/client';
import type { DossierList } from '../api/types';
import { DeadlineTag } from '../shared/deadline-tag';
import { formatInstant, formatNumber } from '../shared/format';
import { ProblemAlert } from '../shared/problem-alert';
import { useSession } from '../shared/session';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';

/** Saved views: words, and the filters of the list behind them. */
const VIEWS = {
  open: ['Đang giải quyết', {}],
  mine: ['Của tôi', { officer: 'me' }],
  unassigned: ['Chưa phân công', { unassigned: 'true' }],
  decide: ['Chờ quyết định', { status: 'AwaitingDecision' }],
  late: ['Quá hạn', { late: 'true' }],
  closed: ['Đã xong', { closed: 'true' }],
} as const satisfies Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>;

const filtersOf = (view: string): Readonly<Record<string, string>> =>
  view in VIEWS ? VIEWS[view as keyof typeof VIEWS][1] : {};

/** The officer's day: what is due, who has it, what it waits for. Filters stand in the address. */
export function QueuePageView() {
  usePageTitle('Hồ sơ chờ xử lý');
  const search = useSearch({ from: '/work/queue' });
  const navigate = useNavigate({ from: '/work/queue' });
  const me = useSession().data?.personId;
  const query = new URLSearchParams({
    ...filtersOf(search.view),
    ...(search.q ? { q: search.q } : {}),
    ...(search.cursor ? { cursor: search.cursor } : {}),
  });
  const queue = useQuery({
    queryKey: ['queue', query.toString()],
    queryFn: () => get<DossierList>(`/api/dossiers?${query.toString()}`),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  return (
    <>
      <h1>Hồ sơ chờ xử lý</h1>
      <nav aria-label="Chế độ xem" className="views">
        {Object.entries(VIEWS).map(([view, [words]]) => (
          <Link
            key={view}
            to="/work/queue"
            search={{ ...search, view, cursor: undefined }}
            aria-current={search.view === view ? 'page' : undefined}
          >
            {words}
            {search.view === view && queue.data?.total !== undefined && ` (${formatNumber(queue.data.total)})`}
          </Link>
        ))}
      </nav>
      <div className="row filters">
        <div className="field">
          <label htmlFor="text">Tìm theo mã hồ sơ hoặc tên</label>
          <input
            id="text"
            defaultValue={search.q}
            onChange={(event) =>
              void navigate({ search: { ...search, q: event.target.value, cursor: undefined }, replace: true })
            }
          />
        </div>
      </div>
      {queue.error && <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && queue.data.items.length === 0 && <p className="empty">Không có hồ sơ nào trong chế độ xem này.</p>}
      {queue.data && queue.data.items.length > 0 && (
        <div className="table-wrap">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">Hạn</th>
                <th scope="col">Mã hồ sơ</th>
                <th scope="col">Tên tổ chức</th>
                <th scope="col">Bước hiện tại</th>
                <th scope="col">Người xử lý</th>
                <th scope="col">Nhận lúc</th>
              </tr>
            </thead>
            <tbody>
              {queue.data.items.map((row) => (
                <tr key={row.id}>
                  <td data-label="Hạn">
                    <DeadlineTag limit={row} />
                  </td>
                  <td data-label="Mã hồ sơ">
                    <Link to="/cases/$id" params={{ id: row.id }} className="code">
                      {row.caseCode}
                    </Link>
                  </td>
                  <td data-label="Tên tổ chức">{row.name}</td>
                  <td data-label="Bước hiện tại">
                    <StateTag words={row.step.vi} />
                  </td>
                  <td data-label="Người xử lý">
                    {row.officerId === undefined ? (
                      <span className="muted">chưa phân công</span>
                    ) : row.officerId === me ? (
                      'Tôi'
                    ) : (
                      row.officerId
                    )}
                  </td>
                  <td data-label="Nhận lúc">{formatInstant(row.receivedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {queue.data.next && (
            <Link className="button" to="/work/queue" search={{ ...search, cursor: queue.data.next }}>
              Trang sau
            </Link>
          )}
        </div>
      )}
    </>
  );
}
