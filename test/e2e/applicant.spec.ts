import { allPassed, demoPdf, founders } from '@hoptac/demo';
import { eventually } from '../support/eventually';
import { freshName, type CasePage } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { memberSheet } from './support/member-sheet';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(300_000);

const REASON = 'Ghi rõ số nhà, tên ấp hoặc khu phố';
const RESOLUTION = 'Nghị quyết thiếu chữ ký của thư ký hội nghị';
/** One of them holds 32 % on purpose. */
const SHARES = [64_000_000, 34_000_000, 34_000_000, 34_000_000, 34_000_000];

const pdf = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(demoPdf(`Demo: ${name}`)),
});

describe('An applicant with a phone', () => {
  let cast: Cast;
  let applicant: Visitor;
  let taken = '';
  beforeAll(async () => {
    cast = await theProvince();
    applicant = await Visitor.arrives({ screen: 'phone' });
  });
  afterAll(closeBrowser);

  const caseOf = async (id: string): Promise<CasePage> =>
    done(await cast.applicant.get<CasePage>(`/api/dossiers/${id}`));
  const field = (name: string) => applicant.page.getByLabel(name, { exact: true });
  const goesOn = async (heading: string): Promise<void> => {
    await applicant.press(applicant.button('Tiếp tục'));
    await applicant.heading(heading).waitFor();
  };

  it('files, corrects once and holds a certificate', async () => {
    const ownName = freshName('Điện thoại');
    await applicant.signsIn(cast.applicant.accountId);
    expect(new URL(applicant.page.url()).pathname).toBe('/ho-so-cua-toi');
    await applicant.heading('Hồ sơ của tôi').waitFor();
    expect(await applicant.examined()).toEqual([]);
    const pagesBefore = applicant.pages.length;
    await applicant.press(applicant.button('Nộp hồ sơ mới'));
    await applicant.sees('Đã xong 0 trên 10 phần');
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.link('Bắt đầu khai'));

    // 1 Kind and name: what is missing is said on top, and leads to the field.
    await applicant.press(applicant.button('Tiếp tục'));
    await applicant.sees(/Có \d lỗi cần sửa/);
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.page.getByRole('alert').getByRole('link', { name: /Tên riêng/ }));
    expect(await applicant.page.locator('#ownName:focus').count()).toBe(1);
    await applicant.press(applicant.page.getByLabel(/^Hợp tác xã/));
    await applicant.types(field('Tên riêng của hợp tác xã'), ownName);
    await applicant.press(applicant.button('Kiểm tra tên'));
    await applicant.sees('Tên dùng được');
    await goesOn('Trụ sở chính');

    // 2 Head office.
    await applicant.page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'phường Rạch Giá' });
    await applicant.sees('Ủy ban nhân dân phường Rạch Giá');
    await applicant.types(field('Thôn, ấp, số nhà, đường'), 'Đường Trần Phú');
    await applicant.types(applicant.page.getByLabel('Điện thoại'), '02973000000');
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Ngành, nghề kinh doanh');

    // 3 Business lines by words without accents.
    await applicant.types(applicant.page.getByLabel(/Tìm ngành/), 'dich vu trong trot');
    await applicant.press(applicant.button('0161 Hoạt động dịch vụ trồng trọt'));
    await applicant.sees('ngành chính');
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Thành viên và vốn');

    // 4 Members from a sheet; 32 % is too much.
    await applicant.types(field('Vốn điều lệ (đồng)'), '200 triệu');
    await applicant.press(applicant.page.getByText('Nhập nhiều thành viên từ tệp Excel'));
    await applicant.page
      .getByLabel('Tệp Excel (.xlsx)')
      .setInputFiles(await memberSheet(founders().slice(0, 5), SHARES));
    await applicant.sees('Đã thêm 5 thành viên từ danh sách.');
    await applicant.press(applicant.button('Tiếp tục'));
    await applicant.sees(/góp 32\s%\svốn điều lệ; tối đa là 30/);
    expect(await applicant.examined()).toEqual([]);
    await applicant.page.getByText(/Đã lưu lúc/).waitFor();

    // The tab dies; the draft comes back complete.
    await applicant.losesTheTab();
    await applicant.opens('/ho-so-cua-toi');
    await applicant.press(applicant.link(new RegExp(ownName)).first());
    await applicant.sees('Đã xong 3 trên 10 phần');
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.link('Khai tiếp'));
    for (const [index, share] of ['40 triệu', '40.000.000'].entries()) {
      await applicant.press(applicant.link(/^Sửa /).nth(index === 0 ? 0 : 1));
      await applicant.types(field('Vốn góp (đồng)'), share);
      expect(await applicant.examined()).toEqual([]);
      await applicant.press(applicant.button('Xong, về danh sách'));
    }
    for (const index of [2, 3, 4]) {
      await applicant.press(applicant.link(/^Sửa /).nth(index));
      await applicant.types(field('Vốn góp (đồng)'), '40 triệu');
      await applicant.press(applicant.button('Xong, về danh sách'));
    }
    await goesOn('Người đại diện theo pháp luật');

    // 5 Representative, 6 conference and governance.
    await applicant.press(applicant.page.getByLabel(founders()[0]?.fullName ?? ''));
    await goesOn('Hội nghị và tổ chức quản trị');
    await applicant.press(applicant.page.getByLabel(/^Rút gọn/));
    await applicant.types(applicant.page.locator('#heldOn'), '1');
    await applicant.types(applicant.page.getByLabel('Tháng'), '11');
    await applicant.types(applicant.page.getByLabel('Năm'), '2026');
    for (const count of ['Số sáng lập viên được mời', 'Số sáng lập viên dự họp', 'Số phiếu thông qua Điều lệ'])
      await applicant.types(field(count), '5');
    await applicant.types(field('Số phiếu thông qua danh sách thành viên'), '5');
    await applicant.types(field('Số phiếu thông qua phương án sản xuất, kinh doanh'), '5');
    for (const [office, who] of [
      ['Giám đốc (Tổng giám đốc)', 0],
      ['Kiểm soát viên', 1],
    ] as const) {
      const row = applicant.page.getByRole('group', { name: office });
      await row.getByLabel('Người được bầu').selectOption({ label: founders()[who]?.fullName ?? '' });
      await applicant.types(row.getByLabel('Số phiếu bầu'), '5');
    }
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Thông tin đăng ký thuế');

    // 7 Tax, 8 owners as proposed, 9 papers, 10 delivery.
    await applicant.press(applicant.page.getByLabel('01/01 (năm dương lịch)'));
    await applicant.press(applicant.page.getByLabel('Trực tiếp'));
    await applicant.types(applicant.page.getByLabel('Số lao động dự kiến'), '3');
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Chủ sở hữu hưởng lợi');
    await applicant.sees(/người quản lý cao nhất/);
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Tài liệu');
    await applicant.page.locator('#file-charter').waitFor();
    for (const chooser of await applicant.page.locator('input[type=file]').all()) {
      const kind = ((await chooser.getAttribute('id')) ?? '').replace('file-', '');
      await chooser.setInputFiles(pdf(kind));
      await applicant.link(`${kind}.pdf`).waitFor();
    }
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Nhận kết quả');
    await applicant.press(applicant.page.getByLabel(/^Bản điện tử/));
    expect(await applicant.examined()).toEqual([]);
    await goesOn('Kiểm tra và nộp');
    expect(await applicant.examined()).toEqual([]);

    // Without the declaration nothing is filed; pressed twice it is one dossier.
    await applicant.press(applicant.button('Nộp hồ sơ'));
    await applicant.sees('Xin đánh dấu ô cam đoan');
    await applicant.press(applicant.page.getByLabel(/Tôi cam đoan/));
    await applicant.button('Nộp hồ sơ').dblclick();
    await applicant.heading('Đã nộp hồ sơ').waitFor();
    expect(await applicant.examined()).toEqual([]);
    const caseCode = await applicant.page.locator('.case-code').innerText();
    const { items } = done(
      await cast.applicant.get<{ items: { id: string; caseCode: string; name: string }[] }>(
        '/api/dossiers/mine?limit=200',
      ),
    );
    const filed = items.filter(({ name }) => name.endsWith(ownName));
    expect(filed.map((line) => line.caseCode)).toEqual([caseCode]);
    const opened = new Set(applicant.pages.slice(pagesBefore).filter((path) => !path.includes('/thanh-vien/')));
    expect(opened.size).toBeLessThanOrEqual(16);
    expect(applicant.typed).toBeLessThanOrEqual(45);

    await applicant.press(applicant.link('Xem hồ sơ'));
    await applicant.sees(/Bạn chưa phải làm gì/);
    const id = filed[0]?.id ?? '';
    expect(await applicant.examined()).toEqual([]);

    const checked = await eventually(
      'checked',
      () => caseOf(id),
      ({ nameReserved }) => nameReserved !== undefined,
    );
    done(
      await cast.officer.post(
        `/api/dossiers/${id}/correction-requests`,
        {
          defects: [
            { subject: 'headOffice.line', reason: REASON, article: 'L23 Art. 43' },
            { subject: 'document:conferenceResolution', reason: RESOLUTION, article: 'L23 Art. 42.2.c' },
          ],
        },
        { revision: checked.revision },
      ),
    );
    const correctFrom = applicant.pressed;
    await applicant.press(applicant.link('Sửa đổi, bổ sung'));
    await applicant.sees(REASON);
    expect(await applicant.page.getByLabel(/Tên riêng/).count()).toBe(0);
    applicant.pressed += 1;
    await applicant.page.locator('#conferenceResolution').setInputFiles(pdf('nghi-quyet-da-ky'));
    await applicant.page.getByLabel('Thôn, ấp, số nhà, đường').fill('Số 12, ấp Minh Phú');
    await applicant.page.locator('ins', { hasText: 'Số 12, ấp Minh Phú' }).waitFor();
    await applicant.page.locator('del', { hasText: 'Đường Trần Phú' }).waitFor();
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.button('Nộp hồ sơ sửa đổi, bổ sung'));
    await applicant.sees('Đã nộp hồ sơ sửa đổi, bổ sung');
    expect(applicant.pressed - correctFrom).toBeLessThanOrEqual(6);
    await applicant.press(applicant.link('Xem hồ sơ'));

    const again = await eventually(
      'checked again',
      () => caseOf(id),
      ({ round, nameReserved }) => round === 1 && nameReserved !== undefined,
    );
    expect(again.application.headOffice.line).toBe('Số 12, ấp Minh Phú');
    done(await cast.officer.post(`/api/dossiers/${id}/check-confirmations`, allPassed(again)));
    done(await cast.officer.post(`/api/dossiers/${id}/examinations`, { decision: 'grant' }));
    await eventually(
      'coded',
      () => caseOf(id),
      ({ taxCode }) => taxCode !== undefined,
    );
    done(await cast.head.post(`/api/dossiers/${id}/decisions`, { decision: 'grant' }));
    await applicant.link('Xác thực Giấy chứng nhận').waitFor();
    expect(await applicant.examined()).toEqual([]);
    expect(applicant.complaints).toEqual([]);
    taken = ownName;
  });

  it('is told of a name that is taken, before filing', async () => {
    await applicant.opens('/ho-so-cua-toi');
    await applicant.press(applicant.button('Nộp hồ sơ mới'));
    await applicant.press(applicant.link('Loại hình và tên'));
    await applicant.press(applicant.page.getByLabel(/^Hợp tác xã/));
    await applicant.types(field('Tên riêng của hợp tác xã'), taken);
    await applicant.press(applicant.button('Kiểm tra tên'));
    await applicant.sees(/Tên này trùng/);
    expect(await applicant.examined()).toEqual([]);
  });
});
