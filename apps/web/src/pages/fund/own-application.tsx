import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { get } from '../../api/client';
import { BODY_WORDS, BORROWER_WORDS, GROUND_WORDS } from '../../fund-words';
import { EventTimeline } from '../../shared/event-timeline';
import { formatDay, formatDong } from '../../shared/format';
import { pick, say } from '../../shared/language';
import { useLive } from '../../shared/live';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { formatRate } from '../rate';
import { FindingList } from './finding-list';
import { JourneyView } from './journey-view';
import { missingWords } from './missing-words';
import { PlanView } from './plan-view';
import type { ApplicationView, Fund } from './types';
import { WithdrawApplication } from './withdraw-application';

/** One's own application: where it stands, what is missing, what comes next and when. */
export function OwnApplicationPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { after } = useSearch({ strict: false }) as { after?: string };
  const application = useQuery({
    queryKey: ['loan-application', id],
    queryFn: () =>
      get<ApplicationView>(`/api/support-fund/applications/${id}${after === undefined ? '' : `?after=${after}`}`),
  });
  const funds = useQuery({
    queryKey: ['support-funds'],
    queryFn: () => get<{ items: readonly Fund[] }>('/api/support-fund/funds'),
  });
  useLive({ [`support-fund.applications:${id}`]: ['loan-application', id] });
  const title = say('Hồ sơ vay vốn', 'Loan application');
  usePageTitle(application.data ? `${title} ${application.data.code}` : title);
  if (application.error && !application.data)
    return <ProblemAlert page error={application.error} onRetry={() => void application.refetch()} />;
  if (!application.data) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  const it = application.data;
  const fund = funds.data?.items.find((one) => one.id === it.fundId);
  return (
    <>
      <h1>{it.plan.project}</h1>
      <p>
        {say('Mã hồ sơ', 'Code')}: <strong className="code">{it.code}</strong> · {borrowerText(it.borrower)}
        {fund && ` · ${fund.name}`}
      </p>
      <JourneyView journey={it.journey} />
      {it.missing.length > 0 && (
        <section className="panel" aria-labelledby="missing-heading">
          <h2 id="missing-heading">{say('Cần bổ sung', 'What is missing')}</h2>
          <ol>
            {it.missing.map(({ subject, reason }) => (
              <li key={subject + reason}>
                <strong>{missingWords(subject, fund, pick)}</strong>: {reason}
              </li>
            ))}
          </ol>
          {it.allowedActions.includes('completeApplication') && (
            <Link className="button main" to="/vay-von/$id/bo-sung/$section" params={{ id, section: 'du-an' }}>
              {say('Bổ sung hồ sơ', 'Complete the application')}
            </Link>
          )}
        </section>
      )}
      <Outcome application={it} />
      <details className="panel">
        <summary>{say('Nội dung đã nộp', 'What was handed in')}</summary>
        <PlanView plan={it.plan} />
        {it.documents.length > 0 && (
          <p>
            {say('Giấy tờ', 'Papers')}: {it.documents.map(({ fileName }) => fileName).join('; ')}
          </p>
        )}
      </details>
      <details className="panel">
        <summary>{say('Điều kiện vay đã kiểm tra', 'Conditions as checked')}</summary>
        <FindingList findings={it.findings} />
      </details>
      {it.allowedActions.includes('withdrawApplication') && <WithdrawApplication application={it} />}
      <section className="panel" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">{say('Diễn biến', 'Timeline')}</h2>
        <EventTimeline path={`/api/support-fund/applications/${id}/events`} revision={it.revision} />
      </section>
    </>
  );
}

/** What was decided, and the contract that followed. */
function Outcome({ application: { status, outcome, contract } }: { application: ApplicationView }) {
  if (outcome === undefined) return null;
  const body = BODY_WORDS[outcome.body] ?? outcome.body;
  if (outcome.terms === undefined)
    return (
      <section className="problem" aria-labelledby="outcome-heading">
        <h2 id="outcome-heading">{say('Lý do từ chối', 'Why it was rejected')}</h2>
        <p>
          {outcome.ground && <strong>{GROUND_WORDS[outcome.ground] ?? outcome.ground}: </strong>}
          {outcome.reason}
        </p>
        <p className="muted">
          {body}, {formatDay(outcome.decidedOn)}
        </p>
      </section>
    );
  return (
    <section className="done" aria-labelledby="outcome-heading">
      <h2 id="outcome-heading">{say('Chấp thuận cho vay', 'The loan is approved')}</h2>
      <p>
        {formatDong(outcome.terms.amount)}, {say('lãi suất', 'rate')} {formatRate(outcome.terms.annualRate)}{' '}
        {say('một năm', 'a year')} · {body}, {formatDay(outcome.decidedOn)}
      </p>
      {status === 'Contracted' && contract && (
        <p>
          <Link to="/khoan-vay/$id" params={{ id: contract.loanId }} search={{}}>
            {say('Xem khoản vay', 'To the loan')}
          </Link>
        </p>
      )}
      {contract && (
        <p>
          {say('Hợp đồng tín dụng số ', 'Contract no. ')}
          <span className="code">{contract.contractNumber}</span>, {formatDay(contract.signedOn)}
        </p>
      )}
    </section>
  );
}

/** An organisation's full name says its kind already; a member's does not. */
const borrowerText = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  kind === 'cooperative' || kind === 'cooperativeUnion' ? name : `${BORROWER_WORDS[kind] ?? kind} ${name}`;
