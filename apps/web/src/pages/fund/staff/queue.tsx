import '../../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { get } from '../../../api/client';
import { APPLICATION_STATUS_WORDS, TURN_WORDS } from '../../../fund-words';
import { formatDay, formatDong, formatNumber } from '../../../shared/format';
import { inLanguage, say } from '../../../shared/language';
import { useLive } from '../../../shared/live';
import { usePeople } from '../../../shared/people';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import type { ApplicationList } from '../types';
import { FUND_VIEWS, type FundView } from './fund-views';

const WORDS = inLanguage<FundView>({
  open: ['Đang giải quyết', 'Open'],
  check: ['Chờ Quỹ kiểm tra', 'To check'],
  mine: ['Tôi thẩm định', 'Mine'],
  director: ['Chờ Giám đốc', 'For the director'],
  council: ['Chờ Hội đồng', 'For the council'],
  late: ['Quá hạn', 'Late'],
  closed: ['Đã kết thúc', 'Closed'],
});
const FILTERS: Readonly<Record<FundView, Readonly<Record<string, string>>>> = {
  open: {},
  check: { waitingFor: 'officer' },
  mine: { appraiser: 'me' },
  director: { waitingFor: 'director' },
  council: { waitingFor: 'council' },
  late: { late: 'true' },
  closed: { closed: 'true' },
};

/** The fund's work, the earliest limit first; the view stands in the address. */
export function FundQueuePageView() {
  const { view = 'open' } = useSearch({ strict: false }) as { view?: FundView };
  const title = say('Hồ sơ vay vốn', 'Loan applications');
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <nav className="views" aria-label={say('Chọn danh sách', 'Lists')}>
        {FUND_VIEWS.map((one) => (
          <Link
            key={one}
            to="/fund/appraisals"
            search={one === 'open' ? {} : { view: one }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {WORDS[one]}
          </Link>
        ))}
      </nav>
      <ApplicationTable filters={FILTERS[view]} caption={WORDS[view]} />
    </>
  );
}

/** What the credit council decides on, with its papers one press away. */
export function CouncilPageView() {
  const title = say('Hội đồng tín dụng', 'Credit council');
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p>
        {say(
          'Mở hồ sơ để đọc báo cáo thẩm định và biểu quyết. Người có quan hệ với người vay không biểu quyết.',
          'Open an application to read the report and to vote. Nobody votes on a borrower to whom they are bound.',
        )}
      </p>
      <ApplicationTable filters={FILTERS.council} caption={say('Chương trình họp', 'Agenda')} />
    </>
  );
}

interface TableProps {
  readonly filters: Readonly<Record<string, string>>;
  readonly caption: string;
}

const SHOWN = 200;

function ApplicationTable({ filters, caption }: TableProps) {
  const people = usePeople();
  const query = new URLSearchParams({ ...filters, limit: String(SHOWN) }).toString();
  const list = useQuery({
    queryKey: ['loan-applications', query],
    queryFn: () => get<ApplicationList>(`/api/support-fund/applications?${query}`),
  });
  useLive({ 'support-fund.applications': ['loan-applications'] });
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  if (list.data.items.length === 0) return <p className="empty">{say('Không có hồ sơ nào.', 'There is none.')}</p>;
  const heads = [
    say('Mã hồ sơ', 'Code'),
    say('Người vay', 'Borrower'),
    say('Dự án', 'Project'),
    say('Số tiền', 'Amount'),
    say('Trạng thái', 'State'),
    say('Đang chờ', 'Waiting for'),
    say('Hạn', 'Due'),
  ] as const;
  return (
    <div className="table-wrap">
      <table className="cards dense">
        <caption>
          {caption} ({formatNumber(list.data.total ?? list.data.items.length)})
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === heads[3] ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.data.items.map((row) => (
            <tr key={row.id} data-row>
              <td data-label={heads[0]}>
                <Link className="code" to="/fund/applications/$id" params={{ id: row.id }}>
                  {row.code}
                </Link>
              </td>
              <td data-label={heads[1]}>{row.borrowerName}</td>
              <td data-label={heads[2]}>{row.project}</td>
              <td data-label={heads[3]} className="numeric">
                {formatDong(row.amount)}
              </td>
              <td data-label={heads[4]}>{APPLICATION_STATUS_WORDS[row.status] ?? row.status}</td>
              <td data-label={heads[5]}>
                {row.waitingFor ? (TURN_WORDS[row.waitingFor] ?? row.waitingFor) : '–'}
                {row.appraiserId && people.known(row.appraiserId) && ` · ${people.known(row.appraiserId) ?? ''}`}
              </td>
              <td data-label={heads[6]}>
                {row.dueOn ? (
                  <span className={`tag ${row.late ? 'late' : 'in-time'}`}>
                    <span aria-hidden="true">{row.late ? '▲ ' : '● '}</span>
                    {row.late ? say('Quá hạn', 'Late') : say('Còn hạn', 'In time')} · {formatDay(row.dueOn)}
                  </span>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
