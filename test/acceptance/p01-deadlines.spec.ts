import { demoPdf } from '@hoptac/demo';
import { advanceTo } from '../support/clock';
import { CORRECTION_BODY, FoundingCase, freshName } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(240_000);

interface Page {
  readonly level: string;
  readonly remindedAt?: string;
  readonly delayReasonOwed: boolean;
  readonly delays: readonly { readonly reason: string }[];
  readonly due: {
    readonly dueAt: string;
    readonly reminders: readonly { readonly at: string; readonly to: string }[];
    readonly escalations: readonly { readonly at: string; readonly level: string }[];
  };
}

describe('Thời hạn của cơ quan — P01 (khoản 4 Điều 42 Luật Hợp tác xã 2023): before it reminders, after it the case rises by itself', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  it('reminds the officer, marks the case late, lifts it to deputy, head and province, and wants a reason with the next step', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Chậm trễ') });
    await dossier.checked();
    const page = async () => (await dossier.page(cast.officer)) as unknown as Page;
    const {
      due: { dueAt, reminders, escalations },
    } = await page();
    const types = async () => (await dossier.factTypes()).slice(2);

    await advanceTo(cast.administrator, reminders[0]!.at, -2);
    expect(await types()).toEqual([]);
    await advanceTo(cast.administrator, reminders[0]!.at, 2);
    await dossier.until('reminded', (seen) => (seen as unknown as Page).remindedAt !== undefined, cast.officer);
    expect(await types()).toEqual(['DossierReminded']);

    await advanceTo(cast.administrator, dueAt, 2);
    await dossier.until('late', ({ late }) => late, cast.officer);
    expect(await page()).toMatchObject({ level: 'officer', delayReasonOwed: true });
    for (const { at, level } of escalations) {
      await advanceTo(cast.administrator, at, -2);
      expect((await page()).level).not.toBe(level);
      await advanceTo(cast.administrator, at, 2);
      await dossier.until(level, (seen) => (seen as unknown as Page).level === level, cast.officer);
    }
    expect(escalations.map(({ level }) => level)).toEqual(['deputy', 'head', 'province']);
    expect(await types()).toEqual([
      'DossierReminded',
      'DossierDeadlinePassed',
      'DossierEscalated',
      'DossierEscalated',
      'DossierEscalated',
    ]);

    const silent = refusal(await dossier.step(cast.officer, 'correction-requests', CORRECTION_BODY));
    expect(silent).toMatchObject({ status: 422, code: 'DOSSIERS.DELAY_UNEXPLAINED', legalBasis: ['L23 Art. 42.4'] });
    const delayReason = 'Chờ xác minh địa chỉ trụ sở chính';
    await dossier.does(cast.officer, 'correction-requests', { ...CORRECTION_BODY, delayReason });
    expect((await types()).slice(-2)).toEqual(['DossierDelayExplained', 'DossierCorrectionRequested']);
    const answered = await dossier.until('answered', ({ status }) => status === 'AwaitingCorrection', cast.officer);
    expect(answered).toMatchObject({ level: 'officer', delayReasonOwed: false, delays: [{ reason: delayReason }] });
  });

  it('moves only by a decision on paper: author, ground, file; the new day is explained beside the old one', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Gia hạn') });
    await dossier.checked();
    const before = await dossier.page(cast.head);
    const ground = 'Hệ thống đăng ký thuế bảo trì theo thông báo';
    const extension = { what: 'decision', workingDays: 2, ground, paper: 'f'.repeat(64) };
    expect(refusal(await dossier.step(cast.officer, 'deadline-extensions', extension)).status).toBe(403);
    expect(refusal(await dossier.step(cast.head, 'deadline-extensions', extension)).code).toBe(
      'DOSSIERS.DOCUMENT_UNKNOWN',
    );
    const { sha256: paper } = done(await cast.head.upload('quyet-dinh.pdf', demoPdf(`Gia han ${dossier.id}`)));
    const { position } = await dossier.does(cast.head, 'deadline-extensions', { ...extension, paper });
    const after = await dossier.page(cast.head, position);
    expect(after.due.dueAt > before.due.dueAt).toBe(true);
    expect(done(await cast.head.get(`/api/dossiers/${dossier.id}/due-date-explanation`))).toMatchObject({
      due: { dueOn: after.due.dueOn },
      moved: { from: { dueOn: before.due.dueOn }, ground, paper },
    });

    await advanceTo(cast.administrator, before.due.dueAt, 2);
    expect(await dossier.factTypes()).not.toContain('DossierDeadlinePassed');
    await advanceTo(cast.administrator, after.due.dueAt, 2);
    await dossier.until('late after the new day', ({ late }) => late, cast.head);
  });
});
