import type { AreaTree } from '@hoptac/identity';
import type { Instant } from '@hoptac/kernel';
import { localDateOf } from '@hoptac/kernel';
import type { CertificateFinding } from '@hoptac/registry';
import { type Markup, html } from './html';
import { tokenForm } from './home-page';
import { LEGAL_STATUS_WORDS, areaText, dayText, dongText, instantText, officeText } from './words';

/** What the register says of a certificate, to be held against the paper line by line (L23 Art. 45). */
export function certificatePage(certificate: CertificateFinding, areas: AreaTree): Markup {
  const issuedOn = certificate.issuedOn;
  const verdict =
    certificate.stands === 'inForce'
      ? html`<div class="done verdict">
          <h1><span aria-hidden="true">✓ </span>Còn hiệu lực</h1>
          <p>Giấy chứng nhận này đúng là do cơ quan đăng ký cấp và đang có hiệu lực.</p>
        </div>`
      : html`<div class="problem verdict">
          <h1><span aria-hidden="true">↻ </span>Đã được thay thế</h1>
          <p>Tổ chức này đã được cấp Giấy chứng nhận khác. Tờ giấy bạn cầm không còn giá trị.</p>
        </div>`;
  return html`${verdict}
    <p>So từng dòng với tờ giấy bạn cầm.</p>
    <dl class="facts">
      <dt>Tên</dt>
      <dd>${certificate.name}</dd>
      <dt>Mã số</dt>
      <dd class="code">${certificate.code}</dd>
      <dt>Giấy chứng nhận số</dt>
      <dd class="code">${certificate.number}</dd>
      <dt>Trụ sở chính</dt>
      <dd>${certificate.addressLine}, ${areaText(areas, certificate.areaCode, issuedOn)}</dd>
      <dt>Vốn điều lệ</dt>
      <dd>${dongText(certificate.charterCapital)}</dd>
      <dt>Người đại diện theo pháp luật</dt>
      <dd>${certificate.representativeName ?? 'Đã xóa theo yêu cầu'}</dd>
      <dt>Ngày cấp</dt>
      <dd>${dayText(issuedOn)}</dd>
      <dt>Nơi cấp</dt>
      <dd>${officeText(areas, certificate.officeId, issuedOn)}</dd>
      <dt>Tình trạng pháp lý hiện nay</dt>
      <dd>${LEGAL_STATUS_WORDS[certificate.legalStatus] ?? certificate.legalStatus}</dd>
    </dl>
    <p class="muted">Kiểm tra lúc ${instantText(certificate.checkedAt)} (giờ Việt Nam)</p>`;
}

/** The answer for a token that no certificate carries. */
export function unknownCertificatePage(checkedAt: Instant): Markup {
  return html`<div class="problem verdict">
      <h1><span aria-hidden="true">✗ </span>Không có trong sổ đăng ký</h1>
      <p>Xem lại mã; nếu mã đúng, giấy có thể là giả. Hãy hỏi Ủy ban nhân dân nơi ghi trên giấy.</p>
    </div>
    <p class="muted">
      Kiểm tra lúc ${instantText(checkedAt)} (giờ Việt Nam), sổ đăng ký ngày ${dayText(localDateOf(checkedAt))}
    </p>
    ${tokenForm()}`;
}
