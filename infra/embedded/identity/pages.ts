import type { DemoAccount } from '@hoptac/identity';

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${String(c.charCodeAt(0))};`);

/** The pages' only style; its hash stands in the content policy. */
export const STYLE = `
  :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1b2430; background: #f4f6f9; }
  main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; } p { margin: .5rem 0; }
  .notice { border-left: 4px solid #8a5a00; background: #fff4d6; padding: .5rem .75rem; color: #4a3000; }
  button { display: block; width: 100%; min-height: 3rem; margin: .5rem 0; padding: .5rem .75rem; text-align: left; font: inherit;
    color: inherit; background: #fff; border: 1px solid #6b7787; border-radius: 6px; cursor: pointer; }
  button:hover { background: #e8eef7; } button:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
  strong, span { display: block; } span { color: #46525f; }`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

/** One press per person: the embedded stack knows no passwords and says so. */
export function signInPage(uid: string, accounts: readonly DemoAccount[]): string {
  const buttons = accounts.map(
    ({ id, name, title }) =>
      `<button type="submit" name="account" value="${escape(id)}"><strong>${escape(name)}</strong><span>${escape(title)}</span></button>`,
  );
  return page(
    'Đăng nhập — Hợp Tác',
    `<h1>Đăng nhập</h1>
    <p class="notice">Dữ liệu và tài khoản trình diễn. Chọn một người để đăng nhập; không cần mật khẩu.</p>
    <form method="post" action="/interaction/${escape(uid)}/login">${buttons.join('\n')}</form>`,
  );
}

/** `form` is the provider's own hidden form. */
export function signOutPage(form: string): string {
  return page(
    'Đăng xuất — Hợp Tác',
    `<h1>Đăng xuất</h1><p>Phiên làm việc trên các trang đã kết thúc. Kết thúc luôn phiên ở dịch vụ đăng nhập?</p>${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất hẳn</button>`,
  );
}

export const messagePage = (title: string, text: string): string =>
  page(`${title} — Hợp Tác`, `<h1>${escape(title)}</h1><p>${escape(text)}</p>`);
