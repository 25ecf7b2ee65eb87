import { TextField } from '../shared/fields';
import { isFilled } from './filing-form';
import type { MemberForm } from './filing-form';

interface Field {
  readonly field: 'fullName' | 'identityNumber' | 'dateOfBirth' | 'contribution' | 'organisationCode';
  readonly words: string;
  readonly hint?: string;
  readonly numeric?: boolean;
}

const FIELDS: readonly Field[] = [
  { field: 'fullName', words: 'Họ, chữ đệm và tên' },
  { field: 'identityNumber', words: 'Số định danh cá nhân', hint: '12 chữ số', numeric: true },
  { field: 'dateOfBirth', words: 'Ngày sinh', hint: 'Ngày/tháng/năm, ví dụ 17/05/1980' },
  { field: 'contribution', words: 'Vốn góp (đồng)', hint: 'Ví dụ 30.000.000', numeric: true },
];
const OF_UNION: Field = {
  field: 'organisationCode',
  words: 'Mã số hợp tác xã thành viên',
  hint: '10 chữ số; người khai ở trên là người đại diện của hợp tác xã này',
  numeric: true,
};

interface MemberFieldsProps {
  /** On the form, from 1. */
  readonly number: number;
  readonly member: MemberForm;
  /** Members of a union are cooperatives. */
  readonly ofUnion: boolean;
  readonly onChange: (member: MemberForm) => void;
  /** What the server says is wrong with a field, by its id. */
  readonly wrong: (id: string) => string | undefined;
}

/** One founding member; a row left empty is not sent. */
export function MemberFields({ number, member, ofUnion, onChange, wrong }: MemberFieldsProps) {
  const required = number === 1 || isFilled(member);
  return (
    <fieldset className="panel">
      <legend>Thành viên {number}</legend>
      <div className="fields">
        {[...FIELDS, ...(ofUnion ? [OF_UNION] : [])].map(({ field, words, hint, numeric }) => (
          <TextField
            key={field}
            id={`${field}-${number}`}
            words={words}
            {...(hint ? { hint } : {})}
            value={member[field]}
            onChange={(value) => onChange({ ...member, [field]: value })}
            inputMode={numeric ? 'numeric' : undefined}
            wrong={wrong(`${field}-${number}`)}
            required={required}
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
