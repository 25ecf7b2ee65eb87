/** What somebody who knows nothing may try: telling what exists from what does not, planting sessions, and requests that two readers read differently (faults.md). */
import { uploadFoundingDocuments } from '@hoptac/demo';
import { signInAs, signInOnPages } from '@hoptac/identity/testing';
import { loadConfig } from '@hoptac/platform';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { send, type RawAnswer } from '../support/callers';
import { mutated, wholeFiling, type Body } from '../support/filing-fields';
import { FoundingCase, freshName } from '../support/founding-case';
import { addressOf, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

const api = (): string => addressOf('HOPTAC_API_URL');
let cast: Cast;
/** Nobody of the other tests: an applicant without a role, and another. */
let [mine, theirs]: Readonly<Record<string, string>>[] = [];

beforeAll(async () => {
  cast = await theProvince();
  [mine, theirs] = await Promise.all(
    [cast.applicant, cast.otherApplicant].map(async ({ accountId }) => ({
      authorization: `Bearer ${await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), accountId)}`,
    })),
  );
});
afterAll(closeRecord);

/** All that a caller can tell one answer from another by, without what is drawn for each: trace id, date, what is left of a limit. */
function seen({ status, headers, text }: RawAnswer): unknown {
  const names = [...headers.keys()].filter(
    (name) => !/^(date|x-ratelimit-|traceparent|connection|keep-alive)/.test(name),
  );
  const stable = names.filter((name) => name !== 'content-length').map((name) => [name, headers.get(name)]);
  return [status, stable, text.replace(/"traceId":"[^"]*"/, '')];
}

/** A paper that this applicant alone brought; its hash. */
async function bringsPaper(as: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([`%PDF-1.4\n% ${randomUUID()}\n%%EOF\n`], { type: 'application/pdf' }), 'a.pdf');
  const brought = await fetch(new URL('/api/documents', api()), { method: 'POST', headers: { ...as }, body: form });
  expect(brought.status).toBe(201);
  return ((await brought.json()) as { sha256: string }).sha256;
}

describe('what is not there and what nobody may know cannot be told apart', () => {
  it('papers of others, by their hash', async () => {
    const sha256 = await bringsPaper(mine);
    const unknown = createHash('sha256').update(randomBytes(16)).digest('hex');
    const asked = (hash: string, as = theirs): Promise<RawAnswer> =>
      send('GET', `/api/documents/${hash}`, { headers: { ...as } });
    expect((await asked(sha256, mine)).status).toBe(200);
    const [foreign, absent] = [await asked(sha256), await asked(unknown)];
    expect(absent).toMatchObject({ status: 404, code: 'DOCUMENTS.NOT_FOUND' });
    expect(seen(foreign)).toEqual(seen(absent));
  });

  it('papers of others, named in one’s own dossier', async () => {
    const whole: Body = wholeFiling(await uploadFoundingDocuments(cast.applicant), cast.applicant.accountId);
    const sha256 = await bringsPaper(theirs);
    const filed = (hash: string): Promise<RawAnswer> =>
      send('POST', '/api/dossiers', {
        headers: { ...mine, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(mutated(whole, ['documents', '0', 'sha256'], hash)),
      });
    const unknown = createHash('sha256').update(randomBytes(16)).digest('hex');
    const [foreign, absent] = [await filed(sha256), await filed(unknown)];
    expect(absent.status).toBeGreaterThanOrEqual(400);
    const without = (answer: RawAnswer, hash: string): unknown =>
      seen({ ...answer, text: answer.text.replaceAll(hash, 'HASH') });
    expect(without(foreign, sha256)).toEqual(without(absent, unknown));
  });

  it('drafts of others', async () => {
    const key = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const opened = await send('POST', '/api/drafts', { headers: { ...mine, ...key }, body: '{}' });
    const { id } = JSON.parse(opened.text) as { id: string };
    expect((await send('GET', `/api/drafts/${id}`, { headers: { ...mine } })).status).toBe(200);
    const asked = (one: string): Promise<RawAnswer> => send('GET', `/api/drafts/${one}`, { headers: { ...theirs } });
    expect(seen(await asked(id))).toEqual(seen(await asked(randomUUID())));
    await send('POST', `/api/drafts/${id}/discarding`, {
      headers: { ...mine, ...key, 'idempotency-key': randomUUID() },
      body: '{}',
    });
  });

  it.each([
    ['case codes', '/api/case-lookups/', ['H01.91001-990101-9999', 'H01.91001-261122-99999', 'x', '1'.repeat(150)]],
    ['certificates', '/api/certificates/', [randomBytes(32).toString('base64url'), 'x', randomUUID(), 'A'.repeat(150)]],
  ])('%s that nobody was given, well formed or not', async (_what, path, codes) => {
    const answers = await Promise.all(codes.map((code) => send('GET', path + code)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
  });
});

describe('a session', () => {
  const { origin } = new URL(loadConfig().publicUrl);

  it('is another one at every sign-in, and a planted cookie signs nobody in', async () => {
    const [first, second] = [
      await signInOnPages(api(), 'demo-applicant-2'),
      await signInOnPages(api(), 'demo-applicant-2'),
    ];
    expect(first).not.toBe(second);
    const name = first.slice(0, first.indexOf('='));
    for (const planted of [`${name}=${randomBytes(96).toString('base64url')}`, `${name}=`, `${name}=null`]) {
      const { text } = await send('GET', '/api/session', { headers: { cookie: planted } });
      expect(JSON.parse(text)).toMatchObject({ signedIn: false });
    }
  });

  it('is begun by nobody else’s sign-in: the way back without the login begun here is refused', async () => {
    const answer = await send('GET', `/api/session/callback?code=${randomUUID()}&state=${randomUUID()}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('signIn=failed')]);
    expect(answer.headers.getSetCookie().filter((line) => /session=[^;]/.test(line))).toEqual([]);
  });

  it('writes nothing by a form of another site, whatever it calls its content', async () => {
    const cookie = await signInOnPages(api(), 'demo-applicant-2');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = {
        cookie,
        origin: 'https://elsewhere.example',
        'content-type': type,
        'idempotency-key': randomUUID(),
      };
      const answer = await send('POST', '/api/drafts', { headers, body: '{"a":1}' });
      expect([403, 415]).toContain(answer.status);
    }
    const { status } = await send('GET', '/api/session', { headers: { cookie, origin } });
    expect(status).toBe(200);
  });
});

/** One request byte for byte, as no client would send it, and the answer. */
function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(api());
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(request.replaceAll('\n', '\r\n')));
    let answer = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer')));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    // Cut off while still sending is a refusal too: what was answered until then counts.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(answer);
      else reject(error);
    });
    socket.on('close', () => {
      resolve(answer);
    });
  });
}

describe('a request that two readers might read differently', () => {
  it.each([
    [
      'two lengths',
      'POST /api/drafts HTTP/1.1\nHost: x\nContent-Length: 2\nContent-Length: 3\nConnection: close\n\n{}x',
    ],
    [
      'a length and chunks',
      'POST /api/drafts HTTP/1.1\nHost: x\nContent-Length: 2\nTransfer-Encoding: chunked\nConnection: close\n\n0\n\n',
    ],
    ['no host', 'GET /api/session HTTP/1.1\nConnection: close\n\n'],
    [
      'a header over two lines',
      'GET /api/session HTTP/1.1\nHost: x\nX-A: 1\n Authorization: Bearer x\nConnection: close\n\n',
    ],
    ['headers without end', `GET /api/session HTTP/1.1\nHost: x\nX-A: ${'a'.repeat(70_000)}\nConnection: close\n\n`],
  ])('%s is refused at the door', async (_what, request) => {
    expect(await raw(request)).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it('two persons in one request: the token counts, the cookie beside it signs nobody in', async () => {
    const cookie = await signInOnPages(api(), cast.administrator.accountId);
    const answer = await send('GET', '/api/users', { headers: { ...mine, cookie } });
    expect([answer.status, answer.code]).toEqual([403, 'IDENTITY.NOT_PERMITTED']);
  });

  it.each([
    '/api/dossiers/../users',
    '/api/./users',
    '/api/dossiers/%2e%2e/users',
    '/api\\users',
    '/%61pi/users',
    '//api/users',
  ])('the path %s opens nothing to who may not read it', async (path) => {
    const line = `GET ${path} HTTP/1.1\nHost: x\nAuthorization: ${mine?.['authorization'] ?? ''}\nConnection: close\n\n`;
    expect(await raw(line)).not.toContain('"users":');
  });

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip'])(
    'an address claimed in %s does not reset the limit of look-ups',
    async (header) => {
      // Were the claim believed, every made-up address would begin a limit of its own and none be lower than the one before.
      const asked = (): Promise<RawAnswer> =>
        send('GET', '/api/case-lookups/x', { headers: { [header]: `2001:db8::${randomBytes(2).toString('hex')}` } });
      const answers = [await asked(), await asked(), await asked(), await asked()];
      const left = answers.map(({ headers }) => Number(headers.get('x-ratelimit-remaining')));
      const counted = left.some((one, place) => place > 0 && one < (left[place - 1] ?? 0));
      expect(counted || answers.some(({ status }) => status === 429)).toBe(true);
    },
  );

  it('a foreign case stays shut whatever is claimed beside the token', async () => {
    const one = await FoundingCase.file(cast.applicant, { ownName: freshName('Kín cửa') });
    const claims = { 'x-original-url': '/', 'x-http-method-override': 'GET', 'x-user': cast.applicant.accountId };
    for (const path of ['', '/papers', '/due-date-explanation', '/events'])
      for (const headers of [{ ...theirs }, { ...theirs, ...claims }])
        expect([403, 404]).toContain((await send('GET', `/api/dossiers/${one.id}${path}`, { headers })).status);
  });
});
