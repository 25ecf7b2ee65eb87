import { loadAreas } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import type { CertificateFinding } from '@hoptac/registry';
import { type PublicCase, casePage } from './case-page';
import { certificatePage } from './certificate-page';
import { fundPage } from './fund-page';
import { publicPage } from './layout';
import { html } from './html';
import { askedDay, procedureGuide, procedurePage } from './procedure-page';
import { noticesPage, organisationPage, organisationsPage } from './register-pages';
import { Speech } from './speech';

const areas = loadAreas();
const vi = new Speech('vi');
const en = new Speech('en');

const row: PublicCase = {
  case_code: 'H01.91001-261123-0007',
  receiving_office_id: 'office-91001',
  deciding_office_id: 'office-91001',
  status: 'UnderExamination',
  closed: false,
  received_at: '2026-11-23T02:00:00.000Z',
  due_what: 'decision',
  due_on: '2026-11-26',
  late: false,
};

describe('the look-up page', () => {
  it.each<[string, Partial<PublicCase>, LocalDate, string]>([
    ['in time', {}, '2026-11-25', 'Còn hạn · 26/11/2026'],
    ['on the last day', {}, '2026-11-26', 'Đến hạn hôm nay'],
    ['late', { late: true }, '2026-11-27', 'quyền khiếu nại'],
    [
      'waiting for the applicant',
      { status: 'AwaitingCorrection', due_what: 'correction', due_on: '2027-01-22' },
      '2026-11-25',
      'chờ người nộp bổ sung đến 22/01/2027',
    ],
    ['lapsed', { status: 'Lapsed', closed: true, due_what: null, due_on: null }, '2027-02-01', '■ Đã hủy do quá hạn'],
  ])('says where a dossier %s stands', (_what, change, today, words) => {
    expect(casePage({ ...row, ...change }, areas, today, vi).text).toContain(words);
  });
});

describe('the verification page', () => {
  const finding: CertificateFinding = {
    stands: 'replaced',
    number: '9100000024-01',
    code: '9100000024',
    kind: 'cooperative',
    name: 'Hợp tác xã <Tân Phú>',
    areaCode: '91001',
    addressLine: 'Số 12',
    charterCapital: 210_000_000,
    issuedOn: '2026-11-26',
    officeId: 'office-91001',
    legalStatus: 'ACTIVE',
    checkedAt: '2026-11-27T03:32:05.000Z',
  };

  it('says first that another certificate has replaced this one', () => {
    const { text } = certificatePage(finding, areas, vi);
    expect(text).toContain('Đã được thay thế');
    expect(text).not.toContain('Còn hiệu lực');
    expect(text).toContain('Hợp tác xã &lt;Tân Phú&gt;');
    expect(text).toContain('Đã xóa theo yêu cầu');
    expect(text).toContain('10:32:05 27/11/2026');
  });
});

describe('the frame', () => {
  const actor = { name: 'Lê Thị C', roles: ['public'] as const };

  it('marks invented data only where data are invented', () => {
    const page = (embedded: boolean) =>
      publicPage('X', { config: { embedded, rehearsal: false }, actor, speech: vi, path: '/' }, html``);
    expect(page(true)).toContain('Dữ liệu minh họa');
    expect(page(false)).not.toContain('Dữ liệu minh họa');
    expect(page(false)).not.toMatch(/<script|<style|style=|onclick/);
  });
});

describe('the procedure guide', () => {
  const guide = (day: LocalDate): string => {
    const found = procedureGuide('P01', day);
    return found === undefined ? 'none' : procedurePage(found, vi).text;
  };

  it('names papers, limits and articles with how sure each is', () => {
    const text = guide('2026-11-23');
    for (const words of [
      'Điều lệ',
      '3 ngày làm việc',
      'khoản 4 Điều 42 Luật Hợp tác xã 2023',
      'Đã kiểm chứng',
      'Bắt đầu',
    ])
      expect(text).toContain(words);
  });

  it('answers two days with two laws, and none where none is known', () => {
    expect(guide('2026-07-22')).toContain('Nghị định 92/2024/NĐ-CP');
    expect(guide('2026-07-23')).not.toContain('Nghị định 92/2024/NĐ-CP');
    expect(guide('2013-01-01')).toBe('none');
    expect(procedureGuide('P99', '2026-11-23')).toBeUndefined();
    expect([askedDay('2026-02-30', '2026-11-23'), askedDay('2026-07-22', '2026-11-23')]).toEqual([
      '2026-11-23',
      '2026-07-22',
    ]);
  });

  it('speaks English where it is asked to', () => {
    const found = procedureGuide('P01', '2026-11-23');
    expect(found && procedurePage(found, en).text).toContain('3 working days');
  });
});

describe('the page of the support fund', () => {
  it('says every condition with its article and how sure it is, in both languages', () => {
    const page = fundPage('2026-11-22', vi).text;
    for (const words of ['ít nhất 20\u00a0%', 'không quá 15\u00a0%', 'Điều 22 Nghị định 45/2021/NĐ-CP', 'Cần xác nhận'])
      expect(page).toContain(words);
    expect(fundPage('2026-11-22', en).text).toContain('at least 20\u00a0%');
  });

  it('says nothing of a law that was not there yet', () => {
    expect(fundPage('2015-01-01', vi).text).not.toContain('20\u00a0%');
  });
});

describe('the public register', () => {
  const one = {
    id: 'o-1',
    code: '9100000024',
    kind: 'cooperative',
    name: 'Hợp tác xã <Tân Phú>',
    areaCode: '91001',
    addressLine: 'Số 12',
    businessLines: [{ code: '0161', main: true }],
    legalStatus: 'ACTIVE',
    registeredOn: '2026-11-20',
    officeId: 'office-91001',
  } as const;

  it('leads from the list to the organisation, and escapes what it shows', () => {
    const { text } = organisationsPage('tan phu', { items: [one], next: 'x' }, areas, '2026-11-23', vi);
    expect(text).toContain('href="/to-chuc/9100000024"');
    expect(text).toContain('Hợp tác xã &lt;Tân Phú&gt;');
    expect(text).toContain('href="/to-chuc?q=tan%20phu&tiep=x"');
    expect(organisationsPage('zz', { items: [] }, areas, '2026-11-23', vi).text).toContain('Không có kết quả');
    expect(organisationPage(one, areas, '2026-11-23', en).text).toContain('Rạch Giá ward');
  });

  it('publishes for as long as the law says', () => {
    const { text } = noticesPage({ items: [one] }, 30, areas, '2026-11-23', vi);
    expect(text).toContain('30 ngày liên tục (Điều 49 Luật Hợp tác xã 2023). Trang này: đang công bố ngày 23/11/2026.');
    expect(noticesPage({ items: [] }, 30, areas, '2026-11-23', vi).text).toContain(
      'Hôm nay không có nội dung đăng ký nào',
    );
  });
});
