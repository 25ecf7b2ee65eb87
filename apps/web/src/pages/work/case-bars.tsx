import { useEffect, useRef } from 'react';
import type { TimelineEntry } from '../../api/types';
import { formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { useOnlookers } from '../../shared/live';
import { usePeople } from '../../shared/people';
import { EVENT_WORDS } from '../../event-words';
import { ROLE_WORDS } from '../../words';

/** Who of the staff has the case open as well. */
export function Onlookers({ id }: { id: string }) {
  const others = useOnlookers(`dossiers.case-page:${id}`);
  return (
    <p className="muted" role="status">
      {others.length > 0 &&
        `${say('Cùng xem', 'Also looking')}: ${others.map(({ name, role }) => `${name} (${ROLE_WORDS[role] ?? role})`).join(', ')}`}
    </p>
  );
}

interface StaleBarProps {
  readonly news: TimelineEntry | undefined;
  /** The page shows an older state, because somebody writes. */
  readonly behind: boolean;
  readonly onTake: () => void;
}

/** Somebody recorded something while the page was open; what is being written stays. */
export function StaleBar({ news, behind, onTake }: StaleBarProps) {
  const people = usePeople();
  if (news === undefined) return null;
  const who =
    news.by.personId === undefined ? (ROLE_WORDS[news.by.role] ?? '') : people.name(news.by.personId, news.by.role);
  const what = EVENT_WORDS[news.type] ?? news.type;
  return (
    <div className="stale" role="status">
      <span>
        {say(
          `${who} vừa ghi «${what}» lúc ${formatInstant(news.occurredAt)}.`,
          `${who} has recorded “${what}” at ${formatInstant(news.occurredAt)}.`,
        )}
      </span>
      <a href="#timeline-heading">{say('Xem thay đổi', 'See the change')}</a>
      <button type="button" onClick={onTake}>
        {behind ? say('Tải bản mới', 'Take the new state') : say('Đã xem', 'Seen')}
      </button>
    </div>
  );
}

/** The step is recorded, whatever lists still show; takes the focus so that it is heard. */
export function Recorded({ words }: { words: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), [words]);
  return (
    <p className="recorded" role="status" tabIndex={-1} ref={ref}>
      <span aria-hidden="true">✓ </span>
      {say('Đã ghi nhận', 'Recorded')}: {words}.
    </p>
  );
}
