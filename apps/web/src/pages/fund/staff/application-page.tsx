import '../../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { get } from '../../../api/client';
import { APPLICATION_STATUS_WORDS, BORROWER_WORDS } from '../../../fund-words';
import { EventTimeline } from '../../../shared/event-timeline';
import { formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { useLive } from '../../../shared/live';
import { ProblemAlert } from '../../../shared/problem-alert';
import { useMay } from '../../../shared/session';
import { StateTag } from '../../../shared/state-tag';
import { usePageTitle } from '../../../shared/use-page-title';
import { FindingList } from '../finding-list';
import { JourneyView } from '../journey-view';
import { PlanView } from '../plan-view';
import type { ApplicationView, Fund } from '../types';
import { AppraisalStep } from './appraisal-step';
import { CheckStep } from './check-step';
import {
  AssignStep,
  BondStep,
  ConcludeStep,
  DecideStep,
  SecurityStep,
  SendBackStep,
  SignStep,
  VoteStep,
} from './decision-steps';
import { ToTheLoan } from '../loans/to-the-loan';
import { StaffPart } from './report-view';
import { StepForm } from './step-form';

interface StepProps {
  readonly application: ApplicationView;
  readonly fund: Fund | undefined;
}

/** The steps in the order in which they stand on the page; each is there for any one of its actions. */
const STEPS: readonly (readonly [actions: readonly string[], Step: ComponentType<StepProps>])[] = [
  [['acceptApplication', 'returnApplication'], CheckStep],
  [['claimApplication'], ClaimStep],
  [['appraiseApplication'], AppraisalStep],
  [['castVote'], VoteStep],
  [['concludeVote'], ConcludeStep],
  [['approveApplication', 'rejectApplication'], DecideStep],
  [['signContract'], SignStep],
  [['recordSecurity'], SecurityStep],
  [['sendBack'], SendBackStep],
  [['assignAppraiser'], AssignStep],
  [['declareBond'], BondStep],
];

function ClaimStep({ application }: StepProps) {
  return (
    <StepForm
      application={application}
      title={say('Chưa có người thẩm định', 'Nobody appraises it yet')}
      button={say('Nhận thẩm định', 'Take it')}
      path="claims"
      body={() => ({})}
    />
  );
}

/** One application for the fund's staff: what it says, what was found, and exactly the steps that the server allows. */
export function FundApplicationPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const may = useMay();
  const application = useQuery({
    queryKey: ['loan-application', id],
    queryFn: () => get<ApplicationView>(`/api/support-fund/applications/${id}`),
  });
  const funds = useQuery({
    queryKey: ['support-funds'],
    queryFn: () => get<{ items: readonly Fund[] }>('/api/support-fund/funds'),
    enabled: may('supportFund.readFund'),
  });
  useLive({ [`support-fund.applications:${id}`]: ['loan-application', id] });
  const title = say('Hồ sơ vay vốn', 'Loan application');
  usePageTitle(application.data ? `${title} ${application.data.code}` : title);
  if (application.error && !application.data)
    return <ProblemAlert page error={application.error} onRetry={() => void application.refetch()} />;
  // The lending rules fill the appraisal sheet, so it is not shown before they are there.
  if (!application.data || funds.isLoading) return <p role="status">{say('Đang tải…', 'Loading…')}</p>;
  const it = application.data;
  const fund = funds.data?.items.find((one) => one.id === it.fundId);
  const steps = STEPS.filter(([actions]) => actions.some((action) => it.allowedActions.includes(action)));
  return (
    <>
      <p>
        <Link to="/fund/appraisals" search={{}}>
          ‹ {say('Thẩm định', 'Appraisals')}
        </Link>
      </p>
      <h1>
        {it.borrower.name}: {it.plan.project}
      </h1>
      <p className="row">
        <strong className="code">{it.code}</strong>
        <StateTag words={APPLICATION_STATUS_WORDS[it.status] ?? it.status} />
        <span>
          {BORROWER_WORDS[it.borrower.kind] ?? it.borrower.kind} · {formatDong(it.plan.requestedAmount)}
        </span>
        {it.borrower.organisationId && may('registry.read') && (
          <Link to="/register/$id" params={{ id: it.borrower.organisationId }} search={{}}>
            {say('Trong Sổ đăng ký', 'In the register')}
          </Link>
        )}
      </p>
      <div className="two">
        <div>
          <JourneyView journey={it.journey} />
          {it.staff && <StaffPart staff={it.staff} />}
          {it.status === 'Contracted' && it.contract && <ToTheLoan applicationId={it.id} loanId={it.contract.loanId} />}
          {steps.map(([actions, Step]) => (
            <Step key={actions[0]} application={it} fund={fund} />
          ))}
        </div>
        <div>
          <section className="panel" aria-labelledby="findings-heading">
            <h2 id="findings-heading">{say('Điều kiện vay', 'Conditions')}</h2>
            <FindingList findings={it.findings} />
          </section>
          <section className="panel" aria-labelledby="plan-heading">
            <h2 id="plan-heading">{say('Dự án và nguồn vốn', 'Project and sources')}</h2>
            <PlanView plan={it.plan} />
          </section>
          <section className="panel" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{say('Diễn biến', 'Timeline')}</h2>
            <EventTimeline path={`/api/support-fund/applications/${id}/events`} revision={it.revision} />
          </section>
        </div>
      </div>
    </>
  );
}
