import { demoPdf } from '@hoptac/demo';
import { addDays, localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { advanceTo, provinceNow } from '../support/clock';
import { eventually } from '../support/eventually';
import { FoundingCase, freshName } from '../support/founding-case';
import { done, refusal, theProvince, type Cast } from '../support/province';
import { closeRecord } from '../support/record';

jest.setTimeout(240_000);

/** The commune of the other office: what is decided here concerns no other file of tests. */
const COMMUNE = '91018';

interface Suspension {
  readonly id: string;
  readonly to: LocalDate;
  readonly dossiers: number;
  readonly completed: boolean;
}
interface Suspended {
  readonly due: { readonly dueOn: string; readonly dueAt: string; readonly suspended?: readonly object[] };
}

describe('Tạm dừng tính thời hạn do thiên tai: one decision over many cases; what is left of each limit runs on afterwards', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await theProvince();
  });
  afterAll(closeRecord);

  const today = async (): Promise<LocalDate> =>
    localDateOf(new Date(await provinceNow(cast.administrator)).toISOString() as Instant);
  const decision = async (days: number) => {
    const { sha256: paper } = done(await cast.foreignHead.upload('quyet-dinh.pdf', demoPdf(freshName('Tam dung'))));
    const from = addDays(await today(), 1);
    return { areaCode: COMMUNE, from, to: addDays(from, days - 1), ground: 'Bão số 9', paper };
  };
  const listed = async (id: string): Promise<Suspension | undefined> =>
    done(await cast.foreignHead.get<{ suspensions: Suspension[] }>('/api/deadline-suspensions')).suspensions.find(
      (suspension) => suspension.id === id,
    );

  it('falls on the cases of the area by itself, holds the office’s limit and the case’s timers, and shows why', async () => {
    const inArea = await FoundingCase.file(cast.applicant, { ownName: freshName('Vùng bão'), areaCode: COMMUNE });
    const elsewhere = await FoundingCase.file(cast.applicant, { ownName: freshName('Ngoài bão') });
    const [before, outside] = [await inArea.checked(), await elsewhere.checked()];
    const ordered = await decision(7);
    const { suspension } = done(
      await cast.foreignHead.post<{ suspension: Suspension }>('/api/deadline-suspensions', ordered),
    );
    const after = (await inArea.until(
      'suspended',
      (page) => (page as Suspended).due.suspended !== undefined,
    )) as unknown as Suspended;
    expect(after.due.dueAt > before.due.dueAt).toBe(true);
    expect(done(await cast.foreignHead.get(`/api/dossiers/${inArea.id}/due-date-explanation`))).toMatchObject({
      due: { dueOn: after.due.dueOn },
      moved: {
        from: { dueOn: before.due.dueOn },
        ground: 'Bão số 9',
        paper: ordered.paper,
        suspended: { from: ordered.from, to: ordered.to },
      },
    });

    const during = await FoundingCase.file(cast.otherApplicant, { ownName: freshName('Giữa bão'), areaCode: COMMUNE });
    expect(((await during.page()) as unknown as Suspended).due.suspended).toEqual([
      { suspensionId: suspension.id, from: ordered.from, to: ordered.to },
    ]);
    expect((await elsewhere.page()).due).toEqual(outside.due);

    await advanceTo(cast.administrator, before.due.dueAt, 2);
    expect(await inArea.factTypes()).not.toContain('DossierDeadlinePassed');
    await advanceTo(cast.administrator, after.due.dueAt, -2);
    expect(await inArea.factTypes()).not.toContain('DossierDeadlinePassed');
    await advanceTo(cast.administrator, after.due.dueAt, 2);
    await inArea.until('late after the new day', ({ late }) => late);
    const over = await eventually(
      'the suspension is over',
      () => listed(suspension.id),
      (seen) => seen?.completed === true,
    );
    expect(over?.dossiers).toBeGreaterThanOrEqual(2);
  });

  it('ended earlier, gives the days back; a second decision to end it again changes nothing', async () => {
    const dossier = await FoundingCase.file(cast.applicant, { ownName: freshName('Bão tan'), areaCode: COMMUNE });
    await dossier.checked();
    const ordered = await decision(20);
    const { suspension } = done(
      await cast.foreignHead.post<{ suspension: Suspension }>('/api/deadline-suspensions', ordered),
    );
    const held = await dossier.until('suspended', (page) =>
      JSON.stringify((page as unknown as Suspended).due.suspended ?? []).includes(suspension.id),
    );
    const end = { to: addDays(ordered.from, 1), ground: 'Bão tan', paper: ordered.paper };
    const moves = `/api/deadline-suspensions/${suspension.id}/end-moves`;
    done(await cast.foreignHead.post(moves, end));
    const sooner = await dossier.until('counted anew', (page) => page.due.dueAt < held.due.dueAt);
    expect(Date.parse(sooner.due.dueAt)).toBeGreaterThan(await provinceNow(cast.administrator));
    done(await cast.foreignHead.post(moves, end));
    expect(await dossier.factTypes()).toEqual([
      'DossierFiled',
      'DossierChecked',
      'DossierDeadlineSuspended',
      'DossierDeadlineSuspended',
    ]);
    const past = { ...end, to: addDays(await today(), -1) };
    expect(refusal(await cast.foreignHead.post(moves, past)).code).toMatch(/^DOSSIERS\.SUSPENSION_(END_PAST|PERIOD)$/);
  });

  it('is decided by the head of that commune or the province, on a paper of one’s own, with days that make sense', async () => {
    const ordered = await decision(3);
    for (const who of [cast.foreignOfficer, cast.head, cast.applicant])
      expect(refusal(await who.post('/api/deadline-suspensions', ordered)).status).toBe(403);
    const refused = async (change: object) =>
      refusal(await cast.foreignHead.post('/api/deadline-suspensions', { ...ordered, ...change })).code;
    expect(await refused({ to: addDays(ordered.from, -1) })).toBe('DOSSIERS.SUSPENSION_PERIOD');
    expect(await refused({ to: addDays(ordered.from, 400) })).toBe('DOSSIERS.SUSPENSION_TOO_LONG');
    expect(await refused({ from: addDays(ordered.from, -60) })).toBe('DOSSIERS.SUSPENSION_TOO_EARLY');
    expect(await refused({ paper: 'f'.repeat(64) })).toBe('DOSSIERS.DOCUMENT_UNKNOWN');
    expect(await refused({ from: '2026-02-30' })).toBe('PLATFORM.INPUT_INVALID');
  });
});
