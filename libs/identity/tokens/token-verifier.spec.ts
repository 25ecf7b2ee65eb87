import { StatusRefusal } from '@hoptac/platform';
import { type CryptoKey, type JWK, SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { TokenVerifier } from './token-verifier';

const RULES = { issuer: 'http://issuer', audience: 'hoptac-api' };
const NOW = Date.parse('2026-11-22T03:00:00.000Z');

interface Signer {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

async function signer(kid: string, alg = 'ES256'): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly sub?: string;
  readonly iat?: number;
  readonly exp?: number;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

function token(by: Signer, claims: Claims & { readonly iat_ms?: number } = {}): Promise<string> {
  const payload = {
    iss: RULES.issuer,
    aud: RULES.audience,
    sub: 'p1',
    iat: seconds(NOW),
    exp: seconds(NOW) + 600,
    name: 'Sáu',
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: by.alg, kid: by.kid }).sign(by.privateKey);
}

describe('TokenVerifier', () => {
  let key: Signer;
  let asked: number;
  let published: JWK[];
  let now: number;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    key = await signer('k1');
  });
  beforeEach(() => {
    asked = 0;
    now = NOW;
    published = [key.jwk];
    verifier = new TokenVerifier(
      RULES,
      (header, input) => {
        asked += 1;
        return createLocalJWKSet({ keys: published })(header, input);
      },
      () => now,
    );
  });
  const refusal = async (text: string): Promise<[number, string] | 'taken'> => {
    try {
      await verifier.verify(text);
      return 'taken';
    } catch (error) {
      if (error instanceof StatusRefusal) return [error.getStatus(), error.code];
      throw error;
    }
  };
  const INVALID = [401, 'IDENTITY.TOKEN_INVALID'];

  it('reads who it is and checks the signature once', async () => {
    const text = await token(key);
    expect(await verifier.verify(text)).toEqual({ sub: 'p1', name: 'Sáu', issuedAt: NOW, expiresAt: NOW + 600_000 });
    await verifier.verify(text);
    expect(asked).toBe(1);
  });

  it('forgets a verified token when it expires', async () => {
    const text = await token(key);
    await verifier.verify(text);
    now = NOW + 600_001;
    expect(await refusal(text)).toEqual(INVALID);
  });

  it.each<[string, Claims]>([
    ['another issuer', { iss: 'http://other' }],
    ['another audience', { aud: 'hoptac-pages' }],
    ['an end in the past', { exp: seconds(NOW) - 60 }],
  ])('refuses %s', async (_what, claims) => {
    expect(await refusal(await token(key, claims))).toEqual(INVALID);
  });

  it('refuses a token without a subject', async () => {
    const text = await new SignJWT({})
      .setIssuer(RULES.issuer)
      .setAudience(RULES.audience)
      .setIssuedAt(seconds(NOW))
      .setExpirationTime(seconds(NOW) + 60)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .sign(key.privateKey);
    expect(await refusal(text)).toEqual(INVALID);
  });

  it('refuses alg none and a shared secret', async () => {
    const [, payload] = (await token(key)).split('.');
    const none = `${Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')}.${payload ?? ''}.`;
    expect(await refusal(none)).toEqual(INVALID);
    const hmac = await new SignJWT({ sub: 'p1' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(JSON.stringify(key.jwk)));
    expect(await refusal(hmac)).toEqual(INVALID);
  });

  it('refuses a forged signature and a foreign key under a known name', async () => {
    const text = await token(key);
    expect(await refusal(`${text.slice(0, -6)}AAAAAA`)).toEqual(INVALID);
    expect(await refusal(await token(await signer('k1')))).toEqual(INVALID);
    expect(await refusal('not.a.token')).toEqual(INVALID);
    expect(await refusal('x'.repeat(9_000))).toEqual(INVALID);
  });

  it('takes a rotated key as soon as the issuer publishes it', async () => {
    const next = await signer('k2', 'RS256');
    const text = await token(next);
    expect(await refusal(text)).toEqual(INVALID);
    published = [next.jwk, key.jwk];
    expect(await refusal(text)).toBe('taken');
    expect(await refusal(await token(key))).toBe('taken');
  });

  it('refuses a denied token although it was verified before', async () => {
    const text = await token(key);
    await verifier.verify(text);
    verifier.deny(text, NOW + 600_000);
    expect(await refusal(text)).toEqual(INVALID);
  });

  it('says that the provider is away instead of blaming the token', async () => {
    verifier = new TokenVerifier(
      RULES,
      () => Promise.reject(new TypeError('fetch failed')),
      () => now,
    );
    expect(await refusal(await token(key))).toEqual([503, 'IDENTITY.PROVIDER_UNAVAILABLE']);
  });

  it('knows the millisecond where the issuer tells it', async () => {
    expect((await verifier.verify(await token(key, { iat_ms: NOW + 321 }))).issuedAt).toBe(NOW + 321);
    expect((await verifier.verify(await token(key, { iat_ms: NOW + 99_000 }))).issuedAt).toBe(NOW);
  });

  it('makes an account id of a subject that could not stand in a stream name', async () => {
    const { sub } = await verifier.verify(await token(key, { sub: 'auth0|abc def' }));
    expect(sub).toMatch(/^[0-9a-f-]{36}$/);
  });
});
