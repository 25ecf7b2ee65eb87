import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { entersOn, tabsTo } from './support/keyboard';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(240_000);

const inVietNam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('By keyboard alone', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeBrowser);

  it('an officer and a head bring a dossier from the queue to the certificate, in at most twelve presses', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bàn phím cấp') });
    await dossier.checked();
    done(await cast.officer.get(`/api/dossiers?after=${dossier.filing.position}`));
    const officer = await Visitor.arrives();
    await officer.signsIn(cast.officer.accountId);
    await officer.opens(`/work/queue?view=unassigned&q=${dossier.filing.caseCode}`);
    await officer.link(dossier.filing.caseCode).waitFor();
    // The skip link is the first stop, and leads past the menu.
    await officer.page.keyboard.press('Tab');
    await officer.page.locator('a.skip:focus').waitFor();
    await officer.page.keyboard.press('Enter');
    await officer.page.locator('main:focus').waitFor();
    await entersOn(officer, officer.button(`Nhận xử lý ${dossier.filing.caseCode}`));
    await officer.page.waitForURL(new RegExp(`/cases/${dossier.id}$`));
    await entersOn(officer, officer.page.getByRole('button', { name: /^Xác nhận \d+ mục tự động$/ }));
    await officer.sees(/Đã ghi nhận: Xác nhận/);
    await officer.page.locator('.viewer canvas').waitFor();
    const passes = officer.page.getByRole('button', { name: /^Đạt: / });
    for (let left = await passes.count(); left > 0; left -= 1) {
      officer.pressed += 1;
      await officer.page.keyboard.press('1');
      await eventually(
        'the open paper is judged',
        () => passes.count(),
        (open) => open < left,
      );
    }
    await entersOn(officer, officer.button('Trình cấp Giấy chứng nhận'));
    await dossier.until('the tax code is there', ({ taxCode }) => taxCode !== undefined);

    const head = await Visitor.arrives();
    await head.signsIn(cast.head.accountId);
    await entersOn(head, head.link(dossier.filing.caseCode));
    await entersOn(head, head.link('Xem bản Giấy chứng nhận'));
    await head.sees('BẢN XEM TRƯỚC');
    await entersOn(head, head.button('Ký và cấp Giấy chứng nhận'));
    await head.link('Xác thực Giấy chứng nhận').waitFor();
    expect(officer.pressed + head.pressed).toBeLessThanOrEqual(11);
    expect([...officer.complaints, ...head.complaints]).toEqual([]);
    await officer.leaves();
    await head.leaves();
  });

  it('an inspector looks back, compares and exports, in at most ten presses', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bàn phím xem lại') });
    await dossier.goesToCertificate(cast.officer, cast.head);
    await dossier.seen();
    const { now } = done(await cast.inspector.get<{ now: string }>('/api/session'));
    const inspector = await Visitor.arrives();
    await inspector.signsIn(cast.inspector.accountId);
    await entersOn(inspector, inspector.link('Sổ đăng ký'));
    await tabsTo(inspector, inspector.page.getByLabel('Tên hoặc mã số'));
    await inspector.page.keyboard.type(dossier.ownName.normalize('NFD').replace(/\p{M}/gu, ''));
    await entersOn(inspector, inspector.link(`Hợp tác xã ${dossier.ownName}`));
    await entersOn(inspector, inspector.link('Diễn biến'));
    const decision = inspector.button('Chấp thuận cấp đăng ký');
    await decision.waitFor();
    const moment = inspector.page.getByLabel('Thời điểm xem', { exact: true }).and(inspector.page.locator('input'));
    await tabsTo(inspector, moment);
    await inspector.page.keyboard.type(inVietNam.format(new Date(now)).replace(/^(\d+)-(\d+)-(\d+)/, '$3/$2/$1'));
    await inspector.enters();
    await inspector.sees(/Bạn đang xem ở thời điểm/);
    await entersOn(inspector, decision);
    await entersOn(inspector, inspector.page.getByRole('button', { name: /Khoản 4 Điều 42 Luật Hợp tác xã 2023/i }));
    await inspector.sees('Chỉ xem sự kiện theo điều này');
    await entersOn(inspector, inspector.button('So sánh với hiện tại'));
    await inspector.page.getByRole('button', { name: 'So sánh với hiện tại', expanded: true }).waitFor();
    await entersOn(inspector, inspector.button('Xuất diễn biến'));
    const download = inspector.page.waitForEvent('download');
    await entersOn(inspector, inspector.page.getByRole('link', { name: 'PDF' }));
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    expect(inspector.pressed).toBeLessThanOrEqual(10);
    await inspector.leaves();
  });

  it('an applicant is led to what is missing, fills it in and goes on', async () => {
    const applicant = await Visitor.arrives({ screen: 'phone' });
    await applicant.signsIn(cast.applicant.accountId);
    await entersOn(applicant, applicant.button('Nộp hồ sơ mới'));
    await entersOn(applicant, applicant.link('Bắt đầu khai'));
    await entersOn(applicant, applicant.button('Tiếp tục'));
    await applicant.page.getByRole('alert').and(applicant.page.locator(':focus')).waitFor();
    await entersOn(applicant, applicant.page.getByRole('alert').getByRole('link', { name: /Tên riêng/ }));
    await applicant.page.locator('#ownName:focus').waitFor();
    await applicant.page.keyboard.type(freshName('Bàn phím khai'));
    await applicant.page.keyboard.press('Shift+Tab');
    await applicant.page.keyboard.press('Space');
    await entersOn(applicant, applicant.button('Tiếp tục'));
    await applicant.heading('Trụ sở chính').waitFor();
    expect(applicant.complaints).toEqual([]);
    await applicant.leaves();
  });
});
