import '../work/work.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../api/client';
import { DataTable } from '../../shared/data-table';
import { formatDay, formatInstant, formatNumber } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { useSending } from '../../shared/use-sending';
import type { ImportView } from './import.types';

const ASK_MS = 1_000;
const STATUSES: Readonly<Record<ImportView['status'], string>> = inLanguage({
  prepared: ['◐ Đã xem trước, chưa ghi', '◐ Looked through, nothing recorded'],
  running: ['● Đang nhập', '● Being taken over'],
  done: ['✓ Đã nhập xong', '✓ Taken over'],
  interrupted: ['▲ Bị gián đoạn', '▲ Interrupted'],
});

/** One register: what was understood, which rows fail and why, how far it is. */
export function ImportPageView() {
  const { id } = useParams({ from: '/admin/imports/$id' });
  const title = say('Nhập sổ đăng ký', 'Import a register');
  usePageTitle(title);
  const client = useQueryClient();
  const path = `/api/register-imports/${encodeURIComponent(id)}`;
  const view = useQuery({
    queryKey: ['register-import', id],
    queryFn: () => get<ImportView>(path),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? ASK_MS : false),
  });
  const { send, problem, busy } = useSending(() => client.invalidateQueries({ queryKey: ['register-import', id] }));
  const another = (
    <p>
      <Link to="/admin/imports">‹ {say('Chọn tệp khác', 'Another file')}</Link>
    </p>
  );
  if (view.error && !view.data)
    return (
      <>
        <ProblemAlert page error={view.error} onRetry={() => void view.refetch()} />
        {another}
      </>
    );
  if (!view.data) return <Loading />;
  const { fileName, asOf, status, rows, rejectedRows, unknownHeaders, problem: why } = view.data;
  return (
    <>
      {another}
      <h1>{title}</h1>
      <p>
        <strong className="wrap">{fileName}</strong> · {say('tình hình ngày', 'as of')} {formatDay(asOf)} ·{' '}
        {STATUSES[status]}
      </p>
      <Progress view={view.data} />
      {why !== undefined && (
        <p className="problem">
          {say(
            'Việc nhập bị gián đoạn; những dòng đã nhập vẫn còn. Nhập tiếp sẽ đi tiếp từ chỗ dừng.',
            'The import was interrupted; rows taken over stay. Going on starts where it stopped.',
          )}{' '}
          <span className="code">{why}</span>
        </p>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p className="row">
        {(status === 'prepared' || status === 'interrupted') && rows > 0 && (
          <button
            className="main"
            disabled={busy}
            onClick={() => void send(`${path}/runs`, {}, say('bắt đầu nhập', 'started'))}
          >
            {status === 'prepared'
              ? say(`Nhập ${formatNumber(rows)} dòng vào sổ`, `Take over ${formatNumber(rows)} rows`)
              : say('Nhập tiếp', 'Go on')}
          </button>
        )}
        {rejectedRows > 0 && (
          <a className="button" href={`${path}/rejected-rows`} download>
            {say(
              `Tải ${formatNumber(rejectedRows)} dòng không nhập được`,
              `Download ${formatNumber(rejectedRows)} rejected rows`,
            )}
          </a>
        )}
        {status === 'done' && (
          <Link className="button" to="/register" search={{}}>
            {say('Mở sổ đăng ký', 'Open the register')}
          </Link>
        )}
      </p>
      {unknownHeaders.length > 0 && (
        <p className="stale">
          {say('Cột không được dùng vì không nhận ra tên', 'Columns of unknown names, from which nothing is taken')}:{' '}
          {unknownHeaders.join(', ')}
        </p>
      )}
      <Rejected view={view.data} />
      <Columns view={view.data} />
    </>
  );
}

/** How far it is, in rows; said to who does not see it at every tenth. */
function Progress({ view: { rows, rejectedRows, progress, status, startedAt, endedAt } }: { view: ImportView }) {
  const done = progress.imported + progress.unchanged + progress.differing;
  const tenth = progress.total === 0 ? 0 : Math.floor((done * 10) / progress.total);
  return (
    <>
      <p>
        {say(
          `${formatNumber(rows)} dòng nhập được, ${formatNumber(rejectedRows)} dòng không nhập được.`,
          `${formatNumber(rows)} rows can be taken over, ${formatNumber(rejectedRows)} cannot.`,
        )}
      </p>
      {status !== 'prepared' && (
        <>
          <progress max={progress.total} value={done} aria-label={say('Tiến độ nhập', 'Progress')} />
          <p>
            {say(
              `${formatNumber(done)} / ${formatNumber(progress.total)} dòng · mới ${formatNumber(progress.imported)} · đã có ${formatNumber(progress.unchanged)} · khác với sổ ${formatNumber(progress.differing)}`,
              `${formatNumber(done)} of ${formatNumber(progress.total)} rows · new ${formatNumber(progress.imported)} · there before ${formatNumber(progress.unchanged)} · different ${formatNumber(progress.differing)}`,
            )}
            {startedAt !== undefined && ` · ${say('bắt đầu', 'started')} ${formatInstant(startedAt)}`}
            {endedAt !== undefined && ` · ${say('xong', 'ended')} ${formatInstant(endedAt)}`}
          </p>
          <p className="unseen" role="status">
            {say(`${String(tenth * 10)} phần trăm`, `${String(tenth * 10)} per cent`)}
          </p>
          {progress.differingRows.length > 0 && (
            <p className="stale">
              {say(
                'Dòng khác với nội dung đang có trong sổ; sổ được giữ nguyên, xin xem từng dòng',
                'Rows that say something else than the register, which was left as it is',
              )}
              : {progress.differingRows.join(', ')}
            </p>
          )}
        </>
      )}
    </>
  );
}

function Rejected({ view: { rejected, rejectedRows } }: { view: ImportView }) {
  if (rejected.length === 0) return null;
  const title = say('Dòng không nhập được', 'Rows that cannot be taken over');
  return (
    <section aria-labelledby="rejected">
      <h2 id="rejected">{title}</h2>
      {rejectedRows > rejected.length && (
        <p className="muted">
          {say(
            `${formatNumber(rejected.length)} dòng đầu; tệp tải về có tất cả.`,
            `The first ${formatNumber(rejected.length)}; the file to download has all.`,
          )}
        </p>
      )}
      <DataTable
        name={title}
        rows={rejected}
        keyOf={({ row }) => String(row)}
        columns={[
          { words: say('Dòng', 'Row'), numeric: true, cell: ({ row }) => row },
          { words: say('Vì sao', 'Why'), cell: ({ reasons }) => reasons.map(({ text }) => text).join('; ') },
          { words: say('Nội dung dòng', 'What it says'), cell: ({ cells }) => cells.filter(Boolean).join(' · ') },
        ]}
      />
    </section>
  );
}

function Columns({ view: { columns, gaps } }: { view: ImportView }) {
  const titles = {
    columns: say('Cột được hiểu', 'Columns understood'),
    gaps: say('Chỗ trống trong dòng nhập được', 'What the rows leave open'),
  };
  return (
    <>
      <details>
        <summary>{titles.columns}</summary>
        <DataTable
          name={titles.columns}
          rows={columns}
          keyOf={({ field }) => field}
          columns={[
            { words: say('Cột trong tệp', 'Column of the file'), cell: ({ header }) => header },
            { words: say('Được hiểu là', 'Taken for'), cell: ({ label }) => label },
          ]}
        />
      </details>
      {gaps.length > 0 && (
        <details>
          <summary>{titles.gaps}</summary>
          <DataTable
            name={titles.gaps}
            rows={gaps}
            keyOf={({ field }) => field}
            columns={[
              { words: say('Nội dung', 'Field'), cell: ({ label }) => label },
              { words: say('Trống', 'Empty'), numeric: true, cell: ({ empty }) => formatNumber(empty) },
              {
                words: say('Không đọc được', 'Illegible'),
                numeric: true,
                cell: ({ illegible }) => formatNumber(illegible),
              },
            ]}
          />
        </details>
      )}
    </>
  );
}
