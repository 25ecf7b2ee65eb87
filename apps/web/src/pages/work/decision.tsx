import './work.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { usePageTitle } from '../../shared/use-page-title';
import { CasePerson } from '../application-content';
import { CertificatePreview } from '../certificate-preview';
import { StaleBar } from './case-bars';
import { groundWords } from './case-facts';
import { CaseHead } from './case-head';
import { DelayReason } from './delay-reason';
import { PaperPreview } from './paper-preview';
import type { WorkCase } from './types';
import { useCase } from './use-case';
import { useStep } from './use-step';

/** The decision: who examined, what was found, the paper as it will go out, one press to sign. */
export function DecisionPageView() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const { dossier, news, behind, error, retry, takeNewest, after } = useCase(id);
  const [delayReason, setDelayReason] = useState('');
  const step = useStep(id, async (_words, answer) => {
    await after(answer);
    await navigate({ to: '/cases/$id', params: { id } });
  });
  usePageTitle(dossier ? `${say('Quyết định', 'Decision')} – ${dossier.caseCode}` : say('Quyết định', 'Decision'));
  if (error) return <ProblemAlert page error={error} onRetry={retry} />;
  if (!dossier) return <Loading />;
  const grants = dossier.allowedActions.includes('grantRegistration');
  const refuses = dossier.allowedActions.includes('refuseRegistration');
  const { proposal } = dossier;
  const unexplained = dossier.delayReasonOwed && delayReason.trim() === '';
  const sign = (body: object, words: string): void =>
    step.mutate({
      path: 'decisions',
      body: dossier.delayReasonOwed ? { ...body, delayReason } : body,
      revision: dossier.revision,
      words,
    });
  return (
    <>
      <CaseHead dossier={dossier} />
      <StaleBar news={news} behind={behind} onTake={takeNewest} />
      {!grants && !refuses && (
        <p className="panel">
          {say('Bạn chưa ký được hồ sơ này lúc này.', 'You cannot sign this dossier now.')}{' '}
          <Link to="/cases/$id" params={{ id }}>
            {say('Về hồ sơ', 'Back to the dossier')}
          </Link>
        </p>
      )}
      {(grants || refuses) && (
        <div className="workbench">
          <div>
            {grants && (
              <PaperPreview
                id={id}
                revision={dossier.revision}
                draft={{ kind: 'certificate' }}
                title={say('Giấy chứng nhận đăng ký', 'Registration certificate')}
              >
                <CertificatePreview dossier={dossier} />
              </PaperPreview>
            )}
            {refuses && (
              <PaperPreview
                id={id}
                revision={dossier.revision}
                draft={{
                  kind: 'refusal',
                  ground: proposal?.ground ?? 'conditionsNotMet',
                  reason: proposal?.reason ?? '',
                }}
                title={say('Thông báo từ chối cấp đăng ký', 'Notice of refusal')}
              >
                <p>
                  {groundWords(proposal?.ground ?? '')}. {proposal?.reason}
                </p>
              </PaperPreview>
            )}
          </div>
          <div>
            <Examined dossier={dossier} />
            {dossier.delayReasonOwed && <DelayReason value={delayReason} onChange={setDelayReason} />}
            {step.error !== null && <ProblemAlert error={step.error} />}
            <p className="row">
              {grants && (
                <button
                  type="button"
                  className="main"
                  disabled={step.isPending || unexplained}
                  onClick={() => sign({ decision: 'grant' }, say('Ký và cấp Giấy chứng nhận', 'Signed and granted'))}
                >
                  {step.isPending ? say('Đang ký…', 'Signing…') : say('Ký và cấp Giấy chứng nhận', 'Sign and grant')}
                </button>
              )}
              {refuses && (
                <button
                  type="button"
                  className="grave"
                  disabled={step.isPending || unexplained}
                  onClick={() =>
                    sign(
                      { decision: 'refuse', ground: proposal?.ground, reason: proposal?.reason },
                      say('Từ chối cấp đăng ký', 'Registration refused'),
                    )
                  }
                >
                  {say('Từ chối cấp đăng ký', 'Refuse the registration')}
                </button>
              )}
              <Link className="button" to="/cases/$id" params={{ id }}>
                {say('Về hồ sơ', 'Back to the dossier')}
              </Link>
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Four eyes: who examined, and what was judged. */
function Examined({ dossier }: { dossier: WorkCase }) {
  const people = usePeople();
  const { proposal, judgements, checks, taxCode } = dossier;
  const representatives = dossier.application.members.filter(({ legalRepresentative }) => legalRepresentative);
  return (
    <section className="panel" aria-labelledby="examined-heading">
      <h2 id="examined-heading">{say('Đã xem xét', 'Examined')}</h2>
      <dl className="facts">
        {representatives.length > 0 && (
          <>
            <dt>{say('Người đại diện theo pháp luật', 'Legal representative')}</dt>
            <dd>
              {representatives.map((member) => (
                <CasePerson key={member.personId} id={dossier.id} member={member} purpose="signing" />
              ))}
            </dd>
          </>
        )}
        {proposal && (
          <>
            <dt>{say('Người xem xét', 'By')}</dt>
            <dd>
              {people.name(proposal.by, 'officer')}, {formatInstant(proposal.at)}
            </dd>
          </>
        )}
        <dt>{say('Kiểm tra', 'Checks')}</dt>
        <dd>
          {say(
            `${formatNumber(judgements.filter(({ outcome }) => outcome === 'passed').length)} mục đạt, ${formatNumber(judgements.filter(({ outcome }) => outcome === 'failed').length)} không đạt, máy kiểm tra ${formatNumber(checks.length)} mục`,
            `${formatNumber(judgements.filter(({ outcome }) => outcome === 'passed').length)} passed, ${formatNumber(judgements.filter(({ outcome }) => outcome === 'failed').length)} failed, ${formatNumber(checks.length)} checked by the machine`,
          )}
        </dd>
        <dt>{say('Mã số từ cơ quan thuế', 'Tax authority’s code')}</dt>
        <dd className="code">{taxCode ?? '–'}</dd>
      </dl>
    </section>
  );
}
