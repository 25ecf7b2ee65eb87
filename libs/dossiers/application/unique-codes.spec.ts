import { isFiled, openItems, type FiledDossier } from '../domain';
import { declaration, house } from '../testing/house';
import { applicant, head, officer, press } from '../testing/people';

type House = Awaited<ReturnType<typeof house>>;

/** A dossier examined and proposed for a certificate. */
async function proposed(h: House, name: string): Promise<string> {
  const { id } = await h.filing.file(
    { ...h.filed, application: declaration({ ownName: name }) },
    press(applicant, `file-${name}`),
  );
  await h.driven.checkDossier(h.command(id, 'DossierChecked/0'));
  const { state } = await h.dossiers.load(id);
  const checks = openItems(state as FiledDossier).map((check) => ({ check, outcome: 'passed' as const }));
  await h.staff.confirmChecks(id, { round: 0, checks }, press(officer, `confirm-${name}`));
  await h.steps.examine(id, { decision: 'grant' }, press(officer, `examine-${name}`));
  return id;
}

describe('a code that the tax authority gives twice', () => {
  it('is the first dossier’s; the second one’s officer is told, and no certificate can follow', async () => {
    const h = await house();
    const [first, second] = [await proposed(h, 'Lúa vàng'), await proposed(h, 'Sông xanh')];
    await h.tax.requestTaxCode(h.command(first, 'code'));
    await h.tax.requestTaxCode(h.command(second, 'code'));
    expect((await h.dossiers.load(first)).state).toMatchObject({ taxCode: '1700123456' });
    const { state } = await h.dossiers.load(second);
    expect(isFiled(state) && [state.taxCode, state.taxRefusal]).toEqual([
      undefined,
      { round: 0, reason: 'Mã số 1700123456 đã thuộc về một tổ chức khác' },
    ]);
    await expect(h.steps.decide(second, { decision: 'grant' }, press(head, 'decide'))).rejects.toMatchObject({
      code: 'DOSSIERS.TAX_CODE_MISSING',
    });
  });

  it('asked for at the same moment, is one dossier’s', async () => {
    const h = await house();
    const ids = [await proposed(h, 'Lúa vàng'), await proposed(h, 'Sông xanh')];
    await Promise.all(ids.map((id) => h.tax.requestTaxCode(h.command(id, 'code'))));
    const states = await Promise.all(ids.map(async (id) => (await h.dossiers.load(id)).state));
    expect(states.filter((state) => isFiled(state) && state.taxCode !== undefined)).toHaveLength(1);
    expect(await h.typesOf('organisationCode-1700123456')).toEqual(['OrganisationCodeAssigned']);
  });

  it('stands in an old register: no dossier gets it', async () => {
    const h = await house();
    h.codesTaken.set('1700123456', 'imported-organisation');
    const id = await proposed(h, 'Lúa vàng');
    await h.tax.requestTaxCode(h.command(id, 'code'));
    expect((await h.dossiers.load(id)).state).toMatchObject({ taxRefusal: { round: 0 } });
  });

  it('is the same dossier’s when the answer is asked for again after a crash', async () => {
    const h = await house();
    const id = await proposed(h, 'Lúa vàng');
    await h.tax.requestTaxCode(h.command(id, 'code'));
    await h.tax.requestTaxCode(h.command(id, 'code'));
    expect((await h.dossiers.load(id)).state).toMatchObject({ taxCode: '1700123456' });
  });
});

describe('a representative whom the register knows elsewhere', () => {
  it('is found by fingerprint, and named to the officer with the organisation’s legal status', async () => {
    const h = await house();
    h.represented.set('f:identity:VN:089185004322', [{ name: 'Hợp tác xã Rau sạch', legalStatus: 'REVOKED_TAX' }]);
    const { id } = await h.filing.file(h.filed, press(applicant, 'file'));
    await h.driven.checkDossier(h.command(id, 'DossierChecked/0'));
    const { events } = await h.store.readStream(`dossier-${id}`);
    const checked = events.find(({ event }) => event.type === 'DossierChecked')?.event.data as {
      results: { check: string }[];
    };
    expect(checked.results.find(({ check }) => check === 'representativeFree')).toMatchObject({
      outcome: 'undecided',
      inputs: { otherOrganisations: 1, represents: 'Hợp tác xã Rau sạch (REVOKED_TAX)' },
    });
  });
});
