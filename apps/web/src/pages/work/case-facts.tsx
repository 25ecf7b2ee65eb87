import { formatDay, formatInstant } from '../../shared/format';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { usePeople } from '../../shared/people';
import { subjectWords } from '../../words';
import { NextCase } from './next-case';
import { Remedies } from '../../shared/remedies';
import { REFUSAL_WORDS } from './refusal-words';
import type { WorkCase } from './types';

/** What people said to each other about the case, and what came out. */
export function CaseFacts({ dossier }: { dossier: WorkCase }) {
  const people = usePeople();
  const { certificate, proposal, returned, withdrawal, refusal, taxRefusal, taxCode, notices, handedOver, status } =
    dossier;
  const notice = notices.at(-1);
  return (
    <>
      {certificate && (
        <section className="done" aria-labelledby="certificate-heading">
          <h2 id="certificate-heading">{say('Đã cấp Giấy chứng nhận đăng ký', 'Registration certificate issued')}</h2>
          <p>
            {say('Số', 'Number')} <span className="code">{certificate.number}</span> · {say('mã số', 'code')}{' '}
            <span className="code">{certificate.code}</span> · {say('cấp ngày', 'issued on')}{' '}
            {formatDay(certificate.issuedOn)}
          </p>
          <p className="row">
            <a className="button" href={`/xac-thuc/${certificate.token}`}>
              {say('Xác thực Giấy chứng nhận', 'Verify the certificate')}
            </a>
            <a className="button" href={`/register/${certificate.organisationId}`}>
              {say('Mở trong Sổ đăng ký', 'Open in the register')}
            </a>
            <NextCase id={dossier.id} />
          </p>
        </section>
      )}
      {status === 'Granted' && (
        <p className="panel" role="status">
          {say('Đã chấp thuận. Giấy chứng nhận đang được cấp…', 'Accepted. The certificate is being issued…')}
        </p>
      )}
      {handedOver && (
        <p className="panel">
          {say('Đã trả kết quả', 'Result handed over')} {formatInstant(handedOver.at)}
        </p>
      )}
      {status === 'AwaitingDecision' && proposal && (
        <section className="panel" aria-labelledby="proposal-heading">
          <h2 id="proposal-heading">{say('Đề xuất của chuyên viên', 'The officer’s proposal')}</h2>
          <p>
            {proposal.decision === 'grant'
              ? say('Cấp Giấy chứng nhận', 'Grant the certificate')
              : say('Từ chối cấp đăng ký', 'Refuse the registration')}{' '}
            · {people.name(proposal.by, 'officer')} · {formatInstant(proposal.at)}
          </p>
          {proposal.reason && (
            <p>
              {say('Lý do', 'Reason')}: {proposal.reason}
            </p>
          )}
          {proposal.decision === 'grant' && (
            <p role="status">
              {taxCode
                ? say(`Đã nhận mã số ${taxCode} từ cơ quan thuế.`, `Code ${taxCode} received from the tax authority.`)
                : say(
                    'Đang chờ mã số từ cơ quan thuế; chưa ký được.',
                    'Waiting for the tax authority’s code; it cannot be signed yet.',
                  )}
            </p>
          )}
        </section>
      )}
      {returned && status === 'UnderExamination' && (
        <section className="panel" aria-labelledby="returned-heading">
          <h2 id="returned-heading">{say('Lãnh đạo trả lại', 'Returned by the head of office')}</h2>
          <p>{returned.reason}</p>
        </section>
      )}
      {dossier.delays.length > 0 && (
        <section className="panel" aria-labelledby="delays-heading">
          <h2 id="delays-heading">{say('Đã xin lỗi và hẹn lại ngày trả', 'Apologies for being late')}</h2>
          <ul className="plain">
            {dossier.delays.map((delay) => (
              <li key={delay.at}>
                {say('Hạn', 'Limit')} {formatDay(delay.dueOn)}: {delay.reason}
                {delay.answerBy !== undefined && ` · ${say('hẹn ngày', 'promised for')} ${formatDay(delay.answerBy)}`}
                {' · '}
                {people.name(delay.by)}, {formatInstant(delay.at)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {withdrawal && (
        <section className="panel" aria-labelledby="withdrawal-heading">
          <h2 id="withdrawal-heading">{say('Người nộp đề nghị dừng thủ tục', 'The applicant asks to withdraw')}</h2>
          <p>{withdrawal.reason}</p>
        </section>
      )}
      {refusal && (
        <section className="problem" aria-labelledby="refusal-heading">
          <h2 id="refusal-heading">{say('Từ chối cấp đăng ký', 'Registration refused')}</h2>
          <p>
            {refusal.reason}{' '}
            <span className="muted">
              (<LawRef article={refusal.article} />)
            </span>
          </p>
        </section>
      )}
      {dossier.remedies && <Remedies remedies={dossier.remedies} />}
      {taxRefusal && !taxCode && (
        <p className="panel">
          {say('Cơ quan thuế chưa cấp mã số', 'The tax authority gave no code')}: {taxRefusal.reason}
        </p>
      )}
      {notice && (
        <section className="panel" aria-labelledby="notice-heading">
          <h2 id="notice-heading">
            {say('Thông báo yêu cầu sửa đổi, bổ sung hồ sơ', 'Correction notice')}
            {notice.answeredAt && ` · ${say('đã nộp bổ sung', 'answered')} ${formatInstant(notice.answeredAt)}`}
          </h2>
          <ol>
            {notice.defects.map((defect) => (
              <li key={defect.subject + defect.reason}>
                <strong>{subjectWords(defect.subject)}</strong>: {defect.reason}{' '}
                <span className="muted">
                  (<LawRef article={defect.article} />)
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** Words of a refusal's ground. */
export const groundWords = (ground: string): string => REFUSAL_WORDS[ground] ?? ground;
