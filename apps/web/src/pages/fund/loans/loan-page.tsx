import '../../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { get } from '../../../api/client';
import { STANDING_WORDS } from '../../../fund-words';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { StateTag } from '../../../shared/state-tag';
import { usePageTitle } from '../../../shared/use-page-title';
import { DayField } from '../../applicant/kit';
import { isoDay, typedDay } from '../../day';
import { LoanSteps } from './loan-steps';
import type { LoanPage } from './loan-types';
import { LoanView } from './loan-view';

/** One's own loan, or a loan of the fund with the steps that the server allows; as of any day. */
export function LoanPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { on } = useSearch({ strict: false }) as { on?: string };
  const loan = useQuery({
    queryKey: ['loan', id, on],
    queryFn: () => get<LoanPage>(`/api/support-fund/loans/${id}${on === undefined ? '' : `?on=${on}`}`),
    placeholderData: (before) => before,
  });
  const title = say('Khoản vay', 'Loan');
  usePageTitle(loan.data ? `${title} ${loan.data.contract.contractNumber}` : title);
  if (loan.error && !loan.data) return <ProblemAlert page error={loan.error} onRetry={() => void loan.refetch()} />;
  if (!loan.data) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  const { contract, standing } = loan.data;
  return (
    <>
      <h1>
        {title} <span className="code">{contract.contractNumber}</span>
      </h1>
      <p className="row">
        <StateTag words={STANDING_WORDS[standing] ?? standing} />
        <span>
          {contract.borrower.name} · {contract.purpose}
        </span>
      </p>
      <DayAsked key={loan.data.on} on={loan.data.on} />
      {loan.error && <ProblemAlert error={loan.error} />}
      {on === undefined && <LoanSteps loan={loan.data} />}
      <LoanView loan={loan.data} />
    </>
  );
}

/** The day that is looked at: no day needs anything to have run before. */
function DayAsked({ on }: { on: string }) {
  const navigate = useNavigate();
  const [day, setDay] = useState(() => typedDay(on));
  const look = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '.', search: { on: isoDay(day) } });
  };
  return (
    <form className="row" onSubmit={look}>
      <DayField id="on" legend={say('Tình hình đến hết ngày', 'As of the end of')} value={day} onChange={setDay} />
      <button>{say('Xem ngày này', 'Show this day')}</button>
      <button type="button" onClick={() => void navigate({ to: '.', search: {} })}>
        {say('Hôm nay', 'Today')}
      </button>
    </form>
  );
}
