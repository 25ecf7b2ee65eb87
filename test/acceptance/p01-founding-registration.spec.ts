import { loadCalendar } from '@hoptac/calendar';
import { foundingApplication, uploadFoundingDocuments, type Persona } from '@hoptac/demo';
import type { LocalDate } from '@hoptac/kernel';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName, isFreeForOthers, type StepAnswer } from '../support/founding-case';
import { anybody, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(120_000);

/** The day on which `amount` working days have passed, the day of receipt not counted (Civil Code Art. 147, 148). */
function workingDaysAfter(day: string, amount: number): string {
  const calendar = loadCalendar();
  const at = new Date(`${day}T00:00:00Z`);
  for (let left = amount; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (calendar.isWorkingDay(at.toISOString().slice(0, 10) as LocalDate)) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}

/** Day in Việt Nam (UTC+7). */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

/** Reads what another context shows of the case a moment after it happened. */
const soonRead = async (who: Persona, path: string): Promise<unknown> =>
  done(
    await eventually(
      path,
      () => who.get(path),
      ({ status }) => status !== 404,
    ),
  );

describe('Đăng ký thành lập hợp tác xã — P01 (L23 Art. 41–46; D295 Art. 14, 19, 32–34)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  describe('Tiếp nhận — L23 Art. 42; D295 Art. 19', () => {
    it('gives a code and a day of answer three working days later, which the applicant and anybody with the code can read', async () => {
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Tiếp nhận') });
      const page = await dossier.page();
      expect(page).toMatchObject({ status: 'UnderExamination', round: 0, late: false });
      expect(page.caseCode).toMatch(/^H01\.91001-\d{6}-\d{4}$/);
      expect(page.due).toMatchObject({
        amount: 3,
        unit: 'working-day',
        dueOn: workingDaysAfter(dayOf(page.receivedAt), 3),
      });
      expect(page.due.article).toContain('L23 Art. 42');

      const { days } = done(
        await cast.applicant.get<{ days: { date: string; counted: boolean }[] }>(
          `/api/dossiers/${dossier.id}/due-date-explanation`,
        ),
      );
      expect(days.at(-1)?.date).toBe(page.due.dueOn);

      const seen = done(
        await anybody().get(`/api/case-lookups/${page.caseCode.toLowerCase()}?after=${dossier.filing.position}`),
      );
      expect(seen).toMatchObject({ caseCode: page.caseCode, dueOn: page.due.dueOn, late: false, closed: false });
      expect(JSON.stringify(seen)).not.toContain(dossier.ownName);
    });

    it('is answered once, however often the button was pressed: twice in turn, and ten times at once', async () => {
      const ownName = freshName('Bấm nhiều lần');
      const body = {
        channel: 'online',
        application: foundingApplication({ ownName }),
        documents: await uploadFoundingDocuments(cast.applicant),
      };
      const press = { key: randomUUID() };
      const first = await cast.applicant.post<StepAnswer>('/api/dossiers', body, press);
      const second = await cast.applicant.post<StepAnswer>('/api/dossiers', body, press);
      expect(second.body).toMatchObject({
        id: first.body.id,
        caseCode: first.body.caseCode,
        revision: first.body.revision,
      });

      const other = { key: randomUUID() };
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => cast.applicant.post<StepAnswer>('/api/dossiers', body, other)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body: { id, caseCode } }) => `${id} ${caseCode}`)).size).toBe(1);
      expect(answers[0]?.body.id).not.toBe(first.body.id);
      const dossier = FoundingCase.ofFiling(cast.applicant, answers[0]!, ownName);
      expect((await dossier.factTypes()).filter((type) => type === 'DossierFiled')).toHaveLength(1);
    });

    it('on paper is received only with every paper that the law lists (D295 Art. 19.2; L23 Art. 42.2)', async () => {
      const application = foundingApplication({ ownName: freshName('Thiếu giấy') });
      const documents = await uploadFoundingDocuments(cast.clerk, ['charter']);
      const problem = refusal(await cast.clerk.post('/api/dossiers', { channel: 'office', application, documents }));
      expect(problem).toMatchObject({
        status: 422,
        code: 'DOSSIERS.DOCUMENT_MISSING',
        legalBasis: ['D295 Art. 19.2', 'L23 Art. 42.2'],
      });
      expect(problem.details).toEqual({ missing: ['charter'] });
    });

    it('on paper is entered by the one-stop desk alone (D295 Art. 19)', async () => {
      const application = foundingApplication({ ownName: freshName('Bộ phận một cửa') });
      const asked = { channel: 'office', application, documents: await uploadFoundingDocuments(cast.applicant) };
      expect(refusal(await cast.applicant.post('/api/dossiers', asked))).toMatchObject({
        status: 403,
        code: 'DOSSIERS.DESK_ONLY',
      });

      const received = await cast.clerk.post<StepAnswer>('/api/dossiers', {
        ...asked,
        documents: await uploadFoundingDocuments(cast.clerk),
        applicantId: cast.applicant.accountId,
      });
      const dossier = FoundingCase.ofFiling(cast.applicant, received, '');
      expect(await dossier.page()).toMatchObject({ status: 'UnderExamination' });
    });
  });

  describe('Kiểm tra tự động — L23 Art. 42.2, 44.1, 50', () => {
    const failed = async (dossier: FoundingCase) => {
      const { checks = [] } = await dossier.checked();
      return checks.filter(({ outcome }) => outcome === 'failed').map(({ check, article }) => ({ check, article }));
    };

    it('finds nothing against a lawful dossier', async () => {
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Hợp lệ') });
      expect(await failed(dossier)).toEqual([]);
    });

    it('finds fewer than five founders, and such a dossier cannot be proposed for a certificate (L23 Art. 4.7, 44.1)', async () => {
      const four = foundersOf(4);
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bốn người'), founders: four });
      expect((await failed(dossier)).map(({ check }) => check)).toEqual(['minimumMembers']);
      const before = await dossier.factTypes();
      const problem = refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }));
      expect(problem).toMatchObject({
        status: 422,
        code: 'DOSSIERS.CHECKS_FAILED',
        legalBasis: ['L23 Art. 44.1'],
        details: { failed: ['minimumMembers'] },
      });
      expect(await dossier.factTypes()).toEqual(before);
      expect((await dossier.page(cast.officer)).allowedActions).not.toContain('proposeGrant');
    });

    it('finds a missing paper in a dossier filed online (L23 Art. 42.2)', async () => {
      const documents = await uploadFoundingDocuments(cast.applicant, ['memberList']);
      const application = foundingApplication({ ownName: freshName('Thiếu danh sách') });
      const filed = await cast.applicant.post('/api/dossiers', { channel: 'online', application, documents });
      const dossier = FoundingCase.ofFiling(cast.applicant, filed, '');
      expect(await failed(dossier)).toEqual([
        { check: 'documentsComplete', article: expect.stringContaining('Art. 4') },
      ]);
    });

    it('finds a name that another dossier holds, whatever its accents and capitals (L23 Art. 50; D295 Art. 17)', async () => {
      const ownName = freshName('Trùng tên');
      const first = await FoundingCase.file(cast.applicant, { ownName });
      await first.checked();
      const second = await FoundingCase.file(cast.otherApplicant, { ownName: ownName.toLocaleUpperCase('vi') });
      expect(await failed(second)).toEqual([
        { check: 'nameNotDuplicate', article: expect.stringMatching(/^L23 Art\. 50(;.* D295 Art\. 17)?$/) },
      ]);
    });
  });

  describe('Cấp Giấy chứng nhận — L23 Art. 42.4, 45, 46; D295 Art. 14, 34', () => {
    it('goes from filing to a certificate that anybody can verify; the organisation stands in the register', async () => {
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Thành lập') });
      await dossier.checked();
      await dossier.does(cast.officer, 'claims');
      const page = await dossier.goesToCertificate(cast.officer, cast.head);
      expect(page.certificate?.code).toMatch(/^\d{10}$/);
      expect(page.certificate?.code).toBe(page.taxCode);
      expect(page.allowedActions).toEqual([]);

      const { organisationId = '', token = '' } = page.certificate ?? {};
      const name = `Hợp tác xã ${dossier.ownName}`;
      const certificate = await soonRead(anybody(), `/api/certificates/${token}`);
      expect(certificate).toMatchObject({
        stands: 'inForce',
        name,
        code: page.taxCode,
        legalStatus: 'ACTIVE',
        charterCapital: 210_000_000,
      });
      const organisation = await soonRead(cast.supervisor, `/api/organisations/${organisationId}`);
      expect(organisation).toMatchObject({ name, code: page.taxCode, officialMembers: 7, dossierId: dossier.id });
      expect(done(await anybody().get(`/api/case-lookups/${page.caseCode}${await dossier.seen()}`))).toMatchObject({
        status: 'Registered',
        closed: true,
        late: false,
      });
      expect(await dossier.factTypes()).toEqual([
        'DossierFiled',
        'DossierChecked',
        'DossierAssigned',
        'DossierChecksConfirmed',
        'DossierExamined',
        'DossierTaxCodeReceived',
        'DossierGranted',
        'DossierCertificateIssued',
      ]);
    });

    it('an unknown token verifies nothing', async () => {
      expect(refusal(await anybody().get(`/api/certificates/${randomUUID()}`))).toMatchObject({
        status: 404,
        code: 'REGISTRY.CERTIFICATE_NOT_FOUND',
      });
    });

    it('nothing is decided that nobody proposed (L23 Art. 42.4)', async () => {
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Chưa trình') });
      await dossier.checked();
      const problem = refusal(await dossier.step(cast.head, 'decisions', { decision: 'grant' }));
      expect(problem).toMatchObject({ status: 409, code: 'DOSSIERS.PROPOSAL_MISSING', legalBasis: ['L23 Art. 42.4'] });
      expect(await dossier.factTypes()).toEqual(['DossierFiled', 'DossierChecked']);
    });

    it('who examined may not decide, whatever roles they hold (four eyes, L23 Art. 42.4)', async () => {
      const { formerOfficer: both } = cast;
      const { now } = done(await both.get<{ now: string }>('/api/clock'));
      for (const role of ['officer', 'head']) {
        const held = { role, officeId: 'office-91001', from: dayOf(now), to: dayOf(now), ground: 'Bài thử' };
        const granted = await cast.administrator.post(`/api/users/${both.accountId}/roles`, held);
        if (granted.status >= 300) expect(refusal(granted).code).toBe('IDENTITY.ROLE_ALREADY_HELD');
      }
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bốn mắt') });
      await dossier.checked();
      await dossier.proposesGrant(both);
      const page = await dossier.until('may be granted', ({ taxCode }) => taxCode !== undefined, both);
      expect(page.allowedActions).not.toContain('grantRegistration');
      const before = await dossier.factTypes();
      const problem = refusal(await dossier.step(both, 'decisions', { decision: 'grant' }));
      expect(problem).toMatchObject({
        status: 422,
        code: 'DOSSIERS.EXAMINER_MAY_NOT_DECIDE',
        legalBasis: ['L23 Art. 42.4'],
      });
      expect(await dossier.factTypes()).toEqual(before);
      expect((await dossier.page(cast.head)).allowedActions).toContain('grantRegistration');
    });
  });

  describe('Từ chối — L23 Art. 42.4, 44.1; D295 Art. 32', () => {
    it('is reasoned on a ground of the law, and the name is free for others afterwards (L23 Art. 50)', async () => {
      const ownName = freshName('Bị từ chối');
      const dossier = await FoundingCase.file(cast.applicant, { ownName });
      await dossier.checked();
      const refused = {
        decision: 'refuse',
        ground: 'authorityBlock',
        reason: 'Tòa án yêu cầu tạm dừng thủ tục bằng văn bản',
      };
      expect(refusal(await dossier.step(cast.officer, 'examinations', { decision: 'refuse' })).status).toBe(400);
      await dossier.does(cast.officer, 'examinations', refused);
      expect(refusal(await dossier.step(cast.head, 'decisions', { decision: 'grant' })).code).toBe(
        'DOSSIERS.PROPOSAL_DIFFERS',
      );
      await dossier.does(cast.head, 'decisions', refused);
      const page = await dossier.reaches('Refused');
      expect(page.refusal).toMatchObject({
        ground: refused.ground,
        reason: refused.reason,
        article: expect.stringMatching(/^D(295 Art\. 32\.3|92 Art\. 33)$/),
      });
      expect(refusal(await dossier.step(cast.officer, 'claims')).code).toBe('DOSSIERS.CLOSED');

      expect(await isFreeForOthers(ownName, cast.otherApplicant)).toBe(true);
    });
  });
});

const foundersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    fullName: `Người Sáng Lập ${String(index)}`,
    identityNumber: `0910820${String(10_000 + index)}`,
    contribution: 30_000_000,
  }));
