import type { Instant } from '@hoptac/kernel';
import { isFiled, openItems, type CheckResult, type FiledDossier } from '../domain';
import { declaration, house } from '../testing/house';
import { applicant, head, officer, person, press } from '../testing/people';

type House = Awaited<ReturnType<typeof house>>;

const LAST_OF_R3: Instant = '2026-07-22T02:00:00.000Z';
const FIRST_OF_R4: Instant = '2026-07-23T02:00:00.000Z';

async function filedAt(h: House, at: Instant, areaCode = '91001'): Promise<string> {
  h.clock.set(at);
  const application = declaration({ headOffice: { areaCode, line: 'Ấp 1' }, ownName: `Tân Phú ${at.slice(0, 10)}` });
  const { id } = await h.filing.file({ ...h.filed, application }, press(applicant, `file-${at}`));
  return id;
}
async function stateOf(h: House, id: string): Promise<FiledDossier> {
  const { state } = await h.dossiers.load(id);
  if (!isFiled(state)) throw new Error('Not filed');
  return state;
}
async function checksOf(h: House, id: string): Promise<readonly CheckResult[]> {
  await h.driven.checkDossier(h.command(id, 'DossierChecked/0'));
  const { events } = await h.store.readStream(`dossier-${id}`);
  const found = events.find(({ event }) => event.type === 'DossierChecked')?.event.data;
  return (found as { results: readonly CheckResult[] }).results;
}

describe('the same command on two dates gives two lawful answers', () => {
  it('a withdrawal is answered in three working days under D92, in one under D295 (Art. 19.7 of both)', async () => {
    const h = await house();
    const answers = [];
    for (const at of [LAST_OF_R3, FIRST_OF_R4]) {
      const id = await filedAt(h, at);
      await h.steps.requestWithdrawal(id, 'Đổi kế hoạch', press(applicant, `withdraw-${at}`));
      const { regime, withdrawal } = await stateOf(h, id);
      answers.push([regime, withdrawal?.due.amount, withdrawal?.due.article]);
    }
    expect(answers).toEqual([
      ['R3', 3, 'D92 Art. 19.7'],
      ['R4', 1, 'D295 Art. 19.7'],
    ]);
  });

  it('a refusal cites the decree of its dossier', async () => {
    const h = await house();
    const refused = { decision: 'refuse', ground: 'notAtAddress', reason: 'Không hoạt động tại địa chỉ' } as const;
    const articles = [];
    for (const at of [LAST_OF_R3, FIRST_OF_R4]) {
      const id = await filedAt(h, at);
      await checksOf(h, id);
      await h.steps.examine(id, refused, press(officer, `examine-${at}`));
      await h.steps.decide(id, refused, press(head, `decide-${at}`));
      const { events } = await h.store.readStream(`dossier-${id}`);
      articles.push((events.at(-1)?.event.data as { article: string }).article);
    }
    expect(articles).toEqual(['D92 Art. 33', 'D295 Art. 32.1.c']);
  });

  it('beneficial owners are checked from D295 on (Art. 66), not before', async () => {
    const h = await house();
    const names = async (at: Instant) => (await checksOf(h, await filedAt(h, at))).map(({ check }) => check);
    expect(await names(LAST_OF_R3)).not.toContain('beneficialOwners');
    expect(await names(FIRST_OF_R4)).toContain('beneficialOwners');
  });
});

describe('a dossier that is pending when the decree changes', () => {
  it('finishes under the decree of its receipt (D295 Art. 67): its later steps have the old limits', async () => {
    const h = await house();
    const id = await filedAt(h, LAST_OF_R3);
    h.clock.set('2026-07-24T02:00:00.000Z');
    await h.steps.requestWithdrawal(id, 'Đổi kế hoạch', press(applicant, 'withdraw'));
    expect((await stateOf(h, id)).withdrawal?.due).toMatchObject({ amount: 3, article: 'D92 Art. 19.7' });
  });

  it('received by a district, is examined and decided by the commune that took over (D125)', async () => {
    const h = await house();
    const id = await filedAt(h, '2025-06-30T02:00:00.000Z', '899');
    expect(await stateOf(h, id)).toMatchObject({ regime: 'R2', decidingOfficeId: 'office-899' });
    await checksOf(h, id);
    h.clock.set('2025-07-01T02:00:00.000Z');
    const stranger = person('officer', 'officer-9', 'office-91018');
    await expect(h.steps.claim(id, press(stranger, 'claim-1'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    await h.steps.claim(id, press(officer, 'claim-2'));
    const checks = openItems(await stateOf(h, id)).map((check) => ({ check, outcome: 'passed' as const }));
    await h.staff.confirmChecks(id, { round: 0, checks }, press(officer, 'confirm'));
    await h.steps.examine(id, { decision: 'grant' }, press(officer, 'examine'));
    await h.tax.requestTaxCode(h.command(id, 'code'));
    await h.steps.decide(id, { decision: 'grant' }, press(head, 'decide'));
    expect((await stateOf(h, id)).status).toBe('Granted');
  });
});
