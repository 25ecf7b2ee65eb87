import { useState, type FormEvent } from 'react';
import { upload } from '../../api/client';
import type { StoredDocument } from '../../api/types';
import { DateField } from '../../shared/date-field';
import { FileField, SelectField, TextField } from '../../shared/fields';
import { say } from '../../shared/language';
import { useStaff } from '../../shared/people';
import { ProblemAlert } from '../../shared/problem-alert';
import { useUnsaved } from '../../shared/use-unsaved';
import { REFUSAL_WORDS } from './refusal-words';
import type { WorkCase } from './types';

/** A step with something to say first. */
export interface Asking {
  readonly words: string;
  readonly path: string;
  readonly tone?: 'main' | 'grave';
  readonly asks: 'reason' | 'refusal' | 'officer' | 'handOver' | 'delay' | 'extension';
  readonly label?: string;
}

interface AskFormProps {
  readonly dossier: WorkCase;
  readonly asking: Asking;
  readonly busy: boolean;
  readonly onSend: (body: unknown) => void;
  readonly onCancel: () => void;
}

const NOTHING = {
  reason: '',
  ground: 'conditionsNotMet',
  officerId: '',
  to: 'applicant',
  form: 'atDesk',
  answerBy: '',
  what: 'decision',
  workingDays: '1',
};

/** What a step needs to be told before it is sent; a paper is put into the store first. */
export function AskForm({ dossier, asking, busy, onSend, onCancel }: AskFormProps) {
  const [said, setSaid] = useState(NOTHING);
  const [paper, setPaper] = useState<File>();
  useUnsaved(said.reason !== '');
  const [problem, setProblem] = useState<unknown>();
  const [uploading, setUploading] = useState(false);
  const tell = (next: Partial<typeof NOTHING>): void => setSaid({ ...said, ...next });
  const { asks } = asking;
  const { reason, ground, officerId, to, form, answerBy, what, workingDays } = said;
  const officers = useStaff().filter(({ personId, roles }) =>
    roles.some(
      ({ role, officeId }) =>
        role === 'officer' && officeId === dossier.decidingOfficeId && personId !== dossier.officerId,
    ),
  );
  const bodies: Readonly<Record<Exclude<Asking['asks'], 'extension'>, unknown>> = {
    reason: { reason, ...(asking.path === 'withdrawal-decisions' ? { outcome: 'refuse' } : {}) },
    refusal: { decision: 'refuse', ground, reason },
    officer: { officerId, ...(reason === '' ? {} : { reason }) },
    handOver: { form, to },
    delay: { reason, ...(answerBy === '' ? {} : { answerBy }) },
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (asks !== 'extension') {
      onSend(bodies[asks]);
      return;
    }
    if (paper === undefined) return;
    setUploading(true);
    try {
      const { sha256 } = await upload<StoredDocument>('/api/documents', paper, crypto.randomUUID());
      setProblem(undefined);
      onSend({ what, workingDays: Number(workingDays), ground: reason, paper: sha256 });
    } catch (error) {
      setProblem(error);
    } finally {
      setUploading(false);
    }
  };
  return (
    <form
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {problem !== undefined && <ProblemAlert error={problem} />}
      {asks === 'officer' && (
        <SelectField
          id="officer"
          words={say('Chuyên viên', 'Officer')}
          value={officerId}
          none={say('Chọn người', 'Choose')}
          required
          autoFocus
          options={officers.map(({ personId, name }) => [personId, name ?? personId] as const)}
          onChange={(chosen) => tell({ officerId: chosen })}
        />
      )}
      {asks === 'refusal' && (
        <SelectField
          id="ground"
          words={say('Căn cứ từ chối', 'Ground of refusal')}
          value={ground}
          autoFocus
          options={Object.entries(REFUSAL_WORDS)}
          onChange={(chosen) => tell({ ground: chosen })}
        />
      )}
      {asks === 'handOver' && (
        <div className="row">
          <SelectField
            id="to"
            words={say('Người nhận', 'Received by')}
            value={to}
            autoFocus
            options={[
              ['applicant', say('Người nộp hồ sơ', 'The applicant')],
              ['authorisedPerson', say('Người được ủy quyền', 'An authorised person')],
            ]}
            onChange={(chosen) => tell({ to: chosen })}
          />
          <SelectField
            id="form"
            words={say('Cách trả', 'How')}
            value={form}
            options={[
              ['atDesk', say('Tại Bộ phận một cửa', 'At the one-stop desk')],
              ['post', say('Qua bưu chính', 'By post')],
            ]}
            onChange={(chosen) => tell({ form: chosen })}
          />
        </div>
      )}
      {asks === 'extension' && (
        <div className="row">
          <SelectField
            id="what"
            words={say('Thời hạn', 'Limit')}
            value={what}
            autoFocus
            options={[
              ['decision', say('Giải quyết hồ sơ', 'Decision')],
              ...(dossier.withdrawal === undefined
                ? []
                : [['withdrawal', say('Trả lời đề nghị dừng thủ tục', 'Answer to the withdrawal')] as const]),
            ]}
            onChange={(chosen) => tell({ what: chosen })}
          />
          <TextField
            id="working-days"
            words={say('Thêm số ngày làm việc', 'Working days more')}
            inputMode="numeric"
            value={workingDays}
            onChange={(typed) => tell({ workingDays: typed })}
          />
        </div>
      )}
      {asks !== 'handOver' && (
        <div className="field">
          <label htmlFor="reason">
            {asking.label ?? say('Lý do', 'Reason')}
            {asks === 'officer' && <span className="muted"> {say('(không bắt buộc)', '(optional)')}</span>}
          </label>
          <textarea
            id="reason"
            rows={3}
            value={reason}
            required={asks !== 'officer'}
            autoFocus={asks === 'reason' || asks === 'delay'}
            onChange={(event) => tell({ reason: event.target.value })}
          />
        </div>
      )}
      {asks === 'delay' && (
        <DateField
          id="answer-by"
          words={say('Hẹn trả kết quả vào ngày', 'New date promised')}
          optional
          value={answerBy}
          onChange={(day) => tell({ answerBy: day })}
        />
      )}
      {asks === 'extension' && (
        <FileField
          id="paper"
          words={say('Quyết định gia hạn', 'Decision on the extension')}
          hint={say('Tệp PDF có chữ ký', 'The signed PDF')}
          onChoose={setPaper}
        />
      )}
      <div className="row">
        <button
          type="submit"
          className={asking.tone ?? 'main'}
          disabled={busy || uploading || (asks === 'extension' && paper === undefined)}
        >
          {busy || uploading ? say('Đang gửi…', 'Sending…') : asking.words}
        </button>
        <button type="button" onClick={onCancel} disabled={busy || uploading}>
          {say('Quay lại', 'Back')}
        </button>
      </div>
    </form>
  );
}
