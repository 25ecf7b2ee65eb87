import { eventually } from '../support/eventually';
import { done, theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

describe('A draft on a phone', () => {
  let cast: Cast;
  let applicant: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    applicant = await Visitor.arrives({ screen: 'phone' });
    await applicant.signsIn(cast.applicant.accountId);
  });
  afterAll(closeBrowser);

  const field = (name: string) => applicant.page.getByLabel(name, { exact: true });

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

  it('goes back to the list of members at once, however long saving takes', async () => {
    const { id } = done(await cast.applicant.post<{ id: string }>('/api/drafts', {}));
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await applicant.page.route('**/savings', async (route) => {
      await answered;
      await route.continue();
    });
    await applicant.opens(`/ho-so-cua-toi/${id}/khai/thanh-vien/moi`);
    await applicant.types(field('Họ, chữ đệm và tên'), 'Lê Thị Chậm');
    await applicant.press(applicant.button('Xong, về danh sách'));
    await applicant.heading('Thành viên và vốn').waitFor();
    await applicant.sees('Lê Thị Chậm');
    await applicant.sees('Đang lưu…');
    answer();
    await applicant.sees(/Đã lưu lúc/);
    await applicant.page.unroute('**/savings');
  });

  it('presses what it aimed at, though the page moves between pressing and letting go', async () => {
    const { id } = done(await cast.applicant.post<{ id: string }>('/api/drafts', {}));
    await applicant.opens(`/ho-so-cua-toi/${id}/khai/thanh-vien/moi`);
    const { page } = applicant;
    const button = applicant.button('Xong, về danh sách');
    const moves = "document.querySelector('h1').style.setProperty('padding-top', '100px')";
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await page.mouse.down();
    await page.evaluate(moves);
    await page.mouse.up();
    await applicant.heading('Thành viên và vốn').waitFor();

    await applicant.opens(`/ho-so-cua-toi/${id}/khai/thanh-vien/moi`);
    await button.hover();
    await page.mouse.down();
    await page.mouse.move(0, 0);
    await page.mouse.up();
    await button.waitFor();
    expect(new URL(page.url()).pathname).toMatch(/moi$/);
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
