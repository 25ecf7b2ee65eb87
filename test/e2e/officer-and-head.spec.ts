import { FoundingCase, freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

describe('An officer and a head bring a dossier from the queue to the certificate', () => {
  let cast: Cast;
  let officer: Visitor;
  let head: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    officer = await Visitor.arrives();
    head = await Visitor.arrives();
  });
  afterAll(closeBrowser);

  it('in at most twelve presses, the examiner never signing', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Hành trình') });
    await dossier.checked();

    await officer.signsIn(cast.officer.accountId);
    expect(new URL(officer.page.url()).pathname).toBe('/work/queue');
    expect(await officer.examined()).toEqual([]);
    await officer.press(officer.link(dossier.filing.caseCode));
    await officer.press(officer.button('Nhận xử lý'));
    await officer.sees('Đã ghi nhận: Nhận xử lý.');
    expect(await officer.examined()).toEqual([]);
    await officer.press(officer.button('Xác nhận các mục kiểm tra và tài liệu'));
    await officer.press(officer.button('Trình cấp Giấy chứng nhận'));
    await officer.sees('Đề xuất của chuyên viên');
    await dossier.until('the tax code is there', ({ taxCode }) => taxCode !== undefined);
    await officer.sees(/Đã nhận mã số \d{10} từ cơ quan thuế/);
    expect(await officer.button('Xem bản Giấy chứng nhận').count()).toBe(0);

    await head.signsIn(cast.head.accountId);
    await head.press(head.link('Chờ quyết định'));
    await head.press(head.link(dossier.filing.caseCode));
    await head.press(head.button('Xem bản Giấy chứng nhận'));
    await head.sees('BẢN XEM TRƯỚC');
    expect(await head.examined()).toEqual([]);
    await head.press(head.button('Ký và cấp Giấy chứng nhận'));
    const proof = head.link('Xác thực Giấy chứng nhận');
    await proof.waitFor();
    expect(await head.examined()).toEqual([]);
    await head.press(proof);
    await head.sees('Còn hiệu lực');
    await head.sees(dossier.ownName);

    expect(officer.pressed + head.pressed).toBeLessThanOrEqual(12);
    expect([...officer.complaints, ...head.complaints]).toEqual([]);
    const registered = (await dossier.factTypes()).filter((type) => type === 'DossierCertificateIssued');
    expect(registered).toHaveLength(1);
  });

  it('finds a dossier by its name without accents, with the filter in the address', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bưởi Da Xanh') });
    await dossier.checked();
    done(await cast.officer.get(`/api/dossiers?after=${dossier.filing.position}`));
    await officer.opens('/work/queue');
    await officer.page.getByLabel('Tìm theo mã hồ sơ hoặc tên').fill(dossier.ownName.replace('Bưởi', 'buoi'));
    await officer.link(dossier.filing.caseCode).waitFor();
    expect(await officer.page.locator('tbody tr').count()).toBe(1);
    await officer.page.reload();
    await officer.link(dossier.filing.caseCode).waitFor();
    expect(await officer.page.locator('tbody tr').count()).toBe(1);
  });

  it('explains a due date day by day, by keyboard alone', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bàn phím') });
    await dossier.checked();
    await officer.opens(`/cases/${dossier.id}`);
    const why = officer.page.getByRole('button', { name: /Vì sao là ngày/ });
    await why.waitFor();
    const focused = officer.page.locator('button[aria-expanded]:focus');
    for (let press = 0; press < 40 && (await focused.count()) === 0; press += 1)
      await officer.page.keyboard.press('Tab');
    await officer.page.keyboard.press('Enter');
    await officer.sees(/ngày sự kiện, không tính/);
    expect(await why.getAttribute('aria-expanded')).toBe('true');
  });
});
