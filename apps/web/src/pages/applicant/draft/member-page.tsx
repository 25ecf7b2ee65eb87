import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { usePageTitle } from '../../../shared/use-page-title';
import { MEMBER_WORDS } from '../../../words';
import { Choice, DayField, MoneyField } from '../kit';
import type { DraftMember } from './draft-types';
import { findingText, placeOf } from './findings-words';
import { useDraft, useFindings } from './use-draft';

/** One member on a page of his own. */
export function MemberPageView() {
  const { id, member: key } = useParams({ strict: false }) as { id: string; member: string };
  const { form, change, flush } = useDraft();
  const findings = useFindings();
  const navigate = useNavigate();
  const [newKey] = useState(() => crypto.randomUUID().slice(0, 12));
  const members = form.members ?? [];
  const wanted = key === 'moi' ? newKey : key;
  const place = members.findIndex((one) => one.key === wanted);
  const member: DraftMember = members[place] ?? { key: wanted };
  const title =
    place < 0
      ? say('Thêm thành viên', 'Add a member')
      : say(`Thành viên ${place + 1} trên ${members.length}`, `Member ${place + 1} of ${members.length}`);
  usePageTitle(title);
  const set = (part: Partial<DraftMember>): void => {
    const next = { ...member, ...part };
    change({ members: place < 0 ? [...members, next] : members.map((one) => (one.key === wanted ? next : one)) });
  };
  const wrong = (field: string): string | undefined => {
    const found = findings.data?.sections
      .flatMap(({ fields }) => fields)
      .find(({ pointer }) => {
        const at = placeOf(pointer, form);
        return at.member === wanted && at.id === field;
      });
    return found === undefined || found.missing ? undefined : findingText(found);
  };
  // The list shows what is in memory, which is saved while any page of the draft is open: a busy server keeps nobody on this one.
  const back = (): void => {
    void flush();
    void navigate({ to: '/ho-so-cua-toi/$id/khai/$section', params: { id, section: 'thanh-vien' } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    back();
  };
  const union = form.kind === 'cooperativeUnion';
  const foreign = (member.nationality ?? 'VN') !== 'VN';
  return (
    <form onSubmit={submit} noValidate>
      <h1>{title}</h1>
      {union && (
        <TextField
          id="organisationCode"
          words={say('Mã số hợp tác xã thành viên', 'Code of the member cooperative')}
          hint={say(
            '10 chữ số; người khai dưới đây là người đại diện của hợp tác xã này',
            '10 digits; the person below represents it',
          )}
          value={member.organisationCode ?? ''}
          wrong={wrong('organisationCode')}
          inputMode="numeric"
          required={false}
          onChange={(organisationCode) => set({ organisationCode })}
        />
      )}
      <TextField
        id="fullName"
        words={say('Họ, chữ đệm và tên', 'Full name')}
        value={member.fullName ?? ''}
        wrong={wrong('fullName')}
        required={false}
        onChange={(fullName) => set({ fullName })}
      />
      <Choice
        id="nationality"
        legend={say('Quốc tịch', 'Nationality')}
        value={foreign ? 'other' : 'VN'}
        options={[
          ['VN', 'Việt Nam'],
          ['other', say('Nước ngoài', 'Foreign')],
        ]}
        onChange={(value) => set({ nationality: value === 'VN' ? 'VN' : '' })}
      />
      {foreign && (
        <TextField
          id="nationalityCode"
          words={say('Mã nước (2 chữ cái)', 'Country code (2 letters)')}
          hint="LA, KH, CN, US…"
          value={member.nationality ?? ''}
          wrong={wrong('nationality')}
          required={false}
          onChange={(nationality) => set({ nationality: nationality.toUpperCase() })}
        />
      )}
      <TextField
        id="identityNumber"
        words={foreign ? say('Số hộ chiếu', 'Passport number') : say('Số định danh cá nhân', 'Personal number')}
        hint={foreign ? FOREIGN_HINT : say('12 chữ số', '12 digits')}
        value={member.identityNumber ?? ''}
        wrong={wrong('identityNumber')}
        inputMode={foreign ? undefined : 'numeric'}
        required={false}
        onChange={(identityNumber) => set({ identityNumber })}
      />
      <DayField
        key={wanted}
        id="dateOfBirth"
        legend={say('Ngày sinh', 'Date of birth')}
        value={member.dateOfBirth ?? ''}
        wrong={wrong('dateOfBirth')}
        onChange={(dateOfBirth) => set({ dateOfBirth })}
      />
      <TextField
        id="residence"
        words={say('Nơi ở', 'Residence')}
        value={member.residence ?? ''}
        wrong={wrong('residence')}
        optional
        onChange={(residence) => set({ residence })}
      />
      <Choice
        id="memberKind"
        legend={say('Loại thành viên', 'Kind of member')}
        value={member.memberKind ?? 'official'}
        options={(['official', 'capitalContributing', 'nonContributing'] as const).map(
          (kind) => [kind, MEMBER_WORDS[kind] ?? kind] as const,
        )}
        onChange={(memberKind) => set({ memberKind })}
      />
      {member.memberKind !== 'nonContributing' && (
        <MoneyField
          id="contribution"
          words={say('Vốn góp', 'Contribution')}
          value={member.contribution ?? ''}
          wrong={wrong('contribution')}
          onChange={(contribution) => set({ contribution })}
        />
      )}
      <p className="row">
        <button className="main" type="submit">
          {say('Xong, về danh sách', 'Done, back to the list')}
        </button>
        {place >= 0 && (
          <button
            type="button"
            className="grave"
            onClick={() => {
              change({ members: members.filter((one) => one.key !== wanted) });
              back();
            }}
          >
            {say('Xóa thành viên này', 'Remove this member')}
          </button>
        )}
      </p>
    </form>
  );
}

/** A foreign paper's number has no one shape. */
const FOREIGN_HINT = say('Chữ và số, không dấu cách', 'Letters and digits without spaces');
