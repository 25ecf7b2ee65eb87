import { randomUUID } from 'node:crypto';
import { AppConfig } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import { SealedBox } from './sealed-box';

/** Who is signed in on the pages. Times in milliseconds, real time. */
export interface Session {
  readonly sid: string;
  readonly sub: string;
  readonly name: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Hint for the provider's sign-out. */
  readonly idToken: string;
}

/** What a login under way must be remembered by, in a cookie of its own. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly expiresAt: number;
}

export interface CookieOptions {
  readonly path: '/';
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  /** Seconds. */
  readonly maxAge: number;
}

const SESSION_MS = 8 * 3_600_000;
const LOGIN_MS = 10 * 60_000;

/**
 * Sessions of the pages live in a sealed cookie: no table, no loss at a restart. What ends them early is a fact (`UserSessionsEnded`,
 * `UserLocked`), seen by every process.
 */
@Injectable()
export class SessionService {
  private readonly box: SealedBox;
  readonly secure: boolean;
  /** `__Host-` binds the cookie to this host and TLS; plain http (embedded stack) cannot carry it. */
  readonly sessionCookie: string;
  readonly loginCookie: string;

  constructor(@Inject(AppConfig) config: AppConfig) {
    this.box = SealedBox.fromFile(config.sessionKeyFile);
    this.secure = config.publicUrl.startsWith('https://');
    const prefix = this.secure ? '__Host-' : '';
    this.sessionCookie = `${prefix}hoptac-session`;
    this.loginCookie = `${prefix}hoptac-login`;
  }

  /** A session with a new id each time somebody signs in, so that a planted cookie is worth nothing. */
  begin(person: { readonly sub: string; readonly name: string; readonly idToken: string }): {
    readonly value: string;
    readonly options: CookieOptions;
  } {
    const issuedAt = Date.now();
    const session: Session = { ...person, sid: randomUUID(), issuedAt, expiresAt: issuedAt + SESSION_MS };
    return { value: this.box.seal('session', session), options: this.options(SESSION_MS) };
  }

  read(cookies: Readonly<Record<string, string | undefined>>): Session | undefined {
    const session = this.box.open('session', cookies[this.sessionCookie]) as Session | undefined;
    return session !== undefined && session.expiresAt > Date.now() ? session : undefined;
  }

  remember(login: Omit<PendingLogin, 'expiresAt'>): { readonly value: string; readonly options: CookieOptions } {
    return {
      value: this.box.seal('login', { ...login, expiresAt: Date.now() + LOGIN_MS }),
      options: this.options(LOGIN_MS),
    };
  }

  pending(cookies: Readonly<Record<string, string | undefined>>): PendingLogin | undefined {
    const login = this.box.open('login', cookies[this.loginCookie]) as PendingLogin | undefined;
    return login !== undefined && login.expiresAt > Date.now() ? login : undefined;
  }

  /** Attributes with which a cookie of ours is set or taken away. */
  options(milliseconds: number): CookieOptions {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure, maxAge: Math.floor(milliseconds / 1000) };
  }
}
