import { type Markup, html } from './html';

/** Where do I go: what this is, and the three things anyone comes for. */
export function homePage(signInFailed: boolean): Markup {
  return html`<h1>Đăng ký hợp tác xã</h1>
    ${signInFailed ? html`<p class="problem" role="alert">Chưa đăng nhập được. Hãy thử đăng nhập lại.</p>` : undefined}
    <p>
      Hợp Tác theo từng hợp tác xã, liên hiệp hợp tác xã từ hồ sơ thành lập đến Giấy chứng nhận: hồ sơ đang ở đâu, ai
      giải quyết, khi nào đến hạn và theo điều luật nào.
    </p>
    <section class="panel" aria-labelledby="track-heading">
      <h2 id="track-heading">Tra cứu hồ sơ</h2>
      ${caseCodeForm()}
    </section>
    <section class="panel" aria-labelledby="verify-heading">
      <h2 id="verify-heading">Xác thực Giấy chứng nhận</h2>
      <p>Quét mã QR trên Giấy chứng nhận bằng máy ảnh của điện thoại, hoặc nhập mã xác thực in dưới mã QR.</p>
      ${tokenForm()}
    </section>
    <section class="panel" aria-labelledby="file-heading">
      <h2 id="file-heading">Nộp hồ sơ đăng ký thành lập</h2>
      <p>
        Đăng nhập để khai và nộp hồ sơ, theo dõi, sửa đổi, bổ sung và nhận kết quả. Hồ sơ nộp trực tuyến được tiếp nhận
        cả ngày lẫn đêm.
      </p>
      <a class="button main" href="/api/session/login?returnTo=/nop-ho-so">Đăng nhập và nộp hồ sơ</a>
    </section>`;
}

/** Field of a case code; what was typed stays. */
export function caseCodeForm(typed = ''): Markup {
  return html`<form method="get" action="/tra-cuu">
    <div class="field">
      <label for="ma"
        >Mã hồ sơ
        <span class="hint" id="ma-hint"
          >Ví dụ H01.91001-261123-0007; viết hoa, dấu cách, dấu gạch không quan trọng</span
        ></label
      >
      <input id="ma" name="ma" value="${typed}" required maxlength="60" autocomplete="off" spellcheck="false" />
    </div>
    <button class="main" type="submit">Tra cứu</button>
  </form>`;
}

/** Field of the token under the QR code. */
export function tokenForm(): Markup {
  return html`<form method="get" action="/xac-thuc">
    <div class="field">
      <label for="token">Mã xác thực</label>
      <input id="token" name="ma" required maxlength="120" autocomplete="off" spellcheck="false" />
    </div>
    <button type="submit">Xác thực</button>
  </form>`;
}
