import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, post } from '../api/client';
import { areaWords, useAreas, useNames } from '../shared/area-name';
import { TextField } from '../shared/fields';
import { formatDay, formatInstant, formatWeekday } from '../shared/format';
import { inLanguage, say } from '../shared/language';
import { ProblemAlert } from '../shared/problem-alert';
import { useToday } from '../shared/session';
import { usePageTitle } from '../shared/use-page-title';
import { EVIDENCE_WORDS } from '../words';

interface CalendarYear {
  readonly year: number;
  readonly days: readonly {
    readonly date: string;
    readonly worked: boolean;
    readonly reason: string;
    readonly nameVi: string;
    readonly nameEn: string;
    readonly source: string;
    readonly evidence: string;
    readonly overrideId?: string;
  }[];
  readonly overrides: readonly {
    readonly override: {
      readonly id: string;
      readonly date: string;
      readonly kind: string;
      readonly scope: string;
      readonly nameVi: string;
      readonly source: string;
      readonly knownSince: string;
    };
    readonly withdrawnAt?: string;
  }[];
}

interface Preview {
  readonly moved: readonly {
    readonly dossierId: string;
    readonly caseCode: string;
    readonly officeId: string;
    readonly given: string;
    readonly before: string;
    readonly after: string;
  }[];
}

const KINDS = inLanguage({
  closure: ['Đóng cửa (bão, lụt, sự cố)', 'Closed (storm, flood, failure)'],
  holiday: ['Nghỉ lễ', 'Holiday'],
  day_off_in_lieu: ['Nghỉ bù', 'Day off in lieu'],
  swap_day_off: ['Nghỉ hoán đổi', 'Swap day off'],
  working_swap: ['Làm bù', 'Worked in its place'],
  ordinary: ['Ngày thường', 'Ordinary day'],
});
const NOTHING = { date: '', kind: 'closure', scope: 'nationwide', nameVi: '', source: '', evidence: 'verified' };
type Entry = typeof NOTHING;

/** Lịch làm việc: which days of a year count and by which paper; a correction first shows whose limits would be counted otherwise. */
export function CalendarPageView() {
  usePageTitle(say('Lịch làm việc', 'Working calendar'));
  const today = useToday();
  const { year = today.slice(0, 4) } = useSearch({ from: '/admin/calendar' });
  const navigate = useNavigate({ from: '/admin/calendar' });
  const calendar = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => get<CalendarYear>(`/api/calendar?year=${year}`),
  });
  return (
    <>
      <h1>{say('Lịch làm việc', 'Working calendar')}</h1>
      <div className="field row">
        <label htmlFor="year">{say('Năm', 'Year')}</label>
        <select id="year" value={year} onChange={(event) => void navigate({ search: { year: event.target.value } })}>
          {Array.from({ length: 5 }, (_none, place) => String(Number(today.slice(0, 4)) - 3 + place)).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      <Correction />
      {calendar.error && <ProblemAlert error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data && <Overrides year={calendar.data} />}
      {calendar.data && <Days year={calendar.data} />}
    </>
  );
}

