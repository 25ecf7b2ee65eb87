import '../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { DataTable } from '../../shared/data-table';
import { SelectField, TextField } from '../../shared/fields';
import { formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { usePeople } from '../../shared/people';
import { plainText } from '../../shared/plain-text';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ROLE_WORDS } from '../../words';
import { inForce, OFFICE_ROLES, type UserRecord } from './users.types';

/** Người dùng và vai trò: who may do what, where, and until when. */
export function UsersPageView() {
  const title = say('Người dùng và vai trò', 'Users and roles');
  usePageTitle(title);
  const today = useToday();
  const people = usePeople();
  const names = useNames();
  const { q = '', role = '' } = useSearch({ from: '/admin/users' });
  const navigate = useNavigate({ from: '/admin/users' });
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () => get<{ users: readonly UserRecord[] }>('/api/users'),
  });
  if (users.error) return <ProblemAlert page error={users.error} onRetry={() => void users.refetch()} />;
  if (!users.data) return <Loading />;
  const held = (user: UserRecord) => [...user.roles, ...user.substitutions].filter((one) => inForce(one, today));
  const wanted = plainText(q);
  const rows = users.data.users
    .filter((user) => plainText(`${people.known(user.userId) ?? ''} ${user.userId}`).includes(wanted))
    .filter((user) => role === '' || held(user).some((one) => one.role === role))
    .sort((one, other) =>
      (people.known(one.userId) ?? one.userId).localeCompare(people.known(other.userId) ?? other.userId, 'vi'),
    );
  return (
    <>
      <h1>{title}</h1>
      <form className="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          id="text"
          words={say('Tìm theo tên hoặc tài khoản', 'Name or account')}
          value={q}
          required={false}
          onChange={(text) =>
            void navigate({ search: { q: text || undefined, role: role || undefined }, replace: true })
          }
        />
        <SelectField
          id="role"
          words={say('Vai trò', 'Role')}
          value={role}
          none={say('Tất cả', 'All')}
          options={OFFICE_ROLES.map((one) => [one, ROLE_WORDS[one] ?? one] as const)}
          onChange={(one) => void navigate({ search: { q: q || undefined, role: one || undefined } })}
        />
      </form>
      <p className="muted" role="status">
        {say(`${formatNumber(rows.length)} người dùng`, `${formatNumber(rows.length)} users`)}
      </p>
      <DataTable
        name={title}
        rows={rows}
        keyOf={({ userId }) => userId}
        columns={[
          {
            words: say('Người dùng', 'User'),
            cell: ({ userId }) => (
              <Link to="/admin/users/$id" params={{ id: userId }}>
                {people.known(userId) ?? userId}
              </Link>
            ),
          },
          { words: say('Tài khoản', 'Account'), cell: ({ userId }) => <span className="code hash">{userId}</span> },
          {
            words: say('Vai trò hôm nay', 'Roles today'),
            cell: (user) =>
              held(user)
                .map((one) => `${ROLE_WORDS[one.role] ?? one.role}, ${names.office(one.officeId)}`)
                .join('; ') || say('Không có', 'None'),
          },
          {
            words: say('Tình trạng', 'State'),
            cell: ({ locked }) =>
              locked ? (
                <span className="tag late">▲ {say('Đang khóa', 'Locked')}</span>
              ) : (
                <span className="tag in-time">✓ {say('Đang dùng', 'In use')}</span>
              ),
          },
        ]}
      />
      <OtherAccount />
    </>
  );
}

/** Somebody about whom nothing is recorded yet is known by the account alone. */
function OtherAccount() {
  const navigate = useNavigate();
  const [account, setAccount] = useState('');
  const open = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '/admin/users/$id', params: { id: account.trim() } });
  };
  return (
    <section className="panel" aria-labelledby="other">
      <h2 id="other">{say('Thêm người dùng', 'Add a user')}</h2>
      <form onSubmit={open}>
        <TextField
          id="account"
          words={say('Tài khoản', 'Account')}
          hint={say(
            'Mã tài khoản (sub) do dịch vụ đăng nhập cấp. Người đó đăng nhập bằng tài khoản này.',
            'The account’s id (sub) at the sign-in service, by which that person signs in.',
          )}
          value={account}
          onChange={setAccount}
        />
        <button>{say('Mở để phân công vai trò', 'Open, to give a role')}</button>
      </form>
    </section>
  );
}
