import type { Instant, LocalDate } from '@hoptac/kernel';
import { DeadlineSuspensionActivities } from '../../activities/deadline-suspension.activities';
import { isFiled, type DueDate } from '../../domain';
import { areas, declaration, house } from '../../testing/house';
import { applicant, head, officer, OFFICE, person, press } from '../../testing/people';
import { SuspensionStore } from '../stores';
import { SuspensionDesk } from './suspension-desk';

const ANOTHER_OFFICE = '91018';
const paper = 'a'.repeat(64);
type House = Awaited<ReturnType<typeof house>>;

/** The house with its desk for suspensions and the activities that carry them into the cases. */
async function stormyHouse() {
  const h = await house();
  const suspensions = new SuspensionStore(h.store);
  const filed: { dossierId: string; officeId: string }[] = [];
  const openLimits = { all: () => Promise.resolve(filed) } as never;
  const papers = { accept: () => Promise.resolve([]) } as never;
  const desk = new SuspensionDesk(suspensions, papers, h.terms, areas, h.clock);
  const activities = new DeadlineSuspensionActivities(suspensions, h.dossiers, openLimits, h.terms, areas);
  let looks = 0;
  const look = () =>
    activities.applySuspensions({ caseId: '91', now: h.clock.now(), commandId: `look-${String((looks += 1))}` });
  const file = async (name: string, areaCode = '91001') => {
    const application = declaration({ ownName: name, headOffice: { areaCode, line: 'Ấp 1' } });
    const { id } = await h.filing.file({ ...h.filed, application }, press(applicant, `file-${name}`));
    filed.push({ dossierId: id, officeId: `office-${areaCode}` });
    return id;
  };
  return { ...h, desk, activities, look, file, suspensions };
}
const dueOf = async (h: House, id: string): Promise<DueDate> => {
  const { state } = await h.dossiers.load(id);
  if (!isFiled(state)) throw new Error('Not filed');
  return state.status === 'AwaitingCorrection' ? state.correctionDue : state.due;
};
const storm = (from: LocalDate, to: LocalDate, areaCode = '91001') => ({
  areaCode,
  from,
  to,
  ground: 'Bão số 9',
  paper,
});

