import { type Clock, CLOCK, localDateOf } from '@hoptac/kernel';
import { AppConfig, StatusRefusal } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatedActor } from '../permissions/may-act';
import { SessionService } from '../session/session.service';
import { TokenVerifier } from '../tokens/token-verifier';
import { RoleBook } from '../users/role-book';

/** What of a request tells who asks. */
export interface AskingRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}

interface Credential {
  readonly sub: string;
  readonly name: string;
  readonly issuedAt: number;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Nobody signed in. */
export const anonymous: AuthenticatedActor = {
  personId: 'anonymous',
  role: 'public',
  name: '',
  roles: ['public'],
  areaCodes: [],
  assignments: [{ role: 'public' }],
};

/** Turns a bearer token or a session cookie into the actor of the request, with the roles in force today. */
@Injectable()
export class Authenticator {
  private readonly origin: string;

  constructor(
    @Inject(AppConfig) config: AppConfig,
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(RoleBook) private readonly roles: RoleBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.origin = new URL(config.publicUrl).origin;
  }

  /**
   * The actor; undefined when the request shows neither token nor session.
   * @throws StatusRefusal 401 wrong or ended sign-in, 403 locked or cross-site, 503 while roles or the provider are away.
   */
  async actorOf(request: AskingRequest): Promise<AuthenticatedActor | undefined> {
    const credential = await this.credentialOf(request);
    if (credential === undefined) return undefined;
    if (!(await this.roles.caughtUp(2_000)))
      throw new StatusRefusal(503, 'IDENTITY.ROLES_NOT_READY', 'Roles are still being read', 2);
    this.mustStillCount(credential);
    return this.actor(credential.sub, credential.name);
  }

  private actor(sub: string, name: string): AuthenticatedActor {
    const assignments = this.roles.assignmentsOf(sub, localDateOf(this.clock.now()));
    return {
      personId: sub,
      role: 'applicant',
      name,
      roles: [...new Set(assignments.map((assignment) => assignment.role))],
      areaCodes: [...new Set(assignments.flatMap((assignment) => assignment.areaCode ?? []))],
      assignments,
    };
  }

  private async credentialOf(request: AskingRequest): Promise<Credential | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer ([\w.~+/=-]+)$/i.exec(String(authorization))?.[1];
      if (token === undefined) throw new StatusRefusal(401, 'IDENTITY.TOKEN_INVALID', 'Not a bearer token');
      const { sub, name, issuedAt } = await this.tokens.verify(token);
      return { sub, name, issuedAt };
    }
    const session = this.sessions.read(request.cookies ?? {});
    if (session === undefined) return undefined;
    if (!SAFE.has(request.method)) this.mustComeFromOurPages(request);
    return { sub: session.sub, name: session.name, issuedAt: session.issuedAt };
  }

  /** A cookie travels with any request to us, so a write by cookie must show that our own page sent it. */
  private mustComeFromOurPages({ headers }: AskingRequest): void {
    const sameOrigin =
      headers['origin'] === undefined ? headers['sec-fetch-site'] === 'same-origin' : headers['origin'] === this.origin;
    if (headers['x-hoptac-request'] !== '1' || !sameOrigin)
      throw new StatusRefusal(403, 'IDENTITY.CROSS_SITE', 'Write by cookie without proof of our own page');
  }

  private mustStillCount({ sub, issuedAt }: Credential): void {
    const endedAt = this.roles.sessionsEndedAt(sub);
    if (endedAt !== undefined && issuedAt <= Date.parse(endedAt))
      throw new StatusRefusal(401, 'IDENTITY.TOKEN_INVALID', 'Signed out everywhere');
    if (this.roles.isLocked(sub)) throw new StatusRefusal(403, 'IDENTITY.ACCOUNT_LOCKED', 'The account is locked');
  }
}
