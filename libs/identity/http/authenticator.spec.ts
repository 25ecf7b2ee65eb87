import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock, systemActor } from '@hoptac/kernel';
import { Logger, StatusRefusal, createPino, loadConfig, newId } from '@hoptac/platform';
import { MemoryEventStore } from '@hoptac/testing';
import { loadAreas } from '../areas/area-tree';
import { SessionService } from '../session/session.service';
import { type TokenVerifier, type VerifiedToken } from '../tokens/token-verifier';
import { RoleBook } from '../users/role-book';
import { identityCatalogue } from '../users/user.events';
import { UserService } from '../users/user.service';
import { type AskingRequest, Authenticator } from './authenticator';

const ordered = () => ({ actor: systemActor('test'), commandId: newId() });
const quiet = new Logger(createPino('test', 'silent'));

/** Everything real but the provider: tokens are `token-<sub>`, issued at `issuedAt`. */
class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'hoptac-auth-'));
  readonly config = loadConfig({ HOPTAC_DATA_DIR: this.folder });
  readonly clock = new FixedClock('2026-11-22T03:00:00.000Z');
  readonly store = new MemoryEventStore({ catalogues: [identityCatalogue] });
  readonly book = new RoleBook(this.store, loadAreas(), quiet);
  readonly users = new UserService(this.store, this.clock, loadAreas(), this.book);
  readonly sessions = new SessionService(this.config);
  issuedAt = Date.now();
  readonly tokens: Pick<TokenVerifier, 'verify'> = {
    verify: (token): Promise<VerifiedToken> => {
      if (!token.startsWith('token-')) return Promise.reject(new StatusRefusal(401, 'IDENTITY.TOKEN_INVALID', 'no'));
      return Promise.resolve({
        sub: token.slice('token-'.length),
        name: 'Sáu',
        issuedAt: this.issuedAt,
        expiresAt: this.issuedAt + 600_000,
      });
    },
  };
  readonly authenticator = new Authenticator(
    this.config,
    this.tokens as TokenVerifier,
    this.sessions,
    this.book,
    this.clock,
  );

  async close(): Promise<void> {
    await this.book.onApplicationShutdown();
    rmSync(this.folder, { recursive: true });
  }

  bearer(sub: string): AskingRequest {
    return { method: 'GET', headers: { authorization: `Bearer token-${sub}` } };
  }

  cookie(sub: string, method: string, headers: Record<string, string> = {}): AskingRequest {
    return {
      method,
      headers,
      cookies: { [this.sessions.sessionCookie]: this.sessions.begin({ sub, name: 'Sáu', idToken: 't' }).value },
    };
  }

  async refusal(request: AskingRequest): Promise<string> {
    try {
      await this.authenticator.actorOf(request);
      return 'taken';
    } catch (error) {
      return error instanceof StatusRefusal ? error.code : String(error);
    }
  }
}

