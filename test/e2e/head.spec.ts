import { FoundingCase, freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

/** The smallest file that is a PDF. */
const PAPER = {
  name: 'quyet-dinh-gia-han.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

describe('The head of office', () => {
  let cast: Cast;
  let head: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    head = await Visitor.arrives();
    await head.signsIn(cast.head.accountId);
  });
  afterAll(async () => {
    expect(head.complaints).toEqual([]);
    await closeBrowser();
  });

  const filed = async (about: string): Promise<FoundingCase> => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName(about) });
    await dossier.checked();
    done(await cast.head.get(`/api/dossiers?after=${dossier.filing.position}`));
    return dossier;
  };

  it('moves a limit by a decision on paper, and everybody reads why', async () => {
    const dossier = await filed('Gia hạn');
    const { due } = await dossier.page();
    await head.opens(`/cases/${dossier.id}`);
    await head.press(head.button('Gia hạn giải quyết'));
    await head.page.getByLabel('Thêm số ngày làm việc').fill('2');
    await head.page.getByLabel('Căn cứ gia hạn').fill('Hệ thống đăng ký thuế bảo trì');
    await head.page.getByLabel('Quyết định gia hạn').setInputFiles(PAPER);
    expect(await head.examined()).toEqual([]);
    await head.press(head.button('Gia hạn giải quyết'));
    await head.sees('Đã ghi nhận: Gia hạn giải quyết.');
    const later = await dossier.until('the limit moved', (page) => page.due.dueOn > due.dueOn);
    const [year = '', month = '', day = ''] = later.due.dueOn.split('-');
    await head.press(head.button(`Vì sao là ngày ${day}/${month}/${year}?`));
    await head.sees(/Gia hạn từ ngày .*: Hệ thống đăng ký thuế bảo trì/);
    expect(await head.examined()).toEqual([]);
  });

  it('gives back the focus when a form is closed by Escape', async () => {
    const dossier = await filed('Tiêu điểm');
    await head.opens(`/cases/${dossier.id}`);
    await head.press(head.button('Gia hạn giải quyết'));
    await head.page.getByLabel('Thời hạn').press('Escape');
    await head.page.locator('button:focus', { hasText: 'Gia hạn giải quyết' }).waitFor();
  });

  it('sees the load per officer and gives several dossiers to one of them', async () => {
    const [one, other] = [await filed('Chia việc'), await filed('Chia việc')];
    await head.opens('/work');
    await head.page.getByRole('heading', { name: 'Khối lượng theo chuyên viên' }).waitFor();
    expect(await head.examined()).toEqual([]);
    await head.opens('/work/queue?view=unassigned&q=chia%20viec');
    await head.page.getByLabel(`Chọn ${one.filing.caseCode}`).check();
    await head.page.getByLabel(`Chọn ${other.filing.caseCode}`).check();
    await head.page.getByLabel('Phân công 2 hồ sơ cho').selectOption({ label: 'Huỳnh Thị Lan' });
    expect(await head.examined()).toEqual([]);
    await head.press(head.button('Phân công'));
    await head.sees(/Đã phân công 2 hồ sơ/);
    for (const dossier of [one, other])
      await dossier.until('it is hers', ({ officerId }) => officerId === cast.otherOfficer.accountId);
  });
});
