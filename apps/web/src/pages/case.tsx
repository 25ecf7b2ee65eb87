import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { get } from '../api/client';
import type { CaseView } from '../api/types';
import { CaseActions } from './case-actions';
import { ApplicationContent } from './application-content';
import { CaseStepper } from '../shared/case-stepper';
import { DeadlineTag, DueDateExplanation, deadlineState } from '../shared/deadline-tag';
import { EventTimeline } from '../shared/event-timeline';
import { ProblemAlert } from '../shared/problem-alert';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { CHECK_WORDS, EVIDENCE_WORDS, KIND_WORDS, OUTCOME_WORDS } from '../words';

/** One dossier: where it stands, until when, what was found, what may be done now by the person who looks. */
export function CasePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const client = useQueryClient();
  const dossier = useQuery({
    queryKey: ['case', id],
    queryFn: () => get<CaseView>(`/api/dossiers/${id}`),
    refetchInterval: 3_000,
  });
  usePageTitle(dossier.data ? `Hồ sơ ${dossier.data.caseCode}` : 'Hồ sơ');
  if (dossier.error) return <ProblemAlert error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <p>Đang tải…</p>;
  const it = dossier.data;
  const refresh = () => client.invalidateQueries({ queryKey: ['case', id] });
  const due = it.correctionDue ?? it.due;
  const running = ['UnderExamination', 'AwaitingCorrection', 'AwaitingDecision'].includes(it.status);
  const notice = it.notices.at(-1);
  return (
    <>
      <h1>
        Hồ sơ <span className="code">{it.caseCode}</span> ·{' '}
        {`${KIND_WORDS[it.application.kind] ?? ''} ${it.application.ownName}`}
      </h1>
      <p className="row">
        <StateTag words={it.step.vi} />
        <DeadlineTag
          dueOn={due.dueOn}
          state={deadlineState({
            dueOn: due.dueOn,
            dueWhat: it.correctionDue ? 'correction' : 'decision',
            late: it.late,
            closed: !running,
          })}
        />
        <span className="muted">Chế độ pháp luật {it.regime}</span>
      </p>
      <CaseStepper status={it.status} taxCode={it.taxCode} />
      <div className="two">
        <div>
          <section className="panel" aria-labelledby="content-heading">
            <h2 id="content-heading">Nội dung đề nghị đăng ký</h2>
            <ApplicationContent dossier={it} />
          </section>
          <section className="panel" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">Diễn biến</h2>
            <EventTimeline path={`/api/dossiers/${id}/events`} revision={it.revision} />
          </section>
        </div>
        <div>
          {notice && !notice.answeredAt && (
            <section className="panel" aria-labelledby="defects-heading">
              <h2 id="defects-heading">Nội dung cần sửa đổi, bổ sung</h2>
              <ol>
                {notice.defects.map((defect) => (
                  <li key={defect.subject + defect.reason}>
                    <strong>{defect.subject}</strong>: {defect.reason} <span className="muted">({defect.article})</span>
                  </li>
                ))}
              </ol>
            </section>
          )}
          {it.certificate && (
            <section className="done" aria-labelledby="certificate-heading">
              <h2 id="certificate-heading">Giấy chứng nhận đăng ký hợp tác xã</h2>
              <p>
                Số <span className="code">{it.certificate.number}</span>, mã số{' '}
                <span className="code">{it.certificate.code}</span>
              </p>
              <a href={`/xac-thuc/${it.certificate.token}`}>Xác thực Giấy chứng nhận</a>
            </section>
          )}
          {it.refusal && (
            <section className="problem" aria-labelledby="refusal-heading">
              <h2 id="refusal-heading">Từ chối cấp đăng ký</h2>
              <p>
                {it.refusal.reason} <span className="muted">({it.refusal.article})</span>
              </p>
            </section>
          )}
          {it.taxRefusal && <p className="panel">Cơ quan thuế chưa cấp mã số: {it.taxRefusal.reason}</p>}
          <CaseActions dossier={it} onDone={refresh} />
          {it.checks.length > 0 && (
            <section className="panel" aria-labelledby="checks-heading">
              <h2 id="checks-heading">Kiểm tra tự động</h2>
              <ul>
                {it.checks.map((check) => (
                  <li key={check.check}>
                    <strong>{OUTCOME_WORDS[check.outcome]}</strong> {CHECK_WORDS[check.check] ?? check.check}
                    <br />
                    <span className="muted">
                      {check.article} · {EVIDENCE_WORDS[check.evidence]}
                      {Object.entries(check.inputs).map(([name, value]) =>
                        value === '' ? '' : ` · ${name}: ${String(value)}`,
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {running && (
            <section className="panel" aria-labelledby="due-heading">
              <h2 id="due-heading">Thời hạn giải quyết</h2>
              <DueDateExplanation caseId={id} due={due} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}
