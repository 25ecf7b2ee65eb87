import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '../../api/client';
import { SelectField, TextField } from '../../shared/fields';
import { formatInstant, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useSending } from '../../shared/use-sending';

interface ClockState {
  readonly now: string;
  readonly offsetMs: number;
  readonly allowed: boolean;
}
interface Advanced {
  readonly now: string;
  readonly forwarded: number;
  readonly unfinished: readonly string[];
}

const UNITS = [
  ['d', say('ngày', 'days')],
  ['h', say('giờ', 'hours')],
  ['m', say('phút', 'minutes')],
] as const;
const HOUR_MS = 3_600_000;

/** The province's clock in rehearsal: it goes forward only, and everything that falls due is done. */
export function RehearsalClock() {
  const client = useQueryClient();
  const [amount, setAmount] = useState('1');
  const [unit, setUnit] = useState<'d' | 'h' | 'm' | ''>('d');
  const [moved, setMoved] = useState<Advanced>();
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => get<ClockState>('/api/clock') });
  const { send, problem, busy } = useSending(() => client.invalidateQueries());
  const advance = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMoved(await send<Advanced>('/api/clock/advance', { by: `${amount.trim()}${unit}` }, ''));
  };
  if (!clock.data) return null;
  const { now, allowed, offsetMs } = clock.data;
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{say('Đồng hồ', 'Clock')}</h2>
      <p>
        {formatInstant(now)}
        {allowed
          ? ` · ${say(`chạy trước ${formatNumber(offsetMs / HOUR_MS)} giờ`, `${formatNumber(offsetMs / HOUR_MS)} hours ahead`)}`
          : ` · ${say('giờ của máy chủ, không dời được', 'the machine’s time; it cannot be moved')}`}
      </p>
      {allowed && (
        <form className="panel" onSubmit={(event) => void advance(event)}>
          <p>
            {say(
              'Tập dượt: dời đồng hồ của cả tỉnh tới trước; mọi việc đến hạn được làm ngay. Không dời lùi được.',
              'Rehearsal: moves the clock of the whole province forward; what falls due is done at once. It never goes back.',
            )}
          </p>
          <div className="row">
            <TextField
              id="amount"
              words={say('Dời tới trước', 'Forward by')}
              inputMode="numeric"
              value={amount}
              onChange={setAmount}
            />
            <SelectField id="unit" words={say('Đơn vị', 'Unit')} value={unit} options={UNITS} onChange={setUnit} />
          </div>
          {problem !== undefined && <ProblemAlert error={problem} />}
          <button disabled={busy}>{busy ? say('Đang dời…', 'Moving…') : say('Dời đồng hồ', 'Move the clock')}</button>
          <p role="status">
            {moved !== undefined &&
              say(
                `✓ Bây giờ là ${formatInstant(moved.now)}; ${formatNumber(moved.forwarded)} hồ sơ đã đi tiếp, ${formatNumber(moved.unfinished.length)} chưa xong.`,
                `✓ It is ${formatInstant(moved.now)} now; ${formatNumber(moved.forwarded)} cases moved, ${formatNumber(moved.unfinished.length)} are not through.`,
              )}
          </p>
        </form>
      )}
    </section>
  );
}
