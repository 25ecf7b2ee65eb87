import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem, get, post } from '../../../api/client';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { useMay } from '../../../shared/session';
import type { LoanPage } from './loan-types';

/** Opens the loan of a finished application, or leads to it. */
export function ToTheLoan({ applicationId, loanId }: { applicationId: string; loanId: string }) {
  const may = useMay();
  const client = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const loan = useQuery({
    queryKey: ['loan', loanId, undefined],
    queryFn: () => get<LoanPage>(`/api/support-fund/loans/${loanId}`),
  });
  const open = useMutation({
    mutationFn: async () => {
      const { position } = await post('/api/support-fund/loans', { applicationId }, { key });
      await get(`/api/support-fund/loans/${loanId}${position === undefined ? '' : `?after=${position}`}`);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['loan', loanId] }),
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  if (loan.data)
    return (
      <p>
        <Link className="button main" to="/fund/loans/$id" params={{ id: loanId }} search={{}}>
          {say('Đến khoản vay', 'To the loan')}
        </Link>
      </p>
    );
  if (!may('supportFund.openLoan')) return null;
  return (
    <section className="panel" aria-label={say('Mở khoản vay', 'Open the loan')}>
      {open.error && <ProblemAlert error={open.error} />}
      <button className="main" disabled={open.isPending} onClick={() => open.mutate()}>
        {say('Mở khoản vay theo hợp đồng', 'Open the loan of the contract')}
      </button>
    </section>
  );
}
