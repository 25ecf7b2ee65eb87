import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@hoptac/platform';
import { localPath } from './local-path';
import { SealedBox } from './sealed-box';
import { SessionService } from './session.service';

describe('localPath', () => {
  it.each(['/', '/work/queue?state=late#top', '/ho-so/%C4%91', '/a//b'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'work',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\\b',
    '/a\r\nSet-Cookie: x',
    `/${'a'.repeat(3_000)}`,
  ])('sends %p home', (path) => {
    expect(localPath(path)).toBe('/');
  });
});

describe('SealedBox', () => {
  const box = new SealedBox(randomBytes(32));

  it('opens what it sealed, for the same purpose only', () => {
    const sealed = box.seal('session', { sub: 'a-person-known-by-a-long-account' });
    expect(sealed).not.toContain('a-person-known-by-a-long-account');
    expect(box.open('session', sealed)).toEqual({ sub: 'a-person-known-by-a-long-account' });
    expect(box.open('login', sealed)).toBeUndefined();
    expect(new SealedBox(randomBytes(32)).open('session', sealed)).toBeUndefined();
  });

  it.each([undefined, '', 'x', 'a'.repeat(500)])('opens nothing from %p', (sealed) => {
    expect(box.open('session', sealed)).toBeUndefined();
  });

  it('notices one changed character', () => {
    const sealed = box.seal('session', { sub: 'p1' });
    const changed = `${sealed.slice(0, 30)}${sealed[30] === 'A' ? 'B' : 'A'}${sealed.slice(31)}`;
    expect(box.open('session', changed)).toBeUndefined();
  });
});

describe('SessionService', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoptac-session-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const service = (env: NodeJS.ProcessEnv = {}): SessionService =>
    new SessionService(loadConfig({ HOPTAC_DATA_DIR: folder, ...env }));
  const person = { sub: 'p1', name: 'Sáu', idToken: 't' };

  it('reads its own cookie, also after a restart, and begins each session anew', () => {
    const first = service();
    const { value, options } = first.begin(person);
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
    expect(service().read({ 'hoptac-session': value })).toMatchObject(person);
    const other = first.begin(person).value;
    expect(first.read({ 'hoptac-session': other })?.sid).not.toBe(first.read({ 'hoptac-session': value })?.sid);
  });

  it('binds the cookie to host and TLS behind https', () => {
    const secure = service({ HOPTAC_PUBLIC_URL: 'https://hoptac.example' });
    expect(secure.sessionCookie).toBe('__Host-hoptac-session');
    expect(secure.begin(person).options.secure).toBe(true);
  });

  it('takes no login cookie for a session', () => {
    const sessions = service();
    const { value } = sessions.remember({ state: 's', nonce: 'n', verifier: 'v', returnTo: '/' });
    expect(sessions.read({ 'hoptac-session': value })).toBeUndefined();
    expect(sessions.pending({ 'hoptac-login': value })).toMatchObject({ state: 's' });
  });

  it('ends after eight hours', () => {
    const sessions = service();
    const { value } = sessions.begin(person);
    jest.useFakeTimers({ now: Date.now() + 8 * 3_600_000 + 1 });
    const late = sessions.read({ 'hoptac-session': value });
    jest.useRealTimers();
    expect(late).toBeUndefined();
  });

  it('keeps its key for itself', () => {
    service();
    expect(statSync(join(folder, 'keys/session.key')).mode & 0o777).toBe(0o600);
  });
});
