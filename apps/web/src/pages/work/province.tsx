import './work.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { DataTable } from '../../shared/data-table';
import { formatDay, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { useLive } from '../../shared/live';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';

interface OfficeLoad {
  readonly officeId: string;
  readonly open: number;
  readonly late: number;
  readonly unassigned: number;
  readonly decide: number;
  readonly firstDueOn: string | null;
  readonly decided: number;
  readonly decidedLate: number;
  readonly medianToClaim: number | null;
  readonly medianToProposal: number | null;
  readonly medianToDecision: number | null;
  readonly medianToCertificate: number | null;
}

const HOUR_S = 3_600;
const DAY_S = 86_400;

/** Seconds as people say them; – where there is nothing to measure. */
function duration(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds >= DAY_S)
    return say(`${formatNumber(round(seconds / DAY_S))} ngày`, `${formatNumber(round(seconds / DAY_S))} days`);
  if (seconds >= HOUR_S)
    return say(`${formatNumber(round(seconds / HOUR_S))} giờ`, `${formatNumber(round(seconds / HOUR_S))} h`);
  return say(
    `${formatNumber(Math.max(1, Math.round(seconds / 60)))} phút`,
    `${formatNumber(Math.max(1, Math.round(seconds / 60)))} min`,
  );
}
const round = (figure: number): number => Math.round(figure * 10) / 10;

const COLUMNS: readonly (readonly [field: keyof OfficeLoad, words: string])[] = [
  ['medianToClaim', say('Nhận xử lý', 'Until taken')],
  ['medianToProposal', say('Xem xét', 'Review')],
  ['medianToDecision', say('Quyết định', 'Decision')],
  ['medianToCertificate', say('Cấp Giấy chứng nhận', 'Certificate')],
];

/** Every commune: what is open, what is late, how long each step takes. */
export function ProvincePageView() {
  usePageTitle(say('Toàn tỉnh', 'Province'));
  const names = useNames();
  useLive({ 'dossiers.queue': ['queue'] });
  const loads = useQuery({
    queryKey: ['queue', 'offices'],
    queryFn: () => get<{ offices: readonly OfficeLoad[]; days: number }>('/api/workload/offices'),
  });
  if (loads.error) return <ProblemAlert page error={loads.error} onRetry={() => void loads.refetch()} />;
  if (!loads.data) return <Loading />;
  const { offices, days } = loads.data;
  const sum = (field: 'open' | 'late' | 'decided' | 'decidedLate'): number =>
    offices.reduce((total, office) => total + office[field], 0);
  return (
    <>
      <h1>{say('Toàn tỉnh', 'Province')}</h1>
      <ul className="tiles" aria-label={say('Toàn tỉnh', 'Province')}>
        <li>
          <Link to="/work/queue" search={{ view: 'open' }}>
            <strong>{formatNumber(sum('open'))}</strong>
            <span>{say('Đang giải quyết', 'Open')}</span>
          </Link>
        </li>
        <li>
          <Link to="/work/queue" search={{ view: 'late' }}>
            <strong>{formatNumber(sum('late'))}</strong>
            <span>{say('Quá hạn', 'Late')}</span>
          </Link>
        </li>
        <li>
          <span>
            <strong>{formatNumber(sum('decided'))}</strong>
            <span>
              {say(
                `Đã quyết định trong ${String(days)} ngày, ${formatNumber(sum('decidedLate'))} quá hạn`,
                `Decided in ${String(days)} days, ${formatNumber(sum('decidedLate'))} late`,
              )}
            </span>
          </span>
        </li>
      </ul>
      {offices.length === 0 && <p className="empty">{say('Chưa có hồ sơ nào.', 'There is no dossier yet.')}</p>}
      {offices.length > 0 && (
        <DataTable
          name={say(
            `Thời gian mỗi bước: trung vị của các hồ sơ đã quyết định trong ${String(days)} ngày qua`,
            `Time per step: median of the dossiers decided in the last ${String(days)} days`,
          )}
          named="visibly"
          rows={offices}
          keyOf={({ officeId }) => officeId}
          columns={[
            {
              words: say('Cơ quan', 'Office'),
              cell: ({ officeId }) => (
                <Link to="/work/queue" search={{ view: 'open', office: officeId }}>
                  {names.office(officeId)}
                </Link>
              ),
            },
            { words: say('Đang giải quyết', 'Open'), numeric: true, cell: ({ open }) => formatNumber(open) },
            {
              words: say('Quá hạn', 'Late'),
              numeric: true,
              cell: ({ late, officeId }) =>
                late > 0 ? (
                  <Link className="tag late" to="/work/queue" search={{ view: 'late', office: officeId }}>
                    ▲ {formatNumber(late)}
                  </Link>
                ) : (
                  0
                ),
            },
            {
              words: say('Chưa phân công', 'Unassigned'),
              numeric: true,
              cell: ({ unassigned }) => formatNumber(unassigned),
            },
            { words: say('Chờ quyết định', 'To decide'), numeric: true, cell: ({ decide }) => formatNumber(decide) },
            {
              words: say('Hạn sớm nhất', 'Earliest limit'),
              cell: ({ firstDueOn }) => (firstDueOn === null ? '–' : formatDay(firstDueOn)),
            },
            ...COLUMNS.map(([field, words]) => ({
              words,
              numeric: true,
              cell: (office: OfficeLoad) => duration(office[field] as number | null),
            })),
          ]}
        />
      )}
    </>
  );
}
