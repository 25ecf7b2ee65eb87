import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { get, post } from '../../api/client';
import { useNames } from '../../shared/area-name';
import { DateField } from '../../shared/date-field';
import { SelectField, TextField } from '../../shared/fields';
import { formatDay } from '../../shared/format';
import { say } from '../../shared/language';
import { usePeople, useStaff } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useMay, useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ROLE_WORDS } from '../../words';

interface Substitution {
  readonly userId: string;
  readonly forUserId: string;
  readonly role: string;
  readonly officeId: string;
  readonly from: string;
  readonly to: string;
  readonly ground?: string;
}
interface Substitutions {
  readonly substitutions: readonly Substitution[];
}

const PATH = '/api/substitutions';
const KEY = ['substitutions'];
const SUBSTITUTED = ['officer', 'clerk', 'head'];

/** Who stands in for whom, on which days; the head of office orders it and ends it. */
export function SubstitutionsPageView() {
  usePageTitle(say('Thay thế người vắng mặt', 'Standing in'));
  const may = useMay();
  const list = useQuery({ queryKey: KEY, queryFn: () => get<Substitutions>(PATH) });
  return (
    <>
      <h1>{say('Thay thế người vắng mặt', 'Stand in for somebody away')}</h1>
      <p>
        {say(
          'Người thay thế thấy hồ sơ của người vắng mặt trong mục «Của tôi»; mỗi việc làm ghi tên cả hai người. Không ai được quyết định hồ sơ mà mình hoặc người mình thay đã xem xét.',
          'Whoever stands in finds the dossiers of the one away under “Mine”; every act names both. Nobody decides a dossier that either of them examined.',
        )}
      </p>
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <Standing substitutions={list.data.substitutions} ending={may('substitutions.manage')} />}
      {may('substitutions.manage') && <Order />}
    </>
  );
}

