import { founders } from '@hoptac/demo';
import { FoundingCase, freshName } from '../support/founding-case';
import { addressOf, theProvince } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

/** Of a public page with its style sheet and picture, uncompressed. */
const MOST_BYTES = 80_000;

describe('Anybody, without script', () => {
  let open: FoundingCase;
  let closed: FoundingCase;
  let token: string;
  let code: string;
  let visitor: Visitor;
  beforeAll(async () => {
    const cast = await theProvince();
    open = await FoundingCase.file(cast.applicant, { ownName: freshName('Tra cứu') });
    closed = await FoundingCase.file(cast.applicant, { ownName: freshName('Xác thực') });
    const { certificate } = await closed.goesToCertificate(cast.officer, cast.head);
    [token, code] = [certificate?.token ?? '', certificate?.code ?? ''];
    await open.checked();
    visitor = await Visitor.arrives({ screen: 'phone', withoutScript: true });
  });
  afterAll(closeBrowser);

  it('finds a case by its code, however it is typed, and reads no name', async () => {
    await visitor.opens('/');
    await visitor.page.getByLabel(/^Mã hồ sơ/).fill(` ${open.filing.caseCode.toLowerCase().replace(/-/g, ' ')} `);
    await visitor.press(visitor.button('Tra cứu'));
    await visitor.sees('Đang xem xét');
    await visitor.sees(/Còn hạn · \d\d\/\d\d\/2026/);
    const page = await visitor.page.content();
    expect(page).toContain(open.filing.caseCode);
    for (const secret of [open.ownName, 'Mẫu 1', 'demo-applicant', '02973000000', 'Trần Phú'])
      expect(page).not.toContain(secret);
  });

  it('gets one answer for a code that nobody has', async () => {
    for (const code of ['H01.91001-261122-9999', 'x', `<script>alert('1')</script>`]) {
      const answer = await visitor.page.goto(`/tra-cuu/${encodeURIComponent(code)}`);
      expect(answer?.status()).toBe(404);
      await visitor.sees('Không tìm thấy hồ sơ');
    }
    expect(await visitor.page.content()).not.toContain('<script');
  });

  it('reads of a certificate whether it stands and what it must say', async () => {
    await visitor.opens(`/xac-thuc/${token}`);
    expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toContain('Còn hiệu lực');
    for (const line of [
      `Hợp tác xã ${closed.ownName}`,
      'Số 12, đường Trần Phú, phường Rạch Giá',
      '210.000.000',
      'Nguyễn Thị Mẫu 1',
    ])
      await visitor.sees(line);
    const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect((await visitor.page.goto(`/xac-thuc/${changed}`))?.status()).toBe(404);
    await visitor.sees('Không có trong sổ đăng ký');
  });

  it('finds a registered organisation without accents, among the notices and by its code', async () => {
    await visitor.opens('/to-chuc');
    await visitor.page.getByLabel(/^Tên hoặc mã số/).fill(closed.ownName.toLowerCase().replace('xác thực', 'xac thuc'));
    await visitor.press(visitor.button('Tìm'));
    await visitor.sees(`Hợp tác xã ${closed.ownName}`);
    await closed.published();
    await visitor.opens('/cong-bo');
    await visitor.sees(`Hợp tác xã ${closed.ownName}`);
    await visitor.opens(`/to-chuc/${code}`);
    await visitor.sees('Nguyễn Thị Mẫu 1');
    await visitor.sees('Đang hoạt động');
    const page = await visitor.page.content();
    const identityNumber = founders(undefined, closed.ownName)[0]!.identityNumber;
    for (const secret of [identityNumber, 'Mẫu 2', 'demo-applicant']) expect(page).not.toContain(secret);
  });

  it('speaks English once asked to, keeps it on every page, and goes back', async () => {
    await visitor.opens('/thu-tuc/P01');
    await visitor.page.getByRole('link', { name: 'English' }).click();
    expect(new URL(visitor.page.url()).pathname).toBe('/thu-tuc/P01');
    await visitor.sees('Papers to file');
    await visitor.opens('/tra-cuu/x');
    await visitor.sees('No dossier found');
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    await visitor.page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await visitor.sees('Không tìm thấy hồ sơ');
    const elsewhere = await visitor.page.goto('/ngon-ngu?chon=en&ve=//example.com/x');
    expect(new URL(elsewhere?.url() ?? '').origin).toBe(new URL(addressOf('HOPTAC_API_URL')).origin);
    await visitor.opens('/ngon-ngu?chon=vi&ve=/');
  });

  it('says that its data are made up, weighs little, and passes axe', async () => {
    const looking = await Visitor.arrives();
    const paths = [
      '/',
      '/tra-cuu',
      `/tra-cuu/${open.filing.caseCode}`,
      '/tra-cuu/x',
      '/xac-thuc',
      `/xac-thuc/${token}`,
      '/xac-thuc/x',
      '/to-chuc',
      '/to-chuc?q=xac%20thuc',
      '/to-chuc?q=khong%20ai%20ten%20nhu%20vay',
      `/to-chuc/${code}`,
      '/to-chuc/0000000000',
      '/cong-bo',
      '/quy-ho-tro',
      '/thu-tuc/P01',
      '/thu-tuc/P01?ngay=2026-07-22',
      '/thu-tuc/P99',
      '/tro-giup',
      '/du-lieu-ca-nhan',
      '/tiep-can',
    ];
    for (const path of paths) {
      await looking.opens(path);
      await looking.sees('Dữ liệu minh họa');
      expect(await looking.examined()).toEqual([]);
      const sizes = await Promise.all(
        [path, '/house.css', '/icon.svg'].map(async (one) =>
          (await fetch(new URL(one, addressOf('HOPTAC_API_URL')))).arrayBuffer(),
        ),
      );
      expect(sizes.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(MOST_BYTES);
    }
    expect(looking.complaints).toEqual([]);
  });
});
