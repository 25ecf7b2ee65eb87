import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Problem, post, type StepAnswer } from '../../../api/client';
import { METHOD_WORDS, SECURITY_WORDS } from '../../../fund-words';
import { formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import { applicationOf, completionOf, given, totalOf } from './form';
import { useLoanForm } from './frame';
import { loanPlace } from './places';
import type { LoanSection } from './sections';
import { useLoanSteps } from './use-steps';

/** All that was entered, each row with its way back; then one button that hands it in. */
export function CheckView() {
  usePageTitle(say('Kiểm tra và nộp – Hồ sơ vay vốn', 'Check and hand in – Loan application'));
  const { form, completing, borrower, refused, refuse, settle } = useLoanForm();
  const { sections, go } = useLoanSteps();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: () =>
      completing === undefined
        ? post<StepAnswer>('/api/support-fund/applications', applicationOf(form), { key })
        : post<StepAnswer>(`/api/support-fund/applications/${completing.id}/completions`, completionOf(form), {
            key,
            revision: completing.revision,
          }),
    onSuccess: async ({ id, position }) => {
      settle();
      refuse(undefined);
      await client.invalidateQueries({ queryKey: ['loan-application'] });
      await navigate({ to: '/vay-von/$id', params: { id }, search: position === undefined ? {} : { after: position } });
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      setKey(crypto.randomUUID());
      refuse(error);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const content: Readonly<Record<LoanSection, ReactNode>> = {
    borrower: borrower ? borrower.name : form.organisation,
    project: form.project,
    budget: say(`Tổng mức đầu tư ${formatDong(totalOf(form.budget))}`, `Total ${formatDong(totalOf(form.budget))}`),
    sources: say(
      `Vốn tự có ${formatDong(given(form.ownCapital))}, vốn khác ${formatDong(given(form.otherCapital))}, vay Quỹ ${formatDong(given(form.requestedAmount))}`,
      `Own ${formatDong(given(form.ownCapital))}, other ${formatDong(given(form.otherCapital))}, from the fund ${formatDong(given(form.requestedAmount))}`,
    ),
    repayment: say(
      `Nhận tiền ${form.firstDisbursementOn || '–'}; ${METHOD_WORDS[form.terms.method] ?? ''}`,
      `Money on ${form.firstDisbursementOn || '–'}; ${METHOD_WORDS[form.terms.method] ?? ''}`,
    ),
    cashFlow: say(`${form.cashFlow.length} kỳ`, `${form.cashFlow.length} periods`),
    securities:
      form.securities.length === 0
        ? say('Không có', 'None')
        : form.securities.map(({ kind, description }) => `${SECURITY_WORDS[kind] ?? kind} ${description}`).join('; '),
    documents: form.documents.map(({ fileName }) => fileName).join('; ') || say('Không có', 'None'),
  };
  return (
    <form onSubmit={submit}>
      <h1>{say('Kiểm tra và nộp', 'Check and hand in')}</h1>
      {send.error && refused === undefined && <ProblemAlert error={send.error} onRetry={() => send.mutate()} />}
      {refused && <Refusal problem={refused} go={go} />}
      <dl className="answers">
        {sections.map(({ name, slug, title }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>{content[name]}</dd>
            <dd>
              <button type="button" className="link" onClick={() => void go(slug)}>
                {say('Sửa', 'Change')} <span className="unseen">{title}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {say(
          'Tôi cam đoan nội dung khai là đúng và sử dụng vốn vay đúng mục đích.',
          'I declare that what I entered is true and that the loan will be used for its purpose.',
        )}
      </p>
      <p>
        <button className="main" disabled={send.isPending}>
          {send.isPending
            ? say('Đang nộp…', 'Sending…')
            : completing === undefined
              ? say('Nộp hồ sơ vay', 'Hand in the application')
              : say('Nộp bổ sung', 'Hand in the completion')}
        </button>
      </p>
    </form>
  );
}

/** What the server refused, each line leading to its page and field. */
function Refusal({ problem, go }: { problem: Problem; go: (slug: string) => Promise<void> }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [problem]);
  const lead = async (slug: string, id: string): Promise<void> => {
    await go(slug);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const placed = problem.errors.map((entry) => ({ ...entry, place: loanPlace(entry.pointer) }));
  if (placed.length === 0 || placed.some(({ place }) => place === undefined)) return <ProblemAlert error={problem} />;
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={ref}>
      <h2>{say(`Có ${placed.length} mục cần sửa`, `${placed.length} things to mend`)}</h2>
      <ul>
        {placed.map(({ pointer, detail, place }) => (
          <li key={pointer + detail}>
            <button type="button" className="link" onClick={() => void lead(place?.slug ?? '', place?.id ?? '')}>
              {place?.words}: {detail}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
