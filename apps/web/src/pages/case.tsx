import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { get } from '../api/client';
import type { StepAnswer } from '../api/client';
import type { CaseView } from '../api/types';
import { CaseStepper } from '../shared/case-stepper';
import { DeadlineTag, DueDateExplanation } from '../shared/deadline-tag';
import { EventTimeline } from '../shared/event-timeline';
import { ProblemAlert } from '../shared/problem-alert';
import { StateTag } from '../shared/state-tag';
import { usePageTitle } from '../shared/use-page-title';
import { KIND_WORDS, REGIME_WORDS } from '../words';
import { ApplicationContent } from './application-content';
import { CaseActions } from './case-actions';
import { CaseChecks } from './case-checks';
import { CaseOutcome } from './case-outcome';

/** One dossier: where it stands, until when, what was found, what may be done now by the person who looks. */
export function CasePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const client = useQueryClient();
  const [recorded, setRecorded] = useState<string>();
  const dossier = useQuery({
    queryKey: ['case', id],
    queryFn: () => get<CaseView>(`/api/dossiers/${id}`),
    refetchInterval: 3_000,
  });
  usePageTitle(dossier.data ? `Hồ sơ ${dossier.data.caseCode}` : 'Hồ sơ');
  if (dossier.error && !dossier.data)
    return <ProblemAlert page error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (!dossier.data) return <p>Đang tải…</p>;
  const it = dossier.data;
  const due = it.correctionDue ?? it.due;
  const running = ['UnderExamination', 'AwaitingCorrection', 'AwaitingDecision'].includes(it.status);
  const done = async (words: string, answer: StepAnswer): Promise<void> => {
    const fresh = await get<CaseView>(
      `/api/dossiers/${id}${answer.position === undefined ? '' : `?after=${answer.position}`}`,
    );
    client.setQueryData(['case', id], fresh);
    setRecorded(`Đã ghi nhận: ${words}.`);
  };
  return (
    <>
      <h1>
        Hồ sơ <span className="code">{it.caseCode}</span> ·{' '}
        {`${KIND_WORDS[it.application.kind] ?? ''} ${it.application.ownName}`}
      </h1>
      <p className="row">
        <StateTag words={it.step.vi} />
        <DeadlineTag
          limit={{
            dueOn: due.dueOn,
            dueWhat: it.correctionDue ? 'correction' : 'decision',
            late: it.late,
            closed: !running,
          }}
        />
        <span className="muted">Áp dụng {REGIME_WORDS[it.regime] ?? it.regime}</span>
      </p>
      <CaseStepper status={it.status} taxCode={it.taxCode} />
      {recorded && <Recorded key={recorded} words={recorded} />}
      <div className="two">
        <div>
          <CaseOutcome dossier={it} />
          {it.allowedActions.includes('answerCorrection') && (
            <p>
              <Link className="button main" to="/ho-so-cua-toi/$id/sua-doi" params={{ id }}>
                Sửa đổi, bổ sung
              </Link>
            </p>
          )}
          <CaseActions dossier={it} onDone={done} />
          <section className="panel" aria-labelledby="content-heading">
            <h2 id="content-heading">Nội dung đề nghị đăng ký</h2>
            <ApplicationContent dossier={it} />
          </section>
        </div>
        <div>
          {running && (
            <section className="panel" aria-labelledby="due-heading">
              <h2 id="due-heading">Thời hạn giải quyết</h2>
              <DueDateExplanation caseId={id} due={due} />
            </section>
          )}
          <CaseChecks checks={it.checks} />
          <section className="panel" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">Diễn biến</h2>
            <EventTimeline path={`/api/dossiers/${id}/events`} revision={it.revision} />
          </section>
        </div>
      </div>
    </>
  );
}

/** The step is recorded, whatever the list behind still shows; takes the focus so that it is heard. */
function Recorded({ words }: { words: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <p className="recorded" role="status" tabIndex={-1} ref={ref}>
      <span aria-hidden="true">✓ </span>
      {words}
    </p>
  );
}
