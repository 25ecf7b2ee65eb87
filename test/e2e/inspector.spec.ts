import { dossierDefinition, type DossierEvent } from '@hoptac/dossiers/domain';
import { fold } from '@hoptac/kernel';
import { organisationDefinition, type OrganisationEvent } from '@hoptac/registry/domain';
import { readFile } from 'node:fs/promises';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, theProvince, type Cast } from '../support/province';
import { closeRecord, factsOf, type RecordedFact } from '../support/record';
import { Visitor, closeBrowser } from './support/visitor';

jest.setTimeout(240_000);

interface Timeline {
  readonly items: readonly {
    readonly id: string;
    readonly position: string;
    readonly type: string;
    readonly occurredAt: string;
  }[];
  readonly total: number;
}

/** As the server shows states: of persons our ids only. */
const withoutPersons = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (field, inner: unknown) => {
      if (field === 'identityFingerprint') return undefined;
      const { personId, box } = (inner ?? {}) as { personId?: unknown; box?: unknown };
      return typeof box === 'string' ? { personId } : inner;
    }),
  );

const upTo = (facts: readonly RecordedFact[], instant: string): readonly RecordedFact[] =>
  facts.filter(({ metadata }) => String(metadata['occurredAt']) <= instant);

const inVietNam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('An inspector, and the administrator', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(async () => {
    await closeBrowser();
    await closeRecord();
  });

  it('finds out who decided what under which article, as of an earlier instant, in ten presses', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Tân Phú') });
    const { certificate } = await dossier.goesToCertificate(cast.officer, cast.head);
    const organisationId = certificate?.organisationId ?? '';
    const before = await dossier.facts();
    // By the province's clock, not by a fact's own time: a workflow's fact may be recorded a little later than it says.
    const { now } = done(await cast.inspector.get<{ now: string }>('/api/session'));
    // Seconds are what a person types: the moment ends before the next fact begins.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await dossier.does(cast.clerk, 'hand-overs', { to: 'applicant', form: 'atDesk' });
    await dossier.seen();
    const typed = inVietNam.format(new Date(now)).replace(' ', 'T');
    const instant = new Date(`${typed}.999+07:00`).toISOString();

    const inspector = await Visitor.arrives();
    await inspector.signsIn(cast.inspector.accountId);
    await inspector.press(inspector.link('Sổ đăng ký'));
    await inspector.page.getByLabel('Tên hoặc mã số').fill(dossier.ownName.replace('Tân Phú', 'tan phu'));
    const found = inspector.link(`Hợp tác xã ${dossier.ownName}`);
    await found.waitFor();
    expect(await inspector.examined()).toEqual([]);
    await inspector.press(found);
    await inspector.sees('Còn hiệu lực');
    expect(await inspector.examined()).toEqual([]);
    await inspector.press(inspector.link('Diễn biến'));
    await inspector.button('Đã trả kết quả').waitFor();
    expect(await inspector.examined()).toEqual([]);

    const moment = inspector.page.getByLabel('Thời điểm xem', { exact: true }).and(inspector.page.locator('input'));
    await inspector.press(moment);
    await moment.fill(typed.replace(/^(\d+)-(\d+)-(\d+)T/, '$3/$2/$1 '));
    await inspector.enters();
    await inspector.sees(/Bạn đang xem ở thời điểm/);
    await inspector.button('Đã trả kết quả').waitFor({ state: 'detached' });
    expect(await inspector.page.title()).toMatch(/^\[/);
    await inspector.press(inspector.button('Chấp thuận cấp đăng ký'));
    await inspector.sees(/Lãnh đạo, Ủy ban nhân dân phường Rạch Giá · .* \(demo-head-1\)/);
    await inspector.press(
      inspector.page.getByRole('button', { name: /Khoản 4 Điều 42 Luật Hợp tác xã 2023/i }).first(),
    );
    await inspector.sees('Chỉ xem sự kiện theo điều này');
    await inspector.press(inspector.button('So sánh với hiện tại'));
    await inspector.sees(/Thời điểm xem .* và hiện tại/);
    expect(await inspector.examined()).toEqual([]);
    await inspector.press(inspector.button('Xuất diễn biến'));
    const download = inspector.page.waitForEvent('download');
    await inspector.press(inspector.page.getByRole('link', { name: 'PDF' }));
    const paper = await readFile(await (await download).path());
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(inspector.pressed).toBeLessThanOrEqual(10);
    for (const writing of ['Ký và cấp', 'Trình cấp', 'Nhận xử lý', 'Trả kết quả'])
      expect(await inspector.page.getByRole('button', { name: writing, exact: true }).count()).toBe(0);

    // What was shown is the fold of the facts up to that instant, made here by the domains' own folds.
    const facts = await factsOf(`organisation-${organisationId}`);
    const api = `/api/audit/organisations/${organisationId}`;
    const shown = done(await cast.inspector.get<{ before: object }>(`${api}/comparison?from=${typed}`));
    expect(shown.before).toEqual(
      withoutPersons({
        dossiers: {
          [dossier.id]: fold(
            dossierDefinition.decider,
            upTo(await dossier.facts(), instant) as unknown as DossierEvent[],
          ),
        },
        organisation: fold(organisationDefinition.decider, upTo(facts, instant) as unknown as OrganisationEvent[]),
      }),
    );
    // The file carries the same lines, with the moment.
    const timeline = done(await cast.inspector.get<Timeline>(`${api}/events?asOf=${typed}`));
    expect(timeline.total).toBe(before.length + facts.length);
    const table = await inspector.page.request.get(`${api}/export?format=csv&asOf=${typed}`);
    const lines = (await table.text()).split('\r\n');
    expect(lines.find((line) => line.startsWith('Thời điểm xem'))).toContain(instant);
    expect(
      lines.filter((line) => timeline.items.some(({ id }) => line.endsWith(id))).map((line) => line.split(',')[0]),
    ).toEqual(timeline.items.map(({ position }) => position));

    // Names are masked; showing one is a press with a purpose, and a fact that the inspector's own timeline tells.
    expect(await inspector.page.getByText('Nguyễn', { exact: false }).count()).toBe(0);
    await inspector.page
      .getByRole('button', { name: /^Hiện / })
      .first()
      .click();
    await inspector.page.getByRole('button', { name: 'Hiện và ghi nhận việc xem' }).click();
    await inspector.page.getByRole('button', { name: 'Hiện và ghi nhận việc xem' }).waitFor({ state: 'detached' });
    await inspector.opens(`/audit/people/${cast.inspector.accountId}`);
    await inspector.button('Đã xem dữ liệu cá nhân').first().waitFor();
    expect(await inspector.examined()).toEqual([]);
    expect(inspector.complaints).toEqual([]);
  });

  it('steers the timeline by keyboard, and compares any two events', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Phím bấm') });
    await dossier.checked();
    const inspector = await Visitor.arrives();
    await inspector.signsIn(cast.inspector.accountId);
    await inspector.opens(`/audit/cases/${dossier.id}`);
    await inspector.button('Hệ thống đã kiểm tra tự động').focus();
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await inspector.page.keyboard.press(key);
    const picks = inspector.button('Chọn để so sánh');
    await expectCount(picks, 2);
    await picks.first().click();
    await inspector.button('Chọn để so sánh').click();
    await inspector.sees(/Sau sự kiện ở vị trí/);
    expect(await inspector.examined()).toEqual([]);
    await inspector.button('Đã nộp và tiếp nhận hồ sơ').focus();
    await inspector.page.keyboard.press('Escape');
    await expectCount(inspector.button('Bỏ chọn'), 1);
  });

  it('the administrator sees each part and each read model', async () => {
    const administrator = await Visitor.arrives();
    await administrator.signsIn(cast.administrator.accountId);
    expect(new URL(administrator.page.url()).pathname).toBe('/admin/system');
    await administrator.sees('dossiers.queue');
    await administrator.sees('registry.organisations');
    await administrator.sees('chronicle.facts');
    expect(await administrator.examined()).toEqual([]);
  });
});

/** Waits until there are so many of it. */
async function expectCount(what: { count(): Promise<number> }, count: number): Promise<void> {
  for (let tries = 0; tries < 50 && (await what.count()) !== count; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await what.count()).toBe(count);
}
