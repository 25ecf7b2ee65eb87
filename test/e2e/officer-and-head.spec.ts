import { founders } from '@hoptac/demo';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

interface Members {
  readonly application: { readonly members: readonly { readonly personId: string }[] };
}

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

  it('in at most twelve presses, the examiner never signing, while a colleague watches the figures', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Hành trình'), delivery: 'atDesk' });
    await dossier.checked();
    const { caseCode } = dossier.filing;

    const colleague = await Visitor.arrives();
    await colleague.signsIn(cast.otherOfficer.accountId);
    const unassigned = colleague.page.locator('[data-count="unassigned"]');
    const before = Number(await unassigned.textContent());

    await officer.signsIn(cast.officer.accountId);
    expect(new URL(officer.page.url()).pathname).toBe('/work');
    const take = officer.button(`Nhận xử lý ${caseCode}`);
    await take.waitFor();
    expect(await officer.examined()).toEqual([]);
    await officer.press(take);
    await officer.page.waitForURL(new RegExp(`/cases/${dossier.id}$`));
    await eventually(
      'the colleague’s figure drops without reload',
      async () => Number(await unassigned.textContent()),
      (figure) => figure < before,
    );
    await officer.press(officer.page.getByRole('button', { name: /^Xác nhận \d+ mục tự động$/ }));
    await officer.sees(/Đã ghi nhận: Xác nhận \d+ mục tự động/);
    await officer.page.locator('.viewer canvas').waitFor();
    expect(await officer.examined()).toEqual([]);
    const passes = officer.page.getByRole('button', { name: /^Đạt: / });
    for (let left = await passes.count(); left > 0; left -= 1) {
      await officer.press(passes.first());
      await eventually(
        'the paper is judged',
        () => passes.count(),
        (open) => open < left,
      );
    }
    await officer.press(officer.button('Trình cấp Giấy chứng nhận'));
    await officer.sees('Đề xuất của chuyên viên');
    await dossier.until('the tax code is there', ({ taxCode }) => taxCode !== undefined);
    await officer.sees(/Đã nhận mã số \d{10} từ cơ quan thuế/);
    expect(await officer.link('Xem bản Giấy chứng nhận').count()).toBe(0);
    expect((await dossier.step(cast.officer, 'decisions', { decision: 'grant' })).status).toBe(403);

    await head.signsIn(cast.head.accountId);
    await head.press(head.link(caseCode));
    await head.press(head.link('Xem bản Giấy chứng nhận'));
    await head.sees('BẢN XEM TRƯỚC');
    const sign = head.button('Ký và cấp Giấy chứng nhận');
    await sign.waitFor();
    expect(await head.examined()).toEqual([]);
    await head.press(sign);
    const proof = head.link('Xác thực Giấy chứng nhận');
    await proof.waitFor();
    expect(await head.examined()).toEqual([]);

    const clerk = await Visitor.arrives();
    await clerk.signsIn(cast.clerk.accountId);
    await clerk.opens('/work/results');
    await clerk.press(clerk.button(`Trả kết quả ${caseCode}`));
    await clerk.sees('Đã trả kết quả');
    expect(await clerk.examined()).toEqual([]);

    expect(officer.pressed + head.pressed + clerk.pressed).toBeLessThanOrEqual(12);
    await proof.click();
    await head.sees('Còn hiệu lực');
    await head.sees(dossier.ownName);
    expect([officer, head, clerk, colleague].flatMap(({ complaints }) => complaints)).toEqual([]);
    const facts = await dossier.factTypes();
    expect(facts.filter((type) => type === 'DossierCertificateIssued')).toHaveLength(1);
    expect(facts.filter((type) => type === 'DossierResultHandedOver')).toHaveLength(1);
    await colleague.leaves();
    await clerk.leaves();
  });

  it('shows colleagues who looks as well, and what was recorded meanwhile, keeping what is being written', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Cùng xem') });
    await dossier.checked();
    const other = await Visitor.arrives();
    await other.signsIn(cast.otherOfficer.accountId);
    await officer.opens(`/cases/${dossier.id}`);
    await other.opens(`/cases/${dossier.id}`);
    await officer.sees(/Cùng xem: Huỳnh Thị Lan/);
    await other.press(other.button('Trình từ chối'));
    await other.page.getByLabel('Lý do').fill('Đang viết dở');
    await officer.press(officer.button('Nhận xử lý'));
    await other.sees(/Phạm Văn Hùng vừa ghi/);
    expect(await other.page.getByLabel('Lý do').inputValue()).toBe('Đang viết dở');
    expect(await other.examined()).toEqual([]);
    await other.press(other.button('Tải bản mới'));
    expect(await other.page.getByLabel('Lý do').inputValue()).toBe('Đang viết dở');
    await other.leaves();
    await eventually(
      'nobody else looks any more',
      () => officer.page.getByText(/Cùng xem: Huỳnh/).count(),
      (seen) => seen === 0,
    );
  });

  it('a paper that fails becomes a line of the one notice, which is seen before it goes out', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Sửa đổi') });
    await dossier.checked();
    await officer.opens(`/cases/${dossier.id}`);
    await officer.press(officer.button('Không đạt: Điều lệ'));
    await officer.page.getByLabel('Vì sao không đạt: Điều lệ').fill('Thiếu chữ ký ở trang cuối');
    await officer.press(officer.button('Ghi Không đạt'));
    await officer.sees(/Đã ghi nhận/);
    await officer.press(officer.link(/^Yêu cầu sửa đổi, bổ sung/));
    await officer.press(officer.button('Xem bản thông báo'));
    await officer.page.locator('.viewer canvas').waitFor();
    expect(await officer.examined()).toEqual([]);
    await officer.press(officer.button('Ban hành thông báo sửa đổi, bổ sung'));
    await dossier.reaches('AwaitingCorrection');
    const [notice] = (await dossier.facts()).filter(({ type }) => type === 'DossierCorrectionRequested');
    expect(notice?.data['defects']).toEqual([
      { subject: 'document:charter', reason: 'Thiếu chữ ký ở trang cuối', article: 'L23 Art. 40' },
    ]);
  });

  it('new dossiers wait behind a button and move no row', async () => {
    const first = await FoundingCase.file(cast.applicant, { ownName: freshName('Đứng yên') });
    await first.checked();
    done(await cast.officer.get(`/api/dossiers?after=${first.filing.position}`));
    await officer.opens('/work/queue?view=unassigned&q=dung%20yen');
    await officer.link(first.filing.caseCode).waitFor();
    const second = await FoundingCase.file(cast.applicant, { ownName: freshName('Đứng yên') });
    const show = officer.page.getByRole('button', { name: /hồ sơ mới – Hiện/ });
    await show.waitFor();
    expect(await officer.link(second.filing.caseCode).count()).toBe(0);
    await officer.press(show);
    await officer.link(second.filing.caseCode).waitFor();
  });

  it('finds a dossier by its name without accents, with the filter in the address', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bưởi Da Xanh') });
    await dossier.checked();
    done(await cast.officer.get(`/api/dossiers?after=${dossier.filing.position}`));
    await officer.opens('/work/queue');
    await officer.page.getByLabel('Tìm theo mã hồ sơ hoặc tên').fill(dossier.ownName.replace('Bưởi', 'buoi'));
    const rows = (): Promise<number> => officer.page.locator('tbody tr').count();
    await eventually('only that one is listed', rows, (found) => found === 1);
    await officer.link(dossier.filing.caseCode).waitFor();
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

  it('sees a person in clear only after saying why, and only in the own office', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Che tên') });
    await dossier.checked();
    await officer.opens(`/cases/${dossier.id}`);
    const [first] = founders();
    const full = officer.page.getByText(first?.fullName ?? '');
    await officer.press(officer.page.getByRole('button', { name: /^Hiện / }).first());
    expect(await full.count()).toBe(0);
    expect(await officer.examined()).toEqual([]);
    await officer.press(officer.button('Hiện và ghi nhận việc xem'));
    await full.waitFor();
    const { application } = done(await cast.officer.get<Members>(`/api/dossiers/${dossier.id}`));
    const path = `/api/audit/cases/${dossier.id}/persons/${application.members[0]?.personId ?? ''}/views`;
    const body = { purpose: 'signing', page: `/cases/${dossier.id}/decision` };
    expect((await cast.foreignHead.post(path, body)).status).toBe(403);
    const seen = done(await cast.head.post<{ person: { fullName: string } }>(path, body));
    expect(seen.person.fullName).toBe(first?.fullName);
  });

  it('looks at the queue as it stood, and nothing can be taken there', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Lúc ấy') });
    await dossier.checked();
    await dossier.does(cast.officer, 'claims', {});
    await dossier.seen();
    await officer.opens(`/work/queue?view=open&asOf=${dossier.filing.position}&q=luc%20ay`);
    await officer.link(dossier.filing.caseCode).waitFor();
    await officer.sees(/Bạn đang xem ở thời điểm/);
    await officer.sees('chưa phân công');
    expect(await officer.page.title()).toMatch(/^\[/);
    expect(await officer.page.locator('[data-take]').count()).toBe(0);
    expect(await officer.examined()).toEqual([]);
    await officer.press(officer.button('Về hiện tại'));
    await officer.sees('Tôi');
  });

  it('is told before the session ends, signs in again beside, and keeps what was typed', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Hết phiên') });
    await dossier.checked();
    const { page } = officer;
    await page.route('**/api/session', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), endsInS: 200 } });
    });
    await officer.opens(`/cases/${dossier.id}`);
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc sắp hết' });
    await dialog.waitFor();
    expect(await officer.examined()).toEqual([]);
    await officer.press(dialog.getByRole('button', { name: 'Để sau' }));
    await officer.press(officer.button('Trình từ chối'));
    await page.getByLabel('Lý do').fill('Đang viết dở');
    await page.evaluate("document.querySelector('dialog').showModal()");
    await page.unroute('**/api/session');
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      officer.press(dialog.getByRole('link', { name: 'Tiếp tục làm việc' })),
    ]);
    await beside.waitForURL(/da-dang-nhap|authorize|interaction|login/);
    const choose = beside.locator(`button[value="${cast.officer.accountId}"]`);
    await choose.or(beside.getByRole('heading', { name: 'Đã đăng nhập lại' })).waitFor();
    if ((await choose.count()) > 0) await choose.click();
    await beside.getByRole('heading', { name: 'Đã đăng nhập lại' }).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Đang viết dở');
    await beside.close();
  });

  it('asks before typed text is left behind', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Dở dang') });
    await dossier.checked();
    await officer.opens(`/cases/${dossier.id}`);
    await officer.press(officer.button('Trình từ chối'));
    await officer.page.getByLabel('Lý do').fill('Đang viết dở');
    const asked: string[] = [];
    officer.page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await officer.press(officer.page.getByRole('link', { name: 'Bàn làm việc', exact: true }));
    await eventually(
      'it was asked',
      () => Promise.resolve(asked.length),
      (times) => times === 1,
    );
    expect(await officer.page.getByLabel('Lý do').inputValue()).toBe('Đang viết dở');
    officer.page.once('dialog', (dialog) => void dialog.accept());
    await officer.press(officer.page.getByRole('link', { name: 'Bàn làm việc', exact: true }));
    await officer.heading('Bàn làm việc').waitFor();
  });
});
