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
  let visitor: Visitor;
  beforeAll(async () => {
    const cast = await theProvince();
    open = await FoundingCase.file(cast.applicant, { ownName: freshName('Tra cứu') });
    closed = await FoundingCase.file(cast.applicant, { ownName: freshName('Xác thực') });
    token = (await closed.goesToCertificate(cast.officer, cast.head)).certificate?.token ?? '';
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
