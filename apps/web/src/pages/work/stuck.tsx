import './work.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../api/client';
import { formatInstant, formatNumber } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';

interface StuckCase {
  readonly workflowId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly what: string;
  readonly reason: string;
  readonly since: string;
}

interface StuckReport {
  readonly open: number;
  readonly cases: readonly StuckCase[];
  readonly aside: readonly {
    readonly stream: string;
    readonly reason: string;
    readonly since: string;
    readonly attempts: number;
  }[];
  readonly feeder: { readonly backlog: number; readonly oldest?: string };
}

const KINDS: Readonly<Record<string, string>> = inLanguage({
  refused: ['Lệnh bị từ chối', 'Its command is refused'],
  trying: ['Trao đổi với bên ngoài không thành, đang thử lại', 'An exchange fails and is tried again'],
  failing: ['Quy trình không chạy được', 'Its workflow does not run'],
});
const ASK_MS = 15_000;

/** Hồ sơ bị kẹt: what does not move, since when and why; nothing hangs unseen. */
export function StuckPageView() {
  usePageTitle(say('Hồ sơ bị kẹt', 'Stuck cases'));
  const report = useQuery({
    queryKey: ['stuck'],
    queryFn: () => get<StuckReport>('/api/stuck-cases'),
    refetchInterval: ASK_MS,
  });
  if (report.error && !report.data)
    return <ProblemAlert page error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Loading />;
  const { open, cases, aside, feeder } = report.data;
  return (
    <>
      <h1>{say('Hồ sơ bị kẹt', 'Stuck cases')}</h1>
      <p role="status">
        {say(
          `${formatNumber(open)} quy trình đang mở, ${formatNumber(cases.length)} bị kẹt, ${formatNumber(feeder.backlog)} sự kiện chờ chuyển đến quy trình.`,
          `${formatNumber(open)} workflows open, ${formatNumber(cases.length)} stuck, ${formatNumber(feeder.backlog)} facts wait for delivery.`,
        )}
        {feeder.oldest && ` ${say('Cũ nhất', 'Oldest')}: ${formatInstant(feeder.oldest)}.`}
      </p>
      {cases.length + aside.length === 0 && (
        <p className="empty">{say('Không có hồ sơ nào bị kẹt.', 'Every case moves.')}</p>
      )}
      {cases.length > 0 && (
        <div className="table-wrap">
          <table className="cards dense">
            <thead>
              <tr>
                <th scope="col">{say('Quy trình', 'Workflow')}</th>
                <th scope="col">{say('Vì sao', 'Why')}</th>
                <th scope="col">{say('Bước', 'Step')}</th>
                <th scope="col">{say('Từ lúc', 'Since')}</th>
                <th scope="col">
                  <span className="hidden">{say('Việc', 'Actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {cases.map((row) => (
                <tr key={`${row.workflowId} ${row.what}`} data-row>
                  <td data-label={say('Quy trình', 'Workflow')} className="wrap">
                    {row.workflowId}
                  </td>
                  <td data-label={say('Vì sao', 'Why')} className="wrap">
                    <strong>{KINDS[row.kind] ?? row.kind}</strong>: {row.reason}
                  </td>
                  <td data-label={say('Bước', 'Step')}>{row.what}</td>
                  <td data-label={say('Từ lúc', 'Since')}>{formatInstant(row.since)}</td>
                  <td className="acts">
                    <Retry row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {aside.length > 0 && (
        <section aria-labelledby="aside">
          <h2 id="aside">{say('Sự kiện chưa chuyển được đến quy trình', 'Facts that cannot be delivered')}</h2>
          <ul>
            {aside.map((row) => (
              <li key={row.stream} className="wrap">
                <span className="code wrap">{row.stream}</span>: {row.reason} ·{' '}
                {say(`đã thử ${String(row.attempts)} lần`, `${String(row.attempts)} tries`)} ·{' '}
                {formatInstant(row.since)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Retry({ row }: { row: StuckCase }) {
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const run = useMutation({
    mutationFn: () => post(`/api/stuck-cases/${row.caseId}/retries`, { workflowId: row.workflowId }, { key }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['stuck'] }),
  });
  return (
    <>
      <button
        type="button"
        disabled={run.isPending}
        aria-label={`${say('Thử lại bước này', 'Try this step again')}: ${row.workflowId}`}
        onClick={() => run.mutate()}
      >
        {run.isPending ? say('Đang gửi…', 'Sending…') : say('Thử lại bước này', 'Try again')}
      </button>
      {run.isSuccess && <span role="status">✓ {say('Đã thử lại', 'Tried again')}</span>}
      {run.error && <ProblemAlert error={run.error} />}
    </>
  );
}
