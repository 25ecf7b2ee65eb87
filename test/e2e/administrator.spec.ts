import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { freshName } from '../support/founding-case';
import { theProvince } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

describe('The administrator', () => {
  let administrator: Visitor;
  beforeAll(async () => {
    const cast = await theProvince();
    administrator = await Visitor.arrives();
    await administrator.signsIn(cast.administrator.accountId);
  });
  afterAll(async () => {
    expect(administrator.complaints).toEqual([]);
    await closeBrowser();
  });

  it('finds people without accents, gives a role with its ground, ends it, and locks an account', async () => {
    await administrator.opens('/admin/users');
    await administrator.page.getByLabel('Tìm theo tên hoặc tài khoản').fill('ngo van phuoc');
    await administrator.link('Ngô Văn Phước').waitFor();
    const rows = administrator.page.locator('tbody tr');
    await eventually(
      'one line is left',
      () => rows.count(),
      (count) => count === 1,
    );
    expect(await administrator.examined()).toEqual([]);

    const account = `bai-thu-${randomUUID()}`;
    await administrator.page.getByLabel('Tài khoản', { exact: true }).fill(account);
    await administrator.press(administrator.button('Mở để phân công vai trò'));
    await administrator.sees('Tài khoản này chưa giữ vai trò nào.');
    const form = administrator.page.locator('section[aria-labelledby="grant"]');
    await form.getByLabel('Vai trò', { exact: true }).selectOption('officer');
    await form.getByLabel('Cơ quan').selectOption('office-91044');
    await form.getByLabel('Từ ngày').fill('31/02/2026');
    await form.getByLabel('Căn cứ').fill('Quyết định 12/QĐ-UBND');
    await form.getByText('Không có ngày này trong lịch.').waitFor();
    await form.getByLabel('Từ ngày').fill('01/01/2026');
    await administrator.press(form.getByRole('button'));
    await administrator.sees(/Đã ghi nhận: phân công Chuyên viên/);
    const row = administrator.page.locator('tbody tr');
    await row.filter({ hasText: 'Đang giữ' }).waitFor();
    expect(await row.innerText()).toMatch(/đặc khu Kiên Hải[^]*01\/01\/2026[^]*Quyết định 12[^]*Đang giữ/);

    await administrator.press(administrator.button('Kết thúc: Chuyên viên'));
    await row.getByLabel('Ngày cuối giữ vai trò').fill('31012026');
    await row.getByLabel('Căn cứ').fill('Quyết định 13/QĐ-UBND');
    expect(await administrator.examined()).toEqual([]);
    await administrator.press(administrator.button('Kết thúc vai trò'));
    await administrator.sees(/Đã ghi nhận: kết thúc/);
    await row.filter({ hasText: 'Đã hết' }).waitFor();
    expect(await row.innerText()).toMatch(/31\/01\/2026[^]*Quyết định 13[^]*Đã hết/);

    await administrator.page.locator('section[aria-labelledby="lock"]').getByLabel('Lý do').fill('Bài thử');
    await administrator.press(administrator.button('Khóa tài khoản'));
    await administrator.sees('Đang khóa');
    expect(await administrator.examined()).toEqual([]);
  });

  it('looks at the areas before and after the reform', async () => {
    await administrator.opens('/admin/areas');
    await administrator.heading('Đơn vị hành chính').waitFor();
    await administrator.page.getByRole('heading', { name: /tỉnh An Giang/ }).waitFor();
    expect(await administrator.examined()).toEqual([]);
    await administrator.press(administrator.page.getByRole('button', { name: /Trước ngày 01\/07\/2025/ }));
    await administrator.page.getByRole('heading', { name: /tỉnh Kiên Giang/ }).waitFor();
    await administrator.press(administrator.page.getByText(/thành phố Rạch Giá/).first());
    expect(await administrator.examined()).toEqual([]);
  });

  it('reads the rulebook with article and evidence mark, on any day', async () => {
    await administrator.opens('/admin/rulebook');
    await administrator.page.getByRole('heading', { name: /^P01/ }).waitFor();
    await administrator.sees('3 ngày làm việc');
    expect(await administrator.examined()).toEqual([]);
    await administrator.press(administrator.link('Mức, thời hạn, điều kiện'));
    await administrator.page.getByLabel('Tìm theo nội dung hoặc điều luật').fill('von gop toi da');
    await administrator.sees('30 %');
    await administrator.sees('✓ Đã kiểm chứng');
    expect(await administrator.examined()).toEqual([]);
    await administrator.page.getByLabel('Tìm theo nội dung hoặc điều luật').fill('');
    expect(await administrator.examined()).toEqual([]);
    await administrator.press(administrator.link('Giai đoạn pháp luật'));
    await administrator.page.getByRole('heading', { name: 'Điều khoản chuyển tiếp' }).waitFor();
    expect(await administrator.examined()).toEqual([]);
    await administrator.opens('/admin/rulebook?on=2013-01-01');
    await administrator.page.getByRole('alert').waitFor();
    expect(await administrator.examined()).toEqual([]);
  });

  it('brings a register, sees which rows fail and why, and takes the others over', async () => {
    await administrator.opens('/admin/imports');
    expect(await administrator.examined()).toEqual([]);
    const rows = ['Tên HTX,Xã', `Hợp tác xã ${freshName('Nhập sổ')},Kiên Hải`, 'Hợp tác xã Không Nơi,Không đâu'];
    await administrator.page.getByLabel('Tệp sổ đăng ký').setInputFiles({
      name: 'so-cu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await administrator.page.getByLabel('Sổ mô tả tình hình ngày').fill('01/03/2026');
    await administrator.press(administrator.button('Xem trước'));
    await administrator.page.getByRole('heading', { name: 'Dòng không nhập được' }).waitFor();
    await administrator.sees('1 dòng nhập được, 1 dòng không nhập được.');
    expect(await administrator.examined()).toEqual([]);
    const rejected = await administrator.link(/Tải 1 dòng/).getAttribute('href');
    const file = await administrator.page.context().request.get(rejected ?? '');
    expect(await file.text()).toContain('Không đâu');
    await administrator.press(administrator.button('Nhập 1 dòng vào sổ'));
    await administrator.sees('✓ Đã nhập xong');
    await administrator.sees(/1 \/ 1 dòng · mới 1/);
    expect(await administrator.examined()).toEqual([]);
  });

  it('sees each read model, has one built anew beside the live one, and reads what is set aside', async () => {
    await administrator.opens('/admin/system');
    await administrator.press(administrator.button('Dựng lại: dossiers.drafts'));
    await administrator.sees(/Đã nhận lệnh: builds/);
    await administrator.page.getByRole('heading', { name: 'Sự kiện đã gác lại' }).waitFor();
    expect(await administrator.examined()).toEqual([]);
  });
});
