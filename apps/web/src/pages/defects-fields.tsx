import { SelectField } from '../shared/fields';
import { say } from '../shared/language';
import { LawRef } from '../shared/law-ref';
import { SUBJECTS } from '../words';

/** One line of the correction notice as the officer types it. */
export interface DefectForm {
  readonly key: string;
  readonly subject: string;
  readonly reason: string;
}

export const emptyDefect = (): DefectForm => ({ key: crypto.randomUUID(), subject: 'headOffice.line', reason: '' });

const articleOf = (subject: string): string => SUBJECTS[subject]?.[1] ?? '';

export const defectsOf = (defects: readonly DefectForm[]): readonly object[] =>
  defects.map(({ subject, reason }) => ({ subject, reason, article: articleOf(subject) }));

interface DefectsFieldsProps {
  readonly defects: readonly DefectForm[];
  readonly onChange: (defects: readonly DefectForm[]) => void;
}

/** The one notice names every defect at once: what it is about, and what is wrong with it. */
export function DefectsFields({ defects, onChange }: DefectsFieldsProps) {
  const change = (key: string, part: Partial<DefectForm>): void =>
    onChange(defects.map((defect) => (defect.key === key ? { ...defect, ...part } : defect)));
  return (
    <>
      <p>
        {say(
          'Chỉ ra mọi nội dung cần sửa trong một thông báo; người nộp được yêu cầu sửa đổi, bổ sung một lần.',
          'Name everything to be corrected in the one notice; the applicant is asked once.',
        )}
      </p>
      {defects.map((defect, index) => (
        <fieldset className="panel" key={defect.key}>
          <legend>
            {say('Nội dung', 'Item')} {index + 1}
          </legend>
          <SelectField
            id={`subject-${index}`}
            words={say('Mục cần sửa', 'What is to be corrected')}
            value={defect.subject}
            options={Object.entries(SUBJECTS).map(([subject, [words]]) => [subject, words] as const)}
            onChange={(subject) => change(defect.key, { subject })}
          />
          <div className="field">
            <label htmlFor={`reason-${index}`}>
              {say('Lý do', 'Reason')}
              <span className="hint">
                {say('Căn cứ', 'Legal basis')}: <LawRef article={articleOf(defect.subject)} />
              </span>
            </label>
            <textarea
              id={`reason-${index}`}
              rows={3}
              value={defect.reason}
              onChange={(event) => change(defect.key, { reason: event.target.value })}
              required
            />
          </div>
          {defects.length > 1 && (
            <button type="button" onClick={() => onChange(defects.filter(({ key }) => key !== defect.key))}>
              {say('Bỏ nội dung', 'Remove item')} {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => onChange([...defects, emptyDefect()])}>
          {say('Thêm nội dung', 'Add an item')}
        </button>
      </p>
    </>
  );
}
