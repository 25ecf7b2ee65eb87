import { useEffect } from 'react';
import { TextField } from '../../../shared/fields';
import { formatNumber } from '../../../shared/format';
import { say } from '../../../shared/language';
import { LawRef } from '../../../shared/law-ref';
import { Choice, DayField, Select } from '../kit';
import type { ConferenceField, DraftElected, DraftForm } from './draft-types';
import { fieldWords, sentKeys } from './findings-words';
import type { SectionProps } from './section-props';

const nameOf = (form: DraftForm, key: string): string =>
  form.members?.find((member) => member.key === key)?.fullName ??
  say('thành viên chưa có tên', 'member without a name');
const people = (form: DraftForm): readonly (readonly [string, string])[] =>
  sentKeys(form).map((key) => [key, nameOf(form, key)] as const);

function NoMembersYet() {
  return <p>{say('Xin khai thành viên trước.', 'Please enter the members first.')}</p>;
}

/** One of the members declared. */
export function RepresentativeSection({ form, change, wrong }: SectionProps) {
  const options = people(form);
  if (options.length === 0) return <NoMembersYet />;
  return (
    <Choice
      id="representative"
      legend={say('Chọn trong các thành viên đã khai', 'Choose among the members')}
      value={form.representative}
      wrong={wrong('representative')}
      options={options}
      onChange={(representative) => change({ representative })}
    />
  );
}

const OFFICE_WORDS: Readonly<Record<string, string>> = {
  boardChair: say('Chủ tịch Hội đồng quản trị', 'Chair of the board'),
  boardMember: say('Thành viên Hội đồng quản trị', 'Member of the board'),
  director: say('Giám đốc (Tổng giám đốc)', 'Director'),
  supervisoryHead: say('Trưởng Ban kiểm soát', 'Head of the supervisory board'),
  supervisor: say('Thành viên Ban kiểm soát', 'Member of the supervisory board'),
  controller: say('Kiểm soát viên', 'Controller'),
};
/** Rows to begin with; what must be filled is the server's to say. */
const FIRST_OFFICES = {
  full: ['boardChair', 'director', 'supervisoryHead'],
  simplified: ['director', 'controller'],
} as const;
const COUNTS: readonly ConferenceField[] = [
  'foundersInvited',
  'foundersAttended',
  'votesForCharter',
  'votesForMemberList',
  'votesForPlan',
];

