import { useState, type FormEvent } from 'react';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import type { ApplicationView } from './types';
import { useApplicationStep } from './use-fund-step';

/** Withdrawal: what follows from it, a reason, one button that says what it does. */
export function WithdrawApplication({ application }: { application: ApplicationView }) {
  const [reason, setReason] = useState('');
  const step = useApplicationStep(application);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    step.mutate({ path: 'withdrawals', body: { reason } });
  };
  return (
    <details className="panel">
      <summary>{say('Rút hồ sơ vay', 'Withdraw the application')}</summary>
      <form onSubmit={submit}>
        {step.error && <ProblemAlert error={step.error} />}
        <p>
          {say(
            'Hồ sơ đã rút không mở lại được; muốn vay, bạn nộp hồ sơ mới.',
            'A withdrawn application is not opened again; to borrow you hand in a new one.',
          )}
        </p>
        <div className="field">
          <label htmlFor="withdrawal-reason">{say('Lý do rút', 'Reason')}</label>
          <textarea
            id="withdrawal-reason"
            rows={3}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <button className="grave" disabled={step.isPending}>
          {step.isPending ? say('Đang gửi…', 'Sending…') : say('Rút hồ sơ vay', 'Withdraw the application')}
        </button>
      </form>
    </details>
  );
}
