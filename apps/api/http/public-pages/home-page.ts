import { type Markup, html } from './html';
import type { Speech } from './speech';

/** Where do I go: what this is, and the things anyone comes for. */
export function homePage(speech: Speech, signInFailed: boolean): Markup {
  const failed = speech.say(
    'Chưa đăng nhập được. Hãy thử đăng nhập lại.',
    'You could not be signed in. Please try again.',
  );
  return html`<h1>${speech.say('Đăng ký hợp tác xã', 'Registration of cooperatives')}</h1>
    ${signInFailed ? html`<p class="problem" role="alert">${failed}</p>` : undefined}
    <p>
      ${speech.say(
        'Hợp Tác theo từng hợp tác xã, liên hiệp hợp tác xã từ hồ sơ thành lập đến Giấy chứng nhận: hồ sơ đang ở đâu, ai giải quyết, khi nào đến hạn và theo điều luật nào.',
        'Hợp Tác follows every cooperative and union from the founding dossier to the certificate: where the dossier is, who deals with it, when it is due and under which article.',
      )}
    </p>
    <section class="panel" aria-labelledby="track-heading">
      <h2 id="track-heading">${speech.say('Tra cứu hồ sơ', 'Track a case')}</h2>
      ${caseCodeForm(speech)}
    </section>
    <section class="panel" aria-labelledby="verify-heading">
      <h2 id="verify-heading">${speech.say('Xác thực Giấy chứng nhận', 'Verify a certificate')}</h2>
      <p>${howToVerify(speech)}</p>
      ${tokenForm(speech)}
    </section>
    <section class="panel" aria-labelledby="file-heading">
      <h2 id="file-heading">${speech.say('Nộp hồ sơ đăng ký thành lập', 'File a founding dossier')}</h2>
      <p>
        ${speech.say(
          'Xem trước giấy tờ, thời hạn và điều luật, rồi đăng nhập để khai và nộp hồ sơ, theo dõi, sửa đổi, bổ sung và nhận kết quả. Hồ sơ nộp trực tuyến được tiếp nhận cả ngày lẫn đêm.',
          'Read which papers, time and articles apply, then sign in to fill in and file, to follow, to correct and to receive the result. Dossiers filed online are received day and night.',
        )}
      </p>
      <p class="row">
        <a class="button main" href="/api/session/login?returnTo=/ho-so-cua-toi"
          >${speech.say('Đăng nhập và nộp hồ sơ', 'Sign in and file')}</a
        >
        <a class="button" href="/thu-tuc/P01">${speech.say('Hướng dẫn thủ tục', 'Procedure guide')}</a>
      </p>
    </section>
    <section class="panel" aria-labelledby="fund-heading">
      <h2 id="fund-heading">
        ${speech.say('Vay vốn Quỹ hỗ trợ phát triển hợp tác xã', 'Borrow from the support fund')}
      </h2>
      <p class="row">
        <a class="button" href="/quy-ho-tro">${speech.say('Điều kiện và cách vay', 'Conditions and how to apply')}</a>
        <a class="button" href="/tinh-khoan-vay">${speech.say('Tính lịch trả nợ', 'Repayment calculator')}</a>
      </p>
    </section>
    <section class="panel" aria-labelledby="register-heading">
      <h2 id="register-heading">${speech.say('Tra cứu tổ chức đăng ký', 'Public register')}</h2>
      ${organisationForm(speech)}
      <p><a href="/cong-bo">${speech.say('Công bố nội dung đăng ký', 'Notices of registration')}</a></p>
    </section>`;
}

export const howToVerify = (speech: Speech): string =>
  speech.say(
    'Quét mã QR trên Giấy chứng nhận bằng máy ảnh của điện thoại, hoặc nhập mã xác thực in dưới mã QR.',
    'Scan the QR code of the certificate with your phone’s camera, or type the code printed below it.',
  );

/** Field of a case code; what was typed stays. */
export function caseCodeForm(speech: Speech, typed = ''): Markup {
  return html`<form method="get" action="/tra-cuu">
    <div class="field">
      <label for="ma"
        >${speech.say('Mã hồ sơ', 'Case code')}
        <span class="hint" id="ma-hint"
          >${speech.say(
            'Ví dụ H01.91001-261123-0007; viết hoa, dấu cách, dấu gạch không quan trọng',
            'For example H01.91001-261123-0007; capitals, blanks and dashes do not matter',
          )}</span
        ></label
      >
      <input id="ma" name="ma" value="${typed}" required maxlength="60" autocomplete="off" spellcheck="false" />
    </div>
    <button class="main" type="submit">${speech.say('Tra cứu', 'Track')}</button>
  </form>`;
}

/** Field of the token under the QR code. */
export function tokenForm(speech: Speech): Markup {
  return html`<form method="get" action="/xac-thuc">
    <div class="field">
      <label for="token">${speech.say('Mã xác thực', 'Verification code')}</label>
      <input id="token" name="ma" required maxlength="120" autocomplete="off" spellcheck="false" />
    </div>
    <button type="submit">${speech.say('Xác thực', 'Verify')}</button>
  </form>`;
}

/** Search of the public register; what was typed stays. */
export function organisationForm(speech: Speech, typed = ''): Markup {
  return html`<form method="get" action="/to-chuc">
    <div class="field">
      <label for="q"
        >${speech.say('Tên hoặc mã số', 'Name or code')}
        <span class="hint">${speech.say('Có dấu hay không dấu đều được', 'With or without accents')}</span></label
      >
      <input id="q" name="q" value="${typed}" required maxlength="120" autocomplete="off" spellcheck="false" />
    </div>
    <button type="submit">${speech.say('Tìm', 'Search')}</button>
  </form>`;
}
