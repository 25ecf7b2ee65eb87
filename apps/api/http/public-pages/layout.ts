import type { AuthenticatedActor } from '@hoptac/identity';
import type { AppConfig } from '@hoptac/platform';
import { type Markup, html } from './html';

/** What every public page is given. */
export interface PageFrame {
  readonly config: Pick<AppConfig, 'embedded' | 'rehearsal'>;
  readonly actor: Pick<AuthenticatedActor, 'name' | 'roles'> | undefined;
}

/** The band that marks invented data and a clock that may run ahead. */
function demoBand({ embedded, rehearsal }: PageFrame['config']): Markup | undefined {
  if (!embedded) return undefined;
  return html`<aside class="demo-band" aria-label="Dữ liệu minh họa">
    Dữ liệu minh họa${rehearsal ? ' · Đang tập dượt: đồng hồ có thể chạy trước' : ''}
  </aside>`;
}

/** A whole page without script: one column, one style sheet, the same head everywhere. */
export function publicPage(title: string, { config, actor }: PageFrame, body: Markup): string {
  const account =
    actor?.roles.includes('applicant') === true
      ? html`<a class="button" href="/bat-dau">${actor.name}: vào làm việc</a>`
      : html`<a class="button" href="/api/session/login?returnTo=/bat-dau">Đăng nhập</a>`;
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/house.css" />
        <title>${title} – Hợp Tác</title>
      </head>
      <body>
        <a class="skip" href="#content">Đến nội dung chính</a>
        ${demoBand(config)}
        <header class="top">
          <a class="brand" href="/">Hợp Tác</a>
          <nav aria-label="Chính">
            <a href="/tra-cuu">Tra cứu hồ sơ</a><a href="/xac-thuc">Xác thực Giấy chứng nhận</a>
          </nav>
          ${account}
        </header>
        <main id="content" class="narrow" tabindex="-1">${body}</main>
      </body>
    </html> `.text;
}
