import { FieldNotes, notesOf } from './field-notes';
import { say } from './language';

interface TextFieldProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'url' | undefined;
  /** Says that it may stay empty. */
  readonly optional?: boolean;
  /** Must be filled before the form is sent; unless it is optional, it must. */
  readonly required?: boolean;
  /** What the server says is wrong with it. */
  readonly wrong?: string | undefined;
}

/** One typed field: its label, hint and fault are read together with it. Nothing is re-formatted while somebody types. */
export function TextField(props: TextFieldProps) {
  const { id, words, value, onChange, hint, inputMode, optional = false, required = !optional, wrong } = props;
  return (
    <div className="field">
      <label htmlFor={id}>
        {words}
        {optional && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
      </label>
      <FieldNotes id={id} hint={hint} wrong={wrong} />
      <input
        id={id}
        inputMode={inputMode}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        required={required}
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={notesOf({ id, hint, wrong })}
      />
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly id: string;
  readonly words: string;
  readonly hint?: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value | '') => void;
  /** Words for choosing nothing: «Chọn…», «Tất cả»; without them something is always chosen. */
  readonly none?: string;
  readonly required?: boolean;
  readonly wrong?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One of several; the browser's own list, so that it works by keyboard and on a phone. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, words, hint, value, options, onChange, none, required, wrong, autoFocus } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      <FieldNotes id={id} hint={hint} wrong={wrong} />
      <select
        id={id}
        value={value}
        required={required}
        autoFocus={autoFocus}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={notesOf({ id, hint, wrong })}
        onChange={(event) => onChange(event.target.value as Value | '')}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FileFieldProps {
  readonly id: string;
  readonly words: string;
  readonly hint?: string;
  readonly onChoose: (file: File) => void;
  readonly wrong?: string | undefined;
  /** What the browser offers to choose from; PDF unless said. */
  readonly accept?: string;
}

/** One file; the server looks into it to see what it is. */
export function FileField({ id, words, hint, onChoose, wrong, accept = 'application/pdf' }: FileFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      <FieldNotes id={id} hint={hint} wrong={wrong} />
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={notesOf({ id, hint, wrong })}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onChoose(chosen);
        }}
      />
    </div>
  );
}