describe('Authenticator', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
    house.book.start();
  });
  afterEach(() => house.close());

  it('knows nobody without token and session', async () => {
    expect(await house.authenticator.actorOf({ method: 'GET', headers: {} })).toBeUndefined();
  });

  it("gives everybody the applicant's role and the roles of the day", async () => {
    await house.users.grantRole(
      { userId: 'u1', role: 'officer', officeId: 'office-91001', from: '2026-11-01', to: '2026-11-30' },
      ordered(),
    );
    expect((await house.authenticator.actorOf(house.bearer('u1')))?.roles).toEqual(['officer', 'applicant', 'public']);
    house.clock.set('2026-11-30T17:00:00.000Z');
    expect((await house.authenticator.actorOf(house.bearer('u1')))?.roles).toEqual(['applicant', 'public']);
  });

  it('refuses what is no bearer token', async () => {
    for (const authorization of ['Basic abc', 'Bearer', 'Bearer a b', 'token-u1']) {
      expect(await house.refusal({ method: 'GET', headers: { authorization } })).toBe('IDENTITY.TOKEN_INVALID');
    }
  });

  it('shuts a locked account out at once, by token and by session', async () => {
    await house.users.lock('u1', 'left', ordered());
    expect(await house.refusal(house.bearer('u1'))).toBe('IDENTITY.ACCOUNT_LOCKED');
    expect(await house.refusal(house.cookie('u1', 'GET'))).toBe('IDENTITY.ACCOUNT_LOCKED');
    await house.users.unlock('u1', 'back', ordered());
    expect(await house.refusal(house.bearer('u1'))).toBe('taken');
  });

  it('ends every token and session issued before signing out everywhere, and none after', async () => {
    const before = house.cookie('u1', 'GET');
    await new Promise((resolve) => setTimeout(resolve, 2));
    await house.users.endSessions('u1', ordered());
    expect(await house.refusal(house.bearer('u1'))).toBe('IDENTITY.TOKEN_INVALID');
    expect(await house.refusal(before)).toBe('IDENTITY.TOKEN_INVALID');
    await new Promise((resolve) => setTimeout(resolve, 2));
    house.issuedAt = Date.now();
    expect(await house.refusal(house.bearer('u1'))).toBe('taken');
    expect(await house.refusal(house.cookie('u1', 'GET'))).toBe('taken');
  });

  const own = 'http://127.0.0.1:3000';
  it.each<[string, Record<string, string>, string]>([
    ['nothing', {}, 'IDENTITY.CROSS_SITE'],
    ['the header alone', { 'x-hoptac-request': '1' }, 'IDENTITY.CROSS_SITE'],
    ['our origin alone', { origin: own }, 'IDENTITY.CROSS_SITE'],
    ['another origin', { 'x-hoptac-request': '1', origin: 'http://evil.example' }, 'IDENTITY.CROSS_SITE'],
    ['a null origin', { 'x-hoptac-request': '1', origin: 'null' }, 'IDENTITY.CROSS_SITE'],
    ['another site', { 'x-hoptac-request': '1', 'sec-fetch-site': 'same-site' }, 'IDENTITY.CROSS_SITE'],
    ['header and origin', { 'x-hoptac-request': '1', origin: own }, 'taken'],
    ['header and fetch metadata', { 'x-hoptac-request': '1', 'sec-fetch-site': 'same-origin' }, 'taken'],
  ])('takes a write by cookie with %s as it should', async (_what, headers, outcome) => {
    expect(await house.refusal(house.cookie('u1', 'POST', headers))).toBe(outcome);
  });

  it('asks for patience while roles are not read', async () => {
    const waiting = new House();
    jest.useFakeTimers();
    const answer = waiting.refusal(waiting.bearer('u1'));
    await jest.advanceTimersByTimeAsync(2_000);
    jest.useRealTimers();
    expect(await answer).toBe('IDENTITY.ROLES_NOT_READY');
    await waiting.close();
  });
});

describe('RoleBook', () => {
  it('reads what was recorded before it started and follows what others record', async () => {
    const house = new House();
    await house.users.grantRole(
      { userId: 'u1', role: 'head', officeId: 'office-91001', from: '2025-07-01' },
      ordered(),
    );
    const other = new RoleBook(house.store, loadAreas(), quiet);
    other.start();
    expect(await other.caughtUp()).toBe(true);
    expect(other.assignmentsOf('u1', '2026-11-22')[0]).toEqual({
      role: 'head',
      officeId: 'office-91001',
      areaCode: '91001',
    });
    await house.users.lock('u1', 'left', ordered());
    for (let tries = 0; tries < 100 && !other.isLocked('u1'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(other.isLocked('u1')).toBe(true);
    await other.onApplicationShutdown();
    await house.close();
  });
});

describe('UserService', () => {
  let house: House;
  beforeEach(() => {
    house = new House();
  });
  afterEach(() => house.close());

  it('knows no office that never was', () => {
    const order = { userId: 'u1', role: 'head', officeId: 'office-7', from: '2025-07-01' } as const;
    expect(() => house.users.grantRole(order, ordered())).toThrow(
      expect.objectContaining({ code: 'IDENTITY.OFFICE_UNKNOWN' }),
    );
  });

  it('lets nobody stand in for a role that the other does not hold', () => {
    const order = {
      userId: 'u1',
      forUserId: 'u2',
      role: 'head',
      officeId: 'office-91001',
      from: '2026-01-01',
      to: '2026-01-31',
    } as const;
    expect(() => house.users.grantSubstitution(order, ordered())).toThrow(
      expect.objectContaining({ code: 'IDENTITY.ROLE_NOT_HELD' }),
    );
  });

  it('records one press once', async () => {
    const press = { actor: systemActor('test'), commandId: newId() };
    const first = await house.users.lock('u1', 'left', press);
    const again = await house.users.lock('u1', 'left', press);
    expect([first.revision, again.revision, again.repeated]).toEqual([0, 0, true]);
  });

  it("stamps the end of sessions with real time, not the rehearsal's", async () => {
    house.clock.set('2030-01-01T00:00:00.000Z');
    await house.users.endSessions('u1', ordered());
    expect(Math.abs(Date.parse(house.book.sessionsEndedAt('u1') ?? '') - Date.now())).toBeLessThan(5_000);
  });
});
