import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { get } from '../../api/client';
import { AsOfBar, titleAsOf } from '../../shared/as-of-bar';
import { formatInstant, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { ExportMenu } from './export-menu';
import { Differences, StateFields } from './state-fields';
import { TimelineEntry } from './timeline-entry';
import { TimelineFilters, type TimelineSearch } from './timeline-filters';
import type { Comparison, Subjects, Timeline } from './types';

const addressOf = (search: TimelineSearch): string =>
  new URLSearchParams(
    Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''),
  ).toString();

/** Diễn biến: everything that ever happened to an organisation, a case or by an account, at any moment; nothing here writes to it. */
export function TimelinePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { pathname, search } = useLocation() as { pathname: string; search: TimelineSearch };
  const subjects = pathname.split('/')[2] as Subjects;
  const navigate = useNavigate();
  const base = `/api/audit/${subjects}/${encodeURIComponent(id)}`;
  const [comparing, setComparing] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const page = useQuery({
    queryKey: ['audit', base, addressOf(search)],
    queryFn: () => get<Timeline>(`${base}/events?${addressOf(search)}`),
    placeholderData: keepPreviousData,
  });
  const content = useQuery({
    queryKey: ['content', base, search.asOf],
    queryFn: () => get<Comparison>(`${base}/comparison?${addressOf({ from: search.asOf })}`),
    placeholderData: keepPreviousData,
  });
  const title =
    page.data === undefined ? say('Diễn biến', 'Timeline') : `${say('Diễn biến', 'Timeline')}: ${page.data.title}`;
  usePageTitle(titleAsOf(title, page.data?.asOf));
  if (page.error && !page.data) return <ProblemAlert page error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading />;
  const change = (next: TimelineSearch): void =>
    void navigate({ to: '.', search: { ...search, before: undefined, ...next } as never });
  const pick = (position: string): void =>
    setPicked(picked.includes(position) ? picked.filter((one) => one !== position) : [...picked, position].slice(-2));
  return (
    <>
      <h1>{title}</h1>
      <AsOfBar asOf={search.asOf} moment={page.data.asOf} onChange={(asOf) => change({ asOf })} />
      {page.error && <ProblemAlert error={page.error} />}
      <p className="row">
        <BackLink subjects={subjects} id={id} asOf={search.asOf} />
        {search.asOf !== undefined && (
          <button aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
            {say('So sánh với hiện tại', 'Compare with now')}
          </button>
        )}
        <ExportMenu base={base} query={addressOf({ ...search, before: undefined })} />
      </p>
      {comparing && search.asOf !== undefined && content.data && (
        <Differences
          differences={content.data.differences}
          caption={say(
            `Thời điểm xem ${formatInstant(content.data.from?.instant ?? '')} và hiện tại`,
            `${formatInstant(content.data.from?.instant ?? '')} and now`,
          )}
        />
      )}
      <TimelineFilters search={search} facets={page.data.facets} onChange={change} />
      {picked.length === 2 && <Picked base={base} picked={picked} />}
      <div className="two">
        <Entries page={page.data} picked={picked} onPick={pick} onChange={change} />
        {content.data && (
          <section className="panel" aria-labelledby="state-heading">
            <h2 id="state-heading">
              {search.asOf === undefined
                ? say('Nội dung hiện tại', 'Content now')
                : say('Nội dung ở thời điểm xem', 'Content at that moment')}
            </h2>
            {isNothing(content.data.before) && (
              <p>{say('Chưa có gì ở thời điểm này.', 'Nothing yet at that moment.')}</p>
            )}
            <StateFields
              state={content.data.before}
              about={{ subjects, subjectId: id, persons: content.data.persons, asOf: search.asOf }}
            />
          </section>
        )}
      </div>
    </>
  );
}

const isNothing = (state: object): boolean =>
  Object.values(state).every((part) => typeof part === 'object' && Object.keys(part as object).length === 0);

function BackLink({ subjects, id, asOf }: { subjects: Subjects; id: string; asOf: string | undefined }) {
  if (subjects === 'people') return null;
  const words = subjects === 'cases' ? say('Trang hồ sơ', 'The dossier') : say('Trang tổ chức', 'The organisation');
  return (
    <Link to={subjects === 'cases' ? '/cases/$id' : '/register/$id'} params={{ id }} search={{ asOf }}>
      {words}
    </Link>
  );
}

interface EntriesProps {
  readonly page: Timeline;
  readonly picked: readonly string[];
  readonly onPick: (position: string) => void;
  readonly onChange: (change: TimelineSearch) => void;
}

function Entries({ page, picked, onPick, onChange }: EntriesProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (position: string): void =>
    setOpen(open.has(position) ? without(open, position) : new Set([...open, position]));
  /** ↑ and ↓ go from event to event, Escape closes the one that has the focus; Enter is the button's own. */
  const steer = (event: KeyboardEvent<HTMLElement>): void => {
    const position = (event.target as HTMLElement).dataset['entry'];
    if (position === undefined) return;
    if (event.key === 'Escape') setOpen(without(open, position));
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
    const place = entries.findIndex(({ dataset }) => dataset['entry'] === position);
    entries[place + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };
  return (
    <section aria-label={say('Sự kiện', 'Events')}>
      <p className="muted" role="status">
        {page.total === 0
          ? say('Không có sự kiện nào khớp.', 'No event fits.')
          : say(
              `${formatNumber(page.total)} sự kiện, mới nhất trước`,
              `${formatNumber(page.total)} events, newest first`,
            )}
      </p>
      <ol className="timeline" reversed onKeyDown={steer}>
        {page.items.map((entry) => (
          <TimelineEntry
            key={entry.position}
            entry={entry}
            open={open.has(entry.position)}
            picked={picked.includes(entry.position)}
            onToggle={() => toggle(entry.position)}
            onPick={() => onPick(entry.position)}
            onArticle={(article) => onChange({ article })}
          />
        ))}
      </ol>
      {page.next !== undefined && (
        <button onClick={() => onChange({ before: page.next })}>{say('Sự kiện cũ hơn', 'Older events')}</button>
      )}
    </section>
  );
}

const without = (set: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...set].filter((other) => other !== one));

/** What differs between the states after two events. */
function Picked({ base, picked }: { base: string; picked: readonly string[] }) {
  const [from = '', to = ''] = [...picked].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const comparison = useQuery({
    queryKey: ['comparison', base, from, to],
    queryFn: () => get<Comparison>(`${base}/comparison?from=${from}&to=${to}`),
  });
  if (comparison.error) return <ProblemAlert error={comparison.error} />;
  if (!comparison.data) return <Loading />;
  return (
    <Differences
      differences={comparison.data.differences}
      caption={say(
        `Sau sự kiện ở vị trí ${from} và sau sự kiện ở vị trí ${to}`,
        `After position ${from} and after position ${to}`,
      )}
    />
  );
}
