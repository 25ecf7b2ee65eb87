import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentType, type FormEvent } from 'react';
import { pick, say } from '../../../shared/language';
import { usePageTitle } from '../../../shared/use-page-title';
import { missingWords } from '../missing-words';
import { BorrowerSection } from './borrower-section';
import { CashFlowSection } from './cash-section';
import { CheckView } from './check-page';
import { useLoanForm } from './frame';
import { PapersSection, SecuritiesSection } from './papers-sections';
import { BudgetSection, ProjectSection, SourcesSection } from './project-sections';
import { RepaymentSection } from './repayment-section';
import { CHECK, type LoanSection } from './sections';
import { useLoanSteps } from './use-steps';

const CONTENT: Readonly<Record<LoanSection, ComponentType>> = {
  borrower: BorrowerSection,
  project: ProjectSection,
  budget: BudgetSection,
  sources: SourcesSection,
  repayment: RepaymentSection,
  cashFlow: CashFlowSection,
  securities: SecuritiesSection,
  documents: PapersSection,
};

/** One part of the application per page; «Tiếp tục» goes on, «Quay lại» loses nothing. */
export function LoanSectionPageView() {
  const { section: slug } = useParams({ strict: false }) as { section: string };
  const { sections } = useLoanSteps();
  if (slug === CHECK) return <CheckView />;
  const at = sections.findIndex((section) => section.slug === slug);
  const section = sections[at];
  if (section === undefined) return <h1>{say('Không tìm thấy trang', 'Page not found')}</h1>;
  return <Part key={section.name} at={at} name={section.name} title={section.title} />;
}

function Part({ at, name, title }: { at: number; name: LoanSection; title: string }) {
  const { sections, go } = useLoanSteps();
  const { completing, fund } = useLoanForm();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(`${title} – ${say('Hồ sơ vay vốn', 'Loan application')}`);
  useEffect(() => heading.current?.focus(), []);
  const Content = CONTENT[name];
  const next = sections[at + 1]?.slug ?? CHECK;
  const before = sections[at - 1]?.slug;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void go(next);
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="muted">{say(`Phần ${at + 1} trên ${sections.length}`, `Part ${at + 1} of ${sections.length}`)}</p>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {completing && (
        <section className="panel" aria-labelledby="missing-heading">
          <h2 id="missing-heading">{say('Quỹ yêu cầu bổ sung', 'The fund asks for')}</h2>
          <ul>
            {completing.missing.map(({ subject, reason }) => (
              <li key={subject + reason}>
                <strong>{missingWords(subject, fund, pick)}</strong>: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Content />
      <p className="row">
        <button className="main" type="submit">
          {say('Tiếp tục', 'Continue')}
        </button>
        {before && (
          <button type="button" onClick={() => void go(before)}>
            {say('Quay lại', 'Back')}
          </button>
        )}
      </p>
    </form>
  );
}
