import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { get, post, upload } from '../../api/client';
import type { StoredDocument } from '../../api/types';
import { areaWords, useAreas, useNames } from '../../shared/area-name';
import { DateField } from '../../shared/date-field';
import { FileField, SelectField, TextField } from '../../shared/fields';
import { formatDay, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { usePeople, useStaff } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay, useSession } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';

interface Suspension {
  readonly id: string;
  readonly areaCode: string;
  readonly from: string;
  readonly to: string;
  readonly ground: string;
  readonly decidedBy: string;
  readonly dossiers: number;
  readonly completed: boolean;
  readonly mayMoveEnd: boolean;
}

const PATH = '/api/deadline-suspensions';
const KEY = ['deadline-suspensions'];
const REREAD_MS = 5_000;

/** Limits that do not run for some days: one decision over many cases. */
export function SuspensionsPageView() {
  usePageTitle(say('Tạm dừng tính thời hạn', 'Suspended limits'));
  const may = useMay();
  const [moving, setMoving] = useState<Suspension>();
  const list = useQuery({
    queryKey: KEY,
    queryFn: () => get<{ suspensions: readonly Suspension[] }>(PATH),
    // The decision falls on its cases by itself, soon and not at once.
    refetchInterval: REREAD_MS,
  });
  return (
    <>
      <h1>{say('Tạm dừng tính thời hạn do thiên tai, sự kiện bất khả kháng', 'Limits suspended by disaster')}</h1>
      <p>
        {say(
          'Một quyết định áp dụng cho mọi hồ sơ đang mở của địa bàn. Hết thời gian tạm dừng, số ngày còn lại của mỗi hồ sơ được tính tiếp.',
          'One decision holds for every open dossier of the area. Afterwards what was left of each limit runs on.',
        )}
      </p>
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Decided suspensions={list.data.suspensions} onMove={setMoving} />}
      {may('deadlines.suspend') && (
        <Decision key={moving?.id ?? ''} moving={moving} onDone={() => setMoving(undefined)} />
      )}
    </>
  );
}

