import type { CaseMember, CaseView } from '../api/types';
import { useNames } from '../shared/area-name';
import { DataTable } from '../shared/data-table';
import { formatDong, formatInstant } from '../shared/format';
import { say } from '../shared/language';
import { useMay } from '../shared/session';
import { DOCUMENT_WORDS, KIND_WORDS, MEMBER_WORDS } from '../words';
import { PersonMask } from './audit/person-mask';

/** What the applicant asks to have registered; persons are masked, and shown one by one to who may see them and says why. */
export function ApplicationContent({ dossier: { id, application, documents, receivedAt } }: { dossier: CaseView }) {
  const names = useNames();
  const members = say('Thành viên', 'Members');
  return (
    <>
      <dl className="facts">
        <dt>{say('Loại hình', 'Kind')}</dt>
        <dd>{KIND_WORDS[application.kind]}</dd>
        <dt>{say('Tên', 'Name')}</dt>
        <dd lang="vi">{`${KIND_WORDS[application.kind] ?? ''} ${application.ownName}`}</dd>
        <dt>{say('Trụ sở chính', 'Head office')}</dt>
        <dd lang="vi">{`${application.headOffice.line}, ${names.area(application.headOffice.areaCode)}`}</dd>
        <dt>{say('Ngành, nghề kinh doanh', 'Business lines')}</dt>
        <dd>
          {application.businessLines
            .map(
              (line) =>
                `${line.code}${line.main ? ` (${say('chính', 'main')})` : ''}${line.detail ? `: ${line.detail}` : ''}`,
            )
            .join('; ')}
        </dd>
        <dt>{say('Vốn điều lệ', 'Charter capital')}</dt>
        <dd>{formatDong(application.charterCapital)}</dd>
        <dt>{say('Tổ chức quản trị', 'Governance')}</dt>
        <dd>{application.governance === 'full' ? say('Đầy đủ', 'Full') : say('Rút gọn', 'Simplified')}</dd>
        <dt>{say('Nhận lúc', 'Received')}</dt>
        <dd>{formatInstant(receivedAt)}</dd>
      </dl>
      <h3>{members}</h3>
      <DataTable
        name={members}
        rows={application.members}
        keyOf={({ personId }) => personId}
        columns={[
          {
            words: say('Họ, chữ đệm và tên', 'Full name'),
            cell: (member) => (
              <>
                <CasePerson id={id} member={member} purpose="examination" />
                {member.legalRepresentative && ` (${say('người đại diện theo pháp luật', 'legal representative')})`}
              </>
            ),
          },
          {
            words: say('Loại', 'Kind'),
            cell: ({ memberKind }) => MEMBER_WORDS[memberKind] ?? memberKind,
          },
          {
            words: say('Vốn góp', 'Contribution'),
            numeric: true,
            cell: ({ contribution }) => formatDong(contribution),
          },
        ]}
      />
      <h3>{say('Tài liệu', 'Papers')}</h3>
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

/** Somebody of a dossier by name and number, as far as the reader may see them. */
export function CasePerson({
  id,
  member: { personId, person },
  purpose,
}: {
  readonly id: string;
  readonly member: CaseMember;
  /** Proposed to who asks to see the person. */
  readonly purpose: 'examination' | 'signing';
}) {
  const may = useMay();
  if (person === undefined || person === null) return <>{say('Đã xóa theo yêu cầu', 'Erased on request')}</>;
  if (may('personalData.view'))
    return (
      <PersonMask
        subjects="cases"
        subjectId={id}
        personId={personId}
        masked={person}
        asOf={undefined}
        first={purpose}
      />
    );
  return (
    <>
      {person.fullName} · <span className="code">{person.identityNumber}</span>
    </>
  );
}
