/** People whose right begins or ends: substitutes, locked accounts, sessions ended half-way; and four eyes by every path (faults.md). */
import { signInAs, signInOnPages } from '@hoptac/identity/testing';
import { addDays, localDateOf, type Instant } from '@hoptac/kernel';
import { loadConfig } from '@hoptac/platform';
import { send, type RawAnswer } from '../support/callers';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { addressOf, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

/** Holds no role since its district ended: whatever happens to it here disturbs no other spec. */
const FORMER = 'demo-officer-district';

let cast: Cast;
let today: string;

beforeAll(async () => {
  cast = await theProvince();
  today = localDateOf(done(await cast.officer.get<{ now: Instant }>('/api/clock')).now);
});
afterAll(closeRecord);

const standsIn = async (userId: string, forUserId: string, role: string, from: string, to: string): Promise<unknown> =>
  done(
    await cast.administrator.post(`/api/users/${userId}/substitutions`, {
      forUserId,
      role,
      officeId: 'office-91001',
      from,
      to,
      ground: 'Bài thử',
    }),
  );
const newCase = async (): Promise<FoundingCase> => {
  const one = await FoundingCase.file(cast.applicant, { ownName: freshName('Bốn mắt') });
  await one.checked();
  return one;
};
const day = (offset: number): string => addDays(today as `${number}-${number}-${number}`, offset);

describe('a substitute', () => {
  it('acts in the period only, and the record says for whom', async () => {
    const one = await newCase();
    await standsIn('demo-clerk-2', 'demo-officer-1', 'officer', day(-30), day(-1));
    await standsIn('demo-clerk-2', 'demo-officer-1', 'officer', day(2), day(3));
    expect(refusal(await one.step(cast.foreignClerk, 'claims')).code).toBe('IDENTITY.NOT_PERMITTED');

    await standsIn('demo-officer-3', 'demo-officer-1', 'officer', day(0), day(0));
    await one.proposesGrant(cast.foreignOfficer);
    const examined = (await one.facts()).find(({ type }) => type === 'DossierExamined');
    expect(examined?.data).toMatchObject({ examinedBy: 'demo-officer-3', onBehalfOf: 'demo-officer-1' });
  });

  it('of both examiner and head is still one person: who examined does not decide, in whatever name (L23 Art. 42.4)', async () => {
    await standsIn('demo-officer-3', 'demo-officer-1', 'officer', day(0), day(0));
    await standsIn('demo-officer-3', 'demo-head-1', 'head', day(0), day(0));
    const one = await newCase();
    await one.proposesGrant(cast.foreignOfficer);
    await one.until('the tax code is there', ({ taxCode }) => taxCode !== undefined);
    const answer = refusal(await one.step(cast.foreignOfficer, 'decisions', { decision: 'grant' }));
    expect(answer.code).toBe('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
    expect(await one.factTypes()).not.toContain('DossierGranted');
    await one.does(cast.head, 'decisions', { decision: 'grant' });
  });
});

describe('an account locked half-way', () => {
  it('is shut out with the next press by token and by cookie, and let in again', async () => {
    const token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), FORMER);
    const cookie = await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER);
    const ways = [{ authorization: `Bearer ${token}` }, { cookie }];
    const mine = (headers: Readonly<Record<string, string>>): Promise<RawAnswer> =>
      send('GET', '/api/dossiers/mine', { headers });
    for (const way of ways) expect((await mine(way)).status).toBe(200);
    done(await cast.administrator.post(`/api/users/${FORMER}/lock`, { reason: 'Bài thử' }));
    for (const way of ways) expect(await mine(way)).toMatchObject({ status: 403, code: 'IDENTITY.ACCOUNT_LOCKED' });
    done(await cast.administrator.post(`/api/users/${FORMER}/unlock`, { reason: 'Bài thử xong' }));
    for (const way of ways) expect((await mine(way)).status).toBe(200);
  });
});

describe('a role that has ended', () => {
  it('gives nothing any more to a session begun before, by token and by cookie', async () => {
    const token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), FORMER);
    const cookie = await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER);
    const ways = [{ authorization: `Bearer ${token}` }, { cookie }];
    const listed = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await send('GET', '/api/dossiers?limit=1', { headers })).status;
    for (const way of ways) expect(await listed(way)).toBe(403);
    // For today alone and taken back as of yesterday: nothing is left of it, so that the same stack can be tried again.
    const role = { role: 'clerk', officeId: 'office-91001', ground: 'Bài thử' };
    done(await cast.administrator.post(`/api/users/${FORMER}/roles`, { ...role, from: day(0), to: day(0) }));
    for (const way of ways) expect(await listed(way)).toBe(200);
    done(await cast.administrator.post(`/api/users/${FORMER}/roles/revocations`, { ...role, lastDay: day(-1) }));
    for (const way of ways) expect(await listed(way)).toBe(403);
  });
});

describe('signing out', () => {
  it('ends every session and token of the person, on every device, and nobody else’s', async () => {
    const [first, second, token] = [
      await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER),
      await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER),
      await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), FORMER),
    ];
    const signedIn = async (headers: Readonly<Record<string, string>>): Promise<boolean> =>
      (await send('GET', '/api/dossiers/mine', { headers })).status === 200;
    const ways = [{ cookie: first }, { cookie: second }, { authorization: `Bearer ${token}` }];
    for (const way of ways) expect(await signedIn(way)).toBe(true);
    const { origin } = new URL(loadConfig().publicUrl);
    const { status } = await send('POST', '/api/session/logout', {
      headers: { cookie: first, origin, 'x-hoptac-request': '1', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(200);
    for (const way of ways) expect(await signedIn(way)).toBe(false);
    expect((await cast.applicant.get('/api/dossiers/mine')).status).toBe(200);
    // Sessions are dated to the second: one begun within the second of signing out counts as before it.
    await eventually(
      'a new session is taken',
      async () => signedIn({ cookie: await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER) }),
      (taken) => taken,
    );
  });

  it('of another is done by nobody from another site', async () => {
    const cookie = await signInOnPages(addressOf('HOPTAC_API_URL'), FORMER);
    await send('POST', '/api/session/logout', {
      headers: { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect((await send('GET', '/api/dossiers/mine', { headers: { cookie } })).status).toBe(200);
  });
});
