import { advanceTo } from '../support/clock';
import { CORRECTION_BODY, FoundingCase, freshName, isFreeForOthers } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

const WISH = { reason: 'Các sáng lập viên muốn đổi trụ sở' };

describe('Dừng thực hiện thủ tục — P03 (D295 Art. 19.7)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  const checked = async (name: string): Promise<FoundingCase> => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName(name) });
    await dossier.checked();
    return dossier;
  };

  it('is asked for by the applicant before acceptance, decided by the head within one working day, and frees the name (L23 Art. 50)', async () => {
    const dossier = await checked('Xin dừng');
    const { position } = await dossier.does(cast.applicant, 'withdrawal-requests', WISH);
    const page = await dossier.page(cast.head, position);
    expect(page.withdrawal?.due).toMatchObject({
      amount: 1,
      unit: 'working-day',
      article: expect.stringContaining('Art. 19'),
    });
    expect(page.allowedActions).toEqual(expect.arrayContaining(['acceptWithdrawal', 'refuseWithdrawal']));
    await dossier.does(cast.head, 'withdrawal-decisions', { outcome: 'accept' });
    expect(await dossier.reaches('Withdrawn')).toMatchObject({ allowedActions: [] });
    expect(refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' })).code).toBe(
      'DOSSIERS.CLOSED',
    );
    expect(await isFreeForOthers(dossier.ownName, cast.otherApplicant)).toBe(true);
  });

  it('is asked for by nobody but the applicant, and decided by nobody but the head', async () => {
    const dossier = await checked('Không phải của mình');
    const before = await dossier.factTypes();
    for (const who of [cast.otherApplicant, cast.officer, cast.head, cast.foreignHead]) {
      expect(refusal(await dossier.step(who, 'withdrawal-requests', WISH))).toMatchObject({
        status: 403,
        code: 'IDENTITY.NOT_PERMITTED',
      });
    }
    expect(refusal(await dossier.step(cast.head, 'withdrawal-decisions', { outcome: 'accept' })).code).toBe(
      'DOSSIERS.WITHDRAWAL_NOT_REQUESTED',
    );
    expect(await dossier.factTypes()).toEqual(before);
    await dossier.does(cast.applicant, 'withdrawal-requests', WISH);
    for (const who of [cast.applicant, cast.officer, cast.foreignHead]) {
      expect(refusal(await dossier.step(who, 'withdrawal-decisions', { outcome: 'accept' })).status).toBe(403);
    }
  });

  it('holds the procedure until it is decided; a refusal is reasoned, and the procedure goes on', async () => {
    const dossier = await checked('Không cho dừng');
    await dossier.does(cast.applicant, 'withdrawal-requests', WISH);
    const waiting = {
      status: 409,
      code: 'DOSSIERS.WITHDRAWAL_PENDING',
      legalBasis: [expect.stringContaining('Art. 19')],
    };
    expect(refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }))).toMatchObject(waiting);
    expect(refusal(await dossier.step(cast.officer, 'correction-requests', CORRECTION_BODY))).toMatchObject(waiting);
    expect(refusal(await dossier.step(cast.applicant, 'withdrawal-requests', WISH))).toMatchObject(waiting);
    expect(refusal(await dossier.step(cast.head, 'withdrawal-decisions', { outcome: 'refuse' })).status).toBe(400);
    const { position } = await dossier.does(cast.head, 'withdrawal-decisions', {
      outcome: 'refuse',
      reason: 'Đơn chưa có chữ ký',
    });
    expect((await dossier.page(cast.applicant, position)).withdrawal).toBeUndefined();
    await dossier.goesToCertificate(cast.officer, cast.head);
  });

  it('comes too late once the dossier is accepted', async () => {
    const dossier = await checked('Muộn rồi');
    await dossier.proposesGrant(cast.officer);
    await dossier.until('may be granted', ({ taxCode }) => taxCode !== undefined);
    await dossier.does(cast.head, 'decisions', { decision: 'grant' });
    const problem = refusal(await dossier.step(cast.applicant, 'withdrawal-requests', WISH));
    // Between the decision and the certificate lie some hundredths of a second; on both sides of them it is too late.
    expect(['DOSSIERS.ALREADY_ACCEPTED', 'DOSSIERS.CLOSED']).toContain(problem.code);
    expect(problem.status).toBe(409);
    await dossier.reaches('Registered');
    expect(await dossier.factTypes()).not.toContain('DossierWithdrawalRequested');
  });

  it('left undecided over its working day makes the office late, and not before', async () => {
    const dossier = await checked('Chậm quyết định');
    const { position } = await dossier.does(cast.applicant, 'withdrawal-requests', WISH);
    const { due } = (await dossier.page(cast.applicant, position)).withdrawal!;
    const passed = async () =>
      (await dossier.facts()).filter(({ type }) => type === 'DossierDeadlinePassed').map(({ data }) => data);
    await advanceTo(cast.administrator, due.dueAt, -2);
    expect(await passed()).toEqual([]);
    await advanceTo(cast.administrator, due.dueAt, 2);
    await dossier.until('late', ({ withdrawal }) => withdrawal?.late === true);
    const queue = await cast.head.get<{ items: { id: string }[] }>(
      `/api/dossiers${await dossier.seen()}&late=true&q=${dossier.filing.caseCode}`,
    );
    expect(done(queue).items.map(({ id }) => id)).toEqual([dossier.id]);
    expect(await passed()).toEqual([{ what: 'withdrawal', dueOn: due.dueOn, dueAt: due.dueAt }]);
    expect(refusal(await dossier.step(cast.head, 'withdrawal-decisions', { outcome: 'accept' })).code).toBe(
      'DOSSIERS.DELAY_UNEXPLAINED',
    );
    const delayReason = 'Chờ ý kiến của người đồng sáng lập';
    done(await dossier.step(cast.head, 'withdrawal-decisions', { outcome: 'accept', delayReason }));
  });
});
