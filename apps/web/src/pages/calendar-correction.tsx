import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { get, post } from '../api/client';
import { areaWords, useAreas } from '../shared/area-name';
import { DateField } from '../shared/date-field';
import { SelectField, TextField } from '../shared/fields';
import { formatDay } from '../shared/format';
import { inLanguage, say } from '../shared/language';
import { ProblemAlert } from '../shared/problem-alert';
import { EVIDENCE_WORDS } from '../words';

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

/** Kinds of days by the calendar's codes. */
export const DAY_KINDS = inLanguage({
  closure: ['Đóng cửa (bão, lụt, sự cố)', 'Closed (storm, flood, failure)'],
  holiday: ['Nghỉ lễ', 'Holiday'],
  day_off_in_lieu: ['Nghỉ bù', 'Day off in lieu'],
  swap_day_off: ['Nghỉ hoán đổi', 'Swap day off'],
  working_swap: ['Làm bù', 'Worked in its place'],
  ordinary: ['Ngày thường', 'Ordinary day'],
});
const NOTHING = { date: '', kind: 'closure', scope: 'nationwide', nameVi: '', source: '', evidence: 'verified' };
type Entry = typeof NOTHING;

/** One day, entered with its paper; nothing is recorded before the administrator has seen whose limits it touches. */
export function CalendarCorrection() {
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
    // Another entry is another press: an answer lost on the way must not stand for it.
    key.current = crypto.randomUUID();
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
    <SelectField
      id={`entry-${field}`}
      words={words}
      value={entry[field]}
      options={Object.entries(values)}
      onChange={(value) => change({ [field]: value })}
    />
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
          <DateField
            id="entry-date"
            words={say('Ngày', 'Day')}
            required
            value={entry.date}
            onChange={(date) => change({ date })}
          />
          {choose('kind', say('Loại ngày', 'Kind of day'), DAY_KINDS)}
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
