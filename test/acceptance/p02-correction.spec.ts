import { resubmissionOf } from '@hoptac/demo';
import { advanceTo } from '../support/clock';
import { CORRECTION_BODY, FoundingCase, freshName, isFreeForOthers } from '../support/founding-case';
import { anybody, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(180_000);

describe('Sửa đổi, bổ sung hồ sơ — P02 (D295 Art. 19.6, 21, 30.4; D92 Art. 19.6)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  const examined = async (name: string): Promise<FoundingCase> => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName(name) });
    await dossier.checked();
    return dossier;
  };

  describe('Thông báo — D295 Art. 21', () => {
    it('lists what has to be corrected, why and under which article; a notice without that is refused', async () => {
      const dossier = await examined('Không nêu lý do');
      const before = await dossier.factTypes();
      for (const defects of [
        [],
        [{ ...CORRECTION_BODY.defects[0], article: '' }],
        [{ subject: 'ownName', reason: 'x' }],
      ]) {
        expect(refusal(await dossier.step(cast.officer, 'correction-requests', { defects })).status).toBe(400);
      }
      const blank = { ...CORRECTION_BODY.defects[0], reason: '   ' };
      const problem = refusal(await dossier.step(cast.officer, 'correction-requests', { defects: [blank] }));
      expect(problem).toMatchObject({ status: 422, code: 'DOSSIERS.DEFECTS_MISSING', legalBasis: ['D295 Art. 21'] });
      expect(await dossier.factTypes()).toEqual(before);
    });

    it('is given once for each version: a second one is refused with the article', async () => {
      const dossier = await examined('Thông báo lần hai');
      await dossier.requestCorrection(cast.officer);
      const before = await dossier.factTypes();
      const problem = refusal(await dossier.step(cast.otherOfficer, 'correction-requests', CORRECTION_BODY));
      expect(problem).toMatchObject({
        status: 409,
        code: 'DOSSIERS.CORRECTION_ALREADY_REQUESTED',
        legalBasis: ['D295 Art. 21'],
      });
      expect(problem.detail).toContain('Điều 21');
      expect(await dossier.factTypes()).toEqual(before);
    });

    it('comes from the officer alone, and stops the office’s own work until it is answered', async () => {
      const dossier = await examined('Chỉ chuyên viên');
      for (const who of [cast.applicant, cast.clerk, cast.head, cast.supervisor]) {
        expect(refusal(await dossier.step(who, 'correction-requests', CORRECTION_BODY)).status).toBe(403);
      }
      await dossier.does(cast.officer, 'claims');
      const { position } = await dossier.requestCorrection(cast.officer);
      expect((await dossier.page(cast.officer, position)).allowedActions).toEqual(['releaseCase']);
      expect((await dossier.page(cast.applicant, position)).allowedActions).toEqual([
        'answerCorrection',
        'requestWithdrawal',
      ]);
      const proposal = refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }));
      expect(proposal).toMatchObject({ status: 409, code: 'DOSSIERS.NOT_UNDER_EXAMINATION' });
    });
  });

  describe('Trả lời — D295 Art. 19.6', () => {
    it('only a notice can be answered, and only by the applicant or the desk', async () => {
      const dossier = await examined('Ai trả lời');
      expect(refusal(await dossier.answerCorrection(dossier.filing.position)).code).toBe(
        'DOSSIERS.NO_CORRECTION_REQUESTED',
      );
      const notice = await dossier.requestCorrection(cast.officer);
      const answer = await resubmissionOf(cast.applicant, dossier.id, 'Số 12, ấp Minh Phú', notice.position);
      const before = await dossier.factTypes();
      for (const who of [cast.otherApplicant, cast.officer, cast.head, cast.foreignClerk]) {
        expect(refusal(await dossier.step(who, 'resubmissions', answer))).toMatchObject({
          status: 403,
          code: 'IDENTITY.NOT_PERMITTED',
        });
      }
      expect(await dossier.factTypes()).toEqual(before);
      done(await dossier.step(cast.clerk, 'resubmissions', answer));
    });

    it('begins a new version, checked again, with a new limit of the office; it may have a notice of its own', async () => {
      const dossier = await examined('Nộp bổ sung');
      const notice = await dossier.requestCorrection(cast.officer);
      done(await dossier.answerCorrection(notice.position, 'Số 45, ấp Minh Phú'));
      const page = await dossier.checked(1);
      expect(page).toMatchObject({ status: 'UnderExamination', round: 1, due: { amount: 3, unit: 'working-day' } });
      expect(page.application.headOffice.line).toBe('Số 45, ấp Minh Phú');
      const second = await dossier.requestCorrection(cast.officer);
      done(await dossier.answerCorrection(second.position, 'Số 46, ấp Minh Phú'));
      await dossier.checked(2);
      await dossier.proposesGrant(cast.officer);
      await dossier.until('may be granted', ({ taxCode }) => taxCode !== undefined);
      await dossier.does(cast.head, 'decisions', { decision: 'grant' });
      await dossier.reaches('Registered');
    });

    it('within sixty days goes on; unanswered until 24:00 of the sixtieth the dossier is cancelled and its name is free (D295 Art. 19.6, 30.4; L23 Art. 50)', async () => {
      const answered = await examined('Kịp hạn');
      const silent = await examined('Bỏ lỡ');
      const notice = await answered.requestCorrection(cast.officer);
      const unanswered = await silent.requestCorrection(cast.officer);
      const { correctionDue } = await silent.page(cast.applicant, unanswered.position);
      expect(correctionDue).toMatchObject({ amount: 60, unit: 'day', article: expect.stringContaining('Art. 19') });
      const dueAt = correctionDue!.dueAt;

      await advanceTo(cast.administrator, dueAt, -3);
      const waited = [
        'DossierFiled',
        'DossierChecked',
        'DossierCorrectionRequested',
        // Fifteen and three days before the end.
        'DossierReminded',
        'DossierReminded',
      ];
      expect(await silent.factTypes()).toEqual(waited);
      done(await answered.answerCorrection(notice.position));

      await advanceTo(cast.administrator, dueAt, 2);
      const lapsed = await silent.reaches('Lapsed');
      expect(lapsed).toMatchObject({ allowedActions: [], late: false });
      expect(await silent.factTypes()).toEqual([...waited, 'DossierLapsed']);
      expect(refusal(await silent.answerCorrection(unanswered.position))).toMatchObject({
        status: 409,
        code: 'DOSSIERS.CLOSED',
      });
      expect(
        done(await anybody().get(`/api/case-lookups/${silent.filing.caseCode}${await silent.seen()}`)),
      ).toMatchObject({
        status: 'Lapsed',
        closed: true,
      });

      expect(await answered.checked(1)).toMatchObject({ status: 'UnderExamination', round: 1 });
      expect(await isFreeForOthers(silent.ownName, cast.otherApplicant)).toBe(true);
    });
  });
});
