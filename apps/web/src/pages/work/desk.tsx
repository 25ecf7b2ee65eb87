import './work.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { DossierTable } from './dossier-table';
import { KeyList, moveFocus, useKeys } from './keys';
import { OfficeOrders } from './office-orders';
import { OfficerLoads } from './officer-loads';
import { useSteadyRows } from './steady-rows';
import { useTakeCase } from './take-case';
import type { Counts, WorkList } from './types';
import { useCounts } from './use-counts';
import { VIEWS } from './views';

const SHOWN = 50;

/** What lies on the desk: figures first, then what is next, by legal due time. */
export function DeskPageView() {
  usePageTitle(say('Bàn làm việc', 'My work'));
  const may = useMay();
  const counts = useCounts();
  const decides = may('dossiers.decide');
  const examines = may('dossiers.examine');
  useKeys({ j: () => moveFocus('[data-row]', 1), k: () => moveFocus('[data-row]', -1) });
  return (
    <>
      <h1>{say('Bàn làm việc', 'My work')}</h1>
      {counts && <Tiles counts={counts} />}
      {decides && <Pile view="decide" empty={say('Không có hồ sơ chờ quyết định.', 'Nothing awaits a decision.')} />}
      {examines && <Pile view="mine" empty={say('Bạn không giữ hồ sơ nào.', 'You hold no dossier.')} />}
      {examines && <Pile view="unassigned" empty={say('Không có hồ sơ chưa phân công.', 'Every dossier is taken.')} />}
      {!examines && <Pile view="late" empty={say('Không có hồ sơ quá hạn.', 'Nothing is late.')} />}
      {may('workload.read') && <OfficerLoads />}
      <OfficeOrders />
      <KeyList
        keys={[
          ['j', say('dòng sau', 'next row')],
          ['k', say('dòng trước', 'previous row')],
          ['Enter', say('mở hồ sơ', 'open the case')],
        ]}
      />
    </>
  );
}

function Tiles({ counts }: { counts: Counts }) {
  const may = useMay();
  const tiles = [
    may('dossiers.examine') ? (['mine', VIEWS['mine']?.words, counts.mine] as const) : undefined,
    ['unassigned', VIEWS['unassigned']?.words, counts.unassigned] as const,
    ['open', say('Đến hạn hôm nay', 'Due today'), counts.dueToday] as const,
    ['late', VIEWS['late']?.words, counts.late] as const,
    ['decide', VIEWS['decide']?.words, counts.decide] as const,
    ['correction', VIEWS['correction']?.words, counts.correction] as const,
  ].filter((tile) => tile !== undefined);
  return (
    <ul className="tiles" aria-label={say('Số việc', 'Work in figures')}>
      {tiles.map(([view, words, count]) => (
        <li key={`${view}${words ?? ''}`}>
          <Link to="/work/queue" search={{ view }}>
            <strong data-count={view}>{formatNumber(count)}</strong>
            <span>{words}</span>
          </Link>
        </li>
      ))}
      {may('dossiers.handOver') && (
        <li>
          <Link to="/work/results">
            <strong data-count="results">{formatNumber(counts.results)}</strong>
            <span>{say('Chờ trả kết quả', 'To hand over')}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}

/** The first dossiers of a view; the rest is in the queue. */
function Pile({ view, empty }: { view: string; empty: string }) {
  const { words = '', filters = {} } = VIEWS[view] ?? {};
  const query = new URLSearchParams({ ...filters, limit: String(SHOWN) }).toString();
  const list = useQuery({
    queryKey: ['queue', 'list', query],
    queryFn: () => get<WorkList>(`/api/dossiers?${query}`),
  });
  const steady = useSteadyRows(list.data === undefined ? undefined : query, list.data?.items ?? []);
  const { take, taking, error } = useTakeCase();
  return (
    <section aria-labelledby={`pile-${view}`}>
      <h2 id={`pile-${view}`}>{words}</h2>
      {error !== null && <ProblemAlert error={error} />}
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {steady.fresh > 0 && (
        <p role="status">
          <button type="button" onClick={steady.show}>
            {say(`${formatNumber(steady.fresh)} hồ sơ mới – Hiện`, `${formatNumber(steady.fresh)} new – Show`)}
          </button>
        </p>
      )}
      {list.data && steady.rows.length === 0 && <p className="empty">{empty}</p>}
      {steady.rows.length > 0 && <DossierTable name={words} rows={steady.rows} onTake={take} taking={taking} />}
      {list.data?.next && (
        <p>
          <Link to="/work/queue" search={{ view }}>
            {say('Xem tất cả', 'See all')}
          </Link>
        </p>
      )}
    </section>
  );
}
