import type { CasePage } from '../api/types';
import { formatDong, formatNumber } from '../shared/format';
import { KIND_WORDS } from '../words';

/** What the applicant asks to have registered; persons appear as numbers only. */
export function ApplicationContent({ dossier: { application, documents, members, receivedAtWords } }: { dossier: CasePage }) {
  return (
    <>
      <dl className="facts">
        <dt>Loại hình</dt>
        <dd>{KIND_WORDS[application.kind]}</dd>
        <dt>Tên</dt>
        <dd>{application.fullName}</dd>
        <dt>Trụ sở chính</dt>
        <dd>{application.headOfficeWords}</dd>
        <dt>Ngành, nghề kinh doanh</dt>
        <dd>{application.businessLines.map((line) => `${line.code}${line.main ? ' (chính)' : ''}${line.detail ? `: ${line.detail}` : ''}`).join('; ')}</dd>
        <dt>Vốn điều lệ</dt>
        <dd>{formatDong(application.charterCapital)}</dd>
        <dt>Thành viên chính thức</dt>
        <dd>{formatNumber(members.official)}</dd>
        <dt>Thành viên liên kết góp vốn</dt>
        <dd>{formatNumber(members.capitalContributing)}</dd>
        <dt>Tổ chức quản trị</dt>
        <dd>{application.governance === 'full' ? 'Đầy đủ' : 'Rút gọn'}</dd>
        <dt>Nhận lúc</dt>
        <dd>{receivedAtWords}</dd>
      </dl>
      <h3>Tài liệu</h3>
      <ul>
        {documents.map((document) => (
          <li key={document.kind + document.sha256}>
            <a href={`/api/documents/${document.sha256}`}>{document.fileName}</a>{' '}
            <span className="muted">
              {document.kindWords} · <span className="code">{document.sha256.slice(0, 8)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
