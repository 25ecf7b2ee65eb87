import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { TimelineEntry } from '../api/types';
import { EVENT_WORDS } from '../event-words';
import { ROLE_WORDS } from '../words';
import { useNames } from './area-name';
import { formatDay, formatInstant } from './format';
import { say } from './language';
import { LawRef } from './law-ref';
import { usePeople } from './people';
import { Loading } from './loading';
import { ProblemAlert } from './problem-alert';

/** Who did what, in which role, when recorded, when effective, under which article; newest first, the event itself on demand. */
export function EventTimeline({ path, revision }: { path: string; revision: number }) {
  const names = useNames();
  const people = usePeople();
  const events = useQuery({
    queryKey: ['events', path, revision],
    queryFn: () => get<readonly TimelineEntry[]>(path),
    placeholderData: (before) => before,
  });
  if (events.error) return <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />;
  if (!events.data) return <Loading />;
  return (
    <ol className="timeline" reversed>
      {[...events.data].reverse().map((entry) => (
        <li key={entry.revision} id={`event-${entry.revision}`}>
          <strong>{EVENT_WORDS[entry.type] ?? entry.type}</strong>
          <br />
          {ROLE_WORDS[entry.by.role] ?? entry.by.role}
          {entry.by.officeId ? `, ${names.office(entry.by.officeId)}` : ''}
          {entry.by.personId && people.known(entry.by.personId) ? ` · ${people.known(entry.by.personId) ?? ''}` : ''}
          {entry.by.onBehalfOf ? say(' thay ', ' for ') + people.name(entry.by.onBehalfOf) : ''}
          <br />
          <span className="muted">
            {say('Ghi nhận', 'Recorded')} {formatInstant(entry.occurredAt)}
            {entry.effectiveOn ? ` · ${say('Có hiệu lực', 'Effective')} ${formatDay(entry.effectiveOn)}` : ''}
            {entry.legalBasis.length > 0 && ' · '}
            {entry.legalBasis.length > 0 && <LawRef article={entry.legalBasis.join('; ')} />}
          </span>
          <details>
            <summary>{say('Sự kiện gốc', 'The event itself')}</summary>
            <pre
              tabIndex={0}
              aria-label={say(`Sự kiện ${entry.revision}, ${entry.type}`, `Event ${entry.revision}, ${entry.type}`)}
            >
              {JSON.stringify(
                { revision: entry.revision, position: entry.position, type: entry.type, data: entry.data },
                null,
                2,
              )}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
