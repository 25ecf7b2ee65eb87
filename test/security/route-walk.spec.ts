import { demoAccounts, controllersOf, listRoutes, type ListedRoute } from '@hoptac/identity';
import { foundingApplication } from '@hoptac/demo';
import { Logger, createPino, loadConfig } from '@hoptac/platform';
import { ModulesContainer } from '@nestjs/core';
import { AppModule } from '../../apps/api/app.module';
import { createApp } from '../../apps/api/create-app';
import { Caller, send, type RawAnswer, type Subject } from '../support/callers';
import { CORRECTION_BODY, FoundingCase, freshName } from '../support/founding-case';
import { papersOf } from '../support/papers';
import { theProvince } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(240_000);

const WRITTEN = { reason: 'Bài thử quyền' };
/** Lawful bodies of the steps, so that nothing but the permission stands between the caller and the 412. */
const STEP_BODIES: Readonly<Record<string, unknown>> = {
  'correction-requests': CORRECTION_BODY,
  resubmissions: { application: foundingApplication({ ownName: 'Bài thử quyền' }), documents: [] },
  examinations: { decision: 'grant' },
  'delay-explanations': WRITTEN,
  'deadline-extensions': { what: 'decision', workingDays: 1, ground: 'Bài thử quyền', paper: 'a'.repeat(64) },
  assignments: { officerId: 'demo-officer-1' },
  'check-confirmations': { round: 0, checks: [{ check: 'minimumMembers', outcome: 'passed' }] },
  decisions: { decision: 'grant' },
  returns: WRITTEN,
  'withdrawal-requests': WRITTEN,
  'withdrawal-decisions': { outcome: 'accept' },
  'paper-previews': { kind: 'refusal', ground: 'conditionsNotMet', ...WRITTEN },
  'hand-overs': { form: 'atDesk', to: 'applicant' },
};
/** Filed where there is no commune: permitted, it ends in 422 and records nothing. */
const FILING = {
  channel: 'online',
  application: foundingApplication({ ownName: 'Bài thử quyền', areaCode: '00000' }),
  documents: [],
};

/** Where a route leads in this walk, and whose the thing is; no subject where the walk has none of its own to show. */
interface Way {
  readonly path: string;
  readonly body?: unknown;
  readonly subject?: Subject;
}

