import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Problem, post, upload } from '../../api/client';
import type { CaseDocument, CaseView, StoredDocument } from '../../api/types';
import { formatDay } from '../../shared/format';
import { LawRef } from '../../shared/law-ref';
import { ProblemAlert } from '../../shared/problem-alert';
import { DOCUMENT_WORDS, subjectWords } from '../../words';
import { CorrectionFields } from './correction-fields';
import { SECTIONS, changesOf, formOf, sectionOf, versionOf } from './correction-form';

const documentWords = (kind: string): string => DOCUMENT_WORDS[kind] ?? kind;

/** Each defect with the officer's words and the field right there; the rest stays locked until it is asked for. */
export function CorrectionEditor({ dossier }: { dossier: CaseView }) {
  const [form, setForm] = useState(() => formOf(dossier));
  const [allOpen, setAllOpen] = useState(false);
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
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };

  if (send.data) {
    return (
      <div className="done" role="status">
        <h1>Đã nộp hồ sơ sửa đổi, bổ sung</h1>
        <p>
          Mã hồ sơ: <strong className="code">{dossier.caseCode}</strong>. Cơ quan đăng ký xem xét lại từ đầu thời hạn.
        </p>
        <Link className="button main" to="/ho-so-cua-toi/$id" params={{ id: dossier.id }}>
          Xem hồ sơ
        </Link>
      </div>
    );
  }
  return (
    <form onSubmit={submit}>
      <p>
        <Link to="/ho-so-cua-toi/$id" params={{ id: dossier.id }}>
          ‹ Hồ sơ <span className="code">{dossier.caseCode}</span>
        </Link>
      </p>
      <h1>Sửa đổi, bổ sung hồ sơ</h1>
      {notice && (
        <p>
          Cơ quan đăng ký yêu cầu sửa {defects.length} nội dung. Hạn nộp: <strong>{formatDay(notice.due.dueOn)}</strong>
          .
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
              Căn cứ: <LawRef article={defect.article} />
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
            {section && !first && <p className="muted">Sửa ở mục phía trên.</p>}
            {!section && <p>Mở các phần khác ở dưới để sửa nội dung này.</p>}
          </section>
        );
      })}
      {allOpen ? (
        <section className="panel" aria-labelledby="others-heading">
          <h2 id="others-heading">Phần khác có liên quan</h2>
          {others.map((section) => (
            <CorrectionFields key={section} section={section} dossier={dossier} form={form} onChange={setForm} />
          ))}
        </section>
      ) : (
        <p>
          Chỉ sửa nội dung được yêu cầu hoặc có liên quan.{' '}
          <button type="button" onClick={() => setAllOpen(true)}>
            Mở khóa phần khác
          </button>
        </p>
      )}
      <section className="panel" aria-labelledby="changes-heading">
        <h2 id="changes-heading">Kiểm tra thay đổi</h2>
        {changes.length === 0 && <p>Chưa có thay đổi nào.</p>}
        <dl className="facts">
          {changes.map((change) => (
            <div key={change.words}>
              <dt>{change.words}</dt>
              <dd>
                <span className="muted">Cũ: </span>
                <del>{change.before}</del>
                <br />
                <span className="muted">Mới: </span>
                <ins>{change.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <p>Khi nộp, tôi cam đoan nội dung khai là trung thực, chính xác và chịu trách nhiệm trước pháp luật.</p>
      <button className="main" type="submit" disabled={send.isPending}>
        {send.isPending ? 'Đang nộp…' : 'Nộp hồ sơ sửa đổi, bổ sung'}
      </button>
    </form>
  );
}
