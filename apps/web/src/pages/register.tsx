import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../api/client';
import type { OrganisationList } from '../api/types';
import { useNames } from '../shared/area-name';
import { formatDay, formatDong, formatNumber } from '../shared/format';
import { ProblemAlert } from '../shared/problem-alert';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { KIND_WORDS, LEGAL_STATUS_WORDS } from '../words';

/** Who exists: search over the register; filters stand in the address. */
export function RegisterPageView() {
  usePageTitle('Sổ đăng ký');
  const search = useSearch({ from: '/register' });
  const navigate = useNavigate({ from: '/register' });
  const names = useNames();
  const query = new URLSearchParams(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][],
  );
  const list = useQuery({
    queryKey: ['organisations', query.toString()],
    queryFn: () => get<OrganisationList>(`/api/organisations?${query.toString()}`),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>Sổ đăng ký</h1>
      <div className="row filters">
        <div className="field">
          <label htmlFor="text">Tên hoặc mã số</label>
          <input
            id="text"
            defaultValue={search.q}
            onChange={(event) =>
              void navigate({ search: { ...search, q: event.target.value, cursor: undefined }, replace: true })
            }
          />
        </div>
        <div className="field">
          <label htmlFor="kind">Loại hình</label>
          <select
            id="kind"
            value={search.kind ?? ''}
            onChange={(event) => void navigate({ search: { ...search, kind: event.target.value, cursor: undefined } })}
          >
            <option value="">Tất cả</option>
            {Object.entries(KIND_WORDS).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </div>
      </div>
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <p className="muted" role="status">
            {list.data.total === 0
              ? 'Không có tổ chức nào khớp với điều tìm.'
              : `${formatNumber(list.data.total)} tổ chức`}
          </p>
          <div className="table-wrap">
            <table className="cards">
              <thead>
                <tr>
                  <th scope="col">Tên</th>
                  <th scope="col">Mã số</th>
                  <th scope="col">Địa bàn</th>
                  <th scope="col">Tình trạng pháp lý</th>
                  <th scope="col" className="numeric">
                    Thành viên
                  </th>
                  <th scope="col" className="numeric">
                    Vốn điều lệ
                  </th>
                  <th scope="col">Ngày đăng ký</th>
                </tr>
              </thead>
              <tbody>
                {list.data.items.map((row) => (
                  <tr key={row.id}>
                    <td data-label="Tên">
                      <Link to="/register/$id" params={{ id: row.id }}>
                        {row.name}
                      </Link>
                    </td>
                    <td data-label="Mã số" className="code">
                      {row.code ?? <span className="muted">sổ cũ không ghi</span>}
                    </td>
                    <td data-label="Địa bàn">{names.area(row.areaCode)}</td>
                    <td data-label="Tình trạng pháp lý">
                      <StateTag words={LEGAL_STATUS_WORDS[row.legalStatus] ?? row.legalStatus} />
                    </td>
                    <td data-label="Thành viên" className="numeric">
                      {row.officialMembers === undefined ? '–' : formatNumber(row.officialMembers)}
                    </td>
                    <td data-label="Vốn điều lệ" className="numeric">
                      {row.charterCapital === undefined ? '–' : formatDong(row.charterCapital)}
                    </td>
                    <td data-label="Ngày đăng ký">{row.registeredOn ? formatDay(row.registeredOn) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {list.data.next && (
            <Link className="button" to="/register" search={{ ...search, cursor: list.data.next }}>
              Trang sau
            </Link>
          )}
        </>
      )}
    </>
  );
}
