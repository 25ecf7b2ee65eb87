import { FoundingCase, freshName } from '../support/founding-case';
import { theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

describe('An inspector, and the administrator', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeBrowser);

  it('reads who registered what under which article, and finds nothing to write with', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Kiểm tra') });
    await dossier.goesToCertificate(cast.officer, cast.head);
    const inspector = await Visitor.arrives();
    await inspector.signsIn(cast.inspector.accountId);
    await inspector.press(inspector.link('Sổ đăng ký'));
    await inspector.page.getByLabel('Tên hoặc mã số').fill(dossier.ownName.replace('Kiểm', 'kiem'));
    const found = inspector.link(`Hợp tác xã ${dossier.ownName}`);
    await found.waitFor();
    expect(await inspector.examined()).toEqual([]);
    await inspector.press(found);
    await inspector.sees('Đã đăng ký, cấp Giấy chứng nhận');
    await inspector.sees(/Điều 45 Luật Hợp tác xã 2023/);
    await inspector.press(inspector.page.getByText('Sự kiện gốc').first());
    await inspector.sees(/"type": "OrganisationRegistered"/);
    expect(await inspector.examined()).toEqual([]);

    await inspector.opens(`/cases/${dossier.id}`);
    await inspector.sees('Chấp thuận cấp đăng ký');
    await inspector.sees(/Lãnh đạo, Ủy ban nhân dân phường Rạch Giá \(demo-head-1\)/);
    expect(await inspector.page.getByRole('heading', { name: 'Việc có thể làm bây giờ' }).count()).toBe(0);
    expect(await inspector.examined()).toEqual([]);
    expect(inspector.pressed).toBeLessThanOrEqual(10);
    expect(inspector.complaints).toEqual([]);
  });

  it('the administrator sees each part and each read model', async () => {
    const administrator = await Visitor.arrives();
    await administrator.signsIn(cast.administrator.accountId);
    expect(new URL(administrator.page.url()).pathname).toBe('/admin/system');
    await administrator.sees('dossiers.queue');
    await administrator.sees('registry.organisations');
    expect(await administrator.examined()).toEqual([]);
  });
});
