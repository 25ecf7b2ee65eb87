import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client';
import type { DueDate } from '../api/types';
import { formatDay, formatWeekday } from './format';
import { say } from './language';
import { LawRef } from './law-ref';
import { useToday } from './session';

type DeadlineState = 'in-time' | 'due-soon' | 'late' | 'paused' | 'done';

const WORDS: Record<DeadlineState, readonly [icon: string, words: string]> = {
  'in-time': ['●', say('Còn hạn', 'In time')],
  'due-soon': ['◐', say('Đến hạn hôm nay', 'Due today')],
  late: ['▲', say('Quá hạn', 'Late')],
  paused: ['❚❚', say('Tạm dừng: chờ người nộp', 'Paused: with the applicant')],
  done: ['✓', say('Đã xong', 'Done')],
};

interface Limit {
  readonly dueOn?: string | undefined;
  readonly dueWhat?: 'decision' | 'correction' | undefined;
  readonly late: boolean;
  readonly closed: boolean;
}

/** The server says what is late; colour and icon only help the words. */
function deadlineState({ dueOn, dueWhat, late, closed }: Limit, today: string): DeadlineState {
  if (closed || dueOn === undefined) return 'done';
  if (dueWhat === 'correction') return 'paused';
  if (late) return 'late';
  return dueOn <= today ? 'due-soon' : 'in-time';
}

export function DeadlineTag({ limit }: { limit: Limit }) {
  const state = deadlineState(limit, useToday());
  const { dueOn } = limit;
  const [icon, words] = WORDS[state];
  return (
    <span className={`tag ${state === 'done' ? 'plain' : state}`}>
      <span aria-hidden="true">{icon} </span>
      {words}
      {dueOn && state !== 'done' ? ` · ${formatDay(dueOn)}` : ''}
    </span>
  );
}

interface DayExplained {
  readonly date: string;
  readonly treatment: 'event-day' | 'counted' | 'skipped' | 'extended-to';
  readonly number?: number;
  readonly nameVi: string;
  readonly countingRule: string;
}

interface Moved {
  readonly from: { readonly dueOn: string };
  readonly ground: string;
  readonly suspended?: { readonly from: string; readonly to: string };
}

/** Why the day is another one than before. */
function movedWords({ from, ground, suspended }: Moved): string {
  const before = formatDay(from.dueOn);
  if (suspended === undefined) return say(`Gia hạn từ ngày ${before}: ${ground}`, `Extended from ${before}: ${ground}`);
  const [first, last] = [formatDay(suspended.from), formatDay(suspended.to)];
  return say(
    `Hạn trước là ngày ${before}. Tạm dừng tính thời hạn từ ${first} đến hết ${last}: ${ground}`,
    `The limit was ${before}. Nothing ran from ${first} to the end of ${last}: ${ground}`,
  );
}

function dayWords({ treatment, number, nameVi }: DayExplained): string {
  if (treatment === 'event-day') return say('ngày sự kiện, không tính', 'day of the event, not counted');
  if (treatment === 'counted') return `${nameVi}, ${say('ngày', 'day')} ${number ?? ''}`;
  if (treatment === 'extended-to') return `${nameVi}, ${say('hạn dời đến ngày này', 'the limit moves to this day')}`;
  return `${nameVi}, ${say('không tính', 'not counted')}`;
}

/** Opens the day list: every weekend, holiday and swap day by name, with the article. */
export function DueDateExplanation({ caseId, due }: { caseId: string; due: DueDate }) {
  const [open, setOpen] = useState(false);
  const days = useQuery({
    queryKey: ['due', caseId, due.dueOn],
    queryFn: () => get<{ days: DayExplained[]; moved?: Moved }>(`/api/dossiers/${caseId}/due-date-explanation`),
    enabled: open,
  });
  return (
    <div>
      <button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(`Vì sao là ngày ${formatDay(due.dueOn)}?`, `Why ${formatDay(due.dueOn)}?`)}
      </button>
      {open && (
        <>
          {days.data?.moved && <p>{movedWords(days.data.moved)}</p>}
          <ol className="days">
            {days.data?.days.map((day) => (
              <li key={day.date}>
                {formatWeekday(day.date)}: {dayWords(day)}
              </li>
            ))}
          </ol>
          <p className="muted">
            <LawRef article={due.article} />
            {due.toConfirm &&
              ` · ${say('lịch làm việc của năm này cần xác nhận', 'this year’s calendar is to be confirmed')}`}
          </p>
        </>
      )}
    </div>
  );
}
