import { founders } from '@hoptac/demo';
import { eventually } from '../support/eventually';
import { freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { memberSheet } from './support/member-sheet';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(300_000);

/** One of them holds 32 % on purpose. */
const SHARES = [64_000_000, 34_000_000, 34_000_000, 34_000_000, 34_000_000];

describe('An applicant with a phone', () => {
  let cast: Cast;
  let applicant: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    applicant = await Visitor.arrives({ screen: 'phone' });
  });
  afterAll(closeBrowser);

  const field = (name: string) => applicant.page.getByLabel(name, { exact: true });
  const goesOn = async (heading: string): Promise<void> => {
    await applicant.press(applicant.button('Tiếp tục'));
    await applicant.heading(heading).waitFor();
  };

  it('is led through the form, told what is wrong, and finds everything again after the tab died', async () => {
    const ownName = freshName('Điện thoại');
    await applicant.signsIn(cast.applicant.accountId);
    expect(new URL(applicant.page.url()).pathname).toBe('/ho-so-cua-toi');
    await applicant.heading('Hồ sơ của tôi').waitFor();
    expect(await applicant.examined()).toEqual([]);
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
    expect(await applicant.page.getByText(/Nguyễn Thị Mẫu 1/).count()).toBeGreaterThan(0);
    expect(applicant.typed).toBeLessThanOrEqual(45);
    expect(applicant.complaints).toEqual([]);
  });

  it('cannot overwrite in one tab what another tab saved', async () => {
    const { id, revision } = done(await cast.applicant.post<{ id: string; revision: number }>('/api/drafts', {}));
    await applicant.opens(`/ho-so-cua-toi/${id}/khai/ten`);
    await field('Tên riêng của hợp tác xã').waitFor();
    done(await cast.applicant.post(`/api/drafts/${id}/savings`, { form: { ownName: 'Thẻ kia' } }, { revision }));
    await applicant.types(field('Tên riêng của hợp tác xã'), 'Thẻ này');
    await applicant.sees('Bản nháp vừa được sửa ở thẻ hoặc máy khác');
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.button('Tải bản mới'));
    await eventually(
      'the other version',
      () => field('Tên riêng của hợp tác xã').inputValue(),
      (value) => value === 'Thẻ kia',
    );
  });

  it('goes on typing without a network, and everything is saved when it is back', async () => {
    const { id } = done(await cast.applicant.post<{ id: string }>('/api/drafts', {}));
    await applicant.opens(`/ho-so-cua-toi/${id}/khai/ten`);
    await field('Tên riêng của hợp tác xã').waitFor();
    await applicant.page.context().setOffline(true);
    await applicant.types(field('Tên riêng của hợp tác xã'), 'Ngoại tuyến');
    await applicant.sees('Chưa lưu – sẽ tự lưu khi có mạng');
    await applicant.page.context().setOffline(false);
    await applicant.sees(/Đã lưu lúc/);
    const { form } = done(await cast.applicant.get<{ form: { ownName: string } }>(`/api/drafts/${id}`));
    expect(form.ownName).toBe('Ngoại tuyến');
  });

  it('throws a draft away, and withdraws a dossier knowing what follows', async () => {
    const { id } = done(await cast.applicant.post<{ id: string }>('/api/drafts', { form: { ownName: 'Sẽ bỏ' } }));
    await applicant.opens(`/ho-so-cua-toi/${id}/khai`);
    await applicant.press(applicant.button('Xóa bản nháp…'));
    await applicant.press(applicant.button('Xóa hẳn mọi nội dung đã khai'));
    await applicant.heading('Hồ sơ của tôi').waitFor();
    expect(await applicant.link(/Sẽ bỏ/).count()).toBe(0);
    await applicant.opens(`/ho-so-cua-toi/${id}/khai`);
    await applicant.sees(/đã bị xóa/);
    expect(await applicant.examined()).toEqual([]);
  });

  it('may not read the queue, nor a stranger’s draft', async () => {
    await applicant.opens('/work/queue');
    await applicant.page.getByRole('alert').waitFor();
    expect(await applicant.examined()).toEqual([]);
    const { id } = done(await cast.otherApplicant.post<{ id: string }>('/api/drafts', {}));
    await applicant.opens(`/ho-so-cua-toi/${id}/khai`);
    await applicant.sees('Không tìm thấy bản nháp');
    expect(await applicant.examined()).toEqual([]);
  });
});
