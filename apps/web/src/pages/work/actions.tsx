import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { say } from '../../shared/language';
import { useStaff } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { REFUSAL_WORDS } from './refusal-words';
import type { WorkCase } from './types';
import type { useStep } from './use-step';

type Run = ReturnType<typeof useStep>;

/** A step with something to say first. */
interface Asking {
  readonly words: string;
  readonly path: string;
  readonly tone?: 'main' | 'grave';
  readonly asks: 'reason' | 'refusal' | 'officer' | 'handOver';
  readonly label?: string;
}
interface Plain {
  readonly words: string;
  readonly path: string;
  readonly tone?: 'main' | 'grave';
  readonly body: unknown;
}

const ASKING: Readonly<Record<string, Asking>> = {
  reassignCase: { words: say('Phân công', 'Assign'), path: 'assignments', asks: 'officer' },
  proposeRefusal: { words: say('Trình từ chối', 'Propose refusal'), path: 'examinations', asks: 'refusal' },
  returnToExaminer: {
    words: say('Trả lại chuyên viên', 'Return to the officer'),
    path: 'returns',
    asks: 'reason',
    label: say('Lý do trả lại', 'Reason for returning'),
  },
  refuseWithdrawal: {
    words: say('Không chấp thuận dừng', 'Refuse the withdrawal'),
    path: 'withdrawal-decisions',
    asks: 'reason',
    label: say('Lý do không chấp thuận', 'Reason for refusing'),
  },
  handOverResult: {
    words: say('Trả kết quả', 'Hand over the result'),
    path: 'hand-overs',
    tone: 'main',
    asks: 'handOver',
  },
};
const PLAIN: Readonly<Record<string, Plain>> = {
  takeCase: { words: say('Nhận xử lý', 'Take'), path: 'claims', tone: 'main', body: {} },
  proposeGrant: {
    words: say('Trình cấp Giấy chứng nhận', 'Propose the certificate'),
    path: 'examinations',
    tone: 'main',
    body: { decision: 'grant' },
  },
  acceptWithdrawal: {
    words: say('Chấp thuận dừng thủ tục', 'Accept the withdrawal'),
    path: 'withdrawal-decisions',
    tone: 'grave',
    body: { outcome: 'accept' },
  },
  recallProposal: { words: say('Rút lại đề xuất', 'Recall the proposal'), path: 'recalls', body: {} },
  releaseCase: { words: say('Trả lại hàng đợi', 'Back to the queue'), path: 'releases', body: {} },
};
/** Steps with a page of their own, where the paper is seen before the press. */
const PAGES = {
  requestCorrection: ['/cases/$id/correction', say('Yêu cầu sửa đổi, bổ sung', 'Request a correction'), ''],
  grantRegistration: ['/cases/$id/decision', say('Xem bản Giấy chứng nhận', 'See the certificate'), 'main'],
  refuseRegistration: ['/cases/$id/decision', say('Xem quyết định từ chối', 'See the refusal'), 'main'],
} as const;

interface ActionsProps {
  readonly dossier: WorkCase;
  readonly step: Run;
  readonly onWriting: (writing: boolean) => void;
}

/** What the person who looks may do now: exactly what the server allows. */
export function Actions({ dossier, step, onWriting }: ActionsProps) {
  const [asking, setAsking] = useState<string>();
  const allowed = dossier.allowedActions;
  const open = asking !== undefined && allowed.includes(asking) ? ASKING[asking] : undefined;
  const ask = (action: string | undefined): void => {
    setAsking(action);
    onWriting(action !== undefined);
  };
  const failed = dossier.judgements.filter(({ outcome }) => outcome === 'failed').length;
  const missing = allowed.includes('recordCheck') && !allowed.includes('proposeGrant');
  return (
    <section className="actions" aria-labelledby="actions-heading">
      <h2 id="actions-heading" className="hidden">
        {say('Việc có thể làm bây giờ', 'What can be done now')}
      </h2>
      {step.error !== null && <ProblemAlert error={step.error} />}
      {open && (
        <AskForm
          key={asking}
          dossier={dossier}
          asking={open}
          busy={step.isPending}
          onCancel={() => ask(undefined)}
          onSend={(body) => {
            step.mutate(
              { path: open.path, body, revision: dossier.revision, words: open.words },
              { onSuccess: () => ask(undefined) },
            );
          }}
        />
      )}
      {!open && (
        <div className="row">
          {Object.entries(PLAIN).flatMap(([action, { words, path, tone, body }]) =>
            allowed.includes(action)
              ? [
                  <button
                    key={action}
                    type="button"
                    className={tone}
                    disabled={step.isPending}
                    onClick={() => step.mutate({ path, body, revision: dossier.revision, words })}
                  >
                    {words}
                  </button>,
                ]
              : [],
          )}
          {missing && (
            <button type="button" aria-disabled="true" aria-describedby="why-not">
              {PLAIN['proposeGrant']?.words}
            </button>
          )}
          {Object.entries(PAGES).flatMap(([action, [to, words, tone]]) =>
            allowed.includes(action)
              ? [
                  <Link key={action} className={`button ${tone}`} to={to} params={{ id: dossier.id }}>
                    {action === 'requestCorrection' && failed > 0 ? `${words} (${String(failed)})` : words}
                  </Link>,
                ]
              : [],
          )}
          {Object.entries(ASKING).flatMap(([action, { words, tone }]) =>
            allowed.includes(action)
              ? [
                  <button key={action} type="button" className={tone} onClick={() => ask(action)}>
                    {action === 'reassignCase' && dossier.officerId !== undefined
                      ? say('Phân công lại', 'Reassign')
                      : words}
                  </button>,
                ]
              : [],
          )}
          {missing && (
            <span id="why-not" className="muted">
              {dossier.openChecks.length > 0
                ? say(
                    `Còn ${String(dossier.openChecks.length)} mục chưa kiểm tra.`,
                    `${String(dossier.openChecks.length)} items are still to be judged.`,
                  )
                : say('Có mục không đạt.', 'Some items fail.')}
            </span>
          )}
        </div>
      )}
    </section>
  );
}

