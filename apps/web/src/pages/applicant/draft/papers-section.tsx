import { useState } from 'react';
import { upload } from '../../../api/client';
import type { StoredDocument } from '../../../api/types';
import { say } from '../../../shared/language';
import { LawRef } from '../../../shared/law-ref';
import { ProblemAlert } from '../../../shared/problem-alert';
import { DOCUMENT_WORDS } from '../../../words';
import { Choice } from '../kit';
import type { DraftDocument } from './draft-types';
import type { SectionProps } from './section-props';
import { useDraft } from './use-draft';

/** Exactly the papers that the law lists for this form; what the house prints itself is not asked for. */
export function PapersSection({ form, change, wrong, findings }: SectionProps) {
  const papers = findings?.papers ?? [];
  const printed = papers.filter((paper) => paper.printed);
  const documents = form.documents ?? [];
  const foreign = (form.members ?? []).some(({ nationality }) => (nationality ?? 'VN') !== 'VN');
  const words = (kind: string): string => DOCUMENT_WORDS[kind] ?? kind;
  return (
    <>
      {wrong('documents') && <p className="wrong">▲ {wrong('documents')}</p>}
      {foreign && (
        <Choice
          id="foundedBeforeInvestmentCertificate"
          legend={say(
            'Có nhà đầu tư nước ngoài: thành lập trước khi có Giấy chứng nhận đăng ký đầu tư?',
            'With foreign investors: founded before the investment certificate?',
          )}
          value={
            form.foundedBeforeInvestmentCertificate === undefined
              ? undefined
              : form.foundedBeforeInvestmentCertificate
                ? 'yes'
                : 'no'
          }
          options={[
            ['no', say('Không, đã có giấy', 'No, the certificate is there')],
            ['yes', say('Có, kèm cam kết', 'Yes, with a commitment')],
          ]}
          onChange={(value) => change({ foundedBeforeInvestmentCertificate: value === 'yes' })}
        />
      )}
      <div id="documents" tabIndex={-1}>
        {papers
          .filter((paper) => !paper.printed)
          .map(({ kind, article }) => (
            <Paper
              key={kind}
              kind={kind}
              words={words(kind)}
              article={article}
              files={documents.filter((document) => document.kind === kind)}
            />
          ))}
      </div>
      {printed.length > 0 && (
        <section className="panel" aria-labelledby="printed-heading">
          <h2 id="printed-heading">{say('Không cần tải lên', 'Nothing to upload')}</h2>
          <p>
            {say('Hệ thống in các giấy này từ nội dung bạn khai:', 'These papers are printed from what you entered:')}
          </p>
          <ul>
            {printed.map(({ kind }) => (
              <li key={kind}>{words(kind)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface PaperProps {
  readonly kind: string;
  readonly words: string;
  readonly article: string;
  readonly files: readonly DraftDocument[];
}

/** One paper: a PDF, or photos taken now. It goes up when it is chosen. */
function Paper({ kind, words, article, files }: PaperProps) {
  const { form, change } = useDraft();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const documents = form.documents ?? [];
  const take = async (chosen: readonly File[], input: HTMLInputElement): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const stored: DraftDocument[] = [];
      for (const file of chosen) {
        const { sha256 } = await upload<StoredDocument>('/api/documents', file, crypto.randomUUID());
        stored.push({ kind, sha256, fileName: file.name.slice(-150) });
      }
      change({
        documents: [...documents.filter(({ sha256 }) => !stored.some((one) => one.sha256 === sha256)), ...stored],
      });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      input.value = '';
    }
  };
  return (
    <section className="panel" aria-labelledby={`paper-${kind}`}>
      <h2 id={`paper-${kind}`}>{words}</h2>
      <p className="muted">
        <LawRef article={article} />
      </p>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <ul className="checks">
        {files.map(({ sha256, fileName }) => (
          <li key={sha256} className="row">
            <a href={`/api/documents/${sha256}`}>{fileName}</a>
            <button
              type="button"
              className="grave"
              aria-label={say(`Bỏ tệp ${fileName}`, `Remove ${fileName}`)}
              onClick={() => change({ documents: documents.filter((one) => one.sha256 !== sha256) })}
            >
              {say('Bỏ', 'Remove')}
            </button>
          </li>
        ))}
      </ul>
      <label htmlFor={`file-${kind}`}>
        {files.length === 0
          ? say('Chọn tệp hoặc chụp ảnh', 'Choose a file or take a photo')
          : say('Thêm trang hoặc tệp khác', 'Add pages or another file')}
      </label>
      <span className="hint" id={`file-${kind}-hint`}>
        {say('PDF, JPEG hoặc PNG, tối đa 20 MB', 'PDF, JPEG or PNG, at most 20 MB')}
      </span>
      <input
        id={`file-${kind}`}
        type="file"
        multiple
        accept="application/pdf,image/*"
        disabled={busy}
        aria-describedby={`file-${kind}-hint`}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          if (chosen.length > 0) void take(chosen, event.target);
        }}
      />
      <p role="status">{busy && say('Đang tải lên…', 'Uploading…')}</p>
    </section>
  );
}
