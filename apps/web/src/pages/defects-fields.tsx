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
      <p>Chỉ ra mọi nội dung cần sửa trong một thông báo; người nộp được yêu cầu sửa đổi, bổ sung một lần.</p>
      {defects.map((defect, index) => (
        <fieldset className="panel" key={defect.key}>
          <legend>Nội dung {index + 1}</legend>
          <div className="field">
            <label htmlFor={`subject-${index}`}>Mục cần sửa</label>
            <select
              id={`subject-${index}`}
              value={defect.subject}
              onChange={(event) => change(defect.key, { subject: event.target.value })}
            >
              {Object.entries(SUBJECTS).map(([subject, [words]]) => (
                <option key={subject} value={subject}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`reason-${index}`}>
              Lý do
              <span className="hint">
                Căn cứ: <LawRef article={articleOf(defect.subject)} />
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
              Bỏ nội dung {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => onChange([...defects, emptyDefect()])}>
          Thêm nội dung
        </button>
      </p>
    </>
  );
}
