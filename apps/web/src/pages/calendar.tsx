import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, post } from '../api/client';
import { useNames } from '../shared/area-name';
import { TextField } from '../shared/fields';
import { formatDay, formatInstant, formatWeekday } from '../shared/format';
import { say } from '../shared/language';
import { ProblemAlert } from '../shared/problem-alert';
import { useToday } from '../shared/session';
import { usePageTitle } from '../shared/use-page-title';
import { EVIDENCE_WORDS } from '../words';
import { CalendarCorrection, DAY_KINDS } from './calendar-correction';

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
      <CalendarCorrection />
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
            {formatDay(override.date)} · {DAY_KINDS[override.kind as keyof typeof DAY_KINDS]} · {override.nameVi} ·{' '}
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
