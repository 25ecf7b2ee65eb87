import { demoAccounts } from '@hoptac/identity';
import { signInAs, signInOnPages } from '@hoptac/identity/testing';
import { loadConfig } from '@hoptac/platform';
import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { createPublicKey } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { send, type RawAnswer } from '../support/callers';
import { addressOf, theProvince } from '../support/province';
import { whereSignInEnds } from '../support/sign-in-visit';

jest.setTimeout(120_000);

const ADMINISTRATOR = 'demo-administrator-1';
const config = loadConfig();

/** The provider's own signing key: only with it do the other faults of a token show. */
function signingKey(): JWK & { readonly alg: string; readonly kid: string } {
  const { keys } = JSON.parse(readFileSync(join(addressOf('HOPTAC_DATA_DIR'), 'identity/keys.json'), 'utf8')) as {
    keys: (JWK & { alg: string; kid: string })[];
  };
  const key = keys.find(({ alg }) => alg === 'RS256') ?? keys[0];
  if (key === undefined) throw new Error('The provider has no signing key');
  return key;
}

const asked = (token: string): Promise<RawAnswer> =>
  send('GET', '/api/users', { headers: { authorization: `Bearer ${token}` } });

describe('a token of somebody else’s making opens nothing', () => {
  const key = signingKey();
  const header = { alg: key.alg, kid: key.kid, typ: 'at+jwt' };
  const now = Math.floor(Date.now() / 1000);
  const right: JWTPayload = {
    iss: config.oidcIssuer,
    aud: config.oidcAudience,
    sub: ADMINISTRATOR,
    name: 'x',
    iat: now,
    exp: now + 600,
  };
  const signed = async (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key));
  const without = (claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(right).filter(([name]) => name !== claim));

  beforeAll(() => theProvince());

  it('a right one, made the same way, is taken: so each refusal below has its own cause', async () => {
    expect((await asked(await signed(right))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['for another audience', () => signed({ ...right, aud: 'https://elsewhere.example' })],
    ['for no audience', () => signed(without('aud'))],
    ['of another issuer', () => signed({ ...right, iss: 'https://elsewhere.example' })],
    ['expired', () => signed({ ...right, iat: now - 7_200, exp: now - 3_600 })],
    ['that never expires', () => signed(without('exp'))],
    ['not valid yet', () => signed({ ...right, nbf: now + 3_600 })],
    ['of nobody', () => signed(without('sub'))],
    ['without signature (alg none)', async () => new UnsecuredJWT(right).encode()],
    [
      'signed by the public key as a shared secret',
      async () => {
        const pem = await exportSPKI(createPublicKey({ key: { ...key }, format: 'jwk' }));
        return new SignJWT(right).setProtectedHeader({ ...header, alg: 'HS256' }).sign(new TextEncoder().encode(pem));
      },
    ],
    [
      'signed by another key under the same name',
      async () =>
        new SignJWT(right)
          .setProtectedHeader({ ...header, alg: 'RS256' })
          .sign((await generateKeyPair('RS256')).privateKey),
    ],
    [
      'whose claims were changed after signing',
      async () => {
        const [head = '', , tail = ''] = (await signInAs(config.oidcIssuer, 'demo-applicant-1')).split('.');
        return `${head}.${Buffer.from(JSON.stringify(right)).toString('base64url')}.${tail}`;
      },
    ],
    ['that is no token', async () => 'x'.repeat(40)],
    ['longer than any token', async () => `${await signed(right)}${'x'.repeat(10_000)}`],
  ])('%s', async (_name, token) => {
    const answer = await asked(await token());
    expect([answer.status, answer.code]).toEqual([401, 'IDENTITY.TOKEN_INVALID']);
  });
});

describe('a session of the pages', () => {
  let cookie: string;
  beforeAll(async () => {
    await theProvince();
    cookie = await signInOnPages(addressOf('HOPTAC_API_URL'), 'demo-applicant-1');
  });

  const write = (headers: Readonly<Record<string, string>>): Promise<RawAnswer> =>
    send('POST', '/api/dossiers', {
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: '{}',
    });
  const { origin } = new URL(config.publicUrl);

  it('reads with the cookie alone', async () => {
    expect(JSON.parse((await send('GET', '/api/session', { headers: { cookie } })).text)).toMatchObject({
      signedIn: true,
      personId: 'demo-applicant-1',
    });
  });

  it.each([
    ['nothing that our own page would add', {}],
    ['our header alone', { 'x-hoptac-request': '1' }],
    ['our header from another site', { 'x-hoptac-request': '1', origin: 'https://elsewhere.example' }],
    ['our header from nowhere', { 'x-hoptac-request': '1', origin: 'null' }],
    ['our origin without our header', { origin }],
    ['a claim of the same site only', { 'x-hoptac-request': '1', 'sec-fetch-site': 'same-site' }],
  ])('writes nothing with %s', async (_name, headers) => {
    const answer = await write(headers);
    expect([answer.status, answer.code]).toEqual([403, 'IDENTITY.CROSS_SITE']);
  });

  it('writes from our own page', async () => {
    expect(await write({ 'x-hoptac-request': '1', origin })).toMatchObject({
      status: 400,
      code: 'PLATFORM.INPUT_INVALID',
    });
  });

  it('a cookie changed in one letter is nobody’s', async () => {
    const forged = cookie.replace(/=(.{40})./, (_whole, head: string) => `=${head}~`);
    expect(JSON.parse((await send('GET', '/api/session', { headers: { cookie: forged } })).text)).toMatchObject({
      signedIn: false,
    });
  });

  it('is not given to another site’s script', async () => {
    const answer = await send('OPTIONS', '/api/dossiers', {
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('leads back to our own page, by a cookie that no script reads', async () => {
    const { location, setCookie } = await whereSignInEnds('demo-applicant-1', '/ho-so-cua-toi?tab=1');
    expect(location).toBe('/ho-so-cua-toi?tab=1');
    for (const line of setCookie) expect(line).toMatch(/HttpOnly/);
    expect(setCookie.some((line) => /SameSite=Lax/.test(line))).toBe(true);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    ' //elsewhere.example',
    '/%0d%0aLocation:https://elsewhere.example',
  ])('leads nobody to %s', async (returnTo) => {
    const { location } = await whereSignInEnds('demo-applicant-1', returnTo);
    const target = new URL(location, addressOf('HOPTAC_API_URL'));
    expect(target.origin).toBe(new URL(addressOf('HOPTAC_API_URL')).origin);
    expect(location).not.toMatch(/[\r\n]/);
  });

  it('names nobody in an address: who signs in is told neither by path nor by query', async () => {
    const names = demoAccounts.map(({ name }) => encodeURIComponent(name));
    const { location } = await whereSignInEnds('demo-applicant-2', '/');
    expect(names.some((name) => location.includes(name))).toBe(false);
  });
});
