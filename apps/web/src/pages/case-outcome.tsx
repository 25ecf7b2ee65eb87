import type { CaseView } from '../api/types';
import { formatDay, formatInstant } from '../shared/format';
import { LawRef } from '../shared/law-ref';
import { subjectWords } from '../words';

/** Papers that went out, and what people said to each other on the way. */
export function CaseOutcome({ dossier: it }: { dossier: CaseView }) {
  const notice = it.notices.at(-1);
  return (
    <>
      {it.certificate && (
        <section className="done" aria-labelledby="certificate-heading">
          <h2 id="certificate-heading">Giấy chứng nhận đăng ký hợp tác xã</h2>
          <p>
            Số <span className="code">{it.certificate.number}</span>, mã số{' '}
            <span className="code">{it.certificate.code}</span>, cấp ngày {formatDay(it.certificate.issuedOn)}
          </p>
          <a className="button" href={`/xac-thuc/${it.certificate.token}`}>
            Xác thực Giấy chứng nhận
          </a>
        </section>
      )}
      {it.status === 'Granted' && <p className="panel">Đã chấp thuận. Giấy chứng nhận đang được cấp…</p>}
      {notice && !notice.answeredAt && (
        <section className="panel" aria-labelledby="defects-heading">
          <h2 id="defects-heading">Nội dung cần sửa đổi, bổ sung</h2>
          <p>
            Cơ quan đăng ký yêu cầu sửa đổi, bổ sung {notice.defects.length} nội dung. Hạn nộp:{' '}
            {formatDay(notice.due.dueOn)}.
          </p>
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
      {it.status === 'AwaitingDecision' && it.proposal && (
        <section className="panel" aria-labelledby="proposal-heading">
          <h2 id="proposal-heading">Đề xuất của chuyên viên</h2>
          <p>
            {it.proposal.decision === 'grant' ? 'Cấp Giấy chứng nhận' : 'Từ chối cấp đăng ký'} · {it.proposal.by} ·{' '}
            {formatInstant(it.proposal.at)}
          </p>
          {it.proposal.reason && <p>Lý do: {it.proposal.reason}</p>}
          <p>
            {it.taxCode
              ? `Đã nhận mã số ${it.taxCode} từ cơ quan thuế.`
              : 'Đang chờ mã số từ cơ quan thuế; chưa ký được.'}
          </p>
        </section>
      )}
      {it.returned && it.status === 'UnderExamination' && (
        <section className="panel" aria-labelledby="returned-heading">
          <h2 id="returned-heading">Lãnh đạo trả lại</h2>
          <p>{it.returned.reason}</p>
        </section>
      )}
      {it.withdrawal && (
        <section className="panel" aria-labelledby="withdrawal-heading">
          <h2 id="withdrawal-heading">Người nộp đề nghị dừng thủ tục</h2>
          <p>{it.withdrawal.reason}</p>
        </section>
      )}
      {it.refusal && (
        <section className="problem" aria-labelledby="refusal-heading">
          <h2 id="refusal-heading">Từ chối cấp đăng ký</h2>
          <p>
            {it.refusal.reason}{' '}
            <span className="muted">
              (<LawRef article={it.refusal.article} />)
            </span>
          </p>
        </section>
      )}
      {it.taxRefusal && !it.taxCode && <p className="panel">Cơ quan thuế chưa cấp mã số: {it.taxRefusal.reason}</p>}
    </>
  );
}
