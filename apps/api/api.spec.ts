import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Allows, PERMISSIONS, Public, controllersOf, listRoutes } from '@hoptac/identity';
import { PersonVault } from '@hoptac/personal-data';
import {
  ConfigurationError,
  Logger,
  LookupLimited,
  type ProblemDocument,
  createPino,
  loadConfig,
} from '@hoptac/platform';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt } from 'class-validator';
import { AppModule } from './app.module';
import { createApp } from './create-app';

class Amount {
  @IsInt() amount!: number;
}

/** Routes that only this test has. */
@Controller('api/test')
class TestController {
  @Get('silent')
  silent(): string {
    return 'nobody may see this';
  }

  @Post('amount')
  @Public()
  amount(@Body() body: Amount): Amount {
    return body;
  }

  @Get('lookup/:code')
  @Public()
  @LookupLimited()
  lookup(@Param('code') code: string): { code: string } {
    return { code };
  }

  @Get('broken')
  @Public()
  broken(): never {
    throw new Error('password=hunter2');
  }

  @Get('guarded')
  @Allows('users.manage')
  guarded(): string {
    return 'ok';
  }
}

@Module({ controllers: [TestController] })
class TestModule {}

/** The whole API without any of its parts: nothing answers at these addresses. */
describe('the API alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoptac-api-'));
  let app: NestFastifyApplication;

  beforeAll(async () => {
    // The vault asks PostgreSQL for its secret at start; here there is none.
    jest.spyOn(PersonVault.prototype, 'onModuleInit').mockResolvedValue();
    const config = loadConfig({
      HOPTAC_DATA_DIR: folder,
      HOPTAC_PORT_BASE: '1024',
      HOPTAC_EMBEDDED: '1',
      HOPTAC_LOOKUPS_PER_MINUTE: '5',
    });
    const webRoot = join(folder, 'web');
    mkdirSync(join(webRoot, 'assets'), { recursive: true });
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Hợp Tác</title>');
    writeFileSync(join(webRoot, 'assets/a-123.js'), 'export {};');
    const module = AppModule.forRoot(config, new Logger(createPino('test', 'silent')));
    const options = { webRoot, trustedProxies: '192.0.2.1' };
    app = await createApp({ ...module, imports: [...(module.imports ?? []), TestModule] }, options);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const problemOf = (answer: { json: () => unknown }): ProblemDocument => answer.json() as ProblemDocument;

  it('says of every route who may call it', () => {
    const routes = listRoutes(controllersOf(app.get(ModulesContainer))).filter(
      (route) => !route.path.startsWith('/api/test'),
    );
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => route.access === undefined).map((route) => route.handler)).toEqual([]);
    const actions = new Set(Object.values(PERMISSIONS).flatMap((allowed) => Object.keys(allowed)));
    for (const { access, handler } of routes)
      if (access !== 'public' && access !== undefined)
        expect([handler, actions.has(access.action)]).toEqual([handler, true]);
  });

  it('keeps everybody out of every route that is not public', async () => {
    const closed = listRoutes(controllersOf(app.get(ModulesContainer))).filter(
      (route) => route.access !== 'public' && !route.path.startsWith('/api/test'),
    );
    for (const { method, path } of closed) {
      const answer = await app.inject({ method: method as 'GET', url: path.replace(/:\w+/g, 'x') });
      expect([method, path, answer.statusCode]).toEqual([method, path, 401]);
    }
  });

  it('refuses a route that says nothing, whoever asks', async () => {
    const answer = await app.inject('/api/test/silent');
    expect([answer.statusCode, problemOf(answer).code]).toEqual([403, 'IDENTITY.NOT_PERMITTED']);
  });

  it('blames the provider, not the person, when it cannot check a token', async () => {
    const token = `${Buffer.from('{"alg":"ES256","kid":"k"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.AAAA`;
    const answer = await app.inject({ url: '/api/test/guarded', headers: { authorization: `Bearer ${token}` } });
    expect([answer.statusCode, problemOf(answer).code, answer.headers['retry-after']]).toEqual([
      503,
      'IDENTITY.PROVIDER_UNAVAILABLE',
      '5',
    ]);
  });

  it('is alive without its parts, but not ready, and says which', async () => {
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    const ready = await app.inject('/health/ready');
    expect(ready.statusCode).toBe(503);
    const { parts } = ready.json<{ parts: { name: string; state: string }[] }>();
    expect(Object.fromEntries(parts.map(({ name, state }) => [name, state]))).toMatchObject({
      'event-store': 'down',
      postgres: 'down',
      temporal: 'degraded',
      identity: 'degraded',
    });
  });

  const post = (payload: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    app.inject({ method: 'POST', url: '/api/test/amount', payload, headers });

  it.each<[string, string, number, string]>([
    ['a number as text', '{"amount":"5"}', 400, 'PLATFORM.INPUT_INVALID'],
    ['an unknown field', '{"amount":5,"admin":true}', 400, 'PLATFORM.INPUT_INVALID'],
    ['a missing field', '{}', 400, 'PLATFORM.INPUT_INVALID'],
    ['a list', '[]', 400, 'PLATFORM.INPUT_INVALID'],
    ['nothing', '', 400, 'PLATFORM.INPUT_INVALID'],
    ['null', 'null', 400, 'PLATFORM.INPUT_INVALID'],
    ['half a document', '{"amount":', 400, 'PLATFORM.JSON_MALFORMED'],
    ['a key twice', '{"amount":1,"amount":2}', 400, 'PLATFORM.JSON_DUPLICATE_KEY'],
    ['too much depth', '['.repeat(60) + ']'.repeat(60), 400, 'PLATFORM.JSON_TOO_DEEP'],
    ['too much', `{"amount":${' '.repeat(1_100_000)}1}`, 413, 'PLATFORM.BODY_TOO_LARGE'],
  ])('answers %s with a problem document', async (_what, payload, status, code) => {
    const answer = await post(payload);
    expect([answer.statusCode, problemOf(answer).code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problemOf(answer).traceId).toMatch(/^[0-9a-f-]{32,36}$/);
  });

  it('takes what is right', async () => {
    expect((await post('{"amount":5}')).json()).toEqual({ amount: 5 });
  });

  it('refuses other media types, unknown addresses and malformed ones', async () => {
    expect(problemOf(await post('amount;5', { 'content-type': 'text/csv' })).code).toBe(
      'PLATFORM.MEDIA_TYPE_UNSUPPORTED',
    );
    expect(problemOf(await post('{"amount":5}', { 'content-type': 'text/plain' })).code).toBe(
      'PLATFORM.MEDIA_TYPE_UNSUPPORTED',
    );
    expect(problemOf(await app.inject('/api/nowhere')).code).toBe('PLATFORM.ROUTE_UNKNOWN');
    expect(problemOf(await app.inject({ method: 'POST', url: '/nowhere' })).code).toBe('PLATFORM.ROUTE_UNKNOWN');
    expect((await app.inject('/api/%zz')).headers['content-type']).toContain('application/problem+json');
  });

  it('refuses an address with control characters, which PostgreSQL could not look for', async () => {
    for (const url of ['/api/test/lookup/a%00b', '/api/test/lookup/x?q=%1F'])
      expect(problemOf(await app.inject(url))).toMatchObject({ status: 400, code: 'PLATFORM.TEXT_NOT_ALLOWED' });
  });

  it('speaks English to who asks for it', async () => {
    const answer = await app.inject({ url: '/api/nowhere', headers: { 'accept-language': 'en-GB' } });
    expect([problemOf(answer).detail, answer.headers['content-language']]).toEqual(['There is no such address.', 'en']);
  });

  it('tells nobody what went wrong inside', async () => {
    const answer = await app.inject('/api/test/broken');
    expect([answer.statusCode, problemOf(answer).code]).toEqual([500, 'PLATFORM.UNEXPECTED']);
    expect(answer.body).not.toContain('hunter2');
  });

  it('limits public look-ups per address', async () => {
    const answers = [];
    for (let call = 0; call < 6; call += 1) answers.push(await app.inject(`/api/test/lookup/${String(call)}`));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
    const last = answers[5];
    expect([last && problemOf(last).code, Number(last?.headers['retry-after']) > 0]).toEqual([
      'PLATFORM.TOO_MANY_REQUESTS',
      true,
    ]);
  });

  it('does not believe a forwarded address', async () => {
    const answer = await app.inject({ url: '/api/test/lookup/x', headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(answer.statusCode).toBe(429);
  });

  it('believes the gateway that it was told of, and only the caller that this gateway saw', async () => {
    const through = (forwarded: string) =>
      app.inject({
        url: '/api/test/lookup/x',
        remoteAddress: '192.0.2.1',
        headers: { 'x-forwarded-for': forwarded },
      });
    const answers = [];
    for (let call = 0; call < 6; call += 1) answers.push(await through(`198.51.100.${String(call)}, 203.0.113.9`));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await through('203.0.113.10')).statusCode).toBe(200);
  });

  it('sends safe headers with everything', async () => {
    for (const url of ['/', '/api/nowhere', '/health/live']) {
      const { headers } = await app.inject(url);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    }
  });

  it('serves the pages at their own addresses and only there', async () => {
    for (const url of ['/', '/work/queue?state=late']) expect((await app.inject(url)).body).toContain('Hợp Tác');
    expect((await app.inject('/assets/a-123.js')).headers['cache-control']).toContain('immutable');
    for (const url of ['/assets/gone.js', '/health/nothing'])
      expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404]);
    for (const url of ['/../keys/session.key', '/%2e%2e/keys/session.key', '/assets/..%2f..%2fkeys/session.key']) {
      const { body } = await app.inject(url);
      expect([url, body.includes('<title>Hợp Tác</title>') || body.includes('urn:hoptac:problem')]).toEqual([
        url,
        true,
      ]);
    }
  });

  it('serves what was built after its start', async () => {
    writeFileSync(join(folder, 'web/assets/b-456.js'), 'export const later = 1;');
    const answer = await app.inject('/assets/b-456.js');
    expect([answer.statusCode, answer.body]).toEqual([200, 'export const later = 1;']);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers['content-type']).toContain('javascript');
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, unknown>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/session');
  });

  it('measures requests by route, never by address', async () => {
    await app.inject('/api/test/lookup/HS-SECRET-CODE');
    const { body } = await app.inject('/metrics');
    expect(body).toContain('route="/api/test/lookup/:code"');
    expect(body).not.toContain('HS-SECRET-CODE');
  });
});

it('does not start on a wrong configuration', () => {
  expect(() => loadConfig({ HOPTAC_API_PORT: 'x' })).toThrow(ConfigurationError);
});
