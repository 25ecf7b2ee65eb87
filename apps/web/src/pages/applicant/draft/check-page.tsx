import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Problem, post } from '../../../api/client';
import type { FiledAnswer } from '../../../api/types';
import { useNames } from '../../../shared/area-name';
import { say } from '../../../shared/language';
import { LawRef } from '../../../shared/law-ref';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import { DOCUMENT_WORDS, KIND_WORDS } from '../../../words';
import { checkSentence, findingText, placeOf } from './findings-words';
import { SECTIONS, type SectionName } from './sections';
import { useDraft, useFindings } from './use-draft';

/** All that was entered, each row with its way back; then the declaration, and one button that files. */
export function CheckPageView() {
  usePageTitle(say('Kiểm tra và nộp – Khai hồ sơ', 'Check and file – Application'));
  const { id, form, revision, flush } = useDraft();
  const findings = useFindings();
  const names = useNames();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [declared, setDeclared] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const file = useMutation({
    mutationFn: async () => {
      await flush();
      return post<FiledAnswer>(`/api/drafts/${id}/filing`, { declared }, { key, revision });
    },
    onSuccess: async () => {
      await navigate({ to: '/ho-so-cua-toi/$id/khai/da-nop', params: { id } });
      await client.invalidateQueries({ queryKey: ['draft', id] });
    },
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  const person = (memberKey: string | undefined): string =>
    form.members?.find((member) => member.key === memberKey)?.fullName ?? say('chưa chọn', 'not chosen');
  const content: Readonly<Record<SectionName, ReactNode>> = {
    name: `${KIND_WORDS[form.kind ?? ''] ?? ''} ${form.ownName ?? ''}`,
    headOffice: `${form.line ?? ''}${form.areaCode ? `, ${names.area(form.areaCode)}` : ''}`,
    businessLines: form.businessLines
      ?.map(
        ({ code, main, detail }) => `${code}${main ? say(' (chính)', ' (main)') : ''}${detail ? `: ${detail}` : ''}`,
      )
      .join('; '),
    members: say(
      `Vốn điều lệ ${form.charterCapital ?? ''} đồng, ${form.members?.length ?? 0} thành viên`,
      `Charter capital ${form.charterCapital ?? ''} đồng, ${form.members?.length ?? 0} members`,
    ),
    representative: person(form.representative),
    governance: `${form.governance === 'simplified' ? say('Rút gọn', 'Simplified') : say('Đầy đủ', 'Full')}; ${say('hội nghị ngày', 'conference on')} ${form.conference?.heldOn ?? ''}`,
    tax: say(`${form.employees ?? ''} lao động`, `${form.employees ?? ''} employees`),
    owners: form.owners?.map(({ member }) => person(member)).join('; '),
    documents: form.documents?.map(({ kind }) => DOCUMENT_WORDS[kind] ?? kind).join('; '),
    delivery: form.delivery && DELIVERY_WORDS[form.delivery],
  };
  const open = findings.data?.sections.filter(({ fields }) => fields.length > 0) ?? [];
  const doubtful = findings.data?.sections.flatMap(({ checks }) => checks) ?? [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    file.mutate();
  };
  return (
    <form onSubmit={submit}>
      <h1>{say('Kiểm tra và nộp', 'Check and file')}</h1>
      {file.error && <ProblemAlert error={file.error} fieldOf={(pointer) => placeOf(pointer, form)} />}
      {open.length > 0 && (
        <section className="problem" aria-labelledby="open-heading">
          <h2 id="open-heading">{say('Còn phần chưa khai xong', 'Some parts are not complete')}</h2>
          <ul>
            {open.flatMap(({ section, fields }) =>
              fields.map((field) => (
                <li key={field.pointer}>
                  <Link
                    to="/ho-so-cua-toi/$id/khai/$section"
                    params={{ id, section: SECTIONS.find(({ name }) => name === section)?.slug ?? 'ten' }}
                  >
                    {placeOf(field.pointer, form).words}: {findingText(field)}
                  </Link>
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {doubtful.length > 0 && (
        <section className="panel" aria-labelledby="doubt-heading">
          <h2 id="doubt-heading">{say('Cơ quan đăng ký sẽ xem các điểm này', 'The office will look at these')}</h2>
          <ul>
            {doubtful.map((check) => (
              <li key={check.check}>
                {checkSentence(check, form)}{' '}
                <span className="muted">
                  (<LawRef article={check.article} />)
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <dl className="answers">
        {SECTIONS.map(({ name, slug, title }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>{content[name] || <span className="muted">{say('chưa khai', 'not entered')}</span>}</dd>
            <dd>
              <Link
                to="/ho-so-cua-toi/$id/khai/$section"
                params={{ id, section: slug }}
                aria-label={say(`Sửa ${title}`, `Change ${title}`)}
              >
                {say('Sửa', 'Change')}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={declared} onChange={(event) => setDeclared(event.target.checked)} />
        <span>
          {say(
            'Tôi cam đoan nội dung khai là trung thực, chính xác và chịu trách nhiệm trước pháp luật',
            'I declare that what I entered is true and accurate, and answer for it before the law',
          )}
        </span>
      </label>
      <p className="row">
        <button className="main" type="submit" disabled={file.isPending}>
          {file.isPending ? say('Đang nộp…', 'Filing…') : say('Nộp hồ sơ', 'File the dossier')}
        </button>
      </p>
    </form>
  );
}

const DELIVERY_WORDS = {
  electronic: say('Bản điện tử', 'Electronic'),
  atDesk: say('Tại Bộ phận một cửa', 'At a one-stop desk'),
  post: say('Qua dịch vụ bưu chính', 'By post'),
} as const;