describe('one decision over many cases', () => {
  it('falls on every open case of the area, whose remaining days run on afterwards, and on no other', async () => {
    const h = await stormyHouse();
    const [one, two, elsewhere] = [await h.file('Một'), await h.file('Hai'), await h.file('Ba', ANOTHER_OFFICE)];
    const { suspension } = await h.desk.decide(storm('2026-11-24', '2026-11-27'), press(head, 'decide'));
    await h.look();
    for (const id of [one, two]) {
      expect(await dueOf(h, id)).toMatchObject({ dueOn: '2026-12-02', amount: 3, countedFrom: '2026-11-23' });
      expect((await h.typesOf(`dossier-${id}`)).at(-1)).toBe('DossierDeadlineSuspended');
    }
    expect((await dueOf(h, elsewhere)).dueOn).toBe('2026-11-27');
    const { state } = await h.suspensions.load('91');
    expect(state.byId[suspension.suspensionId]?.dossierIds).toEqual([one, two].sort());
  });

  it('looked at again, or tried again after a crash, falls once', async () => {
    const h = await stormyHouse();
    const id = await h.file('Một');
    await h.desk.decide(storm('2026-11-24', '2026-11-27'), press(head, 'decide'));
    await h.desk.decide(storm('2026-11-24', '2026-11-27'), press(head, 'decide'));
    await Promise.all([h.look(), h.look()]);
    await h.look();
    expect((await h.typesOf(`dossier-${id}`)).filter((type) => type === 'DossierDeadlineSuspended')).toHaveLength(1);
    expect(await h.typesOf('deadlineSuspension-91')).toEqual(['DeadlineSuspensionDecided', 'DeadlineSuspensionFell']);
  });

  it('is known to a case filed meanwhile, and to a notice, from the first', async () => {
    const h = await stormyHouse();
    await h.desk.decide(storm('2026-11-24', '2026-11-27'), press(head, 'decide'));
    const id = await h.file('Một');
    expect(await dueOf(h, id)).toMatchObject({
      dueOn: '2026-12-02',
      suspended: [{ from: '2026-11-24', to: '2026-11-27' }],
    });
    await h.look();
    expect(await h.typesOf(`dossier-${id}`)).toEqual(['DossierFiled']);
    const { state } = await h.suspensions.load('91');
    expect(Object.values(state.byId)[0]?.dossierIds).toEqual([id]);
    const defects = [{ subject: 'document:charter', reason: 'Thiếu chữ ký', article: 'L23 Art. 40' }];
    await h.steps.requestCorrection(id, { defects }, press(officer, 'notice'));
    // Sixty days and the four suspended ones.
    expect((await dueOf(h, id)).dueOn).toBe('2027-01-26');
  });

  it('ended earlier or prolonged, is counted anew on every case', async () => {
    const h = await stormyHouse();
    const id = await h.file('Một');
    const { suspension } = await h.desk.decide(storm('2026-11-24', '2026-11-27'), press(head, 'decide'));
    await h.look();
    const end = (to: LocalDate) => ({ to, ground: 'Bão tan', paper });
    await h.desk.moveEnd(suspension.suspensionId, end('2026-11-24'), press(head, 'earlier'));
    await h.look();
    expect((await dueOf(h, id)).dueOn).toBe('2026-11-27');
    await h.desk.moveEnd(suspension.suspensionId, end('2026-12-04'), press(head, 'later'));
    await h.look();
    expect((await dueOf(h, id)).dueOn).toBe('2026-12-09');
  });

  it('takes back a lateness that it covers, and none that had come before it', async () => {
    const h = await stormyHouse();
    const [covered, before] = [await h.file('Một'), await h.file('Hai', ANOTHER_OFFICE)];
    const late: Instant = '2026-11-30T02:00:00.000Z';
    h.clock.set(late);
    for (const id of [covered, before]) await h.driven.markDeadlinePassed(h.command(id, 'late'));
    await h.desk.decide(storm('2026-11-25', '2026-12-01'), press(head, 'one'));
    const elsewhere = person('head', 'head-2', `office-${ANOTHER_OFFICE}`);
    await h.desk.decide(storm('2026-11-28', '2026-12-01', ANOTHER_OFFICE), press(elsewhere, 'two'));
    await h.look();
    expect((await h.dossiers.load(covered)).state).toMatchObject({ late: false, due: { dueOn: '2026-12-04' } });
    expect((await h.dossiers.load(before)).state).toMatchObject({ late: true, due: { dueOn: '2026-11-27' } });
  });

  it('explains the due date with the days on which nothing ran', async () => {
    const h = await stormyHouse();
    const id = await h.file('Một');
    await h.desk.decide(storm('2026-11-25', '2026-11-27'), press(head, 'decide'));
    await h.look();
    const { due, days, moved, sameCalendar } = await h.explanations.ofRunningLimit(id);
    expect([due.dueOn, sameCalendar]).toEqual(['2026-12-02', true]);
    expect(moved).toMatchObject({
      from: { dueOn: '2026-11-27' },
      ground: 'Bão số 9',
      suspended: { from: '2026-11-25', to: '2026-11-27' },
    });
    expect(days.filter(({ nameVi }) => nameVi === 'Thời gian tạm dừng tính thời hạn')).toHaveLength(3);
  });

  it('is decided by a head for his own commune alone, and not by an officer', async () => {
    const h = await stormyHouse();
    await expect(
      h.desk.decide(storm('2026-11-24', '2026-11-27', ANOTHER_OFFICE), press(head, 'one')),
    ).rejects.toMatchObject({ code: 'IDENTITY.NOT_PERMITTED' });
    await expect(h.desk.decide(storm('2026-11-24', '2026-11-27', '91'), press(head, 'two'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    await expect(h.desk.decide(storm('2026-11-24', '2026-11-27'), press(officer, 'three'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    const province = person('supervisor', 'supervisor-1', 'office-91');
    const { suspension } = await h.desk.decide(storm('2026-11-24', '2026-11-27', '91'), press(province, 'four'));
    expect(suspension.areaCode).toBe('91');
    expect(OFFICE).toBe('office-91001');
  });
});
