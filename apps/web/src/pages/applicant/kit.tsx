import { useState, type ReactNode } from 'react';
import { WrongNote } from '../../shared/field-notes';
import { SelectField, TextField } from '../../shared/fields';
import { dongInWords } from '../../shared/dong-words';
import { language, say } from '../../shared/language';
import { amount, amountText } from '../amount';
import { basisPoints, rateText } from '../rate';

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: string;
  readonly value: Value | undefined;
  readonly options: readonly (readonly [value: Value, words: ReactNode])[];
  readonly onChange: (value: Value) => void;
  readonly wrong?: string | undefined;
}

/** One question with few answers: all of them to be seen. */
export function Choice<Value extends string>({
  id,
  legend,
  hint,
  value,
  options,
  onChange,
  wrong,
}: ChoiceProps<Value>) {
  return (
    <fieldset className="field" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{legend}</legend>
      {hint && <span className="hint">{hint}</span>}
      <WrongNote id={id} wrong={wrong} />
      {options.map(([option, words], index) => (
        <label className="choice" key={option}>
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : undefined}
            checked={value === option}
            onChange={() => onChange(option)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
  readonly wrong?: string | undefined;
}

/** One of several; nothing is chosen for the applicant. */
export const Select = (props: SelectProps) => <SelectField none={say('Chọn…', 'Choose…')} {...props} />;

interface MoneyProps {
  readonly id: string;
  readonly words: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: string | undefined;
}

/** Đồng, typed freely: «64 triệu», «64.000.000»; said again in words, dots set on leaving. */
export function MoneyField({ id, words, hint, value, onChange, wrong }: MoneyProps) {
  const dong = amount(value);
  return (
    <div
      onBlur={() => {
        if (!Number.isNaN(dong) && amountText(dong) !== value) onChange(amountText(dong));
      }}
    >
      <TextField
        id={id}
        words={`${words} (${say('đồng', 'đồng')})`}
        hint={hint ?? say('Ví dụ 64.000.000 hoặc 64 triệu', 'For example 64.000.000 or 64 triệu')}
        value={value}
        onChange={onChange}
        wrong={wrong}
        required={false}
      />
      {!Number.isNaN(dong) && language === 'vi' && <p className="echo muted">{dongInWords(dong)}</p>}
    </div>
  );
}

/** Per cent a year, typed with a comma: «5,13»; the comma is set on leaving. */
export function RateField({ id, words, hint, value, onChange, wrong }: MoneyProps) {
  const rate = basisPoints(value);
  return (
    <div
      onBlur={() => {
        if (!Number.isNaN(rate) && rateText(rate) !== value) onChange(rateText(rate));
      }}
    >
      <TextField
        id={id}
        words={`${words} (${say('% một năm', '% a year')})`}
        hint={hint ?? say('Ví dụ 5,13', 'For example 5,13')}
        value={value}
        onChange={onChange}
        wrong={wrong}
        required={false}
      />
    </div>
  );
}

interface DayProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** `17/5/1980`, as far as it was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong?: string | undefined;
}

/** A day in three fields: ngày, tháng, năm. */
export function DayField({ id, legend, hint, optional = false, value, onChange, wrong }: DayProps) {
  const [typed, setTyped] = useState<readonly string[]>(() => partsOf(value));
  const parts = partsOf(value).join() === typed.join() || typed.join('') !== '' ? typed : partsOf(value);
  const set = (place: number, text: string): void => {
    const next = [0, 1, 2].map((at) => (at === place ? text : (parts[at] ?? '')));
    setTyped(next);
    onChange(next.every((part) => part === '') ? '' : next.join('/'));
  };
  const words = [say('Ngày', 'Day'), say('Tháng', 'Month'), say('Năm', 'Year')];
  return (
    <fieldset className="field day" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>
        {legend}
        {optional && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
      </legend>
      {hint && <span className="hint">{hint}</span>}
      <WrongNote id={id} wrong={wrong} />
      <div className="parts">
        {words.map((word, place) => (
          <label key={word}>
            {word}
            <input
              id={place === 0 ? id : undefined}
              inputMode="numeric"
              autoComplete="off"
              value={parts[place] ?? ''}
              aria-invalid={wrong ? true : undefined}
              onChange={(event) => set(place, event.target.value)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** `1980-05-17` or `17/5/1980` → its three parts. */
function partsOf(value: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year !== undefined) return [day ?? '', month ?? '', year];
  return value === '' ? ['', '', ''] : value.split('/');
}
