import { DateField } from '../../shared/date-field';
import { TextField } from '../../shared/fields';
import { say } from '../../shared/language';
import { isFilled, type ReceivedMember } from './receive-form';

interface ReceiveMemberProps {
  /** On the form, from 1. */
  readonly number: number;
  readonly member: ReceivedMember;
  /** Members of a union are cooperatives. */
  readonly ofUnion: boolean;
  readonly onChange: (member: ReceivedMember) => void;
  readonly wrong: (id: string) => string | undefined;
}

/** One founding member; a row left empty is not sent. */
export function ReceiveMember({ number, member, ofUnion, onChange, wrong }: ReceiveMemberProps) {
  const required = number === 1 || isFilled(member);
  const text = (
    field: 'fullName' | 'identityNumber' | 'contribution' | 'organisationCode',
    words: string,
    numeric = false,
  ) => (
    <TextField
      id={`${field}-${String(number)}`}
      words={words}
      value={member[field]}
      onChange={(value) => onChange({ ...member, [field]: value })}
      inputMode={numeric ? 'numeric' : undefined}
      wrong={wrong(`${field}-${String(number)}`)}
      required={required}
    />
  );
  return (
    <fieldset className="panel">
      <legend>
        {say('Thành viên', 'Member')} {number}
      </legend>
      <div className="fields">
        {text('fullName', say('Họ, chữ đệm và tên', 'Full name'))}
        {text('identityNumber', say('Số định danh cá nhân', 'Personal number'), true)}
        <DateField
          id={`dateOfBirth-${String(number)}`}
          words={say('Ngày sinh', 'Date of birth')}
          required={required}
          value={member.dateOfBirth}
          onChange={(dateOfBirth) => onChange({ ...member, dateOfBirth })}
          wrong={wrong(`dateOfBirth-${String(number)}`)}
        />
        {text('contribution', say('Vốn góp (đồng)', 'Contribution (đồng)'), true)}
        {ofUnion &&
          text('organisationCode', say('Mã số hợp tác xã thành viên', 'Code of the member cooperative'), true)}
      </div>
      <label className="choice">
        <input
          type="radio"
          name="representative"
          checked={member.legalRepresentative}
          onChange={() => onChange({ ...member, legalRepresentative: true })}
        />
        {say('Người đại diện theo pháp luật', 'Legal representative')}
      </label>
    </fieldset>
  );
}