interface AskFormProps {
  readonly dossier: WorkCase;
  readonly asking: Asking;
  readonly busy: boolean;
  readonly onSend: (body: unknown) => void;
  readonly onCancel: () => void;
}

function AskForm({ dossier, asking, busy, onSend, onCancel }: AskFormProps) {
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState('conditionsNotMet');
  const [officerId, setOfficerId] = useState('');
  const [to, setTo] = useState('applicant');
  const [form, setForm] = useState('atDesk');
  const officers = useStaff().filter(({ personId, roles }) =>
    roles.some(
      ({ role, officeId }) =>
        role === 'officer' && officeId === dossier.decidingOfficeId && personId !== dossier.officerId,
    ),
  );
  const bodies: Readonly<Record<Asking['asks'], unknown>> = {
    reason: { reason, ...(asking.path === 'withdrawal-decisions' ? { outcome: 'refuse' } : {}) },
    refusal: { decision: 'refuse', ground, reason },
    officer: { officerId, ...(reason === '' ? {} : { reason }) },
    handOver: { form, to },
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSend(bodies[asking.asks]);
  };
  return (
    <form onSubmit={send}>
      {asking.asks === 'officer' && (
        <div className="field">
          <label htmlFor="officer">{say('Chuyên viên', 'Officer')}</label>
          <select
            id="officer"
            value={officerId}
            required
            autoFocus
            onChange={(event) => setOfficerId(event.target.value)}
          >
            <option value="">{say('Chọn người', 'Choose')}</option>
            {officers.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name ?? personId}
              </option>
            ))}
          </select>
        </div>
      )}
      {asking.asks === 'refusal' && (
        <div className="field">
          <label htmlFor="ground">{say('Căn cứ từ chối', 'Ground of refusal')}</label>
          <select id="ground" value={ground} autoFocus onChange={(event) => setGround(event.target.value)}>
            {Object.entries(REFUSAL_WORDS).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
      )}
      {asking.asks === 'handOver' && (
        <div className="row">
          <div className="field">
            <label htmlFor="to">{say('Người nhận', 'Received by')}</label>
            <select id="to" value={to} autoFocus onChange={(event) => setTo(event.target.value)}>
              <option value="applicant">{say('Người nộp hồ sơ', 'The applicant')}</option>
              <option value="authorisedPerson">{say('Người được ủy quyền', 'An authorised person')}</option>
            </select>
          </div>
          <div className="field">
            <label htmlFor="form">{say('Cách trả', 'How')}</label>
            <select id="form" value={form} onChange={(event) => setForm(event.target.value)}>
              <option value="atDesk">{say('Tại Bộ phận một cửa', 'At the one-stop desk')}</option>
              <option value="post">{say('Qua bưu chính', 'By post')}</option>
            </select>
          </div>
        </div>
      )}
      {asking.asks !== 'handOver' && (
        <div className="field">
          <label htmlFor="reason">
            {asking.label ?? say('Lý do', 'Reason')}
            {asking.asks === 'officer' && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
          </label>
          <textarea
            id="reason"
            rows={3}
            value={reason}
            required={asking.asks !== 'officer'}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <div className="row">
        <button type="submit" className={asking.tone ?? 'main'} disabled={busy}>
          {busy ? say('Đang gửi…', 'Sending…') : asking.words}
        </button>
        <button type="button" onClick={onCancel} disabled={busy}>
          {say('Quay lại', 'Back')}
        </button>
      </div>
    </form>
  );
}
