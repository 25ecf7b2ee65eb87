import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../../api/client';
import { formatDay } from '../../../shared/format';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { usePageTitle } from '../../../shared/use-page-title';
import { SECTIONS, STATE_WORDS } from './sections';
import { useDraft, useFindings } from './use-draft';

/** The hub: ten parts, how far each is, and the one button that leads on. */
export function TaskListView() {
  usePageTitle(say('Khai hồ sơ', 'Application'));
  const { id, form } = useDraft();
  const findings = useFindings();
  const stateOf = (name: string) => findings.data?.sections.find(({ section }) => section === name)?.state ?? 'empty';
  const done = SECTIONS.filter(({ name }) => stateOf(name) === 'done').length;
  const first = SECTIONS.find(({ name }) => stateOf(name) !== 'done');
  return (
    <>
      <h1>
        {say('Đăng ký thành lập ', 'Registration of a ')}
        {form.kind === 'cooperativeUnion'
          ? say('liên hiệp hợp tác xã', 'union of cooperatives')
          : say('hợp tác xã', 'cooperative')}
      </h1>
      {findings.error && <ProblemAlert error={findings.error} onRetry={() => void findings.refetch()} />}
      <p>{say(`Đã xong ${done} trên ${SECTIONS.length} phần.`, `${done} of ${SECTIONS.length} parts done.`)}</p>
      <ol className="tasks">
        {SECTIONS.map(({ name, slug, title }) => {
          const [icon, words] = STATE_WORDS[stateOf(name)];
          return (
            <li key={name}>
              <Link to="/ho-so-cua-toi/$id/khai/$section" params={{ id, section: slug }}>
                {title}
              </Link>
              <span className={`tag ${TONES[stateOf(name)]}`}>
                <span aria-hidden="true">{icon} </span>
                {words}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="row">
        {first === undefined ? (
          <Link className="button main" to="/ho-so-cua-toi/$id/khai/kiem-tra" params={{ id }}>
            {say('Kiểm tra và nộp', 'Check and file')}
          </Link>
        ) : (
          <Link className="button main" to="/ho-so-cua-toi/$id/khai/$section" params={{ id, section: first.slug }}>
            {done === 0 ? say('Bắt đầu khai', 'Begin') : say('Khai tiếp', 'Go on')}
          </Link>
        )}
      </p>
      <Discarding />
    </>
  );
}

const TONES = { empty: 'plain', started: 'due-soon', done: 'in-time', wrong: 'late' } as const;

/** Throws the draft away; asked once more, because nothing of it comes back. */
function Discarding() {
  const { id } = useDraft();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [key] = useState(() => crypto.randomUUID());
  const discard = async (): Promise<void> => {
    try {
      const { position } = await post<{ position?: string }>(`/api/drafts/${id}/discarding`, {}, { key });
      client.removeQueries({ queryKey: ['draft', id] });
      await navigate({ to: '/ho-so-cua-toi', search: position === undefined ? {} : { after: position } });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="panel" aria-labelledby="discard-heading">
      <h2 id="discard-heading">{say('Xóa bản nháp', 'Delete the draft')}</h2>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p className="muted">
        {say(
          'Bản nháp không ai khác đọc được, và tự xóa khi 90 ngày không sửa (có nhắc trước hai lần).',
          'Nobody else can read the draft; it is deleted after 90 days without a change, with two reminders before.',
        )}
      </p>
      <p className="row">
        {asked ? (
          <>
            <button className="grave" onClick={() => void discard()}>
              {say('Xóa hẳn mọi nội dung đã khai', 'Delete everything that was entered')}
            </button>
            <button onClick={() => setAsked(false)}>{say('Giữ lại', 'Keep it')}</button>
          </>
        ) : (
          <button onClick={() => setAsked(true)}>{say('Xóa bản nháp…', 'Delete the draft…')}</button>
        )}
      </p>
    </section>
  );
}

/** The day on which a resting draft goes, once its owner was reminded. */
export const expiryWords = (day: string): string =>
  say(
    `Sẽ tự xóa ngày ${formatDay(day)} nếu không sửa tiếp`,
    `Will be deleted on ${formatDay(day)} unless it is edited`,
  );
