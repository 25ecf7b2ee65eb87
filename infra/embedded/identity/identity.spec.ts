import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenVerifier, demoAccounts } from '@hoptac/identity';
import { signInAs } from '@hoptac/identity/testing';
import { Logger, createPino } from '@hoptac/platform';
import { createProvider } from './provider';
import { createIdentityServer } from './server';
import { loadKeys } from './signing-keys';
import { IdentityDatabase } from './sqlite-adapter';

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const headerOf = (token: string): { alg: string; kid: string } =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { alg: string; kid: string };

describe('the embedded identity provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoptac-identity-'));
  const quiet = new Logger(createPino('test', 'silent'));
  let issuer: string;
  let port: number;
  let stop: () => Promise<void>;

  async function start(options: { rotate?: boolean } = {}): Promise<void> {
    const database = new IdentityDatabase(join(folder, 'identity.sqlite'));
    const keys = await loadKeys(folder, options);
    const provider = createProvider({
      issuer,
      publicUrl: 'http://127.0.0.1:9',
      pagesClientId: 'hoptac-pages',
      audience: 'hoptac-api',
      accounts: demoAccounts,
      keys,
      database,
    });
    const server: Server = createIdentityServer(provider, demoAccounts, issuer, quiet);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    stop = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    };
  }

  beforeAll(async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    jest.spyOn(console, 'info').mockImplementation();
    port = await freePort();
    issuer = `http://127.0.0.1:${String(port)}`;
    await start();
  });
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const verifier = (audience = 'hoptac-api'): TokenVerifier => new TokenVerifier({ issuer, audience });
  const authorize = (parameters: Record<string, string>): Promise<Response> =>
    fetch(
      `${issuer}/auth?${new URLSearchParams({ client_id: 'hoptac-cli', response_type: 'code', redirect_uri: 'http://127.0.0.1/signed-in', scope: 'openid', ...parameters }).toString()}`,
      {
        redirect: 'manual',
      },
    );

  it('signs a demo account in by the code flow, with a token for the API that names no role', async () => {
    const token = await signInAs(issuer, 'demo-officer-1');
    expect(await verifier().verify(token)).toMatchObject({ sub: 'demo-officer-1', name: 'Phạm Văn Hùng' });
    expect(headerOf(token).alg).toBe('ES256');
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/officer"|role/);
    await expect(verifier('another-api').verify(token)).rejects.toMatchObject({ code: 'IDENTITY.TOKEN_INVALID' });
  });

  it('knows its demo accounts only', async () => {
    await expect(signInAs(issuer, 'somebody')).rejects.toThrow('400');
  });

  it('gives no code without PKCE and to no other address', async () => {
    const bare = await authorize({});
    expect(bare.headers.get('location')).toContain('error=invalid_request');
    const astray = await authorize({
      redirect_uri: 'http://evil.example/',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect([astray.status, astray.headers.get('location')]).toEqual([400, null]);
  });

  it('shows every persona as one button, in Vietnamese, without script', async () => {
    const first = await authorize({ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' });
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(first.headers.get('location') ?? '', issuer), { headers: { cookie } });
    const html = await page.text();
    expect(html.match(/<button type="submit" name="account"/g)).toHaveLength(demoAccounts.length);
    expect(html).toContain('<html lang="vi">');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('keeps its keys in the data folder, for itself', () => {
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toContain('"d"');
  });

  it('rotates its keys: tokens under way still count, new ones are signed by the new key', async () => {
    const before = await signInAs(issuer, 'demo-head-1');
    const known = verifier();
    await known.verify(before);
    await stop();
    await start({ rotate: true });
    expect(await verifier().verify(before)).toMatchObject({ sub: 'demo-head-1' });
    const after = await signInAs(issuer, 'demo-head-1');
    expect(headerOf(after).kid).not.toBe(headerOf(before).kid);
    expect(await verifier().verify(after)).toMatchObject({ sub: 'demo-head-1' });
  });
});
