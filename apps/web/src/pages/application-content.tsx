import type { CaseView } from '../api/types';
import { useNames } from '../shared/area-name';
import { formatDong, formatInstant } from '../shared/format';
import { DOCUMENT_WORDS, KIND_WORDS, MEMBER_WORDS } from '../words';

/** What the applicant asks to have registered; persons appear as numbers only. */
export function ApplicationContent({ dossier: { application, documents, receivedAt } }: { dossier: CaseView }) {
  const names = useNames();
  return (
    <>
      <dl className="facts">
        <dt>Loại hình</dt>
        <dd>{KIND_WORDS[application.kind]}</dd>
        <dt>Tên</dt>
        <dd>{`${KIND_WORDS[application.kind] ?? ''} ${application.ownName}`}</dd>
        <dt>Trụ sở chính</dt>
        <dd>{`${application.headOffice.line}, ${names.area(application.headOffice.areaCode)}`}</dd>
        <dt>Ngành, nghề kinh doanh</dt>
        <dd>
          {application.businessLines
            .map((line) => `${line.code}${line.main ? ' (chính)' : ''}${line.detail ? `: ${line.detail}` : ''}`)
            .join('; ')}
        </dd>
        <dt>Vốn điều lệ</dt>
        <dd>{formatDong(application.charterCapital)}</dd>
        <dt>Tổ chức quản trị</dt>
        <dd>{application.governance === 'full' ? 'Đầy đủ' : 'Rút gọn'}</dd>
        <dt>Nhận lúc</dt>
        <dd>{formatInstant(receivedAt)}</dd>
      </dl>
      <h3>Thành viên</h3>
      <div className="table-wrap">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Họ, chữ đệm và tên</th>
              <th scope="col">Số định danh</th>
              <th scope="col">Loại</th>
              <th scope="col" className="numeric">
                Vốn góp
              </th>
            </tr>
          </thead>
          <tbody>
            {application.members.map((member) => (
              <tr key={member.personId}>
                <td data-label="Họ, chữ đệm và tên">
                  {member.person?.fullName ?? 'Đã xóa theo yêu cầu'}
                  {member.legalRepresentative ? ' (người đại diện theo pháp luật)' : ''}
                </td>
                <td data-label="Số định danh" className="code">
                  {member.person?.identityNumber ?? ''}
                </td>
                <td data-label="Loại">{MEMBER_WORDS[member.memberKind] ?? member.memberKind}</td>
                <td data-label="Vốn góp" className="numeric">
                  {formatDong(member.contribution)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>Tài liệu</h3>
      <ul>
        {documents.map((document) => (
          <li key={document.kind + document.sha256}>
            <a href={`/api/documents/${document.sha256}`}>{document.fileName}</a>{' '}
            <span className="muted">
              {DOCUMENT_WORDS[document.kind] ?? document.kind} ·{' '}
              <span className="code">{document.sha256.slice(0, 8)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
