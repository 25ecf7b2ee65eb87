import { useEffect, useRef, useState } from 'react';
import { type DayFault, readDay, writeDay } from './day-text';
import { WrongNote } from './field-notes';
import { inLanguage, say } from './language';

const FAULTS: Readonly<Record<DayFault, string>> = inLanguage({
  shape: ['Gõ ngày/tháng/năm, ví dụ 22/11/2026.', 'Type day/month/year, for example 22/11/2026.'],
  year: ['Gõ đủ bốn chữ số của năm, ví dụ 22/11/2026.', 'Type all four digits of the year, for example 22/11/2026.'],
  none: ['Không có ngày này trong lịch.', 'There is no such day.'],
});

interface DateFieldProps {
  readonly id: string;
  readonly words: string;
  /** `YYYY-MM-DD`, or nothing. */
  readonly value: string;
  /** The day as soon as what is typed is one; `''` as long as it is none. */
  readonly onChange: (day: string) => void;
  readonly hint?: string;
  /** Says that it may stay empty. */
  readonly optional?: boolean;
  /** Must be filled before the form is sent. */
  readonly required?: boolean;
  /** What the server says is wrong with it. */
  readonly wrong?: string | undefined;
}

/** One day, typed as dd/MM/yyyy whatever the browser thinks of it; written out in full on leaving, never while somebody types. */
export function DateField(props: DateFieldProps) {
  const { id, words, value, onChange, hint, optional = false, required = false, wrong } = props;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => writeDay(value));
  const [left, setLeft] = useState(false);
  const reading = readDay(text);
  const read = 'day' in reading ? reading.day : '';
  const fault = text.trim() === '' || !('fault' in reading) ? undefined : FAULTS[reading.fault];
  // The form was emptied or filled by something else than this field.
  useEffect(() => {
    if (value !== read) setText(writeDay(value));
  }, [value]);
  useEffect(() => field.current?.setCustomValidity(fault ?? ''), [fault]);
  const said = wrong ?? (left ? fault : undefined);
  return (
    <div className="field">
      <label htmlFor={id}>
        {words}
        {optional && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
      </label>
      <span className={hint ? 'hint' : 'unseen'} id={`${id}-hint`}>
        {hint ?? say('Ngày/tháng/năm', 'Day/month/year')}
      </span>
      <WrongNote id={id} wrong={said} />
      <input
        ref={field}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        placeholder={say('ngày/tháng/năm', 'dd/mm/yyyy')}
        value={text}
        required={required}
        aria-invalid={said ? true : undefined}
        aria-describedby={`${id}-hint${said ? ` ${id}-wrong` : ''}`}
        onChange={(event) => {
          const typed = event.target.value;
          const next = readDay(typed);
          setText(typed);
          setLeft(false);
          onChange('day' in next ? next.day : '');
        }}
        onBlur={() => {
          setLeft(true);
          if (read !== '') setText(writeDay(read));
        }}
      />
    </div>
  );
}
