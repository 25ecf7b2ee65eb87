import { loadAreas } from '@hoptac/identity';
import type { LocalDate } from '@hoptac/kernel';
import type { CertificateFinding } from '@hoptac/registry';
import { type PublicCase, casePage } from './case-page';
import { certificatePage } from './certificate-page';
import { publicPage } from './layout';
import { html } from './html';

const areas = loadAreas();

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
    expect(casePage({ ...row, ...change }, areas, today).text).toContain(words);
  });
});

describe('the verification page', () => {
  const finding: CertificateFinding = {
    stands: 'replaced',
    number: '9100000024-01',
    code: '9100000024',
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
    const { text } = certificatePage(finding, areas);
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
    const page = (embedded: boolean) => publicPage('X', { config: { embedded, rehearsal: false }, actor }, html``);
    expect(page(true)).toContain('Dữ liệu minh họa');
    expect(page(false)).not.toContain('Dữ liệu minh họa');
    expect(page(false)).not.toMatch(/<script|<style|style=|onclick/);
  });
});
