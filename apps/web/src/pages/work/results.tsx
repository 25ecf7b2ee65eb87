import './work.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../api/client';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { DossierTable } from './dossier-table';
import { useSteadyRows } from './steady-rows';
import type { WorkLine, WorkList } from './types';
import { useStep } from './use-step';
import { useCounts } from './use-counts';

/** Trả kết quả: who comes for what. */
export function ResultsPageView() {
  usePageTitle(say('Trả kết quả', 'Hand over'));
  const search = useSearch({ from: '/work/results' });
  const navigate = useNavigate({ from: '/work/results' });
  useCounts();
  const query = new URLSearchParams({ resultOwed: 'true', ...(search.q ? { q: search.q } : {}) }).toString();
  const list = useQuery({ queryKey: ['queue', 'list', query], queryFn: () => get<WorkList>(`/api/dossiers?${query}`) });
  const steady = useSteadyRows(list.data === undefined ? undefined : query, list.data?.items ?? []);
  return (
    <>
      <h1>{say('Trả kết quả', 'Hand over')}</h1>
      <form className="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor="text">{say('Mã hồ sơ trên giấy hẹn, hoặc tên', 'Case code on the receipt, or name')}</label>
          <input
            id="text"
            defaultValue={search.q}
            onChange={(event) =>
              void navigate({
                search: { q: event.target.value === '' ? undefined : event.target.value },
                replace: true,
              })
            }
          />
        </div>
      </form>
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      <p className="row" role="status">
        {steady.fresh > 0 && (
          <button type="button" onClick={steady.show}>
            {say(`${formatNumber(steady.fresh)} hồ sơ mới – Hiện`, `${formatNumber(steady.fresh)} new – Show`)}
          </button>
        )}
      </p>
      {list.data && steady.rows.length === 0 && (
        <p className="empty">{say('Không có kết quả chờ trả.', 'No result waits to be handed over.')}</p>
      )}
      {steady.rows.length > 0 && (
        <DossierTable
          name={say('Kết quả chờ trả', 'Results to hand over')}
          rows={steady.rows}
          more={(row) => <HandOver key={row.revision} row={row} />}
        />
      )}
    </>
  );
}

/** At the desk, to whoever filed; other ways stand on the case's own page. */
function HandOver({ row }: { row: WorkLine }) {
  const client = useQueryClient();
  const [done, setDone] = useState(false);
  const step = useStep(row.id, async () => {
    setDone(true);
    await client.invalidateQueries({ queryKey: ['queue'] });
  });
  if (done || !row.resultOwed) return <span className="recorded">✓ {say('Đã trả kết quả', 'Handed over')}</span>;
  return (
    <>
      <button
        type="button"
        disabled={step.isPending}
        aria-label={`${say('Trả kết quả', 'Hand over')} ${row.caseCode}`}
        onClick={() =>
          step.mutate({
            path: 'hand-overs',
            body: { form: 'atDesk', to: 'applicant' },
            revision: row.revision,
            words: say('Trả kết quả', 'Result handed over'),
          })
        }
      >
        {step.isPending ? say('Đang ghi…', 'Recording…') : say('Trả kết quả', 'Hand over')}
      </button>
      {step.error !== null && <ProblemAlert error={step.error} />}
    </>
  );
}
