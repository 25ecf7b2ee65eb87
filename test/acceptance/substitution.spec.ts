import { addDays, localDateOf, type Instant } from '@hoptac/kernel';
import { advanceTo, provinceNow } from '../support/clock';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(240_000);

const AWAY = 'demo-officer-1';
const SUBSTITUTE = 'demo-officer-2';
const OFFICE = 'office-91001';

describe('Thay thế người vắng mặt: by the head of office, for a dated period; every act names both, and four eyes stay four', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  // No substitution outlives this file: other tests count on who may not decide.
  afterAll(async () => {
    await advanceTo(cast.administrator, `${addDays(await today(), 4)}T00:00:00.000+07:00`, 1);
    await closeRecord();
  });

  const today = async () => localDateOf(new Date(await provinceNow(cast.administrator)).toISOString() as Instant);
  const standing = { userId: SUBSTITUTE, forUserId: AWAY, role: 'officer', officeId: OFFICE } as const;
  const order = async (change: object = {}) => {
    const from = await today();
    return { ...standing, from, to: addDays(from, 3), ground: 'Nghỉ phép', ...change };
  };
  /** Whether the dossier is among what is “mine” of the asking account. */
  const isMine = async (who: Cast['officer'], dossier: FoundingCase): Promise<boolean> => {
    const { items } = done(
      await who.get<{ items: { id: string }[] }>(`/api/dossiers?officer=me&q=${dossier.filing.caseCode}&limit=5`),
    );
    return items.some(({ id }) => id === dossier.id);
  };

  it('is ordered by the head of that office alone, for staff of the office, with a ground and days to come', async () => {
    for (const who of [cast.officer, cast.foreignHead, cast.applicant])
      expect(refusal(await who.post('/api/substitutions', await order())).status).toBe(403);
    const refused = async (change: object) =>
      refusal(await cast.head.post('/api/substitutions', await order(change))).code;
    expect(await refused({ from: addDays(await today(), -1) })).toBe('IDENTITY.SUBSTITUTION_IN_PAST');
    expect(await refused({ userId: 'demo-officer-3' })).toBe('IDENTITY.SUBSTITUTE_NOT_STAFF');
    expect(await refused({ userId: AWAY })).toBe('IDENTITY.SUBSTITUTE_FOR_ONESELF');
    expect(await refused({ ground: ' ' })).toBe('IDENTITY.GROUND_MISSING');
    expect(await refused({ role: 'administrator' })).toBe('PLATFORM.INPUT_INVALID');
  });

  it('shows the absent officer’s cases to the substitute as his own, records whom he stood in for, and ends on its day', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Vắng mặt') });
    await dossier.checked();
    await dossier.does(cast.officer, 'claims');
    const lying = async (who: Cast['officer'], is: boolean) =>
      eventually(
        `mine: ${String(is)}`,
        () => isMine(who, dossier),
        (mine) => mine === is,
      );
    await lying(cast.officer, true);
    await lying(cast.otherOfficer, false);

    const ordered = await order();
    const { substitutions } = done(await cast.head.post<{ substitutions: object[] }>('/api/substitutions', ordered));
    expect(substitutions).toContainEqual(ordered);
    await lying(cast.otherOfficer, true);
    expect((await dossier.page(cast.otherOfficer)).allowedActions).toContain('releaseCase');
    await dossier.proposesGrant(cast.otherOfficer);
    const facts = await dossier.facts();
    for (const type of ['DossierChecksConfirmed', 'DossierExamined']) {
      const fact = facts.find((one) => one.type === type);
      expect(fact?.data).toMatchObject({ onBehalfOf: AWAY });
    }

    await advanceTo(cast.administrator, `${addDays(ordered.to, 1)}T00:00:00.000+07:00`, 1);
    await lying(cast.otherOfficer, false);
    await lying(cast.officer, true);
  });

  it('never lets anybody decide what he, or the one he stands in for, examined', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bốn mắt') });
    await dossier.checked();
    await dossier.does(cast.officer, 'claims');
    await dossier.proposesGrant(cast.officer);
    const days = await order();
    const asHead = { userId: AWAY, forUserId: 'demo-head-1', role: 'head', officeId: OFFICE };
    done(await cast.head.post('/api/substitutions', { ...days, ...asHead }));
    await dossier.until('may be granted', ({ taxCode }) => taxCode !== undefined);
    const page = await eventually(
      'the officer stands in for the head',
      () => dossier.page(cast.officer),
      ({ allowedActions }) => allowedActions.includes('returnToExaminer'),
    );
    expect(page.allowedActions).not.toContain('grantRegistration');
    expect(refusal(await dossier.step(cast.officer, 'decisions', { decision: 'grant' })).code).toBe(
      'DOSSIERS.EXAMINER_MAY_NOT_DECIDE',
    );
    done(await cast.head.post('/api/substitutions/endings', { ...asHead, lastDay: await today() }));
    const after = refusal(await cast.head.post('/api/substitutions/endings', { ...asHead, lastDay: '2026-01-01' }));
    expect(after.code).toBe('IDENTITY.SUBSTITUTION_IN_PAST');
  });
});
