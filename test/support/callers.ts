import { PERMISSIONS, type Action, type Reach, type Role } from '@hoptac/identity';
import { signInAs } from '@hoptac/identity/testing';
import { randomUUID } from 'node:crypto';
import { addressOf } from './province';

const ANSWER_WITHIN_MS = 30_000;

export interface HeldRole {
  readonly role: Role;
  readonly officeId?: string;
  readonly areaCode?: string;
}

/** What somebody acts upon, as the permission table looks at it. */
export interface Subject {
  readonly officeId?: string;
  readonly areaCode?: string;
  readonly ownerId?: string;
}

/** A raw answer: redirects are not followed, nothing is read into it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `code` of a problem document. */
  readonly code?: string;
}

/** One raw request to the API; `body` goes as it is. */
export async function send(
  method: string,
  path: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<RawAnswer> {
  const answer = await fetch(new URL(path, addressOf('HOPTAC_API_URL')), {
    method,
    redirect: 'manual',
    headers: { accept: 'application/json', ...options.headers },
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const text = await answer.text();
  const problem = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  const code = problem ? (JSON.parse(text) as { code: string }).code : undefined;
  return { status: answer.status, headers: answer.headers, text, ...(code === undefined ? {} : { code }) };
}

/** Somebody at the API with the roles that the stack itself says they hold today. */
export class Caller {
  private constructor(
    readonly accountId: string,
    readonly roles: readonly HeldRole[],
    private readonly token: string | undefined,
  ) {}

  static async of(accountId: string | undefined): Promise<Caller> {
    const token = accountId === undefined ? undefined : await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), accountId);
    const { text } = await send('GET', '/api/session', { headers: bearer(token) });
    const { roles } = JSON.parse(text) as { roles: readonly HeldRole[] };
    return new Caller(accountId ?? 'anonymous', roles, token);
  }

  get signedIn(): boolean {
    return this.token !== undefined;
  }

  /** GET, or a write with a key of its own that claims to have seen a revision nobody reached: permitted, it ends in 412 and records nothing. */
  ask(method: string, path: string, body: unknown = {}): Promise<RawAnswer> {
    if (method === 'GET') return send(method, path, { headers: bearer(this.token) });
    return send(method, path, {
      headers: {
        ...bearer(this.token),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': 'W/"999999"',
      },
      body: JSON.stringify(body),
    });
  }

  /** By the one table: may this person do the action at all, or on this subject? Written anew here, not with the code under test. */
  may(action: Action, subject?: Subject): boolean {
    return this.roles.some((held) => {
      const reach = (PERMISSIONS[held.role] as Readonly<Partial<Record<Action, Reach>>>)[action];
      if (reach === undefined) return false;
      if (subject === undefined || reach === 'any') return true;
      if (reach === 'own') return subject.ownerId === this.accountId;
      if (reach === 'office') return held.officeId !== undefined && held.officeId === subject.officeId;
      return held.areaCode !== undefined && (held.areaCode === PROVINCE || held.areaCode === subject.areaCode);
    });
  }
}

/** An Giang since 1 July 2025: every commune of these tests lies in it. */
const PROVINCE = '91';
const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };
