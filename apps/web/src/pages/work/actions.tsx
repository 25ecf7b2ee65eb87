import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { AskForm, type Asking } from './ask-form';
import type { WorkCase } from './types';
import type { useStep } from './use-step';

type Run = ReturnType<typeof useStep>;

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
  explainDelay: {
    words: say('Xin lỗi và hẹn lại ngày trả', 'Apologise and promise a new date'),
    path: 'delay-explanations',
    asks: 'delay',
    label: say('Vì sao chậm', 'Why it is late'),
  },
  extendDeadline: {
    words: say('Gia hạn giải quyết', 'Extend the limit'),
    path: 'deadline-extensions',
    asks: 'extension',
    label: say('Căn cứ gia hạn', 'Ground of the extension'),
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
  const bar = useRef<HTMLElement>(null);
  const ask = (action: string | undefined): void => {
    // Whoever closes the form stands again where it was opened.
    const opener = asking;
    setAsking(action);
    onWriting(action !== undefined);
    if (action === undefined && opener !== undefined)
      requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>(`[data-action="${opener}"]`)?.focus());
  };
  const failed = dossier.judgements.filter(({ outcome }) => outcome === 'failed').length;
  const missing = allowed.includes('recordCheck') && !allowed.includes('proposeGrant');
  return (
    <section className="actions" aria-labelledby="actions-heading" ref={bar}>
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
              {
                onSuccess: () => {
                  setAsking(undefined);
                  onWriting(false);
                },
              },
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
                  <button key={action} type="button" className={tone} data-action={action} onClick={() => ask(action)}>
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
