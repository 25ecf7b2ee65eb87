import '../work/work.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { DataTable } from '../../shared/data-table';
import { formatDay } from '../../shared/format';
import { say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { usePeople } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ROLE_WORDS } from '../../words';
import { EndRole, GrantRole, LockAccount, StandIn } from './user-forms';
import { inForce, type HeldRole, type UserRecord } from './users.types';

/** One account: its roles with office, days and paper; what is given, ended and locked here is recorded with its ground. */
export function UserPageView() {
  const { id } = useParams({ from: '/admin/users/$id' });
  const client = useQueryClient();
  const people = usePeople();
  const name = people.known(id) ?? id;
  usePageTitle(`${name} – ${say('Người dùng và vai trò', 'Users and roles')}`);
  const [done, setDone] = useState<string>();
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () => get<{ users: readonly UserRecord[] }>('/api/users'),
  });
  if (users.error) return <ProblemAlert page error={users.error} onRetry={() => void users.refetch()} />;
  if (!users.data) return <Loading />;
  const user = users.data.users.find(({ userId }) => userId === id) ?? {
    userId: id,
    roles: [],
    substitutions: [],
    locked: false,
  };
  const recorded = async (what: string): Promise<void> => {
    setDone(what);
    await client.invalidateQueries({ queryKey: ['users'] });
    await client.invalidateQueries({ queryKey: ['staff'] });
  };
  return (
    <>
      <p>
        <Link to="/admin/users" search={{}}>
          ‹ {say('Người dùng và vai trò', 'Users and roles')}
        </Link>
      </p>
      <h1>{name}</h1>
      <p>
        <span className="muted">{say('Tài khoản', 'Account')}: </span>
        <span className="code hash">{id}</span>{' '}
        {user.locked && <span className="tag late">▲ {say('Đang khóa', 'Locked')}</span>}
      </p>
      <p role="status" className={done === undefined ? undefined : 'recorded'}>
        {done !== undefined && `✓ ${say('Đã ghi nhận', 'Recorded')}: ${done}`}
      </p>
      <Roles user={user} onRecorded={recorded} />
      <GrantRole userId={id} onRecorded={recorded} />
      <StandIn userId={id} users={users.data.users} onRecorded={recorded} />
      <LockAccount user={user} onRecorded={recorded} />
    </>
  );
}

function Roles({ user, onRecorded }: { user: UserRecord; onRecorded: (what: string) => Promise<void> }) {
  const names = useNames();
  const people = usePeople();
  const today = useToday();
  const rows: readonly HeldRole[] = [...user.roles, ...user.substitutions].sort((one, other) =>
    other.from.localeCompare(one.from),
  );
  const title = say('Vai trò', 'Roles');
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{title}</h2>
      {rows.length === 0 && <p>{say('Tài khoản này chưa giữ vai trò nào.', 'This account holds no role.')}</p>}
      {rows.length > 0 && (
        <DataTable
          name={title}
          rows={rows}
          keyOf={(held) => `${held.role} ${held.officeId} ${held.from} ${held.onBehalfOf ?? ''}`}
          columns={[
            {
              words: say('Vai trò', 'Role'),
              cell: (held) => (
                <>
                  {ROLE_WORDS[held.role] ?? held.role}
                  {held.onBehalfOf !== undefined &&
                    ` · ${say('thay', 'for')} ${people.known(held.onBehalfOf) ?? held.onBehalfOf}`}
                </>
              ),
            },
            { words: say('Cơ quan', 'Office'), cell: ({ officeId }) => names.office(officeId) },
            { words: say('Từ ngày', 'From'), cell: ({ from }) => formatDay(from) },
            {
              words: say('Đến hết ngày', 'Last day'),
              cell: ({ to }) => (to === undefined ? say('Chưa định', 'Open') : formatDay(to)),
            },
            {
              words: say('Căn cứ', 'Ground'),
              cell: ({ ground, endGround }) =>
                [ground, endGround === undefined ? undefined : `${say('kết thúc', 'ended')}: ${endGround}`]
                  .filter((one) => one !== undefined)
                  .join(' · ') || '–',
            },
            {
              words: say('Tình trạng', 'State'),
              cell: (held) =>
                inForce(held, today)
                  ? `● ${say('Đang giữ', 'Held')}`
                  : held.from > today
                    ? `◐ ${say('Chưa đến ngày', 'Not yet')}`
                    : `✓ ${say('Đã hết', 'Over')}`,
            },
            {
              words: say('Việc', 'Actions'),
              actions: true,
              cell: (held) =>
                held.onBehalfOf === undefined && (held.to === undefined || held.to > today) ? (
                  <EndRole userId={user.userId} held={held} onRecorded={onRecorded} />
                ) : null,
            },
          ]}
        />
      )}
    </section>
  );
}
