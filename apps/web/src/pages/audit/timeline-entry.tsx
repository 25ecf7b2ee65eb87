import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { formatDay, formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { EVENT_WORDS } from '../../event-words';
import { DOCUMENT_WORDS, ROLE_WORDS } from '../../words';
import { LawMark } from './law-mark';
import { Differences } from './state-fields';
import type { AuditEntry, Comparison, Subjects } from './types';

/** Categories whose states can be folded, and under which address. */
const FOLDABLE: Readonly<Record<string, Subjects>> = {
  organisation: 'organisations',
  dossier: 'cases',
  user: 'people',
};

interface TimelineEntryProps {
  readonly entry: AuditEntry;
  readonly open: boolean;
  readonly picked: boolean;
  readonly onToggle: () => void;
  readonly onPick: () => void;
  readonly onArticle: (article: string) => void;
}

/** One fact: what, who, in which role, recorded and effective, under which article, with which document; opened: what it changed. */
export function TimelineEntry({ entry, open, picked, onToggle, onPick, onArticle }: TimelineEntryProps) {
  const names = useNames();
  const people = usePeople();
  const { by } = entry;
  const words = EVENT_WORDS[entry.type] ?? entry.type;
  return (
    <li id={`event-${entry.position}`}>
      <button className="link entry" aria-expanded={open} data-entry={entry.position} onClick={onToggle}>
        <strong>{words}</strong>
      </button>
      <div>
        {ROLE_WORDS[by.role] ?? by.role}
        {by.officeId ? `, ${names.office(by.officeId)}` : ''}
        {by.role !== 'system' && (
          <>
            {' '}
            · {people.name(by.personId, by.role)} (
            <Link to="/audit/people/$id" params={{ id: by.personId }} search={{}}>
              {by.personId}
            </Link>
            )
          </>
        )}
        {by.onBehalfOf ? say(` thay ${by.onBehalfOf}`, ` for ${by.onBehalfOf}`) : ''}
      </div>
      <div className="muted">
        {say('Ghi nhận', 'Recorded')} {formatInstant(entry.occurredAt)} · {say('Có hiệu lực', 'Effective')}{' '}
        {entry.effectiveOn ? formatDay(entry.effectiveOn) : say('cùng lúc', 'at once')} · {say('vị trí', 'position')}{' '}
        <span className="numeric">{entry.position}</span>
      </div>
      {entry.articles.length > 0 && (
        <ul className="plain">
          {entry.articles.map(({ article, evidence }) => (
            <li key={article}>
              <LawMark article={article} evidence={evidence} onFilter={() => onArticle(article)} />
            </li>
          ))}
        </ul>
      )}
      {entry.documents.length > 0 && (
        <ul className="plain">
          {entry.documents.map(({ kind, fileName, sha256 }) => (
            <li key={sha256 + kind}>
              <a href={`/api/documents/${sha256}`}>{DOCUMENT_WORDS[kind] ?? fileName ?? kind}</a>{' '}
              <span className="code hash">SHA-256 {sha256}</span>
            </li>
          ))}
        </ul>
      )}
      {open && <Opened entry={entry} picked={picked} onPick={onPick} />}
    </li>
  );
}

function Opened({ entry, picked, onPick }: Pick<TimelineEntryProps, 'entry' | 'picked' | 'onPick'>) {
  const subjects = FOLDABLE[entry.category];
  const before = (BigInt(entry.position) - 1n).toString();
  const change = useQuery({
    queryKey: ['change', entry.position, entry.subjectId],
    queryFn: () =>
      get<Comparison>(
        `/api/audit/${subjects ?? ''}/${encodeURIComponent(entry.subjectId)}/comparison?from=${before}&to=${entry.position}`,
      ),
    enabled: subjects !== undefined,
    staleTime: Infinity,
  });
  return (
    <div className="opened">
      {change.error && <ProblemAlert error={change.error} />}
      {change.data && (
        <Differences
          differences={change.data.differences}
          caption={say('Trạng thái trước và sau sự kiện này', 'State before and after this event')}
        />
      )}
      <p className="row">
        <button aria-pressed={picked} onClick={onPick}>
          {picked ? say('Bỏ chọn', 'Do not compare') : say('Chọn để so sánh', 'Pick to compare')}
        </button>
        <a href={`#event-${entry.position}`}>{say('Liên kết tới sự kiện này', 'Link to this event')}</a>
      </p>
      <details>
        <summary>{say('Sự kiện gốc', 'The event itself')}</summary>
        <pre tabIndex={0} aria-label={`${entry.type} ${entry.position}`}>
          {JSON.stringify(
            {
              type: entry.type,
              id: entry.id,
              stream: `${entry.category}-${entry.subjectId}`,
              revision: entry.revision,
              position: entry.position,
              recordedAt: entry.recordedAt,
              commandId: entry.commandId,
              correlationId: entry.correlationId,
              data: entry.data,
            },
            null,
            2,
          )}
        </pre>
      </details>
    </div>
  );
}
