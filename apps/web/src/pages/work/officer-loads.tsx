import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { DataTable } from '../../shared/data-table';
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
  const title = say('Khối lượng theo chuyên viên', 'Load per officer');
  return (
    <section aria-labelledby="loads">
      <h2 id="loads">{title}</h2>
      <DataTable
        name={title}
        rows={loads.data.officers}
        keyOf={(load) => `${load.officeId} ${load.officerId ?? ''}`}
        columns={[
          {
            words: say('Người xử lý', 'Officer'),
            cell: (load) => (
              <Link
                to="/work/queue"
                search={
                  load.officerId === null
                    ? { view: 'unassigned', office: load.officeId }
                    : { view: 'open', officer: load.officerId, office: load.officeId }
                }
              >
                {load.officerId === null ? say('Chưa phân công', 'Unassigned') : people.name(load.officerId, 'officer')}
              </Link>
            ),
          },
          ...(several
            ? [{ words: say('Cơ quan', 'Office'), cell: (load: OfficerLoad) => names.office(load.officeId) }]
            : []),
          { words: say('Đang giữ', 'Open'), numeric: true, cell: ({ open }) => formatNumber(open) },
          {
            words: say('Quá hạn', 'Late'),
            numeric: true,
            cell: ({ late }) => (late > 0 ? <span className="tag late">▲ {formatNumber(late)}</span> : 0),
          },
          { words: say('Đến hạn hôm nay', 'Due today'), numeric: true, cell: ({ dueToday }) => formatNumber(dueToday) },
          {
            words: say('Chờ người nộp', 'With the applicant'),
            numeric: true,
            cell: ({ waitingForApplicant }) => formatNumber(waitingForApplicant),
          },
          {
            words: say('Hạn sớm nhất', 'Earliest limit'),
            cell: ({ firstDueOn }) => (firstDueOn === null ? '–' : formatDay(firstDueOn)),
          },
        ]}
      />
    </section>
  );
}
