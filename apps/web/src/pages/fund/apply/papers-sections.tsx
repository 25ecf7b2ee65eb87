import { useState } from 'react';
import { upload } from '../../../api/client';
import type { StoredDocument } from '../../../api/types';
import { SECURITY_WORDS } from '../../../fund-words';
import { FileField, TextField } from '../../../shared/fields';
import { pick, say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { MoneyField, Select } from '../../applicant/kit';
import type { PolicyPaper } from '../types';
import { emptySecurity, type SecurityText } from './form';
import { useLoanForm } from './frame';

/** What secures the loan; the kinds are those of the fund's lending rules. */
export function SecuritiesSection() {
  const { form, change, wrong, fund } = useLoanForm();
  const kinds = fund?.policy?.policy.securityKinds ?? [];
  const set = (key: string, part: Partial<SecurityText>): void =>
    change({ securities: form.securities.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <>
      <p>
        {say(
          'Không có tài sản bảo đảm thì để trống; Quỹ xem xét theo quy chế cho vay.',
          'Leave it empty where there is none; the fund judges by its lending rules.',
        )}
      </p>
      {form.securities.map((one, at) => (
        <fieldset className="panel" key={one.key}>
          <legend>{say(`Tài sản ${at + 1}`, `Security ${at + 1}`)}</legend>
          <Select
            id={`securities-${at}-kind`}
            words={say('Loại', 'Kind')}
            value={one.kind}
            wrong={wrong(`securities-${at}-kind`)}
            options={kinds.map((kind) => [kind, SECURITY_WORDS[kind] ?? kind])}
            onChange={(kind) => set(one.key, { kind })}
          />
          <TextField
            id={`securities-${at}-description`}
            words={say('Mô tả', 'Description')}
            value={one.description}
            wrong={wrong(`securities-${at}-description`)}
            required={false}
            onChange={(description) => set(one.key, { description })}
          />
          <MoneyField
            id={`securities-${at}-value`}
            words={say('Giá trị ước tính', 'Estimated value')}
            value={one.value}
            wrong={wrong(`securities-${at}-value`)}
            onChange={(value) => set(one.key, { value })}
          />
          <button
            type="button"
            onClick={() => change({ securities: form.securities.filter(({ key }) => key !== one.key) })}
          >
            {say(`Bỏ tài sản ${at + 1}`, `Remove security ${at + 1}`)}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => change({ securities: [...form.securities, emptySecurity()] })}>
          + {say('Thêm tài sản bảo đảm', 'Add a security')}
        </button>
      </p>
    </>
  );
}

/** Exactly the papers that the fund's lending rules ask this borrower for. */
export function PapersSection() {
  const { fund, borrower, wrong } = useLoanForm();
  const all = fund?.policy?.policy.documents ?? [];
  const asked = borrower ? all.filter(({ kind }) => borrower.requiredPapers.includes(kind)) : all;
  return (
    <>
      {wrong('documents') && <p className="wrong">▲ {wrong('documents')}</p>}
      {asked.length === 0 && <p>{say('Quỹ không yêu cầu giấy tờ nào.', 'The fund asks for no papers.')}</p>}
      {asked.map((paper) => (
        <PaperField key={paper.kind} paper={paper} />
      ))}
    </>
  );
}

function PaperField({ paper }: { paper: PolicyPaper }) {
  const { form, change } = useLoanForm();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const words = pick({ vi: paper.nameVi, en: paper.nameEn });
  const chosen = form.documents.find(({ kind }) => kind === paper.kind);
  const choose = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { sha256 } = await upload<StoredDocument>('/api/documents', file, crypto.randomUUID());
      const others = form.documents.filter(({ kind }) => kind !== paper.kind);
      change({ documents: [...others, { kind: paper.kind, sha256, fileName: file.name }] });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel" aria-label={words}>
      <FileField
        id={`document-${paper.kind}`}
        words={words}
        hint={say('Tệp PDF', 'A PDF file')}
        onChoose={(file) => void choose(file)}
      />
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p role="status">
        {busy && say('Đang tải lên…', 'Uploading…')}
        {!busy && chosen && (
          <>
            ✓ {chosen.fileName}{' '}
            <button
              type="button"
              className="link"
              onClick={() => change({ documents: form.documents.filter(({ kind }) => kind !== paper.kind) })}
            >
              {say(`Bỏ tệp ${chosen.fileName}`, `Remove ${chosen.fileName}`)}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
