import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../../api/client';
import type { CaseView } from '../../api/types';
import { useNames } from '../../shared/area-name';
import { CaseStepper } from '../../shared/case-stepper';
import { DeadlineTag, DueDateExplanation } from '../../shared/deadline-tag';
import { EventTimeline } from '../../shared/event-timeline';
import { formatDay } from '../../shared/format';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { Remedies } from '../../shared/remedies';
import { useLive } from '../../shared/live';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { KIND_WORDS, subjectWords } from '../../words';
import { ApplicationContent } from '../application-content';
import { NextSteps, stateSentence } from './next-steps';
import { PaperList } from './paper-list';
import { RefileButton } from './refile';

const RUNNING = ['UnderExamination', 'AwaitingCorrection', 'AwaitingDecision'];

/** One's own dossier: where it stands, who has it, until when, what to do. */
export function OwnDossierPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const names = useNames();
  const today = useToday();
  const dossier = useQuery({
    queryKey: ['case', id],
    queryFn: () => get<CaseView>(`/api/dossiers/${id}`),
  });
  useLive({ [`dossiers.case-page:${id}`]: ['case', id] });
  usePageTitle(
    dossier.data ? say(`Hồ sơ ${dossier.data.caseCode}`, `Dossier ${dossier.data.caseCode}`) : say('Hồ sơ', 'Dossier'),
  );
  if (dossier.error && !dossier.data)
    return <ProblemAlert page error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <Loading />;
  const it = dossier.data;
  const office = names.office(it.decidingOfficeId);
  const running = RUNNING.includes(it.status);
  const due = it.correctionDue ?? it.due;
  return (
    <>
      <h1>
        {KIND_WORDS[it.application.kind]} {it.application.ownName}
      </h1>
      <p>
        {say('Mã hồ sơ', 'Case code')}: <strong className="code">{it.caseCode}</strong>
      </p>
      {dossier.error && <ProblemAlert error={dossier.error} onRetry={() => void dossier.refetch()} />}
      <p className="sentence">{stateSentence(it, office, today)}</p>
      {running && (
        <p>
          <DeadlineTag
            limit={{
              dueOn: due.dueOn,
              dueWhat: it.correctionDue ? 'correction' : 'decision',
              late: it.late,
              closed: false,
            }}
          />
        </p>
      )}
      {it.allowedActions.includes('answerCorrection') && <Correction dossier={it} />}
      {it.late && running && <Complaint />}
      {it.certificate && <Certificate dossier={it} />}
      {it.refusal && (
        <section className="problem" aria-labelledby="refusal-heading">
          <h2 id="refusal-heading">{say('Lý do từ chối', 'Why it was refused')}</h2>
          <p>
            {it.refusal.reason}{' '}
            <span className="muted">
              (<LawRef article={it.refusal.article} />)
            </span>
          </p>
        </section>
      )}
      {it.remedies && <Remedies remedies={it.remedies} />}
      {['Refused', 'Lapsed', 'Withdrawn'].includes(it.status) && <RefileButton dossier={it} />}
      <CaseStepper status={it.status} taxCode={it.taxCode} />
      <NextSteps dossier={it} />
      {running && <DueDateExplanation caseId={id} due={due} />}
      <PaperList dossierId={id} />
      {it.allowedActions.includes('requestWithdrawal') && (
        <p>
          <Link to="/ho-so-cua-toi/$id/dung-thu-tuc" params={{ id }}>
            {say('Dừng thực hiện thủ tục', 'Withdraw the dossier')}
          </Link>
        </p>
      )}
      <details className="panel">
        <summary>{say('Nội dung đã nộp', 'What was filed')}</summary>
        <ApplicationContent dossier={it} />
      </details>
      <section className="panel" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">{say('Diễn biến', 'Timeline')}</h2>
        <EventTimeline path={`/api/dossiers/${id}/events`} revision={it.revision} />
      </section>
    </>
  );
}

function Correction({ dossier: { id, notices } }: { dossier: CaseView }) {
  return (
    <section className="panel" aria-labelledby="defects-heading">
      <h2 id="defects-heading">{say('Nội dung cần sửa đổi, bổ sung', 'What to mend')}</h2>
      <ol>
        {notices.at(-1)?.defects.map(({ subject, reason, article }) => (
          <li key={subject + reason}>
            <strong>{subjectWords(subject)}</strong>: {reason}{' '}
            <span className="muted">
              (<LawRef article={article} />)
            </span>
          </li>
        ))}
      </ol>
      <Link className="button main" to="/ho-so-cua-toi/$id/sua-doi" params={{ id }}>
        {say('Sửa đổi, bổ sung', 'Mend and file')}
      </Link>
    </section>
  );
}

/** The office is late: what the applicant may do about it. */
function Complaint() {
  return (
    <section className="panel" aria-labelledby="complaint-heading">
      <h2 id="complaint-heading">{say('Cơ quan đăng ký trả lời chậm', 'The office is late')}</h2>
      <p>{say('Bạn có quyền khiếu nại.', 'You have the right to complain.')}</p>
      <ol>
        <li>
          {say(
            'Gửi đơn khiếu nại đến Chủ tịch Ủy ban nhân dân nơi giải quyết hồ sơ, nêu mã hồ sơ và ngày hẹn trả kết quả.',
            'Send a complaint to the chair of the deciding People’s Committee, naming the case code and the due date.',
          )}
        </li>
        <li>
          {say(
            'Không đồng ý với trả lời, bạn có thể khiếu nại lần hai lên Ủy ban nhân dân tỉnh hoặc khởi kiện tại Tòa án.',
            'If you do not agree with the answer, you may complain again to the province, or sue in court.',
          )}
        </li>
      </ol>
    </section>
  );
}

function Certificate({ dossier: { certificate, application } }: { dossier: CaseView }) {
  if (certificate === undefined) return null;
  return (
    <section className="done" aria-labelledby="certificate-heading">
      <h2 id="certificate-heading">
        {say('Giấy chứng nhận đăng ký ', 'Certificate of registration of a ')}
        {(KIND_WORDS[application.kind] ?? '').toLowerCase()}
      </h2>
      <p>
        {say('Số ', 'No. ')}
        <span className="code">{certificate.number}</span>, {say('mã số ', 'code ')}
        <span className="code">{certificate.code}</span>, {say('cấp ngày ', 'issued on ')}
        {formatDay(certificate.issuedOn)}
      </p>
      <a className="button" href={`/xac-thuc/${certificate.token}`}>
        {say('Xác thực Giấy chứng nhận', 'Verify the certificate')}
      </a>
    </section>
  );
}
