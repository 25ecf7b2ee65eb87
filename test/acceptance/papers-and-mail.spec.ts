import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { download, papersOf, readPaper } from '../support/papers';
import { addressOf, done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord, factsOf } from '../support/record';

jest.setTimeout(120_000);

interface MailLine {
  readonly id: string;
  readonly caseId: string;
  readonly notice: string;
  readonly status: string;
  readonly reason?: string;
  readonly revision: number;
}

/** Mails of a case as the embedded stack leaves them. */
function mailsOf(caseId: string): { readonly name: string; readonly text: string }[] {
  const folder = join(addressOf('HOPTAC_DATA_DIR'), 'mail');
  return readdirSync(folder)
    .filter((name) => name.includes(caseId) && name.endsWith('.eml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** A page as a browser without script gets it. */
async function page(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(new URL(path, addressOf('HOPTAC_API_URL')), { headers: { accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
}

describe('Giấy tờ và thông báo — L23 Art. 42.4, 45; D295 Art. 19, 21, 32', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  it('receives: a receipt with its due date and the request as declared, and one mail, each once', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Giấy hẹn') });
    const { papers, notices } = await papersOf(cast.applicant, dossier.id, (seen) =>
      seen.notices.some(({ status }) => status === 'sent'),
    );
    expect(papers.map(({ id }) => id)).toEqual(['receipt-1', 'foundingRequest-1']);
    expect(notices).toMatchObject([{ notice: 'received', occurrence: 1, status: 'sent' }]);

    const { file } = await download('demo-applicant-1', dossier.id, 'receipt-1');
    const receipt = await readPaper(file);
    const { due, caseCode } = await dossier.page();
    expect(receipt).toMatchObject({ pages: 1, language: 'vi-VN' });
    expect(receipt.title).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    for (const words of [caseCode, due.dueOn.split('-').reverse().join('/'), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      expect(receipt.text).toContain(words);
    expect(receipt.text).toContain('DỮ LIỆU MINH HỌA');
    expect(receipt.code).toContain(`/tra-cuu/${caseCode}`);

    const mails = mailsOf(dossier.id);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/^Message-ID: <received-1\./m);
    // Neither event nor list says to whom it went.
    const facts = await factsOf(`correspondence-${dossier.id}`);
    expect(JSON.stringify(facts)).not.toContain('@hop-tac-xa.example');
  });

  it('prints the same bytes again, for who may, and for nobody else', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('In lại') });
    await papersOf(cast.applicant, dossier.id, ({ papers }) => papers.length === 2);
    const [mine, again, officers] = [
      await download('demo-applicant-1', dossier.id, 'receipt-1'),
      await download('demo-applicant-1', dossier.id, 'receipt-1'),
      await download('demo-officer-1', dossier.id, 'receipt-1'),
    ];
    expect(mine.status).toBe(200);
    expect(again.file.equals(mine.file)).toBe(true);
    expect(officers.file.equals(mine.file)).toBe(true);
    for (const stranger of ['demo-applicant-2', 'demo-officer-3', 'demo-inspector-1'])
      expect([stranger, (await download(stranger, dossier.id, 'receipt-1')).status]).toEqual([stranger, 403]);
    expect((await download('demo-applicant-1', dossier.id, 'receipt-9')).status).toBe(404);
  });

  it('corrects: the notice lists every defect with its article; the answer gets a receipt of its own', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Sửa đổi') });
    await dossier.checked();
    const { position } = await dossier.requestCorrection(cast.officer);
    await papersOf(cast.applicant, dossier.id, ({ papers }) => papers.some(({ kind }) => kind === 'correctionNotice'));
    const notice = await readPaper((await download('demo-applicant-1', dossier.id, 'correctionNotice-1')).file);
    expect(notice.text.replace(/\s+/g, ' ')).toContain('Điều 43 Luật Hợp tác xã 2023');
    expect(notice.text).toContain('Ghi rõ số nhà');
    done(await dossier.answerCorrection(position));
    const { papers } = await papersOf(cast.applicant, dossier.id, (seen) =>
      seen.papers.some(({ id }) => id === 'foundingRequest-2'),
    );
    expect(papers.map(({ id }) => id)).toEqual([
      'receipt-1',
      'foundingRequest-1',
      'correctionNotice-1',
      'receipt-2',
      'foundingRequest-2',
    ]);
  });

  it('certifies: the code on the paper leads to the same name, code and address without script; one letter changed leads nowhere', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Chứng nhận') });
    const { certificate } = await dossier.goesToCertificate(cast.officer, cast.head);
    await papersOf(cast.applicant, dossier.id, ({ papers }) => papers.some(({ kind }) => kind === 'certificate'));
    const { file } = await download('demo-applicant-1', dossier.id, 'certificate-1');
    const paper = await readPaper(file);
    const address = new URL(paper.code ?? '');
    expect(address.pathname).toBe(`/xac-thuc/${certificate?.token ?? ''}`);

    const verified = await page(address.pathname);
    expect(verified.status).toBe(200);
    expect(verified.text).toContain('Còn hiệu lực');
    const { headOffice } = (await dossier.page()).application;
    for (const words of [dossier.ownName, certificate?.code ?? '', headOffice.line]) {
      expect(paper.text.replace(/\s+/g, ' ')).toContain(words);
      expect(verified.text).toContain(words);
    }
    expect(verified.text).not.toContain('<script');

    const last = address.pathname.at(-1) === 'A' ? 'B' : 'A';
    const altered = await page(address.pathname.slice(0, -1) + last);
    expect(altered.status).toBe(404);
    expect(altered.text).toContain('Không có trong sổ đăng ký');
  });

  it('shows a paper before it goes out, marked as preview, to the office alone, and records nothing', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Xem trước') });
    await dossier.checked();
    const before = await dossier.factTypes();
    const draft = { kind: 'refusal', ground: 'conditionsNotMet', reason: 'Trụ sở không có thật' };
    const seen = await cast.officer.post(`/api/dossiers/${dossier.id}/paper-previews`, draft);
    expect(seen.headers.get('content-type')).toContain('application/pdf');
    expect(refusal(await cast.applicant.post(`/api/dossiers/${dossier.id}/paper-previews`, draft)).status).toBe(403);
    const early = await cast.officer.post(`/api/dossiers/${dossier.id}/paper-previews`, { kind: 'certificate' });
    expect(refusal(early).code).toBe('CORRESPONDENCE.NO_CODE_YET');
    expect(await dossier.factTypes()).toEqual(before);
  });

  it('a notice that cannot go out is a fact that the administrator sees and has sent again; a second press sends nothing more', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Không có địa chỉ'), email: null });
    const line = await eventually(
      'the failed notice is listed',
      async () => {
        const { items } = done(await cast.administrator.get<{ items: MailLine[] }>('/api/notices?status=failed'));
        return items.find(({ caseId }) => caseId === dossier.id);
      },
      (found) => found !== undefined,
    );
    expect(line).toMatchObject({ notice: 'received', status: 'failed', reason: 'noAddress' });
    const path = `/api/notices/${line?.id ?? ''}/resends`;
    expect(refusal(await cast.officer.post(path, {})).status).toBe(403);
    const sending = { key: `resend-${dossier.id}`, revision: line?.revision ?? -1 };
    const first = done(await cast.administrator.post(path, {}, sending));
    expect(done(await cast.administrator.post(path, {}, sending))).toEqual(first);
    const types = await eventually(
      'tried again, and failed again for want of an address',
      async () => (await factsOf(`correspondence-${dossier.id}`)).map(({ type }) => type),
      (seen) => seen.filter((type) => type === 'CorrespondenceNoticeFailed').length === 2,
    );
    expect(types.filter((type) => type === 'CorrespondenceResendOrdered')).toHaveLength(1);
    expect(mailsOf(dossier.id)).toEqual([]);
  });
});
