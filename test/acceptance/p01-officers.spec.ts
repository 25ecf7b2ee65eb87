import { founders } from '@hoptac/demo';
import { randomUUID } from 'node:crypto';
import { advanceTo } from '../support/clock';
import { CORRECTION_BODY, FoundingCase, freshName, type StepAnswer } from '../support/founding-case';
import { anybody, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord, factsOf } from '../support/record';

jest.setTimeout(120_000);

interface Line {
  readonly id: string;
  readonly late: boolean;
}

describe('Xử lý hồ sơ tại cơ quan đăng ký — P01 (L23 Art. 42.4; D295 Art. 19, 21)', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  const filed = (name: string): Promise<FoundingCase> =>
    FoundingCase.file(cast.applicant, { ownName: freshName(name) });

  describe('several at one dossier', () => {
    it('two officers take it at once: one has it, the other reads who was first', async () => {
      const dossier = await filed('Hai chuyên viên');
      const answers = await Promise.all(
        [cast.officer, cast.otherOfficer].map((officer) => dossier.step(officer, 'claims')),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const loser = answers.find(({ status }) => status === 409)!;
      expect(refusal(loser).code).toBe('DOSSIERS.CLAIMED_BY_ANOTHER');
      const facts = (await dossier.facts()).filter(({ type }) => type === 'DossierAssigned');
      expect(facts).toHaveLength(1);
      const winner = answers[0]?.status === 200 ? cast.officer : cast.otherOfficer;
      expect(facts[0]?.data['officerId']).toBe(winner.accountId);
    });

    it('a proposal and a correction notice at once: one stands, the other is refused, nothing is lost', async () => {
      const dossier = await filed('Cùng một lúc');
      await dossier.checked();
      await dossier.confirms(cast.officer);
      const [proposal, notice] = await Promise.all([
        dossier.step(cast.officer, 'examinations', { decision: 'grant' }),
        dossier.step(cast.otherOfficer, 'correction-requests', CORRECTION_BODY),
      ]);
      expect([proposal.status, notice.status].sort()).toEqual([200, 409]);
      const types = await dossier.factTypes();
      expect(types.filter((type) => type === 'DossierExamined' || type === 'DossierCorrectionRequested')).toHaveLength(
        1,
      );
    });

    it('who acts on an old page is told what changed and by whom (412), and nothing is recorded', async () => {
      const dossier = await filed('Trang cũ');
      await dossier.checked();
      const { revision } = await dossier.confirms(cast.officer);
      await dossier.does(cast.officer, 'claims');
      const before = await dossier.factTypes();
      const stale = refusal(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }, { revision }));
      expect(stale).toMatchObject({
        status: 412,
        code: 'EVENT_STORE.STALE_REVISION',
        details: {
          expected: revision,
          actual: revision + 1,
          changedBy: [cast.officer.accountId],
          lastEventType: 'DossierAssigned',
        },
      });
      expect(await dossier.factTypes()).toEqual(before);
      done(await dossier.step(cast.officer, 'examinations', { decision: 'grant' }, { revision: revision + 1 }));
    });

    it('one press is one step, sent twice or ten times at once', async () => {
      const dossier = await filed('Một lần bấm');
      await dossier.checked();
      const press = { key: randomUUID() };
      const first = await dossier.step(cast.officer, 'correction-requests', CORRECTION_BODY, press);
      const again = await Promise.all(
        Array.from({ length: 10 }, () => dossier.step(cast.officer, 'correction-requests', CORRECTION_BODY, press)),
      );
      const told = ({ status, body }: { status: number; body: StepAnswer }) =>
        `${String(status)} ${String(body.revision)} ${body.position}`;
      expect(new Set([first, ...again].map(told)).size).toBe(1);
      expect((await dossier.factTypes()).filter((type) => type === 'DossierCorrectionRequested')).toHaveLength(1);
    });

    it('an officer of another commune can neither read nor handle it', async () => {
      const dossier = await filed('Ngoài địa bàn');
      expect(
        refusal(await cast.foreignOfficer.get(`/api/dossiers/${dossier.id}?after=${dossier.filing.position}`)),
      ).toMatchObject({
        status: 403,
        code: 'IDENTITY.NOT_PERMITTED',
      });
      expect(refusal(await dossier.step(cast.foreignOfficer, 'claims'))).toMatchObject({
        status: 403,
        code: 'IDENTITY.NOT_PERMITTED',
      });
      expect(await dossier.factTypes()).not.toContain('DossierAssigned');
    });
  });

  describe('Dữ liệu cá nhân của sáng lập viên (L23 Art. 42; D295 Art. 10)', () => {
    it('is read in full by the applicant, masked by the office, by nobody else; lies in no event and in no list', async () => {
      const secret = `Bí Mật ${randomUUID()}`;
      const number = `09108${String(Date.now()).slice(-7)}`;
      const people = founders().map((founder, place) =>
        place === 0 ? { ...founder, fullName: secret, identityNumber: number } : founder,
      );
      const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Kín đáo'), founders: people });
      const notice = await (await dossier.checked(), dossier.requestCorrection(cast.officer));
      const path = `/api/dossiers/${dossier.id}`;
      const after = `?after=${notice.position}`;

      const texts = async (who: Cast['officer'], ...paths: string[]): Promise<string> =>
        JSON.stringify(await Promise.all(paths.map(async (one) => done(await who.get(one)))));
      expect(await texts(cast.applicant, path + after)).toContain(secret);
      for (const reader of [cast.officer, cast.head, cast.clerk, cast.supervisor, cast.inspector]) {
        const seen = await texts(
          reader,
          path + after,
          `${path}/events${after}`,
          `/api/dossiers${after}&q=${dossier.filing.caseCode}`,
        );
        expect(seen).toContain(dossier.filing.caseCode);
        expect(seen).not.toContain(secret);
        expect(seen).not.toContain(number);
      }
      expect(await texts(anybody(), `/api/case-lookups/${dossier.filing.caseCode}${after}`)).not.toContain(secret);
      expect(refusal(await cast.otherApplicant.get(path + after)).status).toBe(403);
      const facts = JSON.stringify(await factsOf(`dossier-${dossier.id}`));
      expect(facts).toContain('DossierFiled');
      expect(facts).not.toContain(secret);
      expect(facts).not.toContain(number);
    });
  });

  describe('Thời hạn ba ngày làm việc — L23 Art. 42.4', () => {
    it('is late when 24:00 of the last day has passed, and not a moment before', async () => {
      const dossier = await filed('Quá hạn');
      const { due } = await dossier.checked();
      const lineOf = async (late: boolean): Promise<Line | undefined> => {
        const list = done(
          await cast.officer.get<{ items: Line[] }>(
            `/api/dossiers${await dossier.seen()}&late=${String(late)}&q=${dossier.filing.caseCode}`,
          ),
        );
        return list.items.find(({ id }) => id === dossier.id);
      };

      await advanceTo(cast.administrator, due.dueAt, -2);
      expect(await dossier.factTypes()).toEqual(['DossierFiled', 'DossierChecked', 'DossierReminded']);
      expect(await lineOf(false)).toMatchObject({ late: false });
      expect(await lineOf(true)).toBeUndefined();

      await advanceTo(cast.administrator, due.dueAt, 2);
      await dossier.until('late', ({ late }) => late);
      expect(await lineOf(true)).toMatchObject({ late: true });
      expect(await lineOf(false)).toBeUndefined();
      const marked = (await dossier.facts()).filter(({ type }) => type === 'DossierDeadlinePassed');
      expect(marked.map(({ data }) => data)).toEqual([{ what: 'decision', dueOn: due.dueOn, dueAt: due.dueAt }]);
      expect(
        done(await anybody().get(`/api/case-lookups/${dossier.filing.caseCode}${await dossier.seen()}`)),
      ).toMatchObject({ late: true });

      await dossier.does(cast.officer, 'delay-explanations', { reason: 'Chờ xác minh địa chỉ trụ sở chính' });
      const page = await dossier.goesToCertificate(cast.officer, cast.head);
      expect(page.late).toBe(true);
    });
  });
});
