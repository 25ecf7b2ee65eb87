import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { ProcessorState } from '../../api/types';
import { DataTable } from '../../shared/data-table';
import { TextField } from '../../shared/fields';
import { formatNumber } from '../../shared/format';
import { inLanguage, say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useSending } from '../../shared/use-sending';

const STATES: Readonly<Record<string, string>> = inLanguage({
  live: ['✓ Đang chạy', '✓ Running'],
  'catching-up': ['◐ Đang đuổi kịp', '◐ Catching up'],
  rebuilding: ['◐ Đang dựng lại', '◐ Being rebuilt'],
  stopped: ['▲ Đã dừng', '▲ Stopped'],
});
const TAGS: Readonly<Record<string, string>> = { live: 'in-time', stopped: 'late' };

interface Ordered {
  readonly accepted?: boolean;
  readonly outcome?: string;
}

/** Every read model: how far it is behind the log, why it stopped, and what may be done about it. */
export function ReadModelTable({ projections }: { projections: readonly ProcessorState[] }) {
  const title = say('Mô hình đọc', 'Read models');
  return (
    <section aria-labelledby="read-models">
      <h2 id="read-models">{title}</h2>
      <p className="muted">
        {say(
          'Mô hình đọc dựng lại được từ sự kiện bất cứ lúc nào: bản mới dựng bên cạnh, xong mới thay.',
          'A read model can be built anew from the events at any time: the new one beside the old, which it then replaces.',
        )}
      </p>
      <DataTable
        name={title}
        rows={projections}
        keyOf={({ name, live }) => `${name} ${String(live)}`}
        columns={[
          {
            words: say('Tên', 'Name'),
            cell: ({ name, version, live }) => (
              <>
                {name} <span className="muted">v{version}</span>
                {!live && ` · ${say('đang dựng bên cạnh', 'being built beside')}`}
              </>
            ),
          },
          {
            words: say('Trạng thái', 'State'),
            cell: ({ state, progress }) => (
              <>
                <span className={`tag ${TAGS[state] ?? 'due-soon'}`}>{STATES[state] ?? state}</span>
                {progress !== undefined && state !== 'live' && (
                  <span className="muted">
                    {' '}
                    {formatNumber(progress.done)} · {formatNumber(Math.round(progress.rate))}/s
                    {progress.secondsLeft !== null &&
                      ` · ${say('còn', 'left')} ${formatNumber(Math.round(progress.secondsLeft))} s`}
                  </span>
                )}
              </>
            ),
          },
          {
            words: say('Vị trí / cuối sổ', 'Position / end'),
            numeric: true,
            cell: ({ position, end }) => `${position} / ${end}`,
          },
          { words: say('Đã gác', 'Set aside'), numeric: true, cell: ({ parked }) => formatNumber(parked) },
          {
            words: say('Lý do dừng', 'Why it stopped'),
            cell: ({ stoppedAt }) =>
              stoppedAt === undefined ? (
                '–'
              ) : (
                <span className="wrap">
                  {stoppedAt.eventType} @ {stoppedAt.position}, {stoppedAt.stream}: {stoppedAt.reason}
                </span>
              ),
          },
          { words: say('Việc', 'Actions'), actions: true, cell: (row) => <Orders row={row} /> },
        ]}
      />
    </section>
  );
}

/** Rebuild; where it stopped: try the event again, or set it aside with a reason that stays on record. */
function Orders({ row }: { row: ProcessorState }) {
  const id = useId();
  const client = useQueryClient();
  const opener = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const [parking, setParking] = useState(false);
  const [reason, setReason] = useState('');
  const { send, problem, busy } = useSending(() => client.invalidateQueries({ queryKey: ['system'] }));
  const order = async (kind: 'rebuild' | 'retry' | 'park'): Promise<boolean> => {
    const body = kind === 'park' ? { kind, reason } : { kind };
    const answer = await send<Ordered>(`/api/system/projections/${encodeURIComponent(row.name)}/orders`, body, kind);
    if (answer === undefined) return false;
    setSaid(
      answer.accepted === undefined
        ? say('Đã ghi lệnh; sẽ làm khi bộ chiếu chạy.', 'The order stays until a projector runs.')
        : answer.accepted
          ? `✓ ${say('Đã nhận lệnh', 'Taken')}: ${answer.outcome ?? ''}`
          : `▲ ${say('Không làm được', 'Not done')}: ${answer.outcome ?? ''}`,
    );
    return true;
  };
  const park = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await order('park'))) return;
    setParking(false);
    setReason('');
  };
  const label = (words: string): string => `${words}: ${row.name}`;
  const stopped = row.stoppedAt !== undefined;
  const words = {
    rebuild: say('Dựng lại', 'Rebuild'),
    retry: say('Thử lại', 'Retry'),
    park: say('Gác lại', 'Set aside'),
  };
  return (
    <>
      <span className="row">
        {stopped && (
          <>
            <button disabled={busy} aria-label={label(words.retry)} onClick={() => void order('retry')}>
              {words.retry}
            </button>
            <button
              ref={opener}
              disabled={busy}
              aria-expanded={parking}
              aria-label={label(words.park)}
              onClick={() => setParking(!parking)}
            >
              {words.park}
            </button>
          </>
        )}
        {row.live && (
          <button disabled={busy} aria-label={label(words.rebuild)} onClick={() => void order('rebuild')}>
            {words.rebuild}
          </button>
        )}
      </span>
      {parking && (
        <form
          onSubmit={(event) => void park(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setParking(false);
            opener.current?.focus();
          }}
        >
          <TextField
            id={`${id}-why`}
            words={say('Vì sao gác sự kiện này lại', 'Why this event is set aside')}
            hint={say('Lý do được lưu.', 'It stays on record.')}
            value={reason}
            onChange={setReason}
          />
          <button disabled={busy}>{say('Gác sự kiện lại', 'Set the event aside')}</button>
        </form>
      )}
      <span role="status">{said}</span>
      {problem !== undefined && <ProblemAlert error={problem} />}
    </>
  );
}
