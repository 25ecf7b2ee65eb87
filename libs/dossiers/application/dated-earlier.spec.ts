import { openItems, type FiledDossier } from '../domain';
import { house } from '../testing/house';
import { applicant, head, OFFICE, officer, person, press } from '../testing/people';

const WEDNESDAY = '2026-11-25T02:00:00.000Z';
const clerk = person('clerk', 'applicant-1', OFFICE);

describe('a dossier that reached the office before it was entered', () => {
  it('counts from its own day; both days stand on the fact', async () => {
    const h = await house();
    h.clock.set(WEDNESDAY);
    const entered = await h.filing.file({ ...h.filed, channel: 'post' }, press(clerk, 'today'));
    const earlier = await h.filing.file(
      { ...h.filed, channel: 'post', receivedOn: '2026-11-20' },
      press(clerk, 'earlier'),
    );
    const due = async (id: string) => ((await h.dossiers.load(id)).state as FiledDossier).due;
    expect((await due(entered.id)).dueOn).toBe('2026-11-30');
    expect(await due(earlier.id)).toMatchObject({ dueOn: '2026-11-26', countedFrom: '2026-11-20' });
    const [fact] = (await h.store.readStream(`dossier-${earlier.id}`)).events;
    expect(fact?.metadata).toMatchObject({ occurredAt: WEDNESDAY, effectiveOn: '2026-11-20' });
    expect(fact?.event.data).toMatchObject({ receivedAt: '2026-11-19T17:00:00.000Z' });
  });

  it('falls under the decree of its own day', async () => {
    const h = await house();
    h.clock.set('2026-07-24T02:00:00.000Z');
    const conference = { heldOn: '2026-07-01', foundersInvited: 7, foundersAttended: 6, votesForCharter: 6 } as const;
    const filing = { ...h.filed, application: { ...h.filed.application, conference }, channel: 'post' } as const;
    const { id } = await h.filing.file({ ...filing, receivedOn: '2026-07-22' }, press(clerk, 'earlier'));
    expect((await h.dossiers.load(id)).state).toMatchObject({ regime: 'R3' });
  });

  it('is refused with a day to come, before the founders met, long ago, or online', async () => {
    const h = await house();
    h.clock.set(WEDNESDAY);
    const refused = async (change: object) =>
      h.filing.file({ ...h.filed, channel: 'post', ...change }, press(clerk, JSON.stringify(change))).then(
        () => 'taken',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await refused({ receivedOn: '2026-11-26' })).toBe('DOSSIERS.PAPER_DAY_AHEAD');
    expect(await refused({ receivedOn: '2026-11-14' })).toBe('DOSSIERS.PAPER_DAY_TOO_EARLY');
    expect(await refused({ receivedOn: '2026-11-15' })).toBe('taken');
    const conference = { ...h.filed.application.conference, heldOn: '2026-01-01' as const };
    const application = { ...h.filed.application, conference };
    expect(await refused({ application, receivedOn: '2026-10-25' })).toBe('DOSSIERS.PAPER_DAY_TOO_OLD');
    await expect(
      h.filing.file({ ...h.filed, receivedOn: '2026-11-20' }, press(applicant, 'online')),
    ).rejects.toMatchObject({ code: 'DOSSIERS.PAPER_DAY_ONLINE' });
  });
});

describe('a decision signed before it was entered', () => {
  it('has its own day, not before the receipt and not ahead', async () => {
    const h = await house();
    const { id } = await h.filing.file(h.filed, press(applicant, 'file'));
    await h.driven.checkDossier(h.command(id, 'DossierChecked/0'));
    const checks = openItems((await h.dossiers.load(id)).state as FiledDossier).map((check) => ({
      check,
      outcome: 'passed' as const,
    }));
    await h.staff.confirmChecks(id, { round: 0, checks }, press(officer, 'confirm'));
    await h.steps.examine(id, { decision: 'grant' }, press(officer, 'examine'));
    await h.tax.requestTaxCode(h.command(id, 'code'));
    h.clock.set(WEDNESDAY);
    const decide = (decidedOn: '2026-11-22' | '2026-11-24' | '2026-11-26') =>
      h.steps.decide(id, { decision: 'grant' }, press(head, `decide-${decidedOn}`), decidedOn);
    await expect(decide('2026-11-26')).rejects.toMatchObject({ code: 'DOSSIERS.PAPER_DAY_AHEAD' });
    await expect(decide('2026-11-22')).rejects.toMatchObject({ code: 'DOSSIERS.PAPER_DAY_TOO_EARLY' });
    await decide('2026-11-24');
    const fact = (await h.store.readStream(`dossier-${id}`)).events.at(-1);
    expect(fact?.event).toMatchObject({ type: 'DossierGranted', data: { decidedOn: '2026-11-24' } });
    expect(fact?.metadata).toMatchObject({ occurredAt: WEDNESDAY, effectiveOn: '2026-11-24' });
  });
});
