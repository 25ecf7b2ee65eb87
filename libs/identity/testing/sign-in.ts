import { createHash, randomBytes } from 'node:crypto';
import { CLI_CLIENT, CLI_REDIRECT } from '../cli-client';

const MOST_STEPS = 12;
const ANSWER_WITHIN_MS = 10_000;

/** The cookies of one visit, by host: a browser without a page. */
class Visit {
  private readonly cookies = new Map<string, Map<string, string>>();

  async request(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.cookies.get(url.host);
    const headers = new Headers(init.headers);
    if (jar !== undefined && jar.size > 0) headers.set('cookie', this.cookieHeader(url.host));
    const answer = await fetch(url, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    this.keep(url.host, answer.headers.getSetCookie());
    return answer;
  }

  cookieHeader(host: string): string {
    return [...(this.cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(host: string, setCookies: readonly string[]): void {
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const cut = pair.indexOf('=');
      const name = pair.slice(0, cut).trim();
      const gone = attributes.some(
        (attribute) => /^\s*max-age=0\s*$/i.test(attribute) || /^\s*expires=.*\b1970\b/i.test(attribute),
      );
      if (gone) jar.delete(name);
      else jar.set(name, pair.slice(cut + 1));
    }
    this.cookies.set(host, jar);
  }
}

/** Follows redirects, pressing the button of `accountId` on the provider's page, until `isEnd` says we are there. */
async function follow(visit: Visit, start: URL, accountId: string, isEnd: (next: URL) => boolean): Promise<URL> {
  let url = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let answer = await visit.request(url);
    if (answer.status === 200 && url.pathname.startsWith('/interaction/')) {
      await answer.body?.cancel();
      const body = new URLSearchParams({ account: accountId });
      answer = await visit.request(new URL(`${url.pathname}/login`, url), { method: 'POST', body });
    }
    const location = answer.headers.get('location');
    if (location === null)
      throw new Error(
        `Signing in as ${accountId} stopped at ${url.pathname} with ${String(answer.status)}: ${(await answer.text()).slice(0, 300)}`,
      );
    await answer.body?.cancel();
    url = new URL(location, url);
    if (isEnd(url)) return url;
  }
  throw new Error(`Signing in as ${accountId} went round in circles`);
}

/**
 * Signs in at the embedded provider by the real authorization code flow with PKCE and answers an access token for the API.
 * @throws Error saying where the flow stopped.
 */
export async function signInAs(issuer: string, accountId: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('hex');
  const visit = new Visit();
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: CLI_CLIENT,
    response_type: 'code',
    redirect_uri: CLI_REDIRECT,
    scope: 'openid profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
  }).toString();
  const back = await follow(visit, start, accountId, (next) => next.href.startsWith(CLI_REDIRECT));
  const code = back.searchParams.get('code');
  if (code === null || back.searchParams.get('state') !== state)
    throw new Error(`Signing in as ${accountId} was refused: ${back.search}`);
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLI_CLIENT,
      redirect_uri: CLI_REDIRECT,
      code,
      code_verifier: verifier,
    }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  const tokens = (await answer.json()) as { access_token?: string; error_description?: string };
  if (tokens.access_token === undefined)
    throw new Error(`No token for ${accountId}: ${tokens.error_description ?? String(answer.status)}`);
  return tokens.access_token;
}

/** Signs in on the pages as a browser would and answers the `Cookie` header of the session. */
export async function signInOnPages(apiUrl: string, accountId: string): Promise<string> {
  const api = new URL(apiUrl);
  const visit = new Visit();
  await follow(
    visit,
    new URL('/api/session/login?returnTo=/', api),
    accountId,
    (next) => next.host === api.host && !next.pathname.startsWith('/api/'),
  );
  return visit.cookieHeader(api.host);
}
