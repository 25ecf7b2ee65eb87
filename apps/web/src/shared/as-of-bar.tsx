import { useEffect, useState, type FormEvent } from 'react';
import type { Moment } from '../api/types';
import { readInstant, writeDay } from './day-text';
import { formatInstant } from './format';
import { say } from './language';

interface AsOfBarProps {
  /** `?asOf=` of the page's address. */
  readonly asOf: string | undefined;
  /** What the server made of it. */
  readonly moment: Moment | undefined;
  readonly onChange: (asOf: string | undefined) => void;
}

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** `22/11/2026 14:20:37` in Viet Nam, as the field is typed. */
function fieldValue(instant: string): string {
  const [day = '', time = ''] = local.format(new Date(instant)).split(' ');
  return `${writeDay(day)} ${time}`;
}

/** Looks back: the moment is typed or comes with the address; while somebody looks back, it is said on top of everything. */
export function AsOfBar({ asOf, moment, onChange }: AsOfBarProps) {
  const shown = moment === undefined ? '' : fieldValue(moment.instant);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setTyped(shown), [shown]);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    const instant = readInstant(typed);
    setWrong(instant === undefined);
    if (instant !== undefined) onChange(instant);
  };
  return (
    <section className={asOf === undefined ? 'as-of' : 'as-of back'} aria-label={say('Thời điểm xem', 'As of')}>
      <p role="status">
        {asOf !== undefined &&
          moment !== undefined &&
          say(
            `Bạn đang xem ở thời điểm ${formatInstant(moment.instant)} · theo ghi nhận · vị trí ${moment.position}`,
            `You are looking at ${formatInstant(moment.instant)} · as recorded · position ${moment.position}`,
          )}
      </p>
      <form className="row" onSubmit={look}>
        <label htmlFor="as-of">{say('Thời điểm xem', 'As of')}</label>
        <input
          id="as-of"
          value={typed}
          autoComplete="off"
          placeholder={say('ngày/tháng/năm giờ:phút', 'dd/mm/yyyy hh:mm')}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'as-of-wrong' : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button>{say('Xem lại', 'Look back')}</button>
        {asOf !== undefined && (
          <button type="button" onClick={() => onChange(undefined)}>
            {say('Về hiện tại', 'Back to now')}
          </button>
        )}
        {wrong && (
          <span className="wrong" id="as-of-wrong" role="alert">
            <span aria-hidden="true">▲ </span>
            {say('Gõ ngày và giờ, ví dụ 22/11/2026 14:20.', 'Type day and time, for example 22/11/2026 14:20.')}
          </span>
        )}
      </form>
    </section>
  );
}

/** The page's title says when it shows. */
export const titleAsOf = (title: string, moment: Moment | undefined): string =>
  moment === undefined ? title : `[${formatInstant(moment.instant)}] ${title}`;
