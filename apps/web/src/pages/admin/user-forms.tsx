import { useId, useRef, useState, type FormEvent } from 'react';
import { useNames } from '../../shared/area-name';
import { DateField } from '../../shared/date-field';
import { SelectField, TextField } from '../../shared/fields';
import { say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { useSending, type Recorded } from '../../shared/use-sending';
import { ROLE_WORDS } from '../../words';
import { inForce, OFFICE_ROLES, type HeldRole, type UserRecord } from './users.types';

const GROUND_HINT = say(
  'Số quyết định hoặc lý do; không ghi dữ liệu cá nhân.',
  'Number of the decision, or the reason; no personal data.',
);

/** Offices at which a role may be held: the communes of today, and the province itself. */
function useOffices(): readonly (readonly [string, string])[] {
  const names = useNames();
  return [...names.provinces(), ...names.offices()];
}

const roleOptions = OFFICE_ROLES.map((role) => [role, ROLE_WORDS[role] ?? role] as const);

/** Phân công: a role at an office from a day on. */
export function GrantRole({ userId, onRecorded }: { userId: string; onRecorded: Recorded }) {
  const today = useToday();
  const offices = useOffices();
  const nothing = { role: '', officeId: '', from: today, to: '', ground: '' };
  const [order, setOrder] = useState(nothing);
  const { send, problem, busy } = useSending(onRecorded);
  const change = (next: Partial<typeof order>): void => setOrder({ ...order, ...next });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { to, ...rest } = order;
    const body = to === '' ? rest : order;
    const what = `${say('phân công', 'role given')} ${ROLE_WORDS[order.role] ?? order.role}`;
    if (await send(`/api/users/${encodeURIComponent(userId)}/roles`, body, what)) setOrder(nothing);
  };
  return (
    <section className="panel" aria-labelledby="grant">
      <h2 id="grant">{say('Phân công vai trò', 'Give a role')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <SelectField
            id="grant-role"
            words={say('Vai trò', 'Role')}
            value={order.role}
            none={say('Chọn…', 'Choose…')}
            required
            options={roleOptions}
            onChange={(role) => change({ role })}
          />
          <SelectField
            id="grant-office"
            words={say('Cơ quan', 'Office')}
            value={order.officeId}
            none={say('Chọn…', 'Choose…')}
            required
            options={offices}
            onChange={(officeId) => change({ officeId })}
          />
          <DateField
            id="grant-from"
            words={say('Từ ngày', 'From')}
            value={order.from}
            required
            onChange={(from) => change({ from })}
          />
          <DateField
            id="grant-to"
            words={say('Đến hết ngày', 'Last day')}
            optional
            value={order.to}
            onChange={(to) => change({ to })}
          />
        </div>
        <TextField
          id="grant-ground"
          words={say('Căn cứ', 'Ground')}
          hint={GROUND_HINT}
          value={order.ground}
          onChange={(ground) => change({ ground })}
        />
        {problem !== undefined && <ProblemAlert error={problem} />}
        <button className="main" disabled={busy}>
          {say('Phân công vai trò', 'Give the role')}
        </button>
      </form>
    </section>
  );
}

/** Ends one role after a day. */
export function EndRole({ userId, held, onRecorded }: { userId: string; held: HeldRole; onRecorded: Recorded }) {
  const id = useId();
  const today = useToday();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [lastDay, setLastDay] = useState(today);
  const [ground, setGround] = useState('');
  const { send, problem, busy } = useSending(onRecorded);
  const words = `${ROLE_WORDS[held.role] ?? held.role}`;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { role: held.role, officeId: held.officeId, lastDay, ground };
    const path = `/api/users/${encodeURIComponent(userId)}/roles/revocations`;
    if (await send(path, body, `${say('kết thúc', 'ended')} ${words}`)) setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        ref={opener}
        aria-expanded={open}
        aria-label={`${say('Kết thúc', 'End')}: ${words}`}
        onClick={() => setOpen(!open)}
      >
        {say('Kết thúc', 'End')}
      </button>
      {open && (
        <form
          onSubmit={(event) => void submit(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setOpen(false);
            opener.current?.focus();
          }}
        >
          <DateField
            id={`${id}-last`}
            words={say('Ngày cuối giữ vai trò', 'Last day of the role')}
            value={lastDay}
            required
            onChange={setLastDay}
          />
          <TextField
            id={`${id}-ground`}
            words={say('Căn cứ', 'Ground')}
            hint={GROUND_HINT}
            value={ground}
            onChange={setGround}
          />
          {problem !== undefined && <ProblemAlert error={problem} />}
          <button disabled={busy}>{say('Kết thúc vai trò', 'End the role')}</button>
        </form>
      )}
    </>
  );
}

