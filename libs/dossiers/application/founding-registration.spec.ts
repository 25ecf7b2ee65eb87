import { openItems, type FiledDossier } from '../domain';
import { areas, declaration, house } from '../testing/house';
import { applicant, head, OFFICE, officer, person, press } from '../testing/people';
import type { Declaration } from './declaration';
import { actionsFor } from './reading-rights';

describe('a founding registration', () => {
  it('goes from filing to certificate, one correction on the way', async () => {
    const { filing, filed, steps, staff, driven, tax, clock, typesOf, command, dossiers, asked } = await house();
    const { id, caseCode } = await filing.file(
      { ...filed, documents: filed.documents.slice(1) },
      press(applicant, 'press-1'),
    );
    expect(caseCode).toBe('H01.91001-261123-0001');
    await driven.checkDossier(command(id, 'DossierChecked/0'));
    await steps.claim(id, press(officer, 'press-2'));
    await expect(steps.examine(id, { decision: 'grant' }, press(officer, 'press-3'))).rejects.toMatchObject({
      code: 'DOSSIERS.CHECKS_FAILED',
    });
    const defects = [{ subject: 'document:request', reason: 'Thiếu giấy đề nghị', article: 'L23 Art. 42.2.a' }];
    await steps.requestCorrection(id, { defects }, press(officer, 'press-4'));
    clock.set('2026-12-01T02:00:00.000Z');
    const { state } = await dossiers.load(id);
    if (state.status !== 'AwaitingCorrection') throw new Error(state.status);
    expect(state.correctionDue).toMatchObject({ dueOn: '2027-01-22', amount: 60, unit: 'day' });
    // Four members as they were, one with a new person.
    const members = filed.application.members.map((member, place) =>
      place === 0
        ? member
        : { ...member, person: undefined, personId: state.application.members[place]?.person.personId },
    ) as Declaration['members'];
    await steps.resubmit(id, { ...filed, application: declaration({ members }) }, press(applicant, 'press-5'));
    await driven.checkDossier(command(id, 'DossierChecked/1'));
    const { state: checked } = await dossiers.load(id);
    const open = openItems(checked as FiledDossier).map((check) => ({ check, outcome: 'passed' as const }));
    await staff.confirmChecks(id, { round: 1, checks: open }, press(officer, 'press-9'));
    await steps.examine(id, { decision: 'grant' }, press(officer, 'press-6'));
    await tax.requestTaxCode(command(id, 'DossierTaxCodeReceived/0'));
    await expect(steps.decide(id, { decision: 'grant' }, press(officer, 'press-7'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    await steps.decide(id, { decision: 'grant' }, press(head, 'press-8'));
    const first = await driven.registerOrganisation(command(id, 'DossierCertificateIssued/0'));
    const again = await driven.registerOrganisation(command(id, 'DossierCertificateIssued/0'));
    expect(again).toEqual(first);
    expect(await typesOf(`dossier-${id}`)).toEqual([
      'DossierFiled',
      'DossierChecked',
      'DossierAssigned',
      'DossierCorrectionRequested',
      'DossierResubmitted',
      'DossierChecked',
      'DossierChecksConfirmed',
      'DossierExamined',
      'DossierTaxCodeReceived',
      'DossierGranted',
      'DossierCertificateIssued',
    ]);
    expect(asked).toEqual([
      { requestId: `${id}-1`, organisationName: 'Hợp tác xã Nông nghiệp Tân Phú', officeCode: '91001' },
    ]);
  });

  it('writes no person in clear', async () => {
    const { filing, filed, store } = await house();
    await filing.file(filed, press(applicant, 'press-1'));
    for (const { data } of store.log.all) {
      expect(data).not.toContain('Nguyễn Văn');
      expect(data).not.toMatch(/"identityNumber"/);
    }
  });

  it('takes one press once: same dossier, same code, no second number', async () => {
    const { filing, filed, typesOf } = await house();
    const answers = await Promise.all([1, 2, 3].map(() => filing.file(filed, press(applicant, 'press-1'))));
    expect(new Set(answers.map(({ id, caseCode, revision }) => `${id} ${caseCode} ${String(revision)}`)).size).toBe(1);
    const other = await filing.file(filed, press(applicant, 'press-2'));
    expect(other.caseCode).toBe('H01.91001-261123-0002');
    expect(await typesOf('caseCodes-91001-261123')).toHaveLength(2);
  });

  it('burns no number on a filing that is refused', async () => {
    const { filing, filed, typesOf } = await house();
    const clerk = person('clerk', 'applicant-1', OFFICE);
    await expect(
      filing.file({ ...filed, channel: 'office', documents: [] }, press(clerk, 'press-1')),
    ).rejects.toMatchObject({
      code: 'DOSSIERS.DOCUMENT_MISSING',
    });
    await expect(
      filing.file(
        { ...filed, application: declaration({ headOffice: { areaCode: '91401', line: 'x' } }) },
        press(applicant, 'press-2'),
      ),
    ).rejects.toMatchObject({ code: 'DOSSIERS.AREA_UNKNOWN' });
    expect(await typesOf('caseCodes-91001-261123')).toEqual([]);
  });

  it('takes no file that the account did not bring', async () => {
    const { filing, filed } = await house();
    const stranger = person('applicant', 'applicant-2');
    await expect(filing.file(filed, press(stranger, 'press-1'))).rejects.toMatchObject({
      code: 'DOSSIERS.DOCUMENT_UNKNOWN',
    });
  });

  it('lets nobody but the desk file on paper or for somebody else', async () => {
    const { filing, filed, dossiers } = await house();
    for (const change of [{ channel: 'post' }, { applicantId: 'applicant-2' }] as const) {
      await expect(filing.file({ ...filed, ...change }, press(applicant, 'press-1'))).rejects.toMatchObject({
        code: 'DOSSIERS.DESK_ONLY',
      });
    }
    const clerk = person('clerk', 'applicant-1', 'office-91018');
    const { id } = await filing.file({ ...filed, channel: 'office' }, press(clerk, 'press-2'));
    expect((await dossiers.load(id)).state).toMatchObject({
      applicantId: `paper:${id}`,
      receivingOfficeId: 'office-91018',
      decidingOfficeId: OFFICE,
    });
  });

  it('refuses the other office, the other applicant, and who saw an older revision', async () => {
    const { filing, filed, steps } = await house();
    const { id } = await filing.file(filed, press(applicant, 'press-1'));
    const elsewhere = person('officer', 'officer-9', 'office-91018');
    await expect(steps.claim(id, press(elsewhere, 'press-2'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    const stranger = person('applicant', 'applicant-2');
    await expect(steps.requestWithdrawal(id, 'x', press(stranger, 'press-3'))).rejects.toMatchObject({
      code: 'IDENTITY.NOT_PERMITTED',
    });
    await steps.claim(id, press(officer, 'press-4', 0));
    await expect(steps.examine(id, { decision: 'grant' }, press(officer, 'press-5', 0))).rejects.toMatchObject({
      kind: 'stale',
    });
  });

  it('holds the name against others and frees it when the dossier ends', async () => {
    const { filing, filed, steps, driven, command, dossiers } = await house();
    const first = await filing.file(filed, press(applicant, 'press-1'));
    const second = await filing.file(
      { ...filed, application: declaration({ ownName: 'NÔNG NGHIỆP TÂN PHÚ' }) },
      press(applicant, 'press-2'),
    );
    await driven.checkDossier(command(first.id, 'DossierChecked/0'));
    await driven.checkDossier(command(second.id, 'DossierChecked/0'));
    expect((await dossiers.load(second.id)).state).toMatchObject({
      checks: { outcomes: { nameNotDuplicate: 'failed' }, nameReserved: false },
    });
    await steps.requestWithdrawal(first.id, 'Đổi kế hoạch', press(applicant, 'press-3'));
    expect((await dossiers.load(first.id)).state).toMatchObject({
      withdrawal: { due: { dueOn: '2026-11-25', amount: 1 } },
    });
    await steps.decideWithdrawal(first.id, { outcome: 'accept' }, press(head, 'press-4'));
    await driven.releaseName(command(first.id, 'releaseName/0'));
    const third = await filing.file(filed, press(applicant, 'press-5'));
    await driven.checkDossier(command(third.id, 'DossierChecked/0'));
    expect((await dossiers.load(third.id)).state).toMatchObject({
      checks: { outcomes: { nameNotDuplicate: 'passed' }, nameReserved: true },
    });
  });

  it('holds no name that an imported organisation bears', async () => {
    const { filing, filed, driven, command, dossiers, bearers } = await house();
    bearers.set('Nông nghiệp Tân Phú', 'organisation-7');
    const { id } = await filing.file(filed, press(applicant, 'press-1'));
    await driven.checkDossier(command(id, 'DossierChecked/0'));
    expect((await dossiers.load(id)).state).toMatchObject({ checks: { nameReserved: false } });
  });

  it('explains its limit day by day', async () => {
    const { filing, filed, explanations } = await house();
    const { id } = await filing.file(filed, press(applicant, 'press-1'));
    const { due, days, sameCalendar } = await explanations.ofRunningLimit(id);
    expect(due).toMatchObject({ dueOn: '2026-11-27', article: 'L23 Art. 42.4' });
    expect(days.map(({ date, treatment }) => `${date} ${treatment}`)).toEqual([
      '2026-11-23 event-day',
      // Ngày Văn hóa Việt Nam.
      '2026-11-24 skipped',
      '2026-11-25 counted',
      '2026-11-26 counted',
      '2026-11-27 counted',
    ]);
    expect(sameCalendar).toBe(true);
  });

  it('explains a limit that was extended: from its old last day on, with ground and paper', async () => {
    const { filing, filed, staff, explanations } = await house();
    const { id } = await filing.file(filed, press(applicant, 'press-1'));
    const paper = 'a'.repeat(64);
    const extension = { what: 'decision', workingDays: 2, ground: 'Hệ thống thuế bảo trì', paper } as const;
    await expect(staff.extend(id, extension, press(head, 'press-2'))).rejects.toMatchObject({
      code: 'DOSSIERS.DOCUMENT_UNKNOWN',
    });
    await staff.extend(id, extension, press({ ...head, personId: applicant.personId }, 'press-3'));
    const { due, days, moved } = await explanations.ofRunningLimit(id);
    expect(due).toMatchObject({ dueOn: '2026-12-01', countedFrom: '2026-11-27', amount: 2 });
    expect(days.map(({ date }) => date)).toEqual([
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
    ]);
    expect(moved).toMatchObject({ from: { dueOn: '2026-11-27' }, ground: extension.ground, paper });
  });

  it('offers each person what that person may do', async () => {
    const { filing, filed, dossiers } = await house();
    const { id } = await filing.file(filed, press(applicant, 'press-1'));
    const { state } = await dossiers.load(id);
    expect(actionsFor(applicant, state, '2026-11-23', areas)).toEqual(['requestWithdrawal']);
    expect(actionsFor(officer, state, '2026-11-23', areas)).toEqual([
      'takeCase',
      'requestCorrection',
      'proposeRefusal',
    ]);
    expect(actionsFor(head, state, '2026-11-23', areas)).toEqual(['reassignCase', 'extendDeadline']);
  });
});
