import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../../api/client';
import { ASSESSED_WORDS, BODY_WORDS, GROUND_WORDS } from '../../../fund-words';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { Choice, MoneyField, RateField, Select } from '../../applicant/kit';
import { FiguresView } from '../figures-view';
import { termsPlace } from '../schedule/places';
import type { Schedule } from '../schedule/schedule-types';
import { ScheduleView } from '../schedule/schedule-view';
import { TermsFields } from '../schedule/terms-fields';
import { TrancheFields } from '../schedule/tranche-fields';
import type { ApplicationView, Fund, RepaymentFigures } from '../types';
import { ASSESSED, reportOf, startOf, termsOf, type AppraisalText } from './appraisal-form';
import { ReasonField, StepForm } from './step-form';

interface AppraisalProps {
  readonly application: ApplicationView;
  readonly fund: Fund | undefined;
}
interface SheetProps extends AppraisalProps {
  readonly sheet: AppraisalText;
  readonly change: (part: Partial<AppraisalText>) => void;
}

/** The appraisal sheet: terms with the calculator beside them, six conditions judged, a proposal. */
export function AppraisalStep({ application, fund }: AppraisalProps) {
  const policy = fund?.policy?.policy;
  const [sheet, setSheet] = useState<AppraisalText>(() => startOf(application, policy));
  const change = (part: Partial<AppraisalText>): void => setSheet((before) => ({ ...before, ...part }));
  return (
    <StepForm
      application={application}
      title={say('Báo cáo thẩm định', 'Appraisal report')}
      button={say('Trình báo cáo thẩm định', 'Submit the report')}
      path="appraisals"
      body={() => reportOf(sheet, application, policy)}
      fieldOf={termsPlace}
    >
      <TermsPart application={application} fund={fund} sheet={sheet} change={change} />
      <Judgement sheet={sheet} change={change} />
      <Choice
        id="proposal"
        legend={say('Đề xuất', 'Proposal')}
        value={sheet.proposal}
        options={[
          ['approve', say('Cho vay', 'Lend')],
          ['reject', say('Từ chối', 'Reject')],
        ]}
        onChange={(proposal) => change({ proposal })}
      />
      {sheet.proposal === 'reject' && (
        <Select
          id="ground"
          words={say('Căn cứ từ chối', 'Ground')}
          value={sheet.ground}
          options={Object.entries(GROUND_WORDS)}
          onChange={(ground) => change({ ground })}
        />
      )}
      <ReasonField
        id="report-reason"
        words={say('Nhận xét chung', 'Summary')}
        value={sheet.reason}
        onChange={(reason) => change({ reason })}
      />
      <label className="choice">
        <input
          type="checkbox"
          id="unbound"
          checked={sheet.unbound}
          onChange={(event) => change({ unbound: event.target.checked })}
        />
        <span>{say('Tôi không có quan hệ lợi ích với người vay.', 'Nothing binds me to the borrower.')}</span>
      </label>
    </StepForm>
  );
}

interface TermsPreview {
  readonly figures: RepaymentFigures;
  readonly canRepay: boolean;
  readonly body: string;
  readonly schedule: Schedule;
}

function TermsPart({ application, fund, sheet, change }: SheetProps) {
  const policy = fund?.policy?.policy;
  const preview = useMutation({
    mutationFn: () =>
      post<TermsPreview>(
        `/api/support-fund/applications/${application.id}/terms-previews`,
        { terms: termsOf(sheet, application, policy) },
        { key: crypto.randomUUID() },
      ),
  });
  return (
    <fieldset className="panel">
      <legend>{say('Điều kiện vay đề xuất', 'Proposed terms')}</legend>
      <MoneyField
        id="amount"
        words={say('Số tiền cho vay', 'Amount')}
        value={sheet.amount}
        onChange={(amount) => change({ amount })}
      />
      <RateField
        id="annualRate"
        words={say('Lãi suất', 'Rate')}
        value={sheet.annualRate}
        onChange={(annualRate) => change({ annualRate })}
      />
      <RateField
        id="overdueRateFactor"
        words={say('Lãi suất quá hạn so với lãi suất trong hạn', 'Overdue rate of the rate in term')}
        hint={say('Ví dụ 150', 'For example 150')}
        value={sheet.overdueRateFactor}
        onChange={(overdueRateFactor) => change({ overdueRateFactor })}
      />
      <TrancheFields tranches={sheet.tranches} onChange={(tranches) => change({ tranches })} wrong={() => undefined} />
      <TermsFields
        terms={sheet.terms}
        change={(part) => change({ terms: { ...sheet.terms, ...part } })}
        wrong={() => undefined}
      />
      {(policy?.waiverRules.length ?? 0) > 0 && (
        <Select
          id="waiver"
          words={say('Cho vay không có bảo đảm theo quy chế', 'Without security, under a rule of the fund')}
          value={sheet.waiver}
          options={(policy?.waiverRules ?? []).map(({ code, description }) => [code, description])}
          onChange={(waiver) => change({ waiver })}
        />
      )}
      <p>
        <button type="button" disabled={preview.isPending} onClick={() => preview.mutate()}>
          {say('Tính khả năng trả nợ', 'Count the ability to repay')}
        </button>
      </p>
      {preview.error && <ProblemAlert error={preview.error} fieldOf={termsPlace} />}
      {preview.data && !preview.error && (
        <>
          <FiguresView figures={preview.data.figures} canRepay={preview.data.canRepay} />
          <p>
            {say('Người quyết định: ', 'Decided by: ')}
            <strong>{BODY_WORDS[preview.data.body] ?? preview.data.body}</strong>
          </p>
          <details>
            <summary>{say('Lịch trả nợ', 'Repayment plan')}</summary>
            <ScheduleView schedule={preview.data.schedule} />
          </details>
        </>
      )}
    </fieldset>
  );
}

/** The appraiser's judgement of each condition, with its note. */
function Judgement({ sheet, change }: Pick<SheetProps, 'sheet' | 'change'>) {
  return (
    <>
      {ASSESSED.map((subject) => (
        <fieldset className="panel" key={subject}>
          <legend>{ASSESSED_WORDS[subject]}</legend>
          <div className="row">
            {(['yes', 'no'] as const).map((answer) => (
              <label className="choice" key={answer}>
                <input
                  type="radio"
                  name={`met-${subject}`}
                  id={`met-${subject}-${answer}`}
                  checked={sheet.met[subject] === answer}
                  onChange={() => change({ met: { ...sheet.met, [subject]: answer } })}
                />
                <span>{answer === 'yes' ? say('Đạt', 'Met') : say('Không đạt', 'Not met')}</span>
              </label>
            ))}
          </div>
          <ReasonField
            id={`note-${subject}`}
            words={say('Nhận xét', 'Note')}
            value={sheet.notes[subject] ?? ''}
            onChange={(note) => change({ notes: { ...sheet.notes, [subject]: note } })}
          />
        </fieldset>
      ))}
    </>
  );
}
