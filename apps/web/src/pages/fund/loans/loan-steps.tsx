import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Problem, get, post, type StepAnswer } from '../../../api/client';
import { LOAN_STEP_WORDS } from '../../../fund-words';
import { TextField } from '../../../shared/fields';
import { formatDay, formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { usePeople } from '../../../shared/people';
import { ProblemAlert } from '../../../shared/problem-alert';
import { useToday } from '../../../shared/session';
import { DayField, MoneyField } from '../../applicant/kit';
import { amount } from '../../amount';
import { isoDay, typedDay } from '../../day';
import type { LoanPage } from './loan-types';

interface LoanStepFormProps {
  readonly loan: LoanPage;
  readonly title: string;
  readonly button: string;
  readonly path: string;
  readonly body: () => unknown;
  readonly children?: ReactNode;
}

function LoanStepForm({ loan, title, button, path, body, children }: LoanStepFormProps) {
  const client = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const step = useMutation({
    mutationFn: () =>
      post<StepAnswer>(`/api/support-fund/loans/${loan.id}/${path}`, body(), { key, revision: loan.revision }),
    onSuccess: async ({ position }) => {
      setKey(crypto.randomUUID());
      await get(`/api/support-fund/loans/${loan.id}${position === undefined ? '' : `?after=${position}`}`);
      await client.invalidateQueries({ queryKey: ['loan', loan.id] });
    },
    onError: async (error) => {
      if (!(error instanceof Problem)) return;
      setKey(crypto.randomUUID());
      await client.invalidateQueries({ queryKey: ['loan', loan.id] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    step.mutate();
  };
  return (
    <details className="panel">
      <summary>{title}</summary>
      <form onSubmit={submit} aria-label={title}>
        {step.error && <ProblemAlert error={step.error} />}
        {children}
        <button className="main" disabled={step.isPending}>
          {step.isPending ? say('Đang gửi…', 'Sending…') : button}
        </button>
      </form>
    </details>
  );
}

/** What the server allows this person to do with the loan: money is prepared by one and released by another. */
export function LoanSteps({ loan }: { loan: LoanPage }) {
  const { allowedActions, steps } = loan;
  return (
    <>
      {steps.map((open) => (
        <OpenStep key={open.stepId} loan={loan} open={open} />
      ))}
      {allowedActions.includes('disbursement') && <Disbursement loan={loan} />}
      {allowedActions.includes('receipt') && <Receipt loan={loan} />}
    </>
  );
}

function Disbursement({ loan }: { loan: LoanPage }) {
  const today = useToday();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(() => typedDay(today));
  const [purpose, setPurpose] = useState(loan.contract.purpose);
  return (
    <LoanStepForm
      loan={loan}
      title={say('Lập đề nghị giải ngân', 'Prepare a disbursement')}
      button={say('Lập đề nghị, chờ người khác duyệt', 'Prepare; another person releases')}
      path="steps"
      body={() => ({ kind: 'disbursement', amount: amount(typed), effectiveOn: isoDay(on), ground: purpose })}
    >
      <MoneyField id="disbursement-amount" words={say('Số tiền', 'Amount')} value={typed} onChange={setTyped} />
      <DayField id="disbursement-on" legend={say('Ngày giải ngân', 'Paid out on')} value={on} onChange={setOn} />
      <TextField id="disbursement-purpose" words={say('Mục đích', 'Purpose')} value={purpose} onChange={setPurpose} />
    </LoanStepForm>
  );
}

function Receipt({ loan }: { loan: LoanPage }) {
  const today = useToday();
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(() => typedDay(today));
  const [reference, setReference] = useState('');
  return (
    <LoanStepForm
      loan={loan}
      title={say('Ghi nhận thu nợ', 'Record a receipt')}
      button={say('Ghi nhận thu nợ', 'Record the receipt')}
      path="receipts"
      body={() => ({ reference, on: isoDay(on), amount: amount(typed) })}
    >
      <TextField
        id="receipt-reference"
        words={say('Số tham chiếu của ngân hàng', 'Reference of the bank')}
        value={reference}
        onChange={setReference}
      />
      <MoneyField id="receipt-amount" words={say('Số tiền', 'Amount')} value={typed} onChange={setTyped} />
      <DayField id="receipt-on" legend={say('Ngày giá trị', 'Value date')} value={on} onChange={setOn} />
    </LoanStepForm>
  );
}

/** A step that waits for its next person; the first disbursement wants the credit record looked up again. */
function OpenStep({ loan, open }: { loan: LoanPage; open: LoanPage['steps'][number] }) {
  const people = usePeople();
  const today = useToday();
  const { stepId, step, effectiveOn, by } = open;
  const [source, setSource] = useState('');
  const [badDebt, setBadDebt] = useState(false);
  const first = step.kind === 'disbursement' && loan.position === undefined;
  const words = `${LOAN_STEP_WORDS[step.kind] ?? step.kind}${step.amount === undefined ? '' : ` ${formatDong(step.amount)}`}`;
  return (
    <section className="panel" aria-label={words}>
      <p>
        <strong>{words}</strong>, {formatDay(effectiveOn)} · {step.purpose ?? step.ground} ·{' '}
        {say('người lập: ', 'prepared by ')}
        {people.name(by)}
      </p>
      {loan.allowedActions.includes(`release:${stepId}`) ? (
        <LoanStepForm
          loan={loan}
          title={say(`Duyệt: ${words}`, `Release: ${words}`)}
          button={say('Duyệt', 'Release')}
          path={`steps/${stepId}/releases`}
          body={() => (first ? { creditCheck: { checkedOn: today, badDebt, source } } : {})}
        >
          {first && (
            <>
              <TextField
                id={`source-${stepId}`}
                words={say('Nguồn tra cứu lịch sử tín dụng hôm nay', 'Where the credit record was looked up today')}
                value={source}
                onChange={setSource}
              />
              <label className="choice">
                <input type="checkbox" checked={badDebt} onChange={(event) => setBadDebt(event.target.checked)} />
                <span>{say('Người vay đang có nợ xấu', 'The borrower has bad debt')}</span>
              </label>
            </>
          )}
        </LoanStepForm>
      ) : (
        <p className="muted">{say('Chờ người khác duyệt.', 'Waits for another person.')}</p>
      )}
    </section>
  );
}
