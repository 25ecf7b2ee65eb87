import './work.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { AsOfBar, titleAsOf } from '../../shared/as-of-bar';
import { DateField } from '../../shared/date-field';
import { SelectField } from '../../shared/fields';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { AssignBar } from './assign-bar';
import { DossierTable } from './dossier-table';
import { KeyList, moveFocus, useKeys } from './keys';
import { useSteadyRows } from './steady-rows';
import { useTakeCase } from './take-case';
import type { WorkList } from './types';
import { useCounts } from './use-counts';
import { VIEWS } from './views';

const STEPS: readonly (readonly [status: string, words: string])[] = [
  ['UnderExamination', say('Đang xem xét', 'In review')],
  ['AwaitingCorrection', say('Chờ sửa đổi, bổ sung', 'Correction requested')],
  ['AwaitingDecision', say('Chờ quyết định', 'Awaiting decision')],
  ['Granted', say('Đang cấp Giấy chứng nhận', 'Certificate being issued')],
];

/** What is due, whose turn it is, who has it; filters stand in the address, so that Back and a colleague find the same list. */
export function QueuePageView() {
  const search = useSearch({ from: '/work/queue' });
  const past = search.asOf !== undefined;
  const navigate = useNavigate({ from: '/work/queue' });
  const field = useRef<HTMLInputElement>(null);
  const names = useNames();
  const may = useMay();
  const seesMany = may('workload.read');
  const assigns = may('dossiers.assign') && !past;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const counts = useCounts();
  const { view, ...rest } = search;
  const filters = Object.entries({ ...rest, ...VIEWS[view]?.filters }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(filters as [string, string][]).toString();
  const queue = useQuery({
    queryKey: ['queue', 'list', query],
    queryFn: () => get<WorkList>(`/api/dossiers?${query}`),
    placeholderData: keepPreviousData,
  });
  const steady = useSteadyRows(
    queue.data === undefined || queue.isPlaceholderData ? undefined : query,
    queue.data?.items ?? [],
  );
  usePageTitle(titleAsOf(say('Hồ sơ chờ xử lý', 'Queue'), queue.data?.asOf));
  const { take, taking, error } = useTakeCase();
  useKeys({
    '/': () => field.current?.focus(),
    j: () => moveFocus('[data-row]', 1),
    k: () => moveFocus('[data-row]', -1),
    t: () => document.activeElement?.closest('[data-row]')?.querySelector<HTMLButtonElement>('[data-take]')?.click(),
  });
  const choose = (id: string, wanted: boolean): void =>
    setChosen(new Set(wanted ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const set = (part: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...part, cursor: undefined }, replace: true });
  // Back or a link may change the words; what somebody types is never written over.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = search.q ?? '';
  }, [search.q]);
  const filtered = [search.status, search.dueFrom, search.dueTo, search.office].some((value) => value !== undefined);
  const total = queue.data?.total ?? 0;
  const offices = [...new Set(queue.data?.items.map(({ decidingOfficeId }) => decidingOfficeId))];
  return (
    <>
      <h1>{say('Hồ sơ chờ xử lý', 'Queue')}</h1>
      <AsOfBar asOf={search.asOf} moment={queue.data?.asOf} onChange={(asOf) => set({ asOf })} />
      <nav aria-label={say('Chế độ xem', 'Views')} className="views">
        {Object.entries(VIEWS).map(([name, { words, count }]) => (
          <Link
            key={name}
            to="/work/queue"
            search={{ ...search, view: name, cursor: undefined }}
            aria-current={view === name ? 'page' : undefined}
          >
            {words}
            {count && counts && ` (${formatNumber(counts[count])})`}
          </Link>
        ))}
      </nav>
      <form className="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor="text">{say('Tìm theo mã hồ sơ hoặc tên', 'Case code or name')}</label>
          <input
            id="text"
            ref={field}
            defaultValue={search.q}
            onChange={(event) => set({ q: event.target.value === '' ? undefined : event.target.value })}
          />
        </div>
        <details className="more" open={filtered || undefined}>
          <summary>{say('Lọc', 'Filter')}</summary>
          <div className="row">
            <SelectField
              id="step"
              words={say('Bước', 'Step')}
              value={search.status ?? ''}
              none={say('Tất cả', 'All')}
              options={STEPS}
              onChange={(status) => set({ status: status || undefined })}
            />
            <DateField
              id="due-from"
              words={say('Hạn từ ngày', 'Due from')}
              value={search.dueFrom ?? ''}
              onChange={(day) => set({ dueFrom: day || undefined })}
            />
            <DateField
              id="due-to"
              words={say('Hạn đến ngày', 'Due until')}
              value={search.dueTo ?? ''}
              onChange={(day) => set({ dueTo: day || undefined })}
            />
            {seesMany && (search.office !== undefined || offices.length > 1) && (
              <SelectField
                id="office"
                words={say('Cơ quan', 'Office')}
                value={search.office ?? ''}
                none={say('Tất cả', 'All')}
                options={[...new Set([...offices, ...(search.office === undefined ? [] : [search.office])])].map(
                  (id) => [id, names.office(id)] as const,
                )}
                onChange={(office) => set({ office: office || undefined })}
              />
            )}
          </div>
        </details>
      </form>
      {error !== null && <ProblemAlert error={error} />}
      {queue.error && <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />}
      <p className="row" role="status">
        {queue.data && (
          <span className="muted">{say(`${formatNumber(total)} hồ sơ`, `${formatNumber(total)} dossiers`)}</span>
        )}
        {steady.fresh > 0 && (
          <button type="button" onClick={steady.show}>
            {say(`${formatNumber(steady.fresh)} hồ sơ mới – Hiện`, `${formatNumber(steady.fresh)} new – Show`)}
          </button>
        )}
      </p>
      {queue.data && steady.rows.length === 0 && (
        <p className="empty">
          {query === ''
            ? say('Không còn hồ sơ chờ.', 'Nothing is waiting.')
            : say('Không có hồ sơ nào khớp với chế độ xem và điều tìm. ', 'Nothing fits this view and these filters. ')}
          {query !== '' && (
            <Link to="/work/queue" search={{ view: 'open' }}>
              {say('Xóa bộ lọc', 'Clear the filters')}
            </Link>
          )}
        </p>
      )}
      {past && (
        <p className="muted">{say('Số trên các thẻ là số của hôm nay.', 'Figures on the tabs are those of today.')}</p>
      )}
      {steady.rows.length > 0 && (
        <DossierTable
          name={say('Hồ sơ', 'Dossiers')}
          rows={steady.rows}
          waiting={queue.isPlaceholderData}
          onTake={past ? undefined : take}
          asOf={search.asOf}
          taking={taking}
          offices={offices.length > 1}
          more={
            assigns
              ? (row) => (
                  <label className="choice">
                    <input
                      type="checkbox"
                      checked={chosen.has(row.id)}
                      aria-label={`${say('Chọn', 'Choose')} ${row.caseCode}`}
                      onChange={(event) => choose(row.id, event.target.checked)}
                    />
                    {say('Chọn', 'Choose')}
                  </label>
                )
              : undefined
          }
        />
      )}
      {assigns && (
        <AssignBar
          rows={steady.rows.flatMap(({ row, gone }) => (!gone && chosen.has(row.id) ? [row] : []))}
          onAssigned={(ids) => setChosen(new Set([...chosen].filter((id) => !ids.includes(id))))}
        />
      )}
      <p className="row">
        {search.cursor && (
          <Link className="button" to="/work/queue" search={{ ...search, cursor: undefined }}>
            {say('Về trang đầu', 'First page')}
          </Link>
        )}
        {queue.data?.next && (
          <Link className="button" to="/work/queue" search={{ ...search, cursor: queue.data.next }}>
            {say('Trang sau', 'Next page')}
          </Link>
        )}
      </p>
      <KeyList
        keys={[
          ['/', say('tìm', 'search')],
          ['j', say('dòng sau', 'next row')],
          ['k', say('dòng trước', 'previous row')],
          ['Enter', say('mở hồ sơ', 'open the case')],
          ['t', say('nhận xử lý', 'take')],
        ]}
      />
    </>
  );
}