describe('every route × every role × own and foreign office × nobody', () => {
  const callers: Caller[] = [];
  let routes: readonly ListedRoute[];
  let dossier: FoundingCase;
  let organisationId: string;
  let sha256: string;

  beforeAll(async () => {
    const cast = await theProvince();
    const app = await createApp(AppModule.forRoot(loadConfig(), new Logger(createPino('test', 'silent'))));
    routes = listRoutes(controllersOf(app.get(ModulesContainer)));
    await app.close();
    callers.push(await Caller.of(undefined));
    for (const { id } of demoAccounts) callers.push(await Caller.of(id));

    dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bài thử quyền') });
    await dossier.checked();
    const registered = await FoundingCase.file(cast.applicant, { ownName: freshName('Đã đăng ký') });
    const page = await registered.goesToCertificate(cast.officer, cast.head);
    organisationId = page.certificate?.organisationId ?? '';
    sha256 = (await registered.facts()).flatMap(({ data }) => data['documents'] as { sha256: string }[])[0]!.sha256;
    await registered.seen();
    await papersOf(cast.applicant, dossier.id, ({ papers }) => papers.length > 0);
  });
  afterAll(closeRecord);

  const wayOf = ({ method, path }: ListedRoute): Way => {
    const filled = path
      .replace(':sha256', sha256)
      .replace(':userId', 'nobody-of-this-walk')
      .replace(':paperId', 'receipt-1')
      .replace(/^(\/api\/organisations\/):id/, `$1${organisationId}`)
      .replace(/^(\/api\/dossiers\/):id/, `$1${dossier.id}`)
      .replace(/:[A-Za-z0-9]+/g, '0190a000-0000-7000-8000-000000000000');
    const here = { officeId: 'office-91001', areaCode: '91001' };
    if (path.startsWith('/api/dossiers/:id')) {
      const step = path.split('/')[4] ?? '';
      return { path: filled, body: STEP_BODIES[step] ?? {}, subject: { ...here, ownerId: 'demo-applicant-1' } };
    }
    if (path.startsWith('/api/organisations/:id')) return { path: filled, subject: { areaCode: '91001' } };
    if (path === '/api/documents/:sha256') return { path: filled, subject: { ownerId: 'demo-applicant-1' } };
    if (method === 'POST' && path === '/api/dossiers') return { path: filled, body: FILING };
    return { path: filled };
  };

  /** In words, so that a failure reads as a line of the table. */
  const verdict = ({ status, code }: RawAnswer): string =>
    status === 401 ? 'sign in' : code === 'IDENTITY.NOT_PERMITTED' || code === 'DOCUMENTS.NOT_FOUND' ? 'no' : 'yes';

  it('no route keeps silent about who may call it', () => {
    expect(routes.filter(({ access }) => access === undefined).map(({ handler }) => handler)).toEqual([]);
    expect(routes.length).toBeGreaterThan(30);
  });

  it('the published description names these routes and no others', async () => {
    const { paths } = JSON.parse((await send('GET', '/api/openapi.json')).text) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const published = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const ours = routes.filter(({ path }) => path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`);
    expect(published.filter((route) => route.includes(' /api/')).sort()).toEqual(ours.sort());
  });

  it('the published description says of every route which problems it may answer', async () => {
    const { paths, components } = JSON.parse((await send('GET', '/api/openapi.json')).text) as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
      components: { schemas: Record<string, { required: string[] }> };
    };
    const problems = (method: string, path: string): string[] =>
      Object.entries(paths[path]?.[method]?.responses ?? {})
        .filter(([, { content }]) => content !== undefined && 'application/problem+json' in content)
        .map(([status]) => status);
    expect(problems('get', '/api/case-lookups/{caseCode}')).toEqual(['400', '404', '429', '503']);
    expect(problems('get', '/api/dossiers/{id}')).toEqual(['400', '401', '403', '404', '503']);
    const ofAStep = ['400', '401', '403', '404', '409', '412', '413', '415', '422', '503'];
    expect(problems('post', '/api/dossiers/{id}/decisions')).toEqual(ofAStep);
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).filter((method) => !problems(method, path).includes('503')),
    );
    expect(silent).toEqual([]);
    expect(components.schemas['Problem']?.required).toEqual(
      expect.arrayContaining(['title', 'status', 'detail', 'code', 'legalBasis', 'traceId']),
    );
  });

  it('answers each caller as the one table of permissions says', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const route of routes) {
      if (route.access === undefined || route.access === 'public') continue;
      const { action } = route.access;
      const { path, body, subject } = wayOf(route);
      for (const caller of callers) {
        const expected = !caller.signedIn ? 'sign in' : caller.may(action, subject) ? 'yes' : 'no';
        const answer = await caller.ask(route.method, path, body);
        const broken =
          answer.status >= 500 ||
          (subject !== undefined && route.method === 'GET' && expected === 'yes' && answer.status !== 200);
        asked += 1;
        if (verdict(answer) !== expected || broken)
          wrong.push(
            `${route.method} ${route.path} ${caller.accountId}: ${expected}, but ${String(answer.status)} ${String(answer.code)}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(300);
    expect(await dossier.factTypes()).toEqual(['DossierFiled', 'DossierChecked']);
  });

  it('public routes ask nobody to sign in', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ access }) => access === 'public')) {
      const { status } = await callers[0]!.ask(route.method, wayOf(route).path);
      if ([401, 403, 500].includes(status)) wrong.push(`${route.method} ${route.path}: ${String(status)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('limits how often an address may look something up by a code or token', async () => {
    const lookUps = routes.filter(
      ({ access, path, method }) => access === 'public' && method === 'GET' && path.includes(':'),
    );
    expect(lookUps.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/case-lookups/:caseCode', '/api/certificates/:token']),
    );
    for (const route of lookUps) {
      const { headers } = await callers[0]!.ask('GET', wayOf(route).path);
      expect([route.path, headers.get('x-ratelimit-limit')]).toEqual([route.path, expect.stringMatching(/^[1-9]\d*$/)]);
    }
  });

  it('is not got round by another spelling of the address', async () => {
    for (const path of ['/api/users/', '/API/users', '/api//users', '/api/%75sers', '/api/users;x=1', '/api/users?x'])
      expect(`${path} ${(await send('GET', path)).text}`).not.toContain('"users":');
    const override = {
      headers: {
        'x-http-method-override': 'GET',
        'x-original-url': '/api/session',
        'content-type': 'application/json',
      },
    };
    expect((await send('POST', '/api/users/x/lock', { ...override, body: '{"reason":"x"}' })).status).toBe(401);
  });

  describe('a list never counts what it does not show', () => {
    interface Listed {
      readonly items: readonly {
        readonly id: string;
        readonly decidingOfficeId?: string;
        readonly areaCode?: string;
      }[];
      readonly total?: number;
      readonly next?: string;
    }
    const listed = async (
      caller: Caller,
      path: string,
    ): Promise<{ items: Listed['items'][number][]; total: number | undefined }> => {
      const items: Listed['items'][number][] = [];
      let cursor = '';
      for (;;) {
        const { status, text } = await caller.ask('GET', `${path}limit=200${cursor}`);
        if (status !== 200) throw new Error(`${path}: ${String(status)} ${text}`);
        const page = JSON.parse(text) as Listed;
        items.push(...page.items);
        if (page.next === undefined) return { items, total: page.total };
        cursor = `&cursor=${encodeURIComponent(page.next)}`;
      }
    };

    it('of dossiers', async () => {
      const readers = callers.filter((caller) => caller.may('dossiers.list'));
      expect(readers.length).toBeGreaterThan(5);
      for (const reader of readers) {
        const { items, total } = await listed(reader, '/api/dossiers?');
        expect(total).toBe(items.length);
        for (const { decidingOfficeId = '' } of items)
          expect(
            reader.may('dossiers.list', {
              officeId: decidingOfficeId,
              areaCode: decidingOfficeId.replace('office-', ''),
            }),
          ).toBe(true);
        const seen = reader.may('dossiers.list', { officeId: 'office-91001', areaCode: '91001' }) ? 1 : 0;
        for (const filter of [`q=${dossier.filing.caseCode}`, `office=office-91001&q=${dossier.filing.caseCode}`])
          expect(await listed(reader, `/api/dossiers?${filter}&`)).toMatchObject({ total: seen });
      }
    });

    it('of organisations', async () => {
      for (const reader of callers.filter((caller) => caller.may('registry.read'))) {
        const { items, total } = await listed(reader, '/api/organisations?');
        expect(total).toBe(items.length);
        const seen = reader.may('registry.read', { areaCode: '91001' });
        expect(items.some(({ id }) => id === organisationId)).toBe(seen);
      }
    });

    it('of one’s own dossiers', async () => {
      const own = await Promise.all(
        callers
          .filter((caller) => caller.may('dossiers.readOwn'))
          .map(async (caller) => [caller.accountId, (await listed(caller, '/api/dossiers/mine?')).items] as const),
      );
      const holders = own
        .filter(([, items]) => items.some(({ id }) => id === dossier.id))
        .map(([accountId]) => accountId);
      expect(holders).toEqual(['demo-applicant-1']);
    });
  });
});
