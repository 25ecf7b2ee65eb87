import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../api/client';
import type { OrganisationList } from '../api/types';
import { useNames } from '../shared/area-name';
import { AsOfBar, titleAsOf } from '../shared/as-of-bar';
import { formatDay, formatDong, formatNumber } from '../shared/format';
import { say } from '../shared/language';
import { ProblemAlert } from '../shared/problem-alert';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { LEGAL_STATUS_WORDS } from '../words';
import { RegisterFilters, type RegisterSearch } from './register-filters';

const addressOf = (search: RegisterSearch): string =>
  new URLSearchParams(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][],
  ).toString();

/** Who exists, now or at any moment: search over the register; filters stand in the address. */
export function RegisterPageView() {
  const search = useSearch({ from: '/register' });
  const navigate = useNavigate({ from: '/register' });
  const list = useQuery({
    queryKey: ['organisations', addressOf(search)],
    queryFn: () => get<OrganisationList>(`/api/organisations?${addressOf(search)}`),
    placeholderData: keepPreviousData,
  });
  const title = say('Sổ đăng ký', 'Register');
  usePageTitle(titleAsOf(title, list.data?.asOf));
  const change = (next: RegisterSearch): void =>
    void navigate({ search: { ...search, cursor: undefined, ...next }, replace: true });
  return (
    <>
      <h1>{title}</h1>
      <AsOfBar asOf={search.asOf} moment={list.data?.asOf} onChange={(asOf) => change({ asOf })} />
      <RegisterFilters search={search} onChange={change} />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <p className="row">
            <span className="muted" role="status">
              {found(list.data)}
            </span>
            <a
              className="button"
              href={`/api/organisations/export.xlsx?${addressOf({ ...search, cursor: undefined })}`}
              download
            >
              {say('Xuất tệp Excel', 'Export to Excel')}
            </a>
          </p>
          <RegisterTable list={list.data} asOf={search.asOf} />
          {list.data.next && (
            <Link className="button" to="/register" search={{ ...search, cursor: list.data.next }}>
              {say('Trang sau', 'Next page')}
            </Link>
          )}
        </>
      )}
    </>
  );
}

function found({ total, totalIsMore }: OrganisationList): string {
  if (total === 0) return say('Không có tổ chức nào khớp với điều tìm.', 'No organisation fits what you look for.');
  const number = formatNumber(total);
  return totalIsMore
    ? say(`Hơn ${number} tổ chức`, `More than ${number} organisations`)
    : say(`${number} tổ chức`, `${number} organisations`);
}

function RegisterTable({ list, asOf }: { list: OrganisationList; asOf: string | undefined }) {
  const names = useNames();
  const heads = {
    name: say('Tên', 'Name'),
    code: say('Mã số', 'Code'),
    area: say('Địa bàn', 'Area'),
    status: say('Tình trạng pháp lý', 'Legal status'),
    members: say('Thành viên', 'Members'),
    capital: say('Vốn điều lệ', 'Charter capital'),
    registered: say('Ngày đăng ký', 'Registered on'),
  };
  return (
    <div className="table-wrap">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{heads.name}</th>
            <th scope="col">{heads.code}</th>
            <th scope="col">{heads.area}</th>
            <th scope="col">{heads.status}</th>
            <th scope="col" className="numeric">
              {heads.members}
            </th>
            <th scope="col" className="numeric">
              {heads.capital}
            </th>
            <th scope="col">{heads.registered}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((row) => (
            <tr key={row.id}>
              <td data-label={heads.name}>
                <Link to="/register/$id" params={{ id: row.id }} search={{ asOf }}>
                  {row.name}
                </Link>
              </td>
              <td data-label={heads.code} className="code">
                {row.code ?? <span className="muted">{say('sổ cũ không ghi', 'not in the old register')}</span>}
              </td>
              <td data-label={heads.area}>{names.area(row.areaCode)}</td>
              <td data-label={heads.status}>
                <StateTag words={LEGAL_STATUS_WORDS[row.legalStatus] ?? row.legalStatus} />
              </td>
              <td data-label={heads.members} className="numeric">
                {row.officialMembers === undefined ? '–' : formatNumber(row.officialMembers)}
              </td>
              <td data-label={heads.capital} className="numeric">
                {row.charterCapital === undefined ? '–' : formatDong(row.charterCapital)}
              </td>
              <td data-label={heads.registered}>{row.registeredOn ? formatDay(row.registeredOn) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
