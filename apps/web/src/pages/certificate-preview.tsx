import type { CaseView } from '../api/types';
import { useNames } from '../shared/area-name';
import { formatDong } from '../shared/format';
import { KIND_WORDS } from '../words';

/** What the certificate will say (Law on Cooperatives 2023, Art. 45), to be read before it is signed. */
export function CertificatePreview({ dossier: { application, taxCode, decidingOfficeId } }: { dossier: CaseView }) {
  const names = useNames();
  const representative = application.members.find((member) => member.legalRepresentative);
  return (
    <section className="paper" aria-labelledby="preview-heading">
      <p className="muted">BẢN XEM TRƯỚC</p>
      <h3 id="preview-heading">Giấy chứng nhận đăng ký {KIND_WORDS[application.kind]?.toLocaleLowerCase('vi')}</h3>
      <dl className="facts">
        <dt>Mã số</dt>
        <dd className="code">{taxCode}</dd>
        <dt>Tên</dt>
        <dd>{`${KIND_WORDS[application.kind] ?? ''} ${application.ownName}`}</dd>
        <dt>Trụ sở chính</dt>
        <dd>{`${application.headOffice.line}, ${names.area(application.headOffice.areaCode)}`}</dd>
        <dt>Vốn điều lệ</dt>
        <dd>{formatDong(application.charterCapital)}</dd>
        <dt>Người đại diện theo pháp luật</dt>
        <dd>{representative?.person?.fullName ?? ''}</dd>
        <dt>Cơ quan cấp</dt>
        <dd>{names.office(decidingOfficeId)}</dd>
      </dl>
    </section>
  );
}
