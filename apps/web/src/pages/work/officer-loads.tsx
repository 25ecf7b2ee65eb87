import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { formatDay, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';

interface OfficerLoad {
  readonly officeId: string;
  readonly officerId: string | null;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly waitingForApplicant: number;
  readonly firstDueOn: string | null;
}

/** What lies with whom, those with late cases first. */
export function OfficerLoads() {
  const names = useNames();
  const people = usePeople();
  const loads = useQuery({
    queryKey: ['queue', 'officers'],
    queryFn: () => get<{ officers: readonly OfficerLoad[] }>('/api/workload/officers'),
  });
  if (loads.error) return <ProblemAlert error={loads.error} onRetry={() => void loads.refetch()} />;
  if (!loads.data || loads.data.officers.length === 0) return null;
  const several = new Set(loads.data.officers.map(({ officeId }) => officeId)).size > 1;
  return (
    <section aria-labelledby="loads">
      <h2 id="loads">{say('Khối lượng theo chuyên viên', 'Load per officer')}</h2>
      <div className="table-wrap">
        <table className="cards dense">
          <thead>
            <tr>
              <th scope="col">{say('Người xử lý', 'Officer')}</th>
              {several && <th scope="col">{say('Cơ quan', 'Office')}</th>}
              <th scope="col" className="numeric">
                {say('Đang giữ', 'Open')}
              </th>
              <th scope="col" className="numeric">
                {say('Quá hạn', 'Late')}
              </th>
              <th scope="col" className="numeric">
                {say('Đến hạn hôm nay', 'Due today')}
              </th>
              <th scope="col" className="numeric">
                {say('Chờ người nộp', 'With the applicant')}
              </th>
              <th scope="col">{say('Hạn sớm nhất', 'Earliest limit')}</th>
            </tr>
          </thead>
          <tbody>
            {loads.data.officers.map((load) => (
              <tr key={`${load.officeId} ${load.officerId ?? ''}`}>
                <td data-label={say('Người xử lý', 'Officer')}>
                  <Link
                    to="/work/queue"
                    search={
                      load.officerId === null
                        ? { view: 'unassigned', office: load.officeId }
                        : { view: 'open', officer: load.officerId, office: load.officeId }
                    }
                  >
                    {load.officerId === null
                      ? say('Chưa phân công', 'Unassigned')
                      : people.name(load.officerId, 'officer')}
                  </Link>
                </td>
                {several && <td data-label={say('Cơ quan', 'Office')}>{names.office(load.officeId)}</td>}
                <td data-label={say('Đang giữ', 'Open')} className="numeric">
                  {formatNumber(load.open)}
                </td>
                <td data-label={say('Quá hạn', 'Late')} className="numeric">
                  {load.late > 0 ? <span className="tag late">▲ {formatNumber(load.late)}</span> : 0}
                </td>
                <td data-label={say('Đến hạn hôm nay', 'Due today')} className="numeric">
                  {formatNumber(load.dueToday)}
                </td>
                <td data-label={say('Chờ người nộp', 'With the applicant')} className="numeric">
                  {formatNumber(load.waitingForApplicant)}
                </td>
                <td data-label={say('Hạn sớm nhất', 'Earliest limit')}>
                  {load.firstDueOn === null ? '–' : formatDay(load.firstDueOn)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
