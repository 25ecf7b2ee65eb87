import type { MemberForm } from './filing-form';

const FIELDS = [
  ['fullName', 'Họ, chữ đệm và tên', 'text'],
  ['identityNumber', 'Số định danh cá nhân (12 số)', 'text'],
  ['dateOfBirth', 'Ngày sinh', 'date'],
  ['contribution', 'Vốn góp (đồng)', 'text'],
] as const;

/** One founding member. */
export function MemberFields({
  number,
  member,
  onChange,
}: {
  number: number;
  member: MemberForm;
  onChange: (member: MemberForm) => void;
}) {
  return (
    <fieldset className="panel">
      <legend>Thành viên {number}</legend>
      <div className="row">
        {FIELDS.map(([field, words, type]) => (
          <div className="field" key={field}>
            <label htmlFor={`${field}-${number}`}>{words}</label>
            <input
              id={`${field}-${number}`}
              type={type}
              value={member[field]}
              onChange={(event) => onChange({ ...member, [field]: event.target.value })}
              inputMode={field === 'identityNumber' || field === 'contribution' ? 'numeric' : undefined}
            />
          </div>
        ))}
      </div>
      <label className="row">
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
