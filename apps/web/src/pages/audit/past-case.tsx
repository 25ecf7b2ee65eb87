import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { get } from '../../api/client';
import type { CaseView, Moment } from '../../api/types';
import { AsOfBar, titleAsOf } from '../../shared/as-of-bar';
import { CaseStepper } from '../../shared/case-stepper';
import { formatDay, formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay } from '../../shared/session';
import { StateTag } from '../../shared/state-tag';
import { usePageTitle } from '../../shared/use-page-title';
import { DOCUMENT_WORDS } from '../../words';
import { StateFields } from './state-fields';

type PastCaseView = CaseView & { readonly asOf?: Moment; readonly step: { readonly vi: string; readonly en: string } };

/** A dossier as it stood: the same answer as the desk's, folded up to the moment; nothing to press but the way back. */
export function PastCase({ id, asOf }: { id: string; asOf: string }) {
  const navigate = useNavigate();
  const may = useMay();
  const past = useQuery({
    queryKey: ['case', id, asOf],
    queryFn: () => get<PastCaseView>(`/api/dossiers/${id}?${new URLSearchParams({ asOf }).toString()}`),
    placeholderData: keepPreviousData,
  });
  const title = `${say('Hồ sơ', 'Dossier')} ${past.data?.caseCode ?? ''}`;
  usePageTitle(titleAsOf(title, past.data?.asOf));
  const look = (next: string | undefined): void => void navigate({ to: '.', search: { asOf: next } as never });
  const bar = <AsOfBar asOf={asOf} moment={past.data?.asOf} onChange={look} />;
  if (past.error)
    return (
      <>
        <ProblemAlert page error={past.error} />
        {bar}
      </>
    );
  if (!past.data) return <Loading />;
  const it = past.data;
  const due = it.correctionDue ?? it.due;
  return (
    <>
      <h1>{title}</h1>
      {bar}
      <p className="row">
        <StateTag words={say(it.step.vi, it.step.en)} />
        <span>
          {say('Hạn', 'Limit')} {formatDay(due.dueOn)}
          {it.late ? say(' · quá hạn', ' · late') : ''}
        </span>
        <span className="muted">
          {say('Nhận lúc', 'Received')} {formatInstant(it.receivedAt)}
        </span>
        {may('audit.read') && (
          <Link to="/audit/cases/$id" params={{ id }} search={{ asOf }}>
            {say('Diễn biến', 'Timeline')}
          </Link>
        )}
      </p>
      <CaseStepper status={it.status} taxCode={it.taxCode} />
      <section className="panel" aria-labelledby="content-heading">
        <h2 id="content-heading">{say('Nội dung đề nghị đăng ký', 'What is to be registered')}</h2>
        <StateFields
          state={it.application}
          about={{
            subjects: 'cases',
            subjectId: id,
            asOf,
            persons: Object.fromEntries(
              it.application.members.map(({ personId, person }) => [personId, person ?? null]),
            ),
          }}
        />
      </section>
      <section className="panel" aria-labelledby="papers-heading">
        <h2 id="papers-heading">{say('Tài liệu', 'Papers')}</h2>
        <ul className="plain">
          {it.documents.map(({ kind, sha256, fileName }) => (
            <li key={kind + sha256}>
              <a href={`/api/documents/${sha256}`}>{DOCUMENT_WORDS[kind] ?? fileName}</a>{' '}
              <span className="code hash">SHA-256 {sha256}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
