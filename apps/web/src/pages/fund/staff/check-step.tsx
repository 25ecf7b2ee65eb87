import { useState } from 'react';
import { TextField } from '../../../shared/fields';
import { pick, say } from '../../../shared/language';
import { Choice, Select } from '../../applicant/kit';
import type { ApplicationView, Fund } from '../types';
import { missingWords } from '../missing-words';
import { StepForm } from './step-form';

interface MissingText {
  readonly key: string;
  readonly subject: string;
  readonly reason: string;
}
const empty = (): MissingText => ({ key: crypto.randomUUID(), subject: '', reason: '' });
const PLAN_PARTS = ['project', 'purpose', 'budget', 'ownCapital', 'cashFlow', 'securities'] as const;

/** Complete, or the one list of what is missing: it is sent once. */
export function CheckStep({ application, fund }: { application: ApplicationView; fund: Fund | undefined }) {
  const mayReturn = application.allowedActions.includes('returnApplication');
  const [outcome, setOutcome] = useState<'complete' | 'incomplete'>('complete');
  const [missing, setMissing] = useState<readonly MissingText[]>([empty()]);
  const set = (key: string, part: Partial<MissingText>): void =>
    setMissing(missing.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const subjects = [...(fund?.policy?.policy.documents ?? []).map(({ kind }) => `document:${kind}`), ...PLAN_PARTS].map(
    (subject) => [subject, missingWords(subject, fund, pick)] as const,
  );
  return (
    <StepForm
      application={application}
      title={say('Kiểm tra hồ sơ', 'Check the dossier')}
      button={
        outcome === 'complete'
          ? say('Hồ sơ đầy đủ, chuyển thẩm định', 'Complete: to the appraisal')
          : say('Gửi danh sách cần bổ sung', 'Send the list')
      }
      path="checks"
      body={() =>
        outcome === 'complete'
          ? { outcome }
          : { outcome, missing: missing.map(({ subject, reason }) => ({ subject, reason })) }
      }
    >
      {mayReturn && (
        <Choice
          id="outcome"
          legend={say('Hồ sơ đã đủ chưa?', 'Is the dossier complete?')}
          value={outcome}
          options={[
            ['complete', say('Đã đủ', 'Complete')],
            ['incomplete', say('Còn thiếu; danh sách chỉ gửi một lần', 'Something is missing; the list is sent once')],
          ]}
          onChange={setOutcome}
        />
      )}
      {outcome === 'incomplete' && (
        <>
          {missing.map((one, at) => (
            <fieldset className="panel" key={one.key}>
              <legend>{say(`Mục ${at + 1}`, `Item ${at + 1}`)}</legend>
              <Select
                id={`missing-${at}-subject`}
                words={say('Thiếu gì', 'What is missing')}
                value={one.subject}
                options={subjects}
                onChange={(subject) => set(one.key, { subject })}
              />
              <TextField
                id={`missing-${at}-reason`}
                words={say('Lý do', 'Reason')}
                value={one.reason}
                onChange={(reason) => set(one.key, { reason })}
              />
              {missing.length > 1 && (
                <button type="button" onClick={() => setMissing(missing.filter(({ key }) => key !== one.key))}>
                  {say(`Bỏ mục ${at + 1}`, `Remove item ${at + 1}`)}
                </button>
              )}
            </fieldset>
          ))}
          <p>
            <button type="button" onClick={() => setMissing([...missing, empty()])}>
              + {say('Thêm mục', 'Add an item')}
            </button>
          </p>
        </>
      )}
    </StepForm>
  );
}
