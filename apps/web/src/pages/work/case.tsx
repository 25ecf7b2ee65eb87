import './work.css';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EventTimeline } from '../../shared/event-timeline';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ApplicationContent } from '../application-content';
import { PastCase } from '../audit/past-case';
import { Actions } from './actions';
import { Recorded, StaleBar } from './case-bars';
import { CaseFacts } from './case-facts';
import { CaseHead } from './case-head';
import { CheckList } from './check-list';
import { Compare } from './compare';
import { IssuedPapers } from './issued-papers';
import { KeyList, useKeys } from './keys';
import { useCase } from './use-case';
import { useStep } from './use-step';
import { Viewer } from './viewer';

/** One dossier on the desk: its papers beside the check list, what may be done now, who else looks at it, what happened. */
export function WorkCasePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { asOf } = useSearch({ from: '/cases/$id' });
  if (asOf !== undefined) return <PastCase id={id} asOf={asOf} />;
  // Another dossier is another desk: nothing written for one stays open over the next.
  return <Desk key={id} id={id} />;
}

function Desk({ id }: { id: string }) {
  const may = useMay();
  const { dossier, news, behind, error, retry, hold, takeNewest, after } = useCase(id);
  const [recorded, setRecorded] = useState<string>();
  const [paper, setPaper] = useState(0);
  const step = useStep(id, async (words, answer) => {
    await after(answer);
    setRecorded(words);
  });
  usePageTitle(dossier ? `${say('Hồ sơ', 'Dossier')} ${dossier.caseCode}` : say('Hồ sơ', 'Dossier'));
  const documents = dossier?.documents ?? [];
  const press = (selector: string): void => document.querySelector<HTMLButtonElement>(selector)?.click();
  useKeys({
    '1': () => press('[data-pass]'),
    '2': () => press('[data-fail]'),
    '[': () => setPaper(Math.max(0, paper - 1)),
    ']': () => setPaper(Math.min(documents.length - 1, paper + 1)),
  });
  if (error) return <ProblemAlert page error={error} onRetry={retry} />;
  if (!dossier) return <Loading />;
  const judged = (kind: string): void => {
    // The viewer moves on to the next paper that nobody has judged.
    const open = new Set(dossier.openChecks.filter((check) => check !== `document:${kind}`));
    const next = documents.findIndex((one) => open.has(`document:${one.kind}`));
    if (next >= 0) setPaper(next);
  };
  return (
    <>
      <CaseHead dossier={dossier} />
      <StaleBar news={news} behind={behind} onTake={takeNewest} />
      {recorded && <Recorded words={recorded} />}
      <CaseFacts dossier={dossier} />
      {dossier.previousApplication && <Compare before={dossier.previousApplication} after={dossier.application} />}
      {dossier.allowedActions.includes('answerCorrection') && (
        <p>
          <Link className="button" to="/ho-so-cua-toi/$id/sua-doi" params={{ id }}>
            {say('Nhập hồ sơ sửa đổi, bổ sung nộp tại quầy', 'Enter a correction handed in at the desk')}
          </Link>
        </p>
      )}
      <nav className="views" aria-label={say('Phần của trang', 'Parts of the page')}>
        <a href="#checks-heading">{say('Kiểm tra', 'Checks')}</a>
        <a href="#viewer-heading">{say('Tài liệu', 'Papers')}</a>
        <a href="#content-heading">{say('Nội dung kê khai', 'Declaration')}</a>
        <a href="#timeline-heading">{say('Diễn biến', 'Timeline')}</a>
      </nav>
      <div className="workbench">
        <Viewer documents={documents} at={Math.min(paper, Math.max(0, documents.length - 1))} onMove={setPaper} />
        <CheckList
          dossier={dossier}
          busy={step.isPending}
          openPaper={documents[paper]?.kind}
          onWriting={hold}
          onOpenPaper={(kind) =>
            setPaper(
              Math.max(
                0,
                documents.findIndex((one) => one.kind === kind),
              ),
            )
          }
          onJudge={(checks, words) => {
            step.mutate(
              {
                path: 'check-confirmations',
                body: { round: dossier.round, checks },
                revision: dossier.revision,
                words,
              },
              {
                onSuccess: () => {
                  for (const { check } of checks)
                    if (check.startsWith('document:')) judged(check.slice('document:'.length));
                },
              },
            );
          }}
        />
      </div>
      <Actions dossier={dossier} step={step} onWriting={hold} />
      <section className="panel" aria-labelledby="content-heading">
        <h2 id="content-heading">{say('Nội dung đề nghị đăng ký', 'What is to be registered')}</h2>
        <ApplicationContent dossier={dossier} />
      </section>
      <IssuedPapers id={id} revision={dossier.revision} />
      <section className="panel" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">{say('Diễn biến', 'Timeline')}</h2>
        {may('audit.read') && (
          <p>
            <Link to="/audit/cases/$id" params={{ id }} search={{}}>
              {say('Diễn biến ở mọi thời điểm, so sánh, xuất tệp', 'Any moment, comparison, export')}
            </Link>
          </p>
        )}
        <EventTimeline path={`/api/dossiers/${id}/events`} revision={dossier.revision} />
      </section>
      <KeyList
        keys={[
          ['1', say('Đạt: tài liệu đang mở', 'the open paper passes')],
          ['2', say('Không đạt: tài liệu đang mở', 'the open paper fails')],
          ['[', say('tài liệu trước', 'previous paper')],
          [']', say('tài liệu sau', 'next paper')],
        ]}
      />
    </>
  );
}
