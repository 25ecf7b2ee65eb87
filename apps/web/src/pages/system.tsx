import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { SystemState } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { usePageTitle } from '../shared/use-page-title';

const STATES: Readonly<Record<string, string>> = {
  live: 'Đang chạy',
  'catching-up': 'Đang đuổi kịp',
  rebuilding: 'Đang dựng lại',
  stopped: 'Đã dừng',
};

/** Each part, how far behind it is, and what does not move. */
export function SystemPageView() {
  usePageTitle('Tình trạng hệ thống');
  const state = useQuery({
    queryKey: ['system'],
    queryFn: () => get<SystemState>('/api/system'),
    refetchInterval: 5_000,
  });
  if (state.error) return <ProblemAlert page error={state.error} onRetry={() => void state.refetch()} />;
  if (!state.data) return <p>Đang tải…</p>;
  return (
    <>
      <h1>Tình trạng hệ thống</h1>
      <h2>Các phần</h2>
      <ul>
        {Object.entries(state.data.parts).map(([part, line]) => (
          <li key={part}>
            <strong>{part}</strong>: {line}
          </li>
        ))}
      </ul>
      <h2>Bảng đọc</h2>
      <div className="table-wrap">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Tên</th>
              <th scope="col">Trạng thái</th>
              <th scope="col" className="numeric">
                Vị trí
              </th>
              <th scope="col" className="numeric">
                Cuối sổ
              </th>
              <th scope="col">Lý do dừng</th>
            </tr>
          </thead>
          <tbody>
            {state.data.projections.map((row) => (
              <tr key={row.schema}>
                <td data-label="Tên">{row.name}</td>
                <td data-label="Trạng thái">{STATES[row.state] ?? row.state}</td>
                <td data-label="Vị trí" className="numeric">
                  {row.position}
                </td>
                <td data-label="Cuối sổ" className="numeric">
                  {row.end}
                </td>
                <td data-label="Lý do dừng">
                  {row.stoppedAt
                    ? `${row.stoppedAt.eventType} @ ${row.stoppedAt.position}: ${row.stoppedAt.reason}`
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
