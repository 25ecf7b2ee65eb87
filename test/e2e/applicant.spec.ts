import { demoPdf, FOUNDING_DOCUMENTS, founders, proposeGrant } from '@hoptac/demo';
import { eventually } from '../support/eventually';
import { freshName, type CasePage } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(180_000);

const REASON = 'Ghi rõ số nhà, tên ấp hoặc khu phố';

describe('An applicant with a phone', () => {
  let cast: Cast;
  let applicant: Visitor;
  beforeAll(async () => {
    cast = await theProvince();
    applicant = await Visitor.arrives({ screen: 'phone' });
  });
  afterAll(closeBrowser);

  const caseOf = async (id: string): Promise<CasePage> =>
    done(await cast.applicant.get<CasePage>(`/api/dossiers/${id}`));

  async function fillsIn(ownName: string): Promise<void> {
    const field = (name: string) => applicant.page.getByLabel(name, { exact: true });
    await field('Tên riêng').fill(ownName);
    await field('Xã, phường, đặc khu').selectOption({ label: 'phường Rạch Giá' });
    await field('Thôn, ấp, số nhà, đường').fill('Đường Trần Phú');
    await field('Điện thoại').fill('02973000000');
    await field('Mã ngành chính').fill('0161');
    await field('Vốn điều lệ (đồng)').fill('150.000.000');
    await field('Ngày hội nghị thành lập').fill('1/11/2026');
    for (const [index, founder] of founders().slice(0, 5).entries()) {
      const row = applicant.page.getByRole('group', { name: `Thành viên ${String(index + 1)}`, exact: true });
      await row.getByLabel('Họ, chữ đệm và tên').fill(founder.fullName);
      // The first number is too short on purpose.
      await row
        .getByLabel('Số định danh cá nhân')
        .fill(index === 0 ? founder.identityNumber.slice(0, 11) : founder.identityNumber);
      await row.getByLabel('Ngày sinh').fill('17/05/1980');
      await row.getByLabel('Vốn góp (đồng)').fill('30.000.000');
    }
    for (const kind of FOUNDING_DOCUMENTS)
      await applicant.page.locator(`input#${kind}`).setInputFiles({
        name: `${kind}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(demoPdf(`Demo: ${kind}`)),
      });
  }

  it('files, corrects once and holds a certificate', async () => {
    const ownName = freshName('Điện thoại');
    await applicant.signsIn(cast.applicant.accountId);
    expect(new URL(applicant.page.url()).pathname).toBe('/ho-so-cua-toi');
    await applicant.press(applicant.link('Nộp hồ sơ mới'));
    expect(await applicant.examined()).toEqual([]);
    await fillsIn(ownName);
    await applicant.press(applicant.button('Nộp hồ sơ'));

    // Refused at the field: the summary leads there, nothing typed is lost.
    const summary = applicant.page.getByRole('alert').getByRole('link', { name: /Thành viên 1, Số định danh cá nhân/ });
    await summary.waitFor();
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(summary);
    const number = applicant.page.locator('#identityNumber-1');
    expect(await applicant.page.locator('#identityNumber-1:focus').count()).toBe(1);
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    await number.fill(founders()[0]?.identityNumber ?? '');
    await applicant.press(applicant.button('Nộp hồ sơ'));
    await applicant.sees('Đã nộp hồ sơ');
    await applicant.press(applicant.link('Xem hồ sơ'));
    await applicant.sees(ownName);
    const id = new URL(applicant.page.url()).pathname.split('/').at(-1) ?? '';
    expect(await applicant.examined()).toEqual([]);

    await eventually(
      'checked',
      () => caseOf(id),
      ({ nameReserved }) => nameReserved !== undefined,
    );
    done(
      await cast.officer.post(`/api/dossiers/${id}/correction-requests`, {
        defects: [{ subject: 'headOffice.line', reason: REASON, article: 'L23 Art. 43' }],
      }),
    );
    const correctFrom = applicant.pressed;
    await applicant.press(applicant.link('Sửa đổi, bổ sung'));
    await applicant.sees(REASON);
    expect(await applicant.page.getByLabel('Tên riêng').count()).toBe(0);
    await applicant.page.getByLabel('Thôn, ấp, số nhà, đường').fill('Số 12, ấp Minh Phú');
    await applicant.page.locator('ins', { hasText: 'Số 12, ấp Minh Phú' }).waitFor();
    await applicant.page.locator('del', { hasText: 'Đường Trần Phú' }).waitFor();
    expect(await applicant.examined()).toEqual([]);
    await applicant.press(applicant.button('Nộp hồ sơ sửa đổi, bổ sung'));
    await applicant.sees('Đã nộp hồ sơ sửa đổi, bổ sung');
    expect(applicant.pressed - correctFrom).toBeLessThanOrEqual(6);
    await applicant.press(applicant.link('Xem hồ sơ'));

    await eventually(
      'checked again',
      () => caseOf(id),
      ({ round, nameReserved }) => round === 1 && nameReserved !== undefined,
    );
    expect((await caseOf(id)).application.headOffice.line).toBe('Số 12, ấp Minh Phú');
    done(await proposeGrant(cast.officer, id));
    await eventually(
      'coded',
      () => caseOf(id),
      ({ taxCode }) => taxCode !== undefined,
    );
    done(await cast.head.post(`/api/dossiers/${id}/decisions`, { decision: 'grant' }));
    await applicant.link('Xác thực Giấy chứng nhận').waitFor();
    expect(await applicant.examined()).toEqual([]);
    expect(applicant.complaints).toEqual([]);
  });

  it('may not read the queue, and is told so', async () => {
    await applicant.opens('/work/queue');
    await applicant.page.getByRole('alert').waitFor();
    expect(await applicant.examined()).toEqual([]);
  });
});
