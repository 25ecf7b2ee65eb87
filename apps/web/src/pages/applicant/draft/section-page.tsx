import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type FormEvent } from 'react';
import { say } from '../../../shared/language';
import { Loading } from '../../../shared/loading';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import type { DraftForm, SectionFindings } from './draft-types';
import { blocking, checkSentence, findingText, placeOf } from './findings-words';
import { HeadOfficeSection } from './head-office-section';
import { LinesSection } from './lines-section';
import { NameSection } from './name-section';
import { PapersSection } from './papers-section';
import type { SectionProps } from './section-props';
import { SECTIONS, type SectionName } from './sections';
import { DeliverySection, TaxSection } from './tax-delivery-sections';
import { useDraft, useFindings } from './use-draft';

/** The largest sections are loaded when they are opened, so that the first page of the form stays light on a phone. */
const people = () => import('./people-sections');
const MembersSection = lazy(async () => ({ default: (await import('./members-section')).MembersSection }));
const RepresentativeSection = lazy(async () => ({ default: (await people()).RepresentativeSection }));
const GovernanceSection = lazy(async () => ({ default: (await people()).GovernanceSection }));
const OwnersSection = lazy(async () => ({ default: (await people()).OwnersSection }));

const CONTENT: Readonly<Record<SectionName, ComponentType<SectionProps>>> = {
  name: NameSection,
  headOffice: HeadOfficeSection,
  businessLines: LinesSection,
  members: MembersSection,
  representative: RepresentativeSection,
  governance: GovernanceSection,
  tax: TaxSection,
  owners: OwnersSection,
  documents: PapersSection,
  delivery: DeliverySection,
};

/** One part of the form: «Tiếp tục» saves, has the server look at it, and goes on. */
export function SectionPageView() {
  const { id, section: slug } = useParams({ strict: false }) as { id: string; section: string };
  const at = SECTIONS.findIndex((section) => section.slug === slug);
  const section = SECTIONS[at];
  if (section === undefined) return <h1>{say('Không tìm thấy trang', 'Page not found')}</h1>;
  return <SectionForm key={section.name} id={id} at={at} name={section.name} title={section.title} />;
}

interface SectionFormProps {
  readonly id: string;
  readonly at: number;
  readonly name: SectionName;
  readonly title: string;
}

function SectionForm({ id, at, name, title }: SectionFormProps) {
  const { form, change, flush, look } = useDraft();
  const findings = useFindings();
  const navigate = useNavigate();
  const [shown, setShown] = useState<SectionFindings>();
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  usePageTitle(`${title} – ${say('Khai hồ sơ', 'Application')}`);
  const Content = CONTENT[name];
  const next = SECTIONS[at + 1];
  const wrong = (field: string): string | undefined => {
    const found = shown?.fields.find(({ pointer }) => placeOf(pointer, form).id === field);
    return found && findingText(found);
  };
  const goOn = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      if (!(await flush())) return;
      const found = (await look()).sections.find((one) => one.section === name);
      setShown(found);
      setTries((before) => before + 1);
      if (blocking(found) > 0) return;
      if (next) await navigate({ to: '/ho-so-cua-toi/$id/khai/$section', params: { id, section: next.slug } });
      else await navigate({ to: '/ho-so-cua-toi/$id/khai/kiem-tra', params: { id } });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void goOn();
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem !== undefined && <ProblemAlert error={problem} onRetry={() => void goOn()} />}
      {shown && blocking(shown) > 0 && <FindingsSummary key={tries} found={shown} form={form} id={id} />}
      <p className="muted">{say(`Phần ${at + 1} trên ${SECTIONS.length}`, `Part ${at + 1} of ${SECTIONS.length}`)}</p>
      <h1>{title}</h1>
      <Suspense fallback={<Loading lines={4} />}>
        <Content form={form} change={change} wrong={wrong} findings={findings.data} />
      </Suspense>
      <p className="row">
        <button className="main" type="submit" disabled={busy}>
          {busy ? say('Đang kiểm tra…', 'Checking…') : say('Tiếp tục', 'Continue')}
        </button>
        <Link className="button" to="/ho-so-cua-toi/$id/khai" params={{ id }}>
          {say('Để sau, về danh sách', 'Later, back to the list')}
        </Link>
      </p>
    </form>
  );
}

/** Errors on top, each line leading to its field; takes the focus so that nobody misses it. */
function FindingsSummary({ found, form, id }: { found: SectionFindings; form: DraftForm; id: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: 'start' });
  }, []);
  const failed = found.checks.filter(({ outcome }) => outcome === 'failed');
  const count = found.fields.length + failed.length;
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={ref}>
      <h2>{say(`Có ${count} lỗi cần sửa`, `${count} things to mend`)}</h2>
      <ul>
        {found.fields.map((field) => {
          const place = placeOf(field.pointer, form);
          return (
            <li key={field.pointer}>
              {place.member === undefined ? (
                <a
                  href={`#${place.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(place.id)?.focus();
                  }}
                >
                  {place.words}: {findingText(field)}
                </a>
              ) : (
                <Link
                  to="/ho-so-cua-toi/$id/khai/thanh-vien/$member"
                  params={{ id, member: place.member }}
                  hash={place.id}
                >
                  {place.words}: {findingText(field)}
                </Link>
              )}
            </li>
          );
        })}
        {failed.map((check) => (
          <li key={check.check}>{checkSentence(check, form)}</li>
        ))}
      </ul>
    </div>
  );
}
