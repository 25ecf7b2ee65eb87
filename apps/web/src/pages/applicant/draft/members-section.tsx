import { Link } from '@tanstack/react-router';
import { formatDong, formatNumber } from '../../../shared/format';
import { say } from '../../../shared/language';
import { MEMBER_WORDS } from '../../../words';
import { amount } from '../../amount';
import { MoneyField } from '../kit';
import type { DraftMember } from './draft-types';
import { MemberImport } from './member-import';
import type { SectionProps } from './section-props';
import { useDraft } from './use-draft';

const given = (text: string | undefined): number => {
  const dong = amount(text ?? '');
  return Number.isNaN(dong) ? 0 : dong;
};

/** Capital and members: sums and shares change while one types. */
export function MembersSection({ form, change, wrong }: SectionProps) {
  const { id } = useDraft();
  const members = form.members ?? [];
  const capital = given(form.charterCapital);
  const sum = members.reduce((total, { contribution }) => total + given(contribution), 0);
  const share = (member: DraftMember): string =>
    capital > 0 ? `${formatNumber(Math.round((given(member.contribution) / capital) * 10_000) / 100)}\u00a0%` : '–';
  const add = (more: readonly DraftMember[]): void => change({ members: [...members, ...more] });
  return (
    <>
      <MoneyField
        id="charterCapital"
        words={say('Vốn điều lệ', 'Charter capital')}
        value={form.charterCapital ?? ''}
        wrong={wrong('charterCapital')}
        onChange={(charterCapital) => change({ charterCapital })}
      />
      <h2 id="members" tabIndex={-1}>
        {say(`Thành viên (${members.length})`, `Members (${members.length})`)}
      </h2>
      {wrong('members') && <p className="wrong">▲ {wrong('members')}</p>}
      {members.length > 0 && (
        <div className="table-wrap">
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{say('Họ, chữ đệm và tên', 'Full name')}</th>
                <th scope="col">{say('Loại', 'Kind')}</th>
                <th scope="col" className="numeric">
                  {say('Vốn góp', 'Contribution')}
                </th>
                <th scope="col" className="numeric">
                  {say('Tỷ lệ', 'Share')}
                </th>
                <th scope="col">
                  <span className="unseen">{say('Việc', 'Actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map((member, at) => {
                const name = member.fullName || say(`Thành viên ${at + 1}`, `Member ${at + 1}`);
                return (
                  <tr key={member.key}>
                    <td data-label={say('Họ, chữ đệm và tên', 'Full name')}>{name}</td>
                    <td data-label={say('Loại', 'Kind')}>{MEMBER_WORDS[member.memberKind ?? 'official']}</td>
                    <td data-label={say('Vốn góp', 'Contribution')} className="numeric">
                      {formatDong(given(member.contribution))}
                    </td>
                    <td data-label={say('Tỷ lệ', 'Share')} className="numeric">
                      {share(member)}
                    </td>
                    <td data-label={say('Việc', 'Actions')}>
                      <Link
                        to="/ho-so-cua-toi/$id/khai/thanh-vien/$member"
                        params={{ id, member: member.key }}
                        aria-label={say(`Sửa ${name}`, `Edit ${name}`)}
                      >
                        {say('Sửa', 'Edit')}
                      </Link>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <p role="status">
        {say('Tổng vốn góp: ', 'Contributions: ')}
        <strong>{formatDong(sum)}</strong>
        {capital > 0 && sum !== capital && (
          <span className="wrong">
            {say(
              `Lệch ${formatDong(Math.abs(capital - sum))} so với vốn điều lệ`,
              `${formatDong(Math.abs(capital - sum))} apart from the charter capital`,
            )}
          </span>
        )}
      </p>
      <p className="row">
        <Link className="button" to="/ho-so-cua-toi/$id/khai/thanh-vien/$member" params={{ id, member: 'moi' }}>
          + {say('Thêm thành viên', 'Add a member')}
        </Link>
      </p>
      <MemberImport onMembers={add} ofUnion={form.kind === 'cooperativeUnion'} />
    </>
  );
}
