import type { FormEvent, ReactNode } from 'react';
import { say } from '../../../shared/language';
import { ProblemAlert, type FieldPlace } from '../../../shared/problem-alert';
import type { ApplicationView } from '../types';
import { useApplicationStep } from '../use-fund-step';

interface StepFormProps {
  readonly application: ApplicationView;
  /** Says what the step is. */
  readonly title: string;
  /** Says what the button does. */
  readonly button: string;
  readonly path: string;
  readonly body: () => unknown;
  /** Closed until somebody wants it. */
  readonly folded?: boolean;
  readonly grave?: boolean;
  readonly fieldOf?: (pointer: string) => FieldPlace | undefined;
  readonly children?: ReactNode;
}

/** One step that the server allows this person now, with what it needs and one button that says what it does. */
export function StepForm({
  application,
  title,
  button,
  path,
  body,
  folded = false,
  grave = false,
  fieldOf,
  children,
}: StepFormProps) {
  const step = useApplicationStep(application);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    step.mutate({ path, body: body() });
  };
  const form = (
    <form onSubmit={submit} aria-label={title}>
      {step.error && <ProblemAlert error={step.error} {...(fieldOf ? { fieldOf } : {})} />}
      {children}
      <p>
        <button className={grave ? 'grave' : 'main'} disabled={step.isPending}>
          {step.isPending ? say('Đang gửi…', 'Sending…') : button}
        </button>
      </p>
    </form>
  );
  return folded ? (
    <details className="panel">
      <summary>{title}</summary>
      {form}
    </details>
  ) : (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {form}
    </section>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly optional?: boolean;
  readonly onChange: (value: string) => void;
}

export function ReasonField({ id, words, value, optional = false, onChange }: ReasonProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {words}
        {optional && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
      </label>
      <textarea
        id={id}
        rows={3}
        required={!optional}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
