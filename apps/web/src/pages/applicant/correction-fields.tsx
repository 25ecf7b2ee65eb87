import type { CaseView } from '../../api/types';
import { FileField, SelectField, TextField } from '../../shared/fields';
import { DOCUMENT_WORDS } from '../../words';
import { contributionWords, type CorrectionForm, type Section } from './correction-form';
import { say } from '../../shared/language';

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
        <TextField
          id="ownName"
          words={say('Tên riêng', 'Own name')}
          value={form.ownName}
          onChange={(ownName) => change({ ownName })}
        />
      );
    case 'headOffice':
      return (
        <>
          <TextField
            id="line"
            words={say('Thôn, ấp, số nhà, đường', 'Hamlet, number, street')}
            value={form.line}
            onChange={(line) => change({ line })}
          />
          <TextField
            id="phone"
            words={say('Điện thoại', 'Phone')}
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
          words={say('Mã ngành chính', 'Code of the main line')}
          hint={say('Bốn chữ số, ví dụ 0161', 'Four digits, for example 0161')}
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
            words={say('Vốn điều lệ (đồng)', 'Charter capital (đồng)')}
            hint={say('Bằng tổng vốn góp của thành viên', 'The sum of the contributions')}
            value={form.charterCapital}
            onChange={(charterCapital) => change({ charterCapital })}
            inputMode="numeric"
          />
          {dossier.application.members.map(({ personId, person }, index) => (
            <TextField
              key={personId}
              id={`contribution-${index}`}
              words={contributionWords(person?.fullName ?? `${index + 1}`)}
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
        <SelectField
          id="governance"
          words={say('Tổ chức quản trị', 'Governance')}
          value={form.governance}
          options={[
            ['full', say('Đầy đủ', 'Full')],
            ['simplified', say('Rút gọn', 'Simplified')],
          ]}
          onChange={(governance) => governance !== '' && change({ governance })}
        />
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
            hint={`${say('Tệp đã nộp', 'Filed before')}: ${dossier.documents.find((document) => document.kind === kind)?.fileName ?? say('chưa có', 'none')}`}
            onChoose={(file) => change({ files: { ...form.files, [kind]: file } })}
          />
        ));
  }
}
