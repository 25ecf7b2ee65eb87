import { useState } from 'react';
import { BODY_WORDS, BOND_WORDS, GROUND_WORDS, SECURITY_WORDS, VOTE_WORDS } from '../../../fund-words';
import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { useStaff } from '../../../shared/people';
import { useToday } from '../../../shared/session';
import { Choice, DayField, Select } from '../../applicant/kit';
import { isoDay, typedDay } from '../../day';
import type { ApplicationView } from '../types';
import { ReasonField, StepForm } from './step-form';

interface StepProps {
  readonly application: ApplicationView;
}

/** Takes the application, or gives it to a colleague. */
export function AssignStep({ application }: StepProps) {
  const staff = useStaff().filter(({ roles }) => roles.some(({ role }) => role === 'fundOfficer'));
  const [appraiserId, setAppraiserId] = useState('');
  return (
    <StepForm
      application={application}
      folded
      title={say('Phân công thẩm định', 'Assign an appraiser')}
      button={say('Phân công', 'Assign')}
      path="assignments"
      body={() => ({ appraiserId })}
    >
      <Select
        id="appraiserId"
        words={say('Cán bộ thẩm định', 'Appraiser')}
        value={appraiserId}
        options={staff.map(({ personId, name }) => [personId, name ?? personId])}
        onChange={setAppraiserId}
      />
    </StepForm>
  );
}

export function BondStep({ application }: StepProps) {
  const [bond, setBond] = useState('');
  const [note, setNote] = useState('');
  return (
    <StepForm
      application={application}
      folded
      grave
      title={say('Tôi có quan hệ với người vay', 'I am bound to the borrower')}
      button={say('Khai báo và không tham gia hồ sơ này', 'Declare, and take no part in this')}
      path="bonds"
      body={() => ({ bond, note })}
    >
      <Select
        id="bond"
        words={say('Quan hệ', 'Bond')}
        value={bond}
        options={Object.entries(BOND_WORDS)}
        onChange={setBond}
      />
      <ReasonField id="bond-note" words={say('Nói rõ', 'Details')} value={note} onChange={setNote} />
    </StepForm>
  );
}

export function SendBackStep({ application }: StepProps) {
  const [reason, setReason] = useState('');
  return (
    <StepForm
      application={application}
      folded
      title={say('Trả lại cán bộ thẩm định', 'Send back to the appraiser')}
      button={say('Trả lại', 'Send back')}
      path="returns"
      body={() => ({ reason })}
    >
      <ReasonField id="back-reason" words={say('Lý do', 'Reason')} value={reason} onChange={setReason} />
    </StepForm>
  );
}

export function VoteStep({ application }: StepProps) {
  const [vote, setVote] = useState<'for' | 'against' | 'abstain'>();
  const [reason, setReason] = useState('');
  return (
    <StepForm
      application={application}
      title={say('Biểu quyết', 'Vote')}
      button={say('Ghi phiếu biểu quyết', 'Cast the vote')}
      path="votes"
      body={() => ({ vote, ...(reason.trim() === '' ? {} : { reason }) })}
    >
      <Choice
        id="vote"
        legend={say('Ý kiến của tôi về đề xuất', 'My vote on the proposal')}
        value={vote}
        options={(['for', 'against', 'abstain'] as const).map((one) => [one, VOTE_WORDS[one]])}
        onChange={setVote}
      />
      <ReasonField id="vote-reason" words={say('Ý kiến thêm', 'Remark')} optional value={reason} onChange={setReason} />
    </StepForm>
  );
}

export function ConcludeStep({ application }: StepProps) {
  const [reason, setReason] = useState('');
  const body = application.staff?.report?.body ?? 'council';
  return (
    <StepForm
      application={application}
      title={say('Kết luận biểu quyết', 'Conclude the vote')}
      button={say('Kết luận theo kết quả biểu quyết', 'Conclude as voted')}
      path="vote-conclusions"
      body={() => ({ reason })}
    >
      <p>
        {say(
          `${BODY_WORDS[body] ?? ''} quyết định theo đa số của các phiếu; hệ thống đếm phiếu và người đủ quyền.`,
          'The majority of the votes decides; the house counts votes and quorum.',
        )}
      </p>
      <ReasonField id="conclusion-reason" words={say('Kết luận', 'Conclusion')} value={reason} onChange={setReason} />
    </StepForm>
  );
}

