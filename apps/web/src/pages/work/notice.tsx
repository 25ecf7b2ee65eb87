import './work.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { useUnsaved } from '../../shared/use-unsaved';
import { CHECK_WORDS, subjectWords } from '../../words';
import { DefectsFields, defectsOf, emptyDefect, type DefectForm } from '../defects-fields';
import { StaleBar } from './case-bars';
import { CaseHead } from './case-head';
import { DelayReason } from './delay-reason';
import { PaperPreview } from './paper-preview';
import type { WorkCase } from './types';
import { useCase } from './use-case';
import { useStep } from './use-step';

/** Where a check of the machine lies in the declaration. */
const SUBJECT_OF: Readonly<Record<string, string>> = {
  nameForm: 'ownName',
  nameNotDuplicate: 'ownName',
  nameNotConfusing: 'ownName',
  minimumMembers: 'members',
  membersDistinct: 'members',
  memberShare: 'members',
  capitalAddsUp: 'charterCapital',
  businessLines: 'businessLines',
  headOfficeInArea: 'headOffice.line',
  governance: 'governance',
};

/** Everything that somebody or the machine found wrong, as lines of the one notice. */
function found(dossier: WorkCase): readonly DefectForm[] {
  const judged = dossier.judgements
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ check, note }) => ({ check, reason: note ?? '' }));
  const machine = dossier.checks
    .filter(({ check, outcome }) => outcome === 'failed' && !judged.some((said) => said.check === check))
    .map(({ check }) => ({ check, reason: CHECK_WORDS[check] ?? check }));
  return [...judged, ...machine].map(({ check, reason }) => ({
    ...emptyDefect(),
    subject: check.startsWith('document:') ? check : (SUBJECT_OF[check] ?? 'headOffice.line'),
    reason,
  }));
}

function proposedLines(dossier: WorkCase): readonly DefectForm[] {
  const lines = found(dossier);
  return lines.length > 0 ? lines : [emptyDefect()];
}

/** Thông báo yêu cầu sửa đổi, bổ sung hồ sơ: all defects in one notice, and the paper before it goes out. */
export function NoticePageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const { dossier, news, behind, error, retry, hold, takeNewest, after } = useCase(id);
  // What was found, as it stands now, until somebody changes the lines: a judgement may be recorded after this page was opened.
  const proposed = useMemo(() => dossier && proposedLines(dossier), [dossier]);
  const [typed, setTyped] = useState<readonly DefectForm[]>();
  const letGo = useUnsaved(typed !== undefined);
  const defects = typed ?? proposed;
  const [delayReason, setDelayReason] = useState('');
  const [seen, setSeen] = useState<readonly object[]>();
  const step = useStep(id, async (_words, answer) => {
    letGo();
    await after(answer);
    await navigate({ to: '/cases/$id', params: { id } });
  });
  usePageTitle(say('Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Correction notice'));
  if (error) return <ProblemAlert page error={error} onRetry={retry} />;
  if (!dossier || !defects) return <Loading />;
  const lines = defectsOf(defects) as { subject: string; reason: string; article: string }[];
  const current = seen !== undefined && JSON.stringify(seen) === JSON.stringify(lines);
  const show = (event: FormEvent): void => {
    event.preventDefault();
    setSeen(lines);
  };
  return (
    <>
      <CaseHead dossier={dossier} />
      <StaleBar news={news} behind={behind} onTake={takeNewest} />
      {!dossier.allowedActions.includes('requestCorrection') && (
        <p className="panel">
          {say(
            'Hiện không thể yêu cầu sửa đổi, bổ sung hồ sơ này.',
            'No correction can be requested of this dossier now.',
          )}{' '}
          <Link to="/cases/$id" params={{ id }}>
            {say('Về hồ sơ', 'Back to the dossier')}
          </Link>
        </p>
      )}
      {dossier.allowedActions.includes('requestCorrection') && (
        <div className="workbench">
          <form onSubmit={show}>
            <h2>{say('Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Correction notice')}</h2>
            <DefectsFields
              defects={defects}
              onChange={(changed) => {
                hold(true);
                setTyped(changed);
              }}
            />
            <button type="submit" className={current ? undefined : 'main'}>
              {say('Xem bản thông báo', 'See the notice')}
            </button>
          </form>
          {seen !== undefined && (
            <div>
              <PaperPreview
                id={id}
                revision={dossier.revision}
                draft={{ kind: 'correctionNotice', defects: seen }}
                title={say('Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Correction notice')}
              >
                <ol>
                  {(seen as typeof lines).map((line) => (
                    <li key={line.subject + line.reason}>
                      <strong>{subjectWords(line.subject)}</strong>: {line.reason}{' '}
                      <span className="muted">
                        (<LawRef article={line.article} />)
                      </span>
                    </li>
                  ))}
                </ol>
              </PaperPreview>
              {dossier.delayReasonOwed && <DelayReason value={delayReason} onChange={setDelayReason} />}
              {step.error !== null && <ProblemAlert error={step.error} />}
              <p className="row">
                <button
                  type="button"
                  className="main"
                  disabled={!current || step.isPending || (dossier.delayReasonOwed && delayReason.trim() === '')}
                  onClick={() =>
                    step.mutate({
                      path: 'correction-requests',
                      body: { defects: lines, ...(dossier.delayReasonOwed ? { delayReason } : {}) },
                      revision: dossier.revision,
                      words: say('Ban hành thông báo sửa đổi, bổ sung', 'Correction notice issued'),
                    })
                  }
                >
                  {say('Ban hành thông báo sửa đổi, bổ sung', 'Issue the correction notice')}
                </button>
                {!current && (
                  <span className="muted">
                    {say(
                      'Nội dung đã đổi: xem lại bản thông báo trước.',
                      'The text has changed: see the notice again first.',
                    )}
                  </span>
                )}
              </p>
            </div>
          )}
        </div>
      )}
    </>
  );
}
