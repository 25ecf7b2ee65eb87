import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client';
import type { CaseView } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';

interface Step {
  readonly words: string;
  readonly path: string;
  /** Reason asked of the person; its name in the body. */
  readonly reason?: { readonly words: string; readonly body: (text: string) => unknown };
  readonly body?: unknown;
  readonly grave?: boolean;
}

/** Button and body of each action the server allows; the pages know no rule of their own. */
const STEPS: Readonly<Record<string, Step>> = {
  takeCase: { words: 'Nhận xử lý', path: 'claims', body: {} },
  requestCorrection: {
    words: 'Ban hành thông báo sửa đổi, bổ sung',
    path: 'correction-requests',
    grave: true,
    reason: {
      words: 'Mỗi dòng một nội dung: tên mục | lý do | điều luật',
      body: (text) => ({
        defects: text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => {
            const [subject = '', reason = '', article = ''] = line.split('|').map((part) => part.trim());
            return { subject, reason, article };
          }),
      }),
    },
  },
  proposeGrant: { words: 'Trình cấp Giấy chứng nhận', path: 'examinations', body: { decision: 'grant' } },
  proposeRefusal: {
    words: 'Trình từ chối',
    path: 'examinations',
    reason: { words: 'Lý do', body: (reason) => ({ decision: 'refuse', ground: 'conditionsNotMet', reason }) },
  },
  returnToExaminer: {
    words: 'Trả lại chuyên viên',
    path: 'returns',
    reason: { words: 'Lý do trả lại', body: (reason) => ({ reason }) },
  },
  grantRegistration: { words: 'Ký và cấp Giấy chứng nhận', path: 'decisions', body: { decision: 'grant' } },
  refuseRegistration: {
    words: 'Từ chối cấp đăng ký',
    path: 'decisions',
    grave: true,
    reason: { words: 'Lý do từ chối', body: (reason) => ({ decision: 'refuse', ground: 'conditionsNotMet', reason }) },
  },
  requestWithdrawal: {
    words: 'Đề nghị dừng thực hiện thủ tục',
    path: 'withdrawal-requests',
    grave: true,
    reason: { words: 'Lý do dừng', body: (reason) => ({ reason }) },
  },
  acceptWithdrawal: { words: 'Chấp thuận dừng thủ tục', path: 'withdrawal-decisions', body: { outcome: 'accept' } },
  refuseWithdrawal: {
    words: 'Không chấp thuận dừng',
    path: 'withdrawal-decisions',
    grave: true,
    reason: { words: 'Lý do', body: (reason) => ({ outcome: 'refuse', reason }) },
  },
};

export function CaseActions({ dossier, onDone }: { dossier: CaseView; onDone: () => Promise<unknown> }) {
  const [open, setOpen] = useState<string>();
  const actions = dossier.allowedActions.filter((action) => action in STEPS);
  if (actions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="actions-heading">
      <h2 id="actions-heading">Việc có thể làm bây giờ</h2>
      {actions.map((action) => (
        <Action
          key={action}
          id={dossier.id}
          revision={dossier.revision}
          step={STEPS[action] as Step}
          open={open === action}
          onOpen={() => setOpen(action)}
          onDone={onDone}
        />
      ))}
    </section>
  );
}

function Action({
  id,
  revision,
  step,
  open,
  onOpen,
  onDone,
}: {
  id: string;
  revision: number;
  step: Step;
  open: boolean;
  onOpen: () => void;
  onDone: () => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const run = useMutation({
    mutationFn: () =>
      post(`/api/dossiers/${id}/${step.path}`, step.reason ? step.reason.body(text) : step.body, { key, revision }),
    onSuccess: () => {
      setText('');
      setKey(crypto.randomUUID());
      return onDone();
    },
    // A refused press was answered: the next one is a new command. An unanswered one keeps its key.
    onError: (error) => {
      if (error instanceof Error && 'status' in error) setKey(crypto.randomUUID());
    },
  });
  const asksFirst = step.reason !== undefined && !open;
  return (
    <div className="field">
      {open && step.reason && (
        <>
          <label htmlFor={`text-${step.path}`}>{step.reason.words}</label>
          <textarea id={`text-${step.path}`} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        </>
      )}
      {run.error && <ProblemAlert error={run.error} />}
      <button
        className={step.grave ? 'grave' : 'main'}
        disabled={run.isPending}
        onClick={() => (asksFirst ? onOpen() : run.mutate())}
      >
        {run.isPending ? 'Đang gửi…' : step.words}
      </button>
    </div>
  );
}
