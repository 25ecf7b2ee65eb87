import { addDays, localDateOf, type Instant } from '@hoptac/kernel';
import { demoPdf } from '@hoptac/demo';
import { provinceNow } from '../support/clock';
import { theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(120_000);

/** `2026-11-22` as people type it. */
const typedDay = (day: string): string => day.split('-').reverse().join('/');

describe('A head of office orders', () => {
  let cast: Cast;
  let head: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    head = await Visitor.arrives();
    await head.signsIn(cast.foreignHead.accountId);
  });
  afterAll(closeBrowser);

  const today = async () => localDateOf(new Date(await provinceNow(cast.administrator)).toISOString() as Instant);

  it('who stands in for somebody away, and ends it', async () => {
    await head.link('Thay thế người vắng mặt').click();
    await head.heading('Thay thế người vắng mặt').waitFor();
    expect(await head.examined()).toEqual([]);
    const away = head.page.getByLabel('Người vắng mặt, vai trò');
    const officer = away.locator('option', { hasText: 'Chuyên viên' });
    await officer.waitFor({ state: 'attached' });
    await away.selectOption({ label: (await officer.first().textContent()) ?? '' });
    await head.page.getByLabel('Người thay thế', { exact: true }).selectOption({ index: 1 });
    await head.types(head.page.getByLabel('Từ ngày'), typedDay(addDays(await today(), 1)));
    await head.types(head.page.getByLabel('Đến hết ngày'), typedDay(addDays(await today(), 2)));
    await head.types(head.page.getByLabel('Lý do, văn bản'), 'Nghỉ phép');
    await head.press(head.button('Giao thay thế'));
    await head.sees('✓ Đã giao thay thế.');
    expect(await head.examined()).toEqual([]);
    await head.press(head.page.getByRole('button', { name: /^Kết thúc hôm nay: / }).first());
    await head.sees('Hiện không có ai được thay thế.');
  });

  it('that limits do not run in the commune for a day, on a paper', async () => {
    await head.opens('/work');
    await head.link('Tạm dừng tính thời hạn do thiên tai').click();
    await head.heading(/^Tạm dừng tính thời hạn/).waitFor();
    expect(await head.examined()).toEqual([]);
    await head.page.getByLabel('Địa bàn').selectOption({ index: 1 });
    const day = typedDay(addDays(await today(), 1));
    await head.types(head.page.getByLabel('Ngày đầu tạm dừng'), day);
    await head.types(head.page.getByLabel('Ngày cuối tạm dừng'), day);
    await head.types(head.page.getByLabel('Căn cứ'), 'Bão số 9');
    await head.page
      .getByLabel('Văn bản quyết định (PDF)')
      .setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(demoPdf('Tam dung')) });
    await head.press(head.button('Tạm dừng tính thời hạn'));
    await head.sees(/^✓ Đã ghi nhận/);
    await head.sees('Có hiệu lực');
    expect(await head.examined()).toEqual([]);
    expect(head.complaints).toEqual([]);
  });
});
