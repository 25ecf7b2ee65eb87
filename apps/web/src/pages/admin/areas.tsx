import '../work/work.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AreaList } from '../../api/types';
import { areaWords, useAreas } from '../../shared/area-name';
import { DataTable } from '../../shared/data-table';
import { DateField } from '../../shared/date-field';
import { formatDay, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { EVIDENCE_WORDS } from '../../words';

type Area = AreaList['areas'][number];

/** Days between which the tree changed: the last one of the districts, and the first one without them. */
const BEFORE_REFORM = '2025-06-30';
const REFORM = '2025-07-01';

const DISTRICTS = ['district', 'city', 'town'];

/** A code can stand for two areas, one after the other: what something was made of is named as before the reform, who carries on as after it. */
interface Names {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}
const namesOf = (list: AreaList | undefined): ReadonlyMap<string, string> =>
  new Map(list?.areas.map((area) => [area.code, areaWords(area)]));
const formerly = (names: Names, codes: readonly string[]): string =>
  codes.map((code) => names.before.get(code) ?? code).join(', ');

/** Đơn vị hành chính: the tree of areas as it stood on a day, what each was made of, and who carries its papers on. */
export function AreasPageView() {
  const title = say('Đơn vị hành chính', 'Administrative areas');
  usePageTitle(title);
  const today = useToday();
  const { on = today } = useSearch({ from: '/admin/areas' });
  const navigate = useNavigate({ from: '/admin/areas' });
  const areas = useAreas(on);
  const before = useAreas(BEFORE_REFORM);
  const after = useAreas(REFORM);
  const look = (day: string): void => void navigate({ search: { on: day === '' || day === today ? undefined : day } });
  const names: Names = { before: namesOf(before.data), after: namesOf(after.data) };
  const list = areas.data?.areas ?? [];
  const provinces = list.filter(({ parent }) => parent === undefined);
  return (
    <>
      <h1>{title}</h1>
      <div className="row filters">
        <DateField id="on" words={say('Xem ở ngày', 'As of day')} value={on} onChange={look} />
      </div>
      <ul className="tiles" aria-label={say('Cải cách ngày 01/07/2025', 'Reform of 01/07/2025')}>
        {[
          [BEFORE_REFORM, say('Trước ngày 01/07/2025', 'Before 01/07/2025'), before] as const,
          [REFORM, say('Từ ngày 01/07/2025', 'From 01/07/2025 on'), after] as const,
        ].map(([day, words, { data }]) => (
          <li key={day}>
            <button type="button" aria-pressed={on === day} onClick={() => look(day)}>
              <span>{words}</span>
              <span>
                {data === undefined
                  ? '…'
                  : say(
                      `${formatNumber(data.areas.filter(({ parent }) => parent === undefined).length)} tỉnh · ${formatNumber(data.areas.filter(({ kind }) => DISTRICTS.includes(kind)).length)} đơn vị cấp huyện · ${formatNumber(data.areas.filter((area) => isCommune(area)).length)} đơn vị cấp xã`,
                      `${formatNumber(data.areas.filter(({ parent }) => parent === undefined).length)} provinces · ${formatNumber(data.areas.filter(({ kind }) => DISTRICTS.includes(kind)).length)} districts · ${formatNumber(data.areas.filter((area) => isCommune(area)).length)} communes`,
                    )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {areas.error && <ProblemAlert error={areas.error} onRetry={() => void areas.refetch()} />}
      {areas.isPending && <Loading />}
      {areas.data && provinces.length === 0 && (
        <p>{say('Không có đơn vị nào vào ngày này.', 'There is no area on that day.')}</p>
      )}
      {provinces.map((province) => (
        <section key={province.code} aria-labelledby={`p${province.code}`}>
          <h2 id={`p${province.code}`}>
            {areaWords(province)} <span className="muted code">{province.code}</span>
          </h2>
          <Change area={province} names={names} />
          <Children list={list} parent={province} names={names} />
        </section>
      ))}
    </>
  );
}

const isCommune = ({ kind, parent }: Area): boolean => parent !== undefined && !DISTRICTS.includes(kind);

/** Areas below another: districts open onto their communes, communes are a table. */
function Children({ list, parent, names }: { list: readonly Area[]; parent: Area; names: Names }) {
  const below = list
    .filter((area) => area.parent === parent.code)
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'));
  const districts = below.filter(({ kind }) => DISTRICTS.includes(kind));
  const communes = below.filter((area) => isCommune(area));
  return (
    <>
      {districts.map((district) => (
        <details key={district.code} className="panel">
          <summary>
            {areaWords(district)} <span className="muted code">{district.code}</span>
          </summary>
          <Change area={district} names={names} />
          <Children list={list} parent={district} names={names} />
        </details>
      ))}
      {communes.length > 0 && (
        <DataTable
          name={`${say('Cấp xã', 'Communes')}, ${areaWords(parent)}`}
          rows={communes}
          keyOf={({ code }) => code}
          columns={[
            { words: say('Mã', 'Code'), cell: ({ code }) => <span className="code">{code}</span> },
            { words: say('Tên', 'Name'), cell: (area) => areaWords(area) },
            { words: say('Thời gian', 'Period'), cell: (area) => period(area) },
            {
              words: say('Hình thành từ', 'Made of'),
              cell: ({ mergedFrom }) => formerly(names, mergedFrom) || '–',
            },
            {
              words: say('Cơ quan tiếp nhận', 'Carried on by'),
              cell: ({ successor }) => (successor === undefined ? '–' : (names.after.get(successor) ?? successor)),
            },
            {
              words: say('Mức kiểm chứng', 'Evidence'),
              cell: ({ evidence }) => EVIDENCE_WORDS[evidence] ?? evidence,
            },
          ]}
        />
      )}
    </>
  );
}

const period = ({ validFrom, validTo }: Area): string =>
  [
    validFrom === undefined ? undefined : `${say('từ', 'from')} ${formatDay(validFrom)}`,
    validTo === undefined ? undefined : `${say('đến hết', 'until')} ${formatDay(validTo)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ') || say('Chưa ghi', 'Not on record');

/** What the reform did to an area. */
function Change({ area, names }: { area: Area; names: Names }) {
  const { mergedFrom, successor, evidence } = area;
  const parts = [
    period(area),
    ...(mergedFrom.length === 0 ? [] : [`${say('hình thành từ', 'made of')} ${formerly(names, mergedFrom)}`]),
    ...(successor === undefined || area.validTo === undefined
      ? []
      : [`${say('cơ quan tiếp nhận', 'carried on by')}: ${names.after.get(successor) ?? successor}`]),
    EVIDENCE_WORDS[evidence] ?? evidence,
  ];
  return <p className="muted">{parts.join(' · ')}</p>;
}