/** The founders' conference, its votes, and whom it elected. */
export function GovernanceSection({ form, change, wrong }: SectionProps) {
  const conference = form.conference ?? {};
  const elected = form.elected ?? [];
  const options = people(form);
  const told = (field: ConferenceField, text: string): void => change({ conference: { ...conference, [field]: text } });
  const setElected = (at: number, part: Partial<DraftElected>): void =>
    change({ elected: elected.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <Choice
        id="governance"
        legend={say('Cách tổ chức quản trị', 'Governance')}
        value={form.governance}
        wrong={wrong('governance')}
        options={[
          [
            'full',
            say(
              'Đầy đủ: Đại hội thành viên, Hội đồng quản trị, Giám đốc, Ban kiểm soát',
              'Full: general meeting, board, director, supervisory board',
            ),
          ],
          [
            'simplified',
            say(
              'Rút gọn: Đại hội thành viên, Giám đốc, Kiểm soát viên',
              'Simplified: general meeting, director, controller',
            ),
          ],
        ]}
        onChange={(governance) =>
          change({
            governance,
            elected: FIRST_OFFICES[governance].map((office) => ({
              office,
              member: elected.find((one) => one.office === office)?.member ?? '',
              votesFor: elected.find((one) => one.office === office)?.votesFor ?? '',
            })),
          })
        }
      />
      <h2>{say('Hội nghị thành lập', 'Founders’ conference')}</h2>
      <DayField
        id="heldOn"
        legend={fieldWords('heldOn')}
        value={conference.heldOn ?? ''}
        wrong={wrong('heldOn')}
        onChange={(day) => told('heldOn', day)}
      />
      {COUNTS.map((field) => (
        <TextField
          key={field}
          id={field}
          words={fieldWords(field)}
          value={conference[field] ?? ''}
          wrong={wrong(field)}
          inputMode="numeric"
          required={false}
          onChange={(text) => told(field, text)}
        />
      ))}
      <h2>{say('Người được bầu', 'Elected people')}</h2>
      {options.length === 0 && <NoMembersYet />}
      {elected.map((one, at) => (
        <fieldset className="panel" key={`${one.office}-${at}`}>
          <legend>{OFFICE_WORDS[one.office] ?? one.office}</legend>
          <Select
            id={`elected-${at}-member`}
            words={say('Người được bầu', 'Who')}
            value={one.member}
            options={options}
            onChange={(member) => setElected(at, { member })}
          />
          <TextField
            id={`elected-${at}-votesFor`}
            words={fieldWords('votesFor')}
            value={one.votesFor ?? ''}
            wrong={wrong(`elected-${at}-votesFor`)}
            inputMode="numeric"
            required={false}
            onChange={(votesFor) => setElected(at, { votesFor })}
          />
          {at >= FIRST_OFFICES[form.governance ?? 'full'].length && (
            <button
              type="button"
              className="grave"
              onClick={() => change({ elected: elected.filter((_, place) => place !== at) })}
            >
              {say('Bỏ', 'Remove')}
            </button>
          )}
        </fieldset>
      ))}
      {form.governance === 'full' && (
        <p className="row">
          {(['boardMember', 'supervisor'] as const).map((office) => (
            <button
              key={office}
              type="button"
              onClick={() => change({ elected: [...elected, { office, member: '', votesFor: '' }] })}
            >
              + {OFFICE_WORDS[office]}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

const GROUND_WORDS: Readonly<Record<string, string>> = {
  capital: say('nắm từ 25 % vốn điều lệ', 'holds 25 % of the capital or more'),
  control: say('chi phối hoạt động', 'controls the organisation'),
  topManager: say('người quản lý cao nhất (không ai nắm từ 25 % vốn)', 'top manager (nobody holds 25 % or more)'),
};

/** Beneficial owners: proposed from the shares, stated by the founders. */
export function OwnersSection({ form, change, wrong, findings }: SectionProps) {
  const proposed = findings?.proposedOwners;
  const owners = form.owners;
  useEffect(() => {
    if (owners === undefined && proposed !== undefined && proposed.length > 0)
      change({ owners: proposed.map(({ member, ground }) => ({ member, ground })) });
  });
  const stated = owners ?? [];
  const options = people(form).filter(([key]) => !stated.some(({ member }) => member === key));
  const shareOf = (key: string): string => {
    const basisPoints = proposed?.find(({ member }) => member === key)?.shareBasisPoints;
    return basisPoints === undefined ? '' : ` (${formatNumber(basisPoints / 100)}\u00a0%)`;
  };
  if (people(form).length === 0) return <NoMembersYet />;
  return (
    <>
      <p>
        {say(
          'Đề xuất dưới đây tính từ phần vốn góp đã khai. Thêm người chi phối hợp tác xã theo cách khác nếu có.',
          'The proposal is counted from the contributions. Add whoever controls the cooperative in another way.',
        )}{' '}
        <span className="muted">
          (<LawRef article="D295 Art. 66" />)
        </span>
      </p>
      {wrong('beneficialOwners') && <p className="wrong">▲ {wrong('beneficialOwners')}</p>}
      <ul className="checks">
        {stated.map(({ member, ground }) => (
          <li key={member} className="row">
            <span>
              <strong>{nameOf(form, member)}</strong>
              {shareOf(member)}: {GROUND_WORDS[ground] ?? ground}
            </span>
            <button
              type="button"
              className="grave"
              aria-label={say(`Bỏ ${nameOf(form, member)}`, `Remove ${nameOf(form, member)}`)}
              onClick={() => change({ owners: stated.filter((one) => one.member !== member) })}
            >
              {say('Bỏ', 'Remove')}
            </button>
          </li>
        ))}
      </ul>
      <Select
        id="owners"
        words={say('Thêm người chi phối hoạt động', 'Add a person who controls')}
        value=""
        options={options}
        onChange={(member) => {
          if (member !== '') change({ owners: [...stated, { member, ground: 'control' }] });
        }}
      />
    </>
  );
}
