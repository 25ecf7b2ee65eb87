import { TextField } from '../shared/fields';
import type { MemberForm } from './filing-form';

const FIELDS = [
  ['fullName', 'Họ, chữ đệm và tên', 'text'],
  ['identityNumber', 'Số định danh cá nhân (12 số)', 'text'],
  ['dateOfBirth', 'Ngày sinh', 'date'],
  ['contribution', 'Vốn góp (đồng)', 'text'],
] as const;

interface MemberFieldsProps {
  /** On the form, from 1. */
  readonly number: number;
  readonly member: MemberForm;
  readonly onChange: (member: MemberForm) => void;
  /** What the server says is wrong with a field, by its id. */
  readonly wrong: (id: string) => string | undefined;
}

/** One founding member. */
export function MemberFields({ number, member, onChange, wrong }: MemberFieldsProps) {
  return (
    <fieldset className="panel">
      <legend>Thành viên {number}</legend>
      <div className="row">
        {FIELDS.map(([field, words, type]) => (
          <TextField
            key={field}
            id={`${field}-${number}`}
            words={words}
            type={type}
            value={member[field]}
            onChange={(value) => onChange({ ...member, [field]: value })}
            inputMode={field === 'identityNumber' || field === 'contribution' ? 'numeric' : undefined}
            wrong={wrong(`${field}-${number}`)}
            optional={number > 5}
          />
        ))}
      </div>
      <label className="choice">
        <input
          type="radio"
          name="representative"
          checked={member.legalRepresentative}
          onChange={() => onChange({ ...member, legalRepresentative: true })}
        />
        Người đại diện theo pháp luật
      </label>
    </fieldset>
  );
}