/** The director's own decision, or a rejection before any appraisal. */
export function DecideStep({ application }: StepProps) {
  const { allowedActions, status } = application;
  const mayApprove = allowedActions.includes('approveApplication');
  const early = status !== 'AwaitingDecision';
  const [outcome, setOutcome] = useState<'approve' | 'reject'>(mayApprove ? 'approve' : 'reject');
  const [ground, setGround] = useState('');
  const [reason, setReason] = useState('');
  const rejecting = outcome === 'reject';
  return (
    <StepForm
      application={application}
      folded={early}
      grave={rejecting}
      title={early ? say('Từ chối trước thẩm định', 'Reject before an appraisal') : say('Quyết định', 'Decision')}
      button={rejecting ? say('Từ chối cho vay', 'Reject') : say('Quyết định cho vay', 'Approve the loan')}
      path={early ? 'rejections' : 'decisions'}
      body={() => (early ? { ground, reason } : { outcome, reason, ...(rejecting ? { ground } : {}) })}
    >
      {mayApprove && (
        <Choice
          id="decision"
          legend={say('Quyết định', 'Decision')}
          value={outcome}
          options={[
            ['approve', say('Cho vay theo đề xuất', 'Lend as proposed')],
            ['reject', say('Từ chối cho vay', 'Reject')],
          ]}
          onChange={setOutcome}
        />
      )}
      {rejecting && (
        <Select
          id="decision-ground"
          words={say('Căn cứ từ chối', 'Ground')}
          value={ground}
          options={Object.entries(GROUND_WORDS)}
          onChange={setGround}
        />
      )}
      <ReasonField id="decision-reason" words={say('Lý do', 'Reason')} value={reason} onChange={setReason} />
    </StepForm>
  );
}

export function SignStep({ application }: StepProps) {
  const today = useToday();
  const [signedOn, setSignedOn] = useState(() => typedDay(today));
  return (
    <StepForm
      application={application}
      title={say('Ký hợp đồng tín dụng', 'Sign the contract')}
      button={say('Ghi nhận hợp đồng đã ký', 'Record the signed contract')}
      path="contracts"
      body={() => ({ signedOn: isoDay(signedOn) })}
    >
      <DayField id="signedOn" legend={say('Ngày ký', 'Signed on')} value={signedOn} onChange={setSignedOn} />
    </StepForm>
  );
}

/** Every security of the contract with its registration. */
export function SecurityStep({ application }: StepProps) {
  const today = useToday();
  const securities = application.outcome?.terms?.securities ?? [];
  const [typed, setTyped] = useState(() => securities.map(() => ({ registration: '', registeredOn: typedDay(today) })));
  const set = (at: number, part: Partial<(typeof typed)[number]>): void =>
    setTyped(typed.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <StepForm
      application={application}
      title={say('Hoàn tất biện pháp bảo đảm', 'Security perfected')}
      button={say('Ghi nhận đã đăng ký bảo đảm', 'Record the registrations')}
      path="securities"
      body={() => ({
        securities: securities.map(({ kind }, at) => ({
          kind,
          registration: typed[at]?.registration ?? '',
          registeredOn: isoDay(typed[at]?.registeredOn ?? ''),
        })),
      })}
    >
      {securities.map(({ kind, description }, at) => (
        <fieldset className="panel" key={`${kind}${description}`}>
          <legend>
            {SECURITY_WORDS[kind] ?? kind}: {description}
          </legend>
          <TextField
            id={`registration-${at}`}
            words={say('Số đăng ký biện pháp bảo đảm', 'Number of the registration')}
            value={typed[at]?.registration ?? ''}
            onChange={(registration) => set(at, { registration })}
          />
          <DayField
            id={`registeredOn-${at}`}
            legend={say('Ngày đăng ký', 'Registered on')}
            value={typed[at]?.registeredOn ?? ''}
            onChange={(registeredOn) => set(at, { registeredOn })}
          />
        </fieldset>
      ))}
    </StepForm>
  );
}
