interface DayProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly min?: string;
  readonly onChange: (day: string) => void;
}

/** One day. */
export function DayField({ id, words, value, min, onChange }: DayProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      <input id={id} type="date" required min={min} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

interface SelectProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

/** One of few. */
export function SelectField({ id, words, value, options, onChange }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      <select id={id} required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
