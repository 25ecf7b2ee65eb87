import { randomUUID } from 'node:crypto';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';

jest.setTimeout(120_000);

interface Preview {
  readonly moved: readonly {
    readonly dossierId: string;
    readonly given: string;
    readonly before: string;
    readonly after: string;
  }[];
}
interface Year {
  readonly days: readonly { readonly date: string; readonly worked: boolean; readonly overrideId?: string }[];
}

/** The calendar of working days is corrected by events, each with its paper; a limit that was given does not move by itself (ADR 0042). */
describe('The administrator corrects the calendar', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });

  it('sees whose limits would be counted otherwise, records the day, and the limits given stay', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bão lụt') });
    const { due } = await dossier.checked();
    const entry = {
      date: due.dueOn,
      kind: 'closure',
      scope: '91001',
      nameVi: 'Đóng cửa do bão',
      source: 'Công văn 12/UBND-NC',
      evidence: 'verified',
    };
    const preview = (): Promise<Preview> =>
      cast.administrator.get<Preview>(`/api/calendar/preview?${new URLSearchParams(entry).toString()}`).then(done);
    const moved = (await preview()).moved.find(({ dossierId }) => dossierId === dossier.id);
    expect(moved).toMatchObject({ given: due.dueOn, before: due.dueOn });
    expect((moved?.after ?? '') > due.dueOn).toBe(true);

    const key = randomUUID();
    const press = () => cast.administrator.post('/api/calendar/overrides', entry, { key });
    expect([(await press()).status, (await press()).status]).toEqual([200, 200]);
    const year = done(await cast.administrator.get<Year>(`/api/calendar?year=${due.dueOn.slice(0, 4)}&scope=91001`));
    const day = year.days.find(({ date }) => date === due.dueOn);
    expect(day).toMatchObject({ worked: false });
    expect((await dossier.page()).due.dueOn).toBe(due.dueOn);
    expect(refusal(await cast.administrator.post('/api/calendar/overrides', entry)).code).toBe(
      'CALENDAR.OVERRIDE_DAY_TAKEN',
    );

    const withdrawal = `/api/calendar/overrides/${day?.overrideId ?? ''}/withdrawals`;
    expect(refusal(await cast.administrator.post(withdrawal, { reason: ' ' })).code).toBe('CALENDAR.REASON_MISSING');
    expect((await cast.administrator.post(withdrawal, { reason: 'Bão không vào' })).status).toBe(200);
    expect((await preview()).moved.map(({ dossierId }) => dossierId)).toContain(dossier.id);
  });
});
