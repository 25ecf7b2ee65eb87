import { createHash } from 'node:crypto';
import { StatusRefusal } from '@hoptac/platform';
import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { accountIdOf } from '../account-id';
import { Generations } from './generations';

/** What a verified access token says of its bearer; roles are not in it on purpose: they are dated facts of ours. */
export interface VerifiedToken {
  /** Account id. */
  readonly sub: string;
  /** Personal data, for the screen. */
  readonly name: string;
  /** Milliseconds since 1970, real time; the beginning of the second where the issuer says no more. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
}

/** Signatures we accept: never `none`, never a shared secret. */
const ALGORITHMS = ['RS256', 'ES256'];

const CACHED = 5_000;
const CLOCK_TOLERANCE_S = 5;
const ANSWER_WITHIN_MS = 4_000;
const MAX_TOKEN_LENGTH = 8_192;
/** After a failed discovery the issuer is left alone this long, so that an outage is not made worse. */
const DISCOVERY_PAUSE_MS = 1_000;

const unavailable = (): StatusRefusal =>
  new StatusRefusal(503, 'IDENTITY.PROVIDER_UNAVAILABLE', 'The identity provider does not answer', 5);
const refused = (why: string): StatusRefusal =>
  new StatusRefusal(401, 'IDENTITY.TOKEN_INVALID', `Token refused: ${why}`);

/** Our own provider adds milliseconds, so that a token taken right after signing out everywhere is told from one taken right before. */
const issuedAtOf = (iat: number, exact: unknown): number =>
  typeof exact === 'number' && Math.floor(exact / 1000) === iat ? exact : iat * 1000;

/** Keys of the issuer by its discovery document; rotated keys are fetched when a token names an unknown one. */
function remoteKeys(issuer: string): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let notBefore = 0;
  return async (header, token) => {
    if (keys === undefined) {
      if (Date.now() < notBefore) throw unavailable();
      notBefore = Date.now() + DISCOVERY_PAUSE_MS;
      const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!answer.ok) throw unavailable();
      const { issuer: named, jwks_uri: address } = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
      if (named !== issuer || typeof address !== 'string') throw unavailable();
      keys = createRemoteJWKSet(new URL(address), {
        timeoutDuration: ANSWER_WITHIN_MS,
        cooldownDuration: 2_000,
        cacheMaxAge: 600_000,
      });
    }
    return keys(header, token);
  };
}

/** Verifies access tokens of the one issuer; a verified token is remembered by its hash until it expires, for a signature costs 0.4 ms. */
export class TokenVerifier {
  private readonly verified = new Generations<VerifiedToken>(CACHED);
  /** Hash of denied tokens → when they expire anyway. */
  private readonly denied = new Map<string, number>();

  constructor(
    private readonly rules: TokenRules,
    private readonly keys: JWTVerifyGetKey = remoteKeys(rules.issuer),
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws StatusRefusal 401 `IDENTITY.TOKEN_INVALID`, 503 `IDENTITY.PROVIDER_UNAVAILABLE`. */
  async verify(token: string): Promise<VerifiedToken> {
    if (token.length > MAX_TOKEN_LENGTH) throw refused('too long');
    const hash = createHash('sha256').update(token).digest('base64url');
    if (this.denied.has(hash)) throw refused('signed out');
    const known = this.verified.get(hash);
    if (known !== undefined) {
      if (known.expiresAt > this.now()) return known;
      this.verified.delete(hash);
      throw refused('expired');
    }
    const verified = this.read(await this.check(token));
    this.verified.set(hash, verified);
    return verified;
  }

  /** From now on this token counts no more, although its signature would. */
  deny(token: string, expiresAt: number): void {
    for (const [hash, expiry] of this.denied) if (expiry <= this.now()) this.denied.delete(hash);
    const hash = createHash('sha256').update(token).digest('base64url');
    this.denied.set(hash, expiresAt);
    this.verified.delete(hash);
  }

  private async check(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.rules.issuer,
        audience: this.rules.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: new Date(this.now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof StatusRefusal) throw error;
      // A token that names a key we cannot find, or is simply wrong, is the caller's fault; silence of the issuer is not.
      if (
        error instanceof errors.JOSEError &&
        !(error instanceof errors.JWKSTimeout) &&
        error.code !== 'ERR_JOSE_GENERIC'
      )
        throw refused(error.code);
      throw unavailable();
    }
  }

  private read(payload: JWTPayload): VerifiedToken {
    const { sub, exp, iat } = payload;
    if (sub === undefined || exp === undefined || iat === undefined) throw refused('claims missing');
    const name = typeof payload['name'] === 'string' ? payload['name'] : '';
    return {
      sub: accountIdOf(this.rules.issuer, sub),
      name,
      issuedAt: issuedAtOf(iat, payload['iat_ms']),
      expiresAt: exp * 1000,
    };
  }
}
