import { FoundingCase, freshName } from '../support/founding-case';
import { addressOf, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

/** Moves the simulated tax authority's own door. */
async function taxAuthorityIs(mode: 'ok' | 'slow' | 'down' | 'refuse'): Promise<void> {
  const answer = await fetch(`${addressOf('HOPTAC_TAX_AUTHORITY_URL')}/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode }),
  });
  if (!answer.ok) throw new Error(`The tax authority's control answered ${String(answer.status)}`);
}

describe('Mã số thuế là mã số hợp tác xã — P01 (L23 Art. 46; D295 Art. 14)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterEach(() => taxAuthorityIs('ok'));
  afterAll(closeRecord);

  const proposed = async (name: string): Promise<FoundingCase> => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName(name) });
    await dossier.checked();
    await dossier.proposesGrant(cast.officer);
    return dossier;
  };
  const mayBeGranted = (dossier: FoundingCase) =>
    dossier.until('may be granted', ({ allowedActions }) => allowedActions.includes('grantRegistration'), cast.head);

  it('nothing is granted while the tax authority is away; the case goes on by itself when it is back', async () => {
    await taxAuthorityIs('down');
    const dossier = await proposed('Thuế vắng mặt');
    const before = await dossier.factTypes();
    const problem = refusal(await dossier.step(cast.head, 'decisions', { decision: 'grant' }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'DOSSIERS.TAX_CODE_MISSING',
      legalBasis: ['L23 Art. 46', 'D295 Art. 14'],
    });
    expect(await dossier.factTypes()).toEqual(before);
    expect((await dossier.page(cast.head)).allowedActions).not.toContain('grantRegistration');

    await taxAuthorityIs('ok');
    await mayBeGranted(dossier);
    await dossier.does(cast.head, 'decisions', { decision: 'grant' });
    await dossier.reaches('Registered');
  });

  it('a slow answer is waited for, and asked for once', async () => {
    await taxAuthorityIs('slow');
    const dossier = await proposed('Thuế chậm');
    const page = await mayBeGranted(dossier);
    expect(page.taxCode).toMatch(/^\d{10}$/);
    expect((await dossier.factTypes()).filter((type) => type.startsWith('DossierTaxCode'))).toEqual([
      'DossierTaxCodeReceived',
    ]);
  });

  it('what the tax authority refuses is not granted: it is corrected, and then gets its code', async () => {
    await taxAuthorityIs('refuse');
    const dossier = await proposed('Thuế từ chối');
    const refused = await dossier.until('refused by the tax authority', ({ taxRefusal }) => taxRefusal !== undefined);
    expect(refused.taxRefusal?.reason).not.toBe('');
    expect(refusal(await dossier.step(cast.head, 'decisions', { decision: 'grant' })).code).toBe(
      'DOSSIERS.TAX_CODE_MISSING',
    );
    await dossier.does(cast.head, 'returns', { reason: 'Cơ quan thuế chưa cấp mã số' });
    const again = refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }));
    expect(again).toMatchObject({ status: 422, code: 'DOSSIERS.TAX_CODE_REFUSED', legalBasis: ['D295 Art. 14'] });

    await taxAuthorityIs('ok');
    const notice = await dossier.requestCorrection(cast.officer);
    done(await dossier.answerCorrection(notice.position));
    await dossier.checked(1);
    await dossier.proposesGrant(cast.officer);
    await mayBeGranted(dossier);
    await dossier.does(cast.head, 'decisions', { decision: 'grant' });
    expect((await dossier.reaches('Registered')).certificate?.code).toMatch(/^\d{10}$/);
  });
});
