import { addressOf } from './province';

const MOST_STEPS = 12;
const WITHIN_MS = 10_000;

/**
 * Signs in on the pages as a browser would, asking to be led to `returnTo` afterwards, and answers the address at which the API itself sends the
 * browser away for good: that is never followed.
 */
export async function whereSignInEnds(
  accountId: string,
  returnTo: string,
): Promise<{ location: string; setCookie: readonly string[] }> {
  const api = addressOf('HOPTAC_API_URL');
  const cookies = new Map<string, Map<string, string>>();
  const visit = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const jar = cookies.get(url.host) ?? new Map<string, string>();
    cookies.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie },
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1));
    }
    await answer.body?.cancel();
    return answer;
  };

  let url = new URL(`/api/session/login?returnTo=${encodeURIComponent(returnTo)}`, api);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let answer = await visit(url);
    if (answer.status === 200 && url.pathname.startsWith('/interaction/')) {
      answer = await visit(new URL(`${url.pathname}/login`, url), {
        method: 'POST',
        body: new URLSearchParams({ account: accountId }),
      });
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`Signing in stopped at ${url.pathname} with ${String(answer.status)}`);
    if (url.pathname === '/api/session/callback') return { location, setCookie: answer.headers.getSetCookie() };
    url = new URL(location, url);
  }
  throw new Error('Signing in went round in circles');
}