function Decided(props: { suspensions: readonly Suspension[]; onMove: (one: Suspension) => void }) {
  const names = useNames();
  const people = usePeople();
  if (props.suspensions.length === 0)
    return <p className="empty">{say('Chưa có quyết định tạm dừng nào.', 'No suspension was decided.')}</p>;
  return (
    <div className="table-wrap">
      <table className="cards dense">
        <thead>
          <tr>
            <th scope="col">{say('Địa bàn', 'Area')}</th>
            <th scope="col">{say('Từ ngày – đến hết ngày', 'From – to the end of')}</th>
            <th scope="col">{say('Căn cứ', 'Ground')}</th>
            <th scope="col">{say('Người quyết định', 'Decided by')}</th>
            <th scope="col" className="numeric">
              {say('Số hồ sơ', 'Dossiers')}
            </th>
            <th scope="col">{say('Tình trạng', 'State')}</th>
          </tr>
        </thead>
        <tbody>
          {props.suspensions.map((one) => (
            <tr key={one.id}>
              <td data-label={say('Địa bàn', 'Area')}>{names.area(one.areaCode)}</td>
              <td data-label={say('Thời gian', 'Days')}>
                {formatDay(one.from)} – {formatDay(one.to)}
              </td>
              <td data-label={say('Căn cứ', 'Ground')}>{one.ground}</td>
              <td data-label={say('Người quyết định', 'Decided by')}>{people.name(one.decidedBy, 'head')}</td>
              <td data-label={say('Số hồ sơ', 'Dossiers')} className="numeric">
                {formatNumber(one.dossiers)}
              </td>
              <td data-label={say('Tình trạng', 'State')}>
                {one.completed ? say('Đã hết', 'Over') : say('Có hiệu lực', 'In force')}
                {one.mayMoveEnd && (
                  <>
                    {' '}
                    <button
                      type="button"
                      aria-label={say(
                        `Đổi ngày kết thúc: ${names.area(one.areaCode)}, từ ${formatDay(one.from)}`,
                        `Move the end: ${names.area(one.areaCode)}, from ${formatDay(one.from)}`,
                      )}
                      onClick={() => props.onMove(one)}
                    >
                      {say('Đổi ngày kết thúc', 'Move the end')}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Areas for which the person may decide: the commune of an office that he heads, a province with its communes for its supervisor. */
function useOwnAreas(): readonly (readonly [code: string, words: string])[] {
  const areas = useAreas();
  const staff = useStaff();
  const session = useSession();
  const own = (staff.find(({ personId }) => personId === session.data?.personId)?.roles ?? [])
    .filter(({ role }) => role === 'head' || role === 'supervisor')
    .map(({ officeId }) => officeId.replace('office-', ''));
  return (areas.data?.areas ?? [])
    .filter(({ code, parent }) => own.includes(code) || (parent !== undefined && own.includes(parent)))
    .map((area) => [area.code, areaWords(area)]);
}

function Decision({ moving, onDone }: { moving: Suspension | undefined; onDone: () => void }) {
  const client = useQueryClient();
  const areas = useOwnAreas();
  const [entry, setEntry] = useState({ areaCode: '', from: '', to: moving?.to ?? '', ground: '', paper: '' });
  const [problem, setProblem] = useState<unknown>();
  const [recorded, setRecorded] = useState(false);
  const key = useRef(crypto.randomUUID());
  const change = (next: Partial<typeof entry>): void => {
    setEntry({ ...entry, ...next });
    setRecorded(false);
    key.current = crypto.randomUUID();
  };
  const put = async (file: File): Promise<void> => {
    try {
      const { sha256 } = await upload<StoredDocument>('/api/documents', file, crypto.randomUUID());
      change({ paper: sha256 });
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    }
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { areaCode, from, to, ground, paper } = entry;
    try {
      if (moving) await post(`${PATH}/${moving.id}/end-moves`, { to, ground, paper }, { key: key.current });
      else await post(PATH, { areaCode, from, to, ground, paper }, { key: key.current });
      await client.invalidateQueries({ queryKey: KEY });
      setProblem(undefined);
      setEntry({ areaCode: '', from: '', to: '', ground: '', paper: '' });
      key.current = crypto.randomUUID();
      setRecorded(true);
      if (moving) onDone();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="panel" aria-labelledby="decision">
      <h2 id="decision">
        {moving
          ? say('Kết thúc sớm hoặc kéo dài', 'End it earlier, or prolong it')
          : say('Quyết định tạm dừng', 'Decide a suspension')}
      </h2>
      {recorded && (
        <p className="recorded" role="status">
          {say('✓ Đã ghi nhận. Hồ sơ của địa bàn được tính lại hạn.', '✓ Recorded. Limits are being counted anew.')}
        </p>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
      <form onSubmit={(event) => void send(event)}>
        <div className="fields">
          {!moving && (
            <>
              <SelectField
                required
                none={say('Chọn…', 'Choose…')}
                id="areaCode"
                words={say('Địa bàn', 'Area')}
                value={entry.areaCode}
                options={areas}
                onChange={(areaCode) => change({ areaCode })}
              />
              <DateField
                required
                id="from"
                words={say('Ngày đầu tạm dừng', 'First day')}
                value={entry.from}
                onChange={(from) => change({ from })}
              />
            </>
          )}
          <DateField
            required
            id="to"
            words={say('Ngày cuối tạm dừng', 'Last day')}
            value={entry.to}
            onChange={(to) => change({ to })}
          />
          <TextField
            id="ground"
            words={say('Căn cứ', 'Ground')}
            value={entry.ground}
            onChange={(ground) => change({ ground })}
          />
          <FileField
            id="paper"
            words={say('Văn bản quyết định (PDF)', 'The decision (PDF)')}
            onChoose={(file) => void put(file)}
          />
        </div>
        <button className="main" disabled={entry.paper === ''}>
          {moving
            ? say('Ghi ngày kết thúc mới', 'Record the new end')
            : say('Tạm dừng tính thời hạn', 'Suspend limits')}
        </button>
        {moving && (
          <button type="button" onClick={onDone}>
            {say('Thôi', 'Leave')}
          </button>
        )}
      </form>
    </section>
  );
}