/** Ủy quyền, thay thế: this account acts in somebody else's role for some days; every act names both. */
export function StandIn(props: { userId: string; users: readonly UserRecord[]; onRecorded: Recorded }) {
  const { userId, users, onRecorded } = props;
  const today = useToday();
  const people = usePeople();
  const names = useNames();
  const nothing = { chosen: '', from: today, to: '', ground: '' };
  const [order, setOrder] = useState(nothing);
  const { send, problem, busy } = useSending(onRecorded);
  const change = (next: Partial<typeof order>): void => setOrder({ ...order, ...next });
  const held = users
    .filter((user) => user.userId !== userId)
    .flatMap((user) =>
      user.roles.filter((role) => inForce(role, today)).map((role) => ({ forUserId: user.userId, ...role })),
    );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const role = held[Number(order.chosen)];
    if (role === undefined) return;
    const { from, to, ground } = order;
    const body = { forUserId: role.forUserId, role: role.role, officeId: role.officeId, from, to, ground };
    const path = `/api/users/${encodeURIComponent(userId)}/substitutions`;
    if (await send(path, body, say('thay thế', 'stand-in'))) setOrder(nothing);
  };
  return (
    <section className="panel" aria-labelledby="stand-in">
      <h2 id="stand-in">{say('Cho thay thế người khác', 'Let this account stand in for another')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <SelectField
            id="stand-in-for"
            words={say('Thay cho', 'In place of')}
            value={order.chosen}
            none={say('Chọn…', 'Choose…')}
            required
            options={held.map(
              (role, place) =>
                [
                  String(place),
                  `${people.known(role.forUserId) ?? role.forUserId} · ${ROLE_WORDS[role.role] ?? role.role} · ${names.office(role.officeId)}`,
                ] as const,
            )}
            onChange={(chosen) => change({ chosen })}
          />
          <DateField
            id="stand-in-from"
            words={say('Từ ngày', 'From')}
            value={order.from}
            required
            onChange={(from) => change({ from })}
          />
          <DateField
            id="stand-in-to"
            words={say('Đến hết ngày', 'Last day')}
            value={order.to}
            required
            onChange={(to) => change({ to })}
          />
        </div>
        <TextField
          id="stand-in-ground"
          words={say('Căn cứ', 'Ground')}
          hint={GROUND_HINT}
          value={order.ground}
          onChange={(ground) => change({ ground })}
        />
        {problem !== undefined && <ProblemAlert error={problem} />}
        <button disabled={busy}>{say('Ghi người thay thế', 'Record the stand-in')}</button>
      </form>
    </section>
  );
}

/** Khóa tài khoản: at once, wherever it is signed in; its open cases stay where they are until the head reassigns them. */
export function LockAccount({ user, onRecorded }: { user: UserRecord; onRecorded: Recorded }) {
  const [reason, setReason] = useState('');
  const { send, problem, busy } = useSending(onRecorded);
  const { locked, userId } = user;
  const words = locked ? say('Mở khóa tài khoản', 'Unlock the account') : say('Khóa tài khoản', 'Lock the account');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const path = `/api/users/${encodeURIComponent(userId)}/${locked ? 'unlock' : 'lock'}`;
    if (await send(path, { reason }, words)) setReason('');
  };
  return (
    <section className="panel" aria-labelledby="lock">
      <h2 id="lock">{words}</h2>
      <p>
        {locked
          ? say(
              'Tài khoản này không làm được việc gì cho đến khi mở khóa.',
              'This account can do nothing until unlocked.',
            )
          : say(
              'Khóa có hiệu lực ngay ở mọi nơi đang đăng nhập. Hồ sơ người này đang giữ vẫn ở nguyên chỗ; lãnh đạo cơ quan phân công lại từ bảng khối lượng theo chuyên viên.',
              'It holds at once, wherever the account is signed in. Cases it holds stay where they are; the head of office reassigns them from the load per officer.',
            )}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          id="lock-reason"
          words={say('Lý do', 'Reason')}
          hint={GROUND_HINT}
          value={reason}
          onChange={setReason}
        />
        {problem !== undefined && <ProblemAlert error={problem} />}
        <button className={locked ? undefined : 'grave'} disabled={busy}>
          {words}
        </button>
      </form>
    </section>
  );
}