function Days({ year }: { year: CalendarYear }) {
  const heads = {
    day: say('Ngày', 'Day'),
    what: say('Là ngày', 'What it is'),
    source: say('Văn bản', 'Paper'),
    mark: say('Mức kiểm chứng', 'Evidence'),
  };
  return (
    <section aria-labelledby="days-heading">
      <h2 id="days-heading">{say('Ngày khác ngày thường', 'Days that are not ordinary')}</h2>
      <div className="table-wrap">
        <table className="cards">
          <thead>
            <tr>
              {Object.values(heads).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {year.days.map(({ date, worked, nameVi, nameEn, source, evidence }) => (
              <tr key={date}>
                <td data-label={heads.day}>{formatWeekday(date)}</td>
                <td data-label={heads.what}>
                  {say(nameVi, nameEn)} · {worked ? say('làm việc', 'worked') : say('nghỉ', 'off')}
                </td>
                <td data-label={heads.source}>{source}</td>
                <td data-label={heads.mark}>{EVIDENCE_WORDS[evidence] ?? evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Overrides({ year }: { year: CalendarYear }) {
  const client = useQueryClient();
  const names = useNames();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const key = useRef(crypto.randomUUID());
  if (year.overrides.length === 0) return null;
  const withdraw = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await post(`/api/calendar/overrides/${chosen ?? ''}/withdrawals`, { reason }, { key: key.current });
      key.current = crypto.randomUUID();
      setChosen(undefined);
      setProblem(undefined);
      await client.invalidateQueries({ queryKey: ['calendar'] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="panel" aria-labelledby="overrides-heading">
      <h2 id="overrides-heading">{say('Điều chỉnh đã ghi', 'Corrections recorded')}</h2>
      <ul>
        {year.overrides.map(({ override, withdrawnAt }) => (
          <li key={override.id}>
            {formatDay(override.date)} · {KINDS[override.kind as keyof typeof KINDS]} · {override.nameVi} ·{' '}
            {override.scope === 'nationwide' ? say('cả nước', 'whole country') : names.area(override.scope)} ·{' '}
            {override.source} · {say('biết từ', 'known since')} {formatInstant(override.knownSince)}{' '}
            {withdrawnAt === undefined ? (
              <button className="link" aria-expanded={chosen === override.id} onClick={() => setChosen(override.id)}>
                {say('Rút lại', 'Withdraw')}
              </button>
            ) : (
              `· ${say('đã rút lại', 'withdrawn')} ${formatInstant(withdrawnAt)}`
            )}
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <form onSubmit={(event) => void withdraw(event)}>
          <TextField
            id="withdrawal-reason"
            words={say('Lý do rút lại', 'Why it is withdrawn')}
            value={reason}
            onChange={setReason}
          />
          <button>{say('Rút lại điều chỉnh', 'Withdraw the correction')}</button>
        </form>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
    </section>
  );
}

/** One day, entered with its paper; nothing is recorded before the administrator has seen whose limits it touches. */
function Correction() {
  const client = useQueryClient();
  const areas = useAreas();
  const [entry, setEntry] = useState<Entry>(NOTHING);
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<unknown>();
  const [recorded, setRecorded] = useState(false);
  const key = useRef(crypto.randomUUID());
  const change = (next: Partial<Entry>): void => {
    setEntry({ ...entry, ...next });
    setPreview(undefined);
    setRecorded(false);
  };
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      setPreview(await get<Preview>(`/api/calendar/preview?${new URLSearchParams(entry).toString()}`));
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    }
  };
  const record = async (): Promise<void> => {
    try {
      await post('/api/calendar/overrides', entry, { key: key.current });
      key.current = crypto.randomUUID();
      setEntry(NOTHING);
      setPreview(undefined);
      setProblem(undefined);
      setRecorded(true);
      await client.invalidateQueries({ queryKey: ['calendar'] });
    } catch (error) {
      setProblem(error);
    }
  };
  const choose = (field: 'kind' | 'scope' | 'evidence', words: string, values: Readonly<Record<string, string>>) => (
    <div className="field">
      <label htmlFor={`entry-${field}`}>{words}</label>
      <select id={`entry-${field}`} value={entry[field]} onChange={(event) => change({ [field]: event.target.value })}>
        {Object.entries(values).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  const scopes = Object.fromEntries([
    ['nationwide', say('Cả nước', 'Whole country')],
    ...(areas.data?.areas.map((area) => [area.code, areaWords(area)]) ?? []),
  ]) as Record<string, string>;
  return (
    <section className="panel" aria-labelledby="correction-heading">
      <h2 id="correction-heading">{say('Thêm ngày', 'Add a day')}</h2>
      {recorded && (
        <p className="recorded" role="status">
          {say('✓ Đã ghi nhận điều chỉnh.', '✓ The correction is recorded.')}
        </p>
      )}
      <form onSubmit={(event) => void look(event)}>
        <div className="fields">
          <div className="field">
            <label htmlFor="entry-date">{say('Ngày', 'Day')}</label>
            <input
              id="entry-date"
              type="date"
              required
              value={entry.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          </div>
          {choose('kind', say('Loại ngày', 'Kind of day'), KINDS)}
          {choose('scope', say('Nơi áp dụng', 'Where'), scopes)}
          {choose('evidence', say('Mức kiểm chứng', 'Evidence'), EVIDENCE_WORDS)}
          <TextField
            id="entry-name"
            words={say('Tên ngày', 'Name of the day')}
            value={entry.nameVi}
            onChange={(nameVi) => change({ nameVi })}
          />
          <TextField
            id="entry-source"
            words={say('Văn bản làm căn cứ', 'Paper on which it rests')}
            value={entry.source}
            onChange={(source) => change({ source })}
          />
        </div>
        <button>{say('Xem hồ sơ nào đổi hạn', 'See whose limits move')}</button>
      </form>
      {preview && (
        <div role="status">
          <p>
            {preview.moved.length === 0
              ? say('Không hồ sơ đang mở nào đổi hạn.', 'No open dossier’s limit would move.')
              : say(
                  `${preview.moved.length} hồ sơ đang mở sẽ tính ra hạn khác. Hạn đã ghi trên giấy hẹn không tự đổi.`,
                  `${preview.moved.length} open dossiers would be counted to another day. Limits already given do not move by themselves.`,
                )}
          </p>
          <ul>
            {preview.moved.map(({ dossierId, caseCode, before, after }) => (
              <li key={dossierId + before}>
                <Link to="/cases/$id" params={{ id: dossierId }}>
                  {caseCode}
                </Link>
                : {formatDay(before)} → {formatDay(after)}
              </li>
            ))}
          </ul>
          <button className="main" onClick={() => void record()}>
            {say('Ghi điều chỉnh lịch', 'Record the correction')}
          </button>
        </div>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
    </section>
  );
}
