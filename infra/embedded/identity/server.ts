import { createHash } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { DemoAccount } from '@hoptac/identity';
import type { Logger } from '@hoptac/platform';
import type { Provider } from 'oidc-provider';
import { STYLE, messagePage, signInPage } from './pages';

const MAX_FORM = 4_096;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Text of a small form. @throws Error when it is larger than any of ours. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM) throw new Error('form too large');
  }
  return new URLSearchParams(text);
}

function html(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(body);
}

/** Sign-in pages and the provider behind one HTTP server. */
export function createIdentityServer(
  provider: Provider,
  accounts: readonly DemoAccount[],
  issuer: string,
  logger: Logger,
): Server {
  const callback = provider.callback();

  async function interaction(
    request: IncomingMessage,
    response: ServerResponse,
    action: string | undefined,
  ): Promise<void> {
    const { uid, prompt } = await provider.interactionDetails(request, response);
    if (prompt.name !== 'login') throw new Error(`unexpected prompt ${prompt.name}`);
    if (action === undefined && request.method === 'GET') {
      html(response, 200, signInPage(uid, accounts));
      return;
    }
    const account = (await formOf(request)).get('account');
    if (!accounts.some(({ id }) => id === account)) {
      html(response, 400, messagePage('Chưa đăng nhập được', 'Không có tài khoản trình diễn này.'));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: account } });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
    );
    const match = /^\/interaction\/[\w-]+(?:\/(login))?$/.exec(new URL(request.url ?? '/', issuer).pathname);
    if (match === null) await callback(request, response);
    else await interaction(request, response, match[1]);
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.info('Interaction refused', { reason: error instanceof Error ? error.message : String(error) });
      if (!response.headersSent)
        html(
          response,
          400,
          messagePage('Chưa đăng nhập được', 'Lượt đăng nhập này đã hết hạn. Xin quay lại trang trước và thử lại.'),
        );
    });
  });
}
