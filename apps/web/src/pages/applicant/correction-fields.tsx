import type { CaseView } from '../../api/types';
import { FileField, TextField } from '../../shared/fields';
import { DOCUMENT_WORDS } from '../../words';
import type { CorrectionForm, Section } from './correction-form';

interface CorrectionFieldsProps {
  readonly section: Section;
  readonly dossier: CaseView;
  readonly form: CorrectionForm;
  readonly onChange: (form: CorrectionForm) => void;
  /** Subjects of the notice: of the papers, only those named are shown. All of them when absent. */
  readonly kinds?: readonly string[];
}

/** The fields of one section, filled with what was declared before. */
export function CorrectionFields({ section, dossier, form, onChange, kinds }: CorrectionFieldsProps) {
  const change = (part: Partial<CorrectionForm>): void => onChange({ ...form, ...part });
  switch (section) {
    case 'ownName':
      return (
        <TextField id="ownName" words="Tên riêng" value={form.ownName} onChange={(ownName) => change({ ownName })} />
      );
    case 'headOffice':
      return (
        <>
          <TextField
            id="line"
            words="Thôn, ấp, số nhà, đường"
            value={form.line}
            onChange={(line) => change({ line })}
          />
          <TextField
            id="phone"
            words="Điện thoại"
            value={form.phone}
            onChange={(phone) => change({ phone })}
            inputMode="tel"
            optional
          />
        </>
      );
    case 'businessLines':
      return (
        <TextField
          id="mainLine"
          words="Mã ngành chính"
          hint="Bốn chữ số, ví dụ 0161"
          value={form.mainLine}
          onChange={(mainLine) => change({ mainLine })}
          inputMode="numeric"
        />
      );
    case 'capital':
      return (
        <>
          <TextField
            id="charterCapital"
            words="Vốn điều lệ (đồng)"
            hint="Bằng tổng vốn góp của thành viên"
            value={form.charterCapital}
            onChange={(charterCapital) => change({ charterCapital })}
            inputMode="numeric"
          />
          {dossier.application.members.map(({ personId, person }, index) => (
            <TextField
              key={personId}
              id={`contribution-${index}`}
              words={`Vốn góp của ${person?.fullName ?? `thành viên ${index + 1}`} (đồng)`}
              value={form.contributions[personId] ?? ''}
              onChange={(contribution) =>
                change({ contributions: { ...form.contributions, [personId]: contribution } })
              }
              inputMode="numeric"
            />
          ))}
        </>
      );
    case 'governance':
      return (
        <div className="field">
          <label htmlFor="governance">Tổ chức quản trị</label>
          <select
            id="governance"
            value={form.governance}
            onChange={(event) => change({ governance: event.target.value as CorrectionForm['governance'] })}
          >
            <option value="full">Đầy đủ</option>
            <option value="simplified">Rút gọn</option>
          </select>
        </div>
      );
    case 'documents':
      return Object.entries(DOCUMENT_WORDS)
        .filter(([kind]) =>
          kinds ? kinds.includes(`document:${kind}`) : dossier.documents.some((document) => document.kind === kind),
        )
        .map(([kind, words]) => (
          <FileField
            key={kind}
            id={kind}
            words={words}
            hint={`Tệp đã nộp: ${dossier.documents.find((document) => document.kind === kind)?.fileName ?? 'chưa có'}`}
            onChoose={(file) => change({ files: { ...form.files, [kind]: file } })}
          />
        ));
  }
}
