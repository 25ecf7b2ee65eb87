import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { Problem, get } from '../../../api/client';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { useToday } from '../../../shared/session';
import type { ApplicationView, BorrowerPrefill, Fund } from '../types';
import { emptyForm, formOf, type LoanForm } from './form';
import { loanPlace } from './places';

/** What the pages of one application share. */
export interface LoanFormTool {
  readonly form: LoanForm;
  readonly change: (part: Partial<LoanForm>) => void;
  readonly funds: readonly Fund[];
  readonly fund: Fund | undefined;
  /** What the register says of the organisation that was named. */
  readonly borrower: BorrowerPrefill | undefined;
  readonly borrowerProblem: unknown;
  /** The application that is being completed; absent for a new one. */
  readonly completing: ApplicationView | undefined;
  readonly refused: Problem | undefined;
  readonly refuse: (problem: Problem | undefined) => void;
  /** What the server said is wrong with a field. */
  readonly wrong: (id: string) => string | undefined;
  /** It was handed in: nothing is left to be lost. */
  readonly settle: () => void;
}

const Context = createContext<LoanFormTool | undefined>(undefined);

export function useLoanForm(): LoanFormTool {
  const tool = useContext(Context);
  if (tool === undefined) throw new Error('Outside of an application');
  return tool;
}

/** A new application. What is typed lives as long as one of its pages is open. */
export function NewApplicationFrame() {
  const today = useToday();
  return <Frame initial={emptyForm(today)} completing={undefined} />;
}

/** An application that came back with a list of what is missing. */
export function CompletionFrame() {
  const { id } = useParams({ strict: false }) as { id: string };
  const application = useQuery({
    queryKey: ['loan-application', id],
    queryFn: () => get<ApplicationView>(`/api/support-fund/applications/${id}`),
  });
  if (application.error && !application.data)
    return <ProblemAlert page error={application.error} onRetry={() => void application.refetch()} />;
  if (!application.data) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  return <Frame initial={formOf(application.data)} completing={application.data} />;
}

interface FrameProps {
  readonly initial: LoanForm;
  readonly completing: ApplicationView | undefined;
}

function Frame({ initial, completing }: FrameProps) {
  const [form, setForm] = useState(initial);
  const [touched, setTouched] = useState(false);
  const [refused, refuse] = useState<Problem>();
  const funds = useQuery({
    queryKey: ['support-funds'],
    queryFn: () => get<{ items: readonly Fund[] }>('/api/support-fund/funds'),
  });
  const items = funds.data?.items.filter(({ policy }) => policy !== undefined) ?? [];
  const fundId = form.fundId || (items.length === 1 ? (items[0]?.id ?? '') : '');
  const named = form.organisation.trim();
  const borrower = useQuery({
    queryKey: ['borrower', fundId, named],
    queryFn: () =>
      get<BorrowerPrefill>(
        `/api/support-fund/borrowers/${encodeURIComponent(named)}?fundId=${encodeURIComponent(fundId)}`,
      ),
    enabled: /^[A-Za-z0-9_-]{10,100}$/.test(named) && fundId !== '',
  });
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (touched) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [touched]);
  if (funds.error) return <ProblemAlert page error={funds.error} onRetry={() => void funds.refetch()} />;
  if (!funds.data) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  const tool: LoanFormTool = {
    form: { ...form, fundId },
    change: (part) => {
      setTouched(true);
      setForm((before) => ({ ...before, ...part }));
    },
    funds: items,
    fund: items.find(({ id }) => id === fundId),
    borrower: borrower.data,
    borrowerProblem: borrower.error ?? undefined,
    completing,
    refused,
    refuse,
    wrong: (id) => refused?.errors.find(({ pointer }) => loanPlace(pointer)?.id === id)?.detail,
    settle: () => setTouched(false),
  };
  return (
    <Provide tool={tool}>
      <Outlet />
    </Provide>
  );
}

const Provide = ({ tool, children }: { tool: LoanFormTool; children: ReactNode }) => (
  <Context.Provider value={tool}>{children}</Context.Provider>
);