function Standing({ substitutions, ending }: { substitutions: readonly Substitution[]; ending: boolean }) {
  const people = usePeople();
  const names = useNames();
  const today = useToday();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const keys = useRef(new Map<string, string>());
  if (substitutions.length === 0)
    return <p className="empty">{say('Hiện không có ai được thay thế.', 'Nobody stands in for anybody.')}</p>;
  const end = async ({ userId, forUserId, role, officeId, from }: Substitution): Promise<void> => {
    const place = `${userId} ${forUserId} ${role} ${officeId} ${from}`;
    const key = keys.current.get(place) ?? crypto.randomUUID();
    keys.current.set(place, key);
    try {
      const body = { userId, forUserId, role, officeId, lastDay: today };
      client.setQueryData(KEY, await post<Substitutions>(`${PATH}/endings`, body, { key }));
      keys.current.delete(place);
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{say('Đang và sẽ thay thế', 'Now and to come')}</h2>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <div className="table-wrap">
        <table className="cards dense">
          <thead>
            <tr>
              <th scope="col">{say('Người vắng mặt', 'Away')}</th>
              <th scope="col">{say('Người thay thế', 'Stands in')}</th>
              <th scope="col">{say('Vai trò', 'Role')}</th>
              <th scope="col">{say('Từ ngày – đến hết ngày', 'From – to the end of')}</th>
              <th scope="col">{say('Lý do', 'Ground')}</th>
              {ending && <th scope="col">{say('Việc', 'Action')}</th>}
            </tr>
          </thead>
          <tbody>
            {substitutions.map((one) => (
              <tr key={`${one.userId} ${one.forUserId} ${one.role} ${one.officeId} ${one.from}`}>
                <td data-label={say('Người vắng mặt', 'Away')}>{people.name(one.forUserId, one.role)}</td>
                <td data-label={say('Người thay thế', 'Stands in')}>{people.name(one.userId)}</td>
                <td data-label={say('Vai trò', 'Role')}>
                  {ROLE_WORDS[one.role] ?? one.role}, {names.office(one.officeId)}
                </td>
                <td data-label={say('Thời gian', 'Days')}>
                  {formatDay(one.from)} – {formatDay(one.to)}
                </td>
                <td data-label={say('Lý do', 'Ground')}>{one.ground ?? '–'}</td>
                {ending && (
                  <td data-label={say('Việc', 'Action')}>
                    <button
                      type="button"
                      aria-label={say(
                        `Kết thúc hôm nay: ${people.name(one.userId)} thay ${people.name(one.forUserId)}`,
                        `End today: ${people.name(one.userId)} for ${people.name(one.forUserId)}`,
                      )}
                      disabled={one.to <= today}
                      onClick={() => void end(one)}
                    >
                      {say('Kết thúc hôm nay', 'End today')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const NOTHING = { away: '', userId: '', from: '', to: '', ground: '' };

function Order() {
  const client = useQueryClient();
  const staff = useStaff();
  const people = usePeople();
  const [order, setOrder] = useState(NOTHING);
  const [problem, setProblem] = useState<unknown>();
  const [recorded, setRecorded] = useState(false);
  const key = useRef(crypto.randomUUID());
  const change = (next: Partial<typeof NOTHING>): void => {
    setOrder({ ...order, ...next });
    setRecorded(false);
    key.current = crypto.randomUUID();
  };
  const held = staff.flatMap(({ personId, roles }) =>
    roles
      .filter(({ role, onBehalfOf }) => SUBSTITUTED.includes(role) && onBehalfOf === undefined)
      .map(({ role, officeId }) => ({ personId, role, officeId })),
  );
  const away = held[Number(order.away || '-1')];
  const colleagues = [
    ...new Set(held.filter(({ officeId }) => officeId === away?.officeId).map((one) => one.personId)),
  ];
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (away === undefined) return;
    const { personId: forUserId, role, officeId } = away;
    const { userId, from, to, ground } = order;
    try {
      const body = { userId, forUserId, role, officeId, from, to, ground };
      client.setQueryData(KEY, await post<Substitutions>(PATH, body, { key: key.current }));
      key.current = crypto.randomUUID();
      setOrder(NOTHING);
      setProblem(undefined);
      setRecorded(true);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="panel" aria-labelledby="order">
      <h2 id="order">{say('Giao người thay thế', 'Let somebody stand in')}</h2>
      {recorded && (
        <p className="recorded" role="status">
          {say('✓ Đã giao thay thế.', '✓ The order is recorded.')}
        </p>
      )}
      {problem !== undefined && <ProblemAlert error={problem} />}
      <form onSubmit={(event) => void send(event)}>
        <div className="fields">
          <SelectField
            required
            none={say('Chọn…', 'Choose…')}
            id="away"
            words={say('Người vắng mặt, vai trò', 'Who is away, in which role')}
            value={order.away}
            options={held.map(({ personId, role }, place) => [
              String(place),
              `${people.name(personId, role)} – ${ROLE_WORDS[role] ?? role}`,
            ])}
            onChange={(chosen) => change({ away: chosen, userId: '' })}
          />
          <SelectField
            required
            none={say('Chọn…', 'Choose…')}
            id="userId"
            words={say('Người thay thế', 'Who stands in')}
            value={order.userId}
            options={colleagues.filter((id) => id !== away?.personId).map((id) => [id, people.name(id)])}
            onChange={(userId) => change({ userId })}
          />
          <DateField
            required
            id="from"
            words={say('Từ ngày', 'From')}
            value={order.from}
            onChange={(from) => change({ from })}
          />
          <DateField
            required
            id="to"
            words={say('Đến hết ngày', 'To the end of')}
            value={order.to}
            onChange={(to) => change({ to })}
          />
          <TextField
            id="ground"
            words={say('Lý do, văn bản', 'Ground, paper')}
            value={order.ground}
            onChange={(ground) => change({ ground })}
          />
        </div>
        <button className="main">{say('Giao thay thế', 'Record')}</button>
      </form>
    </section>
  );
}
