import type { AuthenticatedActor } from '@hoptac/identity';
import type { AppConfig } from '@hoptac/platform';
import { type Markup, html } from './html';
import type { Speech } from './speech';

/** What every public page is given. */
export interface PageFrame {
  readonly config: Pick<AppConfig, 'embedded' | 'rehearsal'>;
  readonly actor: Pick<AuthenticatedActor, 'name' | 'roles'> | undefined;
  readonly speech: Speech;
  /** Where a change of the language comes back to. */
  readonly path: string;
}

/** The band that marks invented data and a clock that may run ahead. */
function demoBand({ embedded, rehearsal }: PageFrame['config'], speech: Speech): Markup | undefined {
  if (!embedded) return undefined;
  const demo = speech.say('Dữ liệu minh họa', 'Demonstration data');
  const ahead = speech.say(' · Đang tập dượt: đồng hồ có thể chạy trước', ' · Rehearsal: the clock may run ahead');
  return html`<aside class="demo-band" aria-label="${demo}">${demo}${rehearsal ? ahead : ''}</aside>`;
}

const MENU = [
  ['/tra-cuu', 'Tra cứu hồ sơ', 'Track a case'],
  ['/xac-thuc', 'Xác thực Giấy chứng nhận', 'Verify a certificate'],
  ['/to-chuc', 'Tổ chức đăng ký', 'Public register'],
  ['/cong-bo', 'Công bố', 'Notices'],
  ['/thu-tuc/P01', 'Hướng dẫn thủ tục', 'Procedure guide'],
] as const;
const FOOT = [
  ['/tro-giup', 'Trợ giúp', 'Help'],
  ['/du-lieu-ca-nhan', 'Dữ liệu cá nhân', 'Personal data'],
  ['/tiep-can', 'Khả năng tiếp cận', 'Accessibility'],
] as const;

/** A whole page without script: one column, one style sheet, the same head and foot everywhere. */
export function publicPage(title: string, { config, actor, speech, path }: PageFrame, body: Markup): string {
  const account =
    actor?.roles.includes('applicant') === true
      ? html`<a class="button" href="/bat-dau">${actor.name}: ${speech.say('vào làm việc', 'go to work')}</a>`
      : html`<a class="button" href="/api/session/login?returnTo=/bat-dau">${speech.say('Đăng nhập', 'Sign in')}</a>`;
  const links = (entries: readonly (readonly [string, string, string])[]): readonly Markup[] =>
    entries.map(([href, vi, en]) =>
      path === href || path.startsWith(`${href}/`)
        ? html`<a href="${href}" aria-current="page">${speech.say(vi, en)}</a>`
        : html`<a href="${href}">${speech.say(vi, en)}</a>`,
    );
  const other = speech.language === 'en' ? (['vi', 'Tiếng Việt'] as const) : (['en', 'English'] as const);
  return html`<!doctype html>
    <html lang="${speech.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/house.css" />
        <title>${title} – Hợp Tác</title>
      </head>
      <body>
        <a class="skip" href="#content">${speech.say('Đến nội dung chính', 'Skip to main content')}</a>
        ${demoBand(config, speech)}
        <header class="top">
          <a class="brand" href="/">Hợp Tác</a>
          <nav aria-label="${speech.say('Chính', 'Main')}">${links(MENU)}</nav>
          <a
            class="button"
            rel="nofollow"
            lang="${other[0]}"
            hreflang="${other[0]}"
            href="/ngon-ngu?chon=${other[0]}&ve=${encodeURIComponent(path)}"
            >${other[1]}</a
          >
          ${account}
        </header>
        <main id="content" class="narrow" tabindex="-1">${body}</main>
        <footer class="foot">
          <nav aria-label="${speech.say('Cuối trang', 'Footer')}">${links(FOOT)}</nav>
        </footer>
      </body>
    </html> `.text;
}
