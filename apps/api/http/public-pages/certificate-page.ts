import type { AreaTree } from '@hoptac/identity';
import type { Instant } from '@hoptac/kernel';
import { localDateOf } from '@hoptac/kernel';
import type { CertificateFinding } from '@hoptac/registry';
import { type Markup, html } from './html';
import { tokenForm } from './home-page';
import type { Speech } from './speech';
import { KIND_WORDS, LEGAL_STATUS_WORDS, dayText, dongText, instantText } from './words';

function verdict(stands: CertificateFinding['stands'], speech: Speech): Markup {
  if (stands === 'inForce')
    return html`<div class="done verdict">
      <h1><span aria-hidden="true">✓ </span>${speech.say('Còn hiệu lực', 'In force')}</h1>
      <p>
        ${speech.say(
          'Giấy chứng nhận này đúng là do cơ quan đăng ký cấp và đang có hiệu lực.',
          'The registration office issued this certificate, and it is in force.',
        )}
      </p>
    </div>`;
  return html`<div class="problem verdict">
    <h1><span aria-hidden="true">↻ </span>${speech.say('Đã được thay thế', 'Replaced')}</h1>
    <p>
      ${speech.say(
        'Tổ chức này đã được cấp Giấy chứng nhận khác. Tờ giấy bạn cầm không còn giá trị.',
        'Another certificate was issued to this organisation. The paper you hold is no longer valid.',
      )}
    </p>
  </div>`;
}

/** What the register says of a certificate, to be held against the paper line by line (L23 Art. 45). */
export function certificatePage(certificate: CertificateFinding, areas: AreaTree, speech: Speech): Markup {
  const { issuedOn, foreignName, abbreviation } = certificate;
  const lines: readonly (readonly [string, string])[] = [
    [speech.say('Loại hình', 'Kind'), speech.word(KIND_WORDS, certificate.kind)],
    [speech.say('Tên', 'Name'), certificate.name],
    ...(foreignName === undefined
      ? []
      : [[speech.say('Tên bằng tiếng nước ngoài', 'Foreign name'), foreignName] as const]),
    ...(abbreviation === undefined ? [] : [[speech.say('Tên viết tắt', 'Abbreviation'), abbreviation] as const]),
    [speech.say('Mã số', 'Code'), certificate.code],
    [speech.say('Giấy chứng nhận số', 'Certificate number'), certificate.number],
    [
      speech.say('Trụ sở chính', 'Head office'),
      `${certificate.addressLine}, ${speech.area(areas, certificate.areaCode, issuedOn)}`,
    ],
    [speech.say('Vốn điều lệ', 'Charter capital'), dongText(certificate.charterCapital)],
    [
      speech.say('Người đại diện theo pháp luật', 'Legal representative'),
      certificate.representativeName ?? speech.say('Đã xóa theo yêu cầu', 'Erased on request'),
    ],
    [speech.say('Ngày cấp', 'Issued on'), dayText(issuedOn)],
    [speech.say('Nơi cấp', 'Issued by'), speech.office(areas, certificate.officeId, issuedOn)],
    [
      speech.say('Tình trạng pháp lý hiện nay', 'Legal status today'),
      speech.word(LEGAL_STATUS_WORDS, certificate.legalStatus),
    ],
  ];
  return html`${verdict(certificate.stands, speech)}
    <p>
      ${speech.say(
        'So từng dòng với tờ giấy bạn cầm: một dòng khác là tờ giấy đã bị sửa. Mã xác thực được tính từ chính các nội dung này.',
        'Compare line by line with the paper you hold: a line that differs was altered. The verification code is computed from these very lines.',
      )}
    </p>
    <dl class="facts">
      ${lines.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p><a href="/to-chuc/${certificate.code}">${speech.say('Xem trong sổ đăng ký', 'See it in the register')}</a></p>
    <p class="muted">
      ${speech.say('Kiểm tra lúc', 'Checked at')} ${instantText(certificate.checkedAt)}
      ${speech.say('(giờ Việt Nam)', '(Vietnam time)')}
    </p>`;
}

/** The answer for a token that no certificate carries. */
export function unknownCertificatePage(checkedAt: Instant, speech: Speech): Markup {
  return html`<div class="problem verdict">
      <h1><span aria-hidden="true">✗ </span>${speech.say('Không có trong sổ đăng ký', 'Not in the register')}</h1>
      <p>
        ${speech.say(
          'Xem lại mã; nếu mã đúng, giấy có thể là giả. Hãy hỏi Ủy ban nhân dân nơi ghi trên giấy.',
          'Check the code; if it is right, the paper may be forged. Ask the People’s Committee named on it.',
        )}
      </p>
    </div>
    <p class="muted">
      ${speech.say('Kiểm tra lúc', 'Checked at')} ${instantText(checkedAt)}
      ${speech.say('(giờ Việt Nam), sổ đăng ký ngày', '(Vietnam time), register of')} ${dayText(localDateOf(checkedAt))}
    </p>
    ${tokenForm(speech)}`;
}
