import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { Problem, post, upload } from '../../api/client';
import type { CaseDocument, CaseView, StoredDocument } from '../../api/types';
import { formatDay } from '../../shared/format';
import { LawRef } from '../../shared/law-ref';
import { ProblemAlert } from '../../shared/problem-alert';
import { useUnsaved } from '../../shared/use-unsaved';
import { DOCUMENT_WORDS, subjectWords } from '../../words';
import { CorrectionFields } from './correction-fields';
import { SECTIONS, changesOf, formOf, sectionOf, versionOf } from './correction-form';
import { say } from '../../shared/language';

const documentWords = (kind: string): string => DOCUMENT_WORDS[kind] ?? kind;

/** Each defect with the officer's words and the field right there; the rest stays locked until it is asked for. */
export function CorrectionEditor({ dossier }: { dossier: CaseView }) {
  const [form, setForm] = useState(() => formOf(dossier));
  const [allOpen, setAllOpen] = useState(false);
  const untouched = useRef(form);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const notice = dossier.notices.at(-1);
  const defects = notice?.defects ?? [];
  const named = new Set(defects.map(({ subject }) => sectionOf(subject)));
  const others = SECTIONS.filter((section) => !named.has(section));
  const changes = changesOf(dossier, form, documentWords);

  const send = useMutation({
    mutationFn: async () => {
      const documents: CaseDocument[] = [...dossier.documents];
      for (const [kind, file] of Object.entries(form.files)) {
        const stored = await upload<StoredDocument>('/api/documents', file, `${key}-${kind}`.slice(0, 64));
        const place = documents.findIndex((document) => document.kind === kind);
        documents.splice(place < 0 ? documents.length : place, place < 0 ? 0 : 1, {
          kind,
          fileName: file.name,
          sha256: stored.sha256,
          size: stored.size,
          mediaType: stored.mediaType,
        });
      }
      return post(`/api/dossiers/${dossier.id}/resubmissions`, versionOf(dossier, form, documents), {
        key,
        revision: dossier.revision,
      });
    },
    // Answered with a refusal: mending and sending again is another command. Unanswered: the same one.
    onError: (error) => {
      if (error instanceof Problem) setKey(crypto.randomUUID());
    },
  });
  useUnsaved(form !== untouched.current && !send.isSuccess);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };

  if (send.data) {
    return (
      <div className="done" role="status">
        <h1>{say('Đã nộp hồ sơ sửa đổi, bổ sung', 'The correction is filed')}</h1>
        <p>
          {say('Mã hồ sơ', 'Case code')}: <strong className="code">{dossier.caseCode}</strong>.{' '}
          {say('Cơ quan đăng ký xem xét lại từ đầu thời hạn.', 'The office’s time begins anew.')}
        </p>
        <Link className="button main" to="/ho-so-cua-toi/$id" params={{ id: dossier.id }}>
          {say('Xem hồ sơ', 'Go to the dossier')}
        </Link>
      </div>
    );
  }
  return (
    <form onSubmit={submit}>
      <p>
        <Link to="/ho-so-cua-toi/$id" params={{ id: dossier.id }}>
          ‹ {say('Hồ sơ', 'Dossier')} <span className="code">{dossier.caseCode}</span>
        </Link>
      </p>
      <h1>{say('Sửa đổi, bổ sung hồ sơ', 'Correction of the dossier')}</h1>
      {notice && (
        <p>
          {say(
            `Cơ quan đăng ký yêu cầu sửa ${defects.length} nội dung. Hạn nộp: `,
            `The office asks you to mend ${defects.length} things, by `,
          )}
          <strong>{formatDay(notice.due.dueOn)}</strong>.
        </p>
      )}
      {send.error && <ProblemAlert error={send.error} />}
      {defects.map((defect, index) => {
        const section = sectionOf(defect.subject);
        const first = defects.findIndex(({ subject }) => sectionOf(subject) === section) === index;
        return (
          <section className="panel" key={defect.subject + defect.reason} aria-labelledby={`defect-${index}`}>
            <h2 id={`defect-${index}`}>
              {index + 1}. {subjectWords(defect.subject)}
            </h2>
            <blockquote>{defect.reason}</blockquote>
            <p className="muted">
              {say('Căn cứ: ', 'Legal basis: ')}
              <LawRef article={defect.article} />
            </p>
            {section && first && (
              <CorrectionFields
                section={section}
                dossier={dossier}
                form={form}
                onChange={setForm}
                kinds={defects.map(({ subject }) => subject)}
              />
            )}
            {section && !first && <p className="muted">{say('Sửa ở mục phía trên.', 'Mend it above.')}</p>}
            {!section && (
              <p>{say('Mở các phần khác ở dưới để sửa nội dung này.', 'Open the other parts below to mend this.')}</p>
            )}
          </section>
        );
      })}
      {allOpen ? (
        <section className="panel" aria-labelledby="others-heading">
          <h2 id="others-heading">{say('Phần khác có liên quan', 'Other parts concerned')}</h2>
          {others.map((section) => (
            <CorrectionFields key={section} section={section} dossier={dossier} form={form} onChange={setForm} />
          ))}
        </section>
      ) : (
        <p>
          {say(
            'Chỉ sửa nội dung được yêu cầu hoặc có liên quan.',
            'Change only what was asked for, or what goes with it.',
          )}{' '}
          <button type="button" onClick={() => setAllOpen(true)}>
            {say('Mở khóa phần khác', 'Unlock other parts')}
          </button>
        </p>
      )}
      <section className="panel" aria-labelledby="changes-heading">
        <h2 id="changes-heading">{say('Kiểm tra thay đổi', 'Check the changes')}</h2>
        {changes.length === 0 && <p>{say('Chưa có thay đổi nào.', 'Nothing is changed yet.')}</p>}
        <dl className="facts">
          {changes.map((change) => (
            <div key={change.words}>
              <dt>{change.words}</dt>
              <dd>
                <span className="muted">{say('Cũ: ', 'Old: ')}</span>
                <del>{change.before}</del>
                <br />
                <span className="muted">{say('Mới: ', 'New: ')}</span>
                <ins>{change.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <p>
        {say(
          'Khi nộp, tôi cam đoan nội dung khai là trung thực, chính xác và chịu trách nhiệm trước pháp luật.',
          'By filing I declare that what I entered is true and accurate, and answer for it before the law.',
        )}
      </p>
      <button className="main" type="submit" disabled={send.isPending}>
        {send.isPending ? say('Đang nộp…', 'Filing…') : say('Nộp hồ sơ sửa đổi, bổ sung', 'File the correction')}
      </button>
    </form>
  );
}
