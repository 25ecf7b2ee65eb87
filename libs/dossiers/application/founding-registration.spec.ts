import { loadAreas } from '@hoptac/identity';
import { FixedClock, type Instant } from '@hoptac/kernel';
import type { PersonVault } from '@hoptac/personal-data';
import { OrganisationNames, OrganisationNameStore, OrganisationRegister, OrganisationStore } from '@hoptac/registry';
import { MemoryEventStore } from '@hoptac/testing';
import type { DocumentStore } from '@hoptac/documents';
import { FoundingRegistrationActivities } from '../activities/founding-registration.activities';
import { TaxCodeActivities } from '../activities/tax-code.activities';
import { TaxAuthority, type TaxCodeRequest } from '../activities/tax-authority';
import { applicant, head, OFFICE, officer, person, press } from '../testing/people';
import { openItems, type FiledDossier } from '../domain';
import { DeclarationSealer, type Declaration } from './declaration';
import { DossierPapers } from './dossier-papers';
import { DossierSteps } from './dossier-steps';
import { DueDateExplanations } from './due-date-explanations';
import { FileDossierHandler, type Filing } from './file-dossier';
import { LegalTerms } from './legal-terms';
import { actionsFor } from './reading-rights';
import { StaffSteps } from './staff-steps';
import { StepTaker } from './step-taker';
import { CaseCodeStore, DossierStore } from './stores';

/** Monday morning in Việt Nam, under D295. */
const MONDAY: Instant = '2026-11-23T02:00:00.000Z';
const areas = loadAreas();

/** Seals openly, so that a spec can see what was sealed. */
const vault = {
  seal: (personId: string, record: object) =>
    Promise.resolve({ personId, box: Buffer.from(JSON.stringify(record)).toString('base64url') }),
  fingerprint: (text: string) => `f:${text}`,
} as unknown as PersonVault;
const documents = {
  wasBroughtBy: (_sha: string, account: string) => Promise.resolve(account === applicant.personId),
  find: (sha256: string) => Promise.resolve({ sha256, size: 1234, mediaType: 'application/pdf' }),
} as unknown as DocumentStore;

const declaration = (change: Partial<Declaration> = {}): Declaration => ({
  kind: 'cooperative',
  ownName: 'Nông nghiệp  Tân Phú',
  headOffice: { areaCode: '91001', line: 'Ấp Tân Phú 1' },
  businessLines: [{ code: '0111', main: true }],
  charterCapital: 200_000_000,
  members: [1, 2, 3, 4, 5].map((number) => ({
    person: {
      fullName: `Nguyễn Văn ${String(number)}`,
      identityNumber: `08918500432${String(number)}`,
      nationality: 'VN',
    },
    memberKind: 'official' as const,
    contribution: 40_000_000,
    legalRepresentative: number === 2,
  })),
  governance: 'full',
  conference: { heldOn: '2026-11-15', foundersInvited: 7, foundersAttended: 6, votesForCharter: 6 },
  ...change,
});

async function house() {
  const store = new MemoryEventStore();
  const clock = new FixedClock(MONDAY);
  const terms = new LegalTerms(store, areas);
  const dossiers = new DossierStore(store);
  const sealer = new DeclarationSealer(vault);
  const papers = new DossierPapers(documents);
  const bearers = new Map<string, string>();
  const index = {
    compare: () => Promise.resolve({ confusing: [] as string[], compared: 451 }),
    bearerOf: (name: string) => Promise.resolve(bearers.get(name)),
  };
  const nameStore = new OrganisationNameStore(store);
  const names = new OrganisationNames(nameStore, index as never);
  const register = new OrganisationRegister(new OrganisationStore(store), names, vault);
  const asked: TaxCodeRequest[] = [];
  class Authority extends TaxAuthority {
    requestCode(request: TaxCodeRequest) {
      asked.push(request);
      return Promise.resolve({ taxCode: '1700123456' });
    }
  }
  const taker = new StepTaker(dossiers, terms, areas, clock);
  const filing = new FileDossierHandler(dossiers, new CaseCodeStore(store), sealer, papers, terms, areas, clock);
  const required = terms.rulebook
    .procedure('P01', 'R4')
    .requiredDocuments({})
    .map(({ kind }) => kind);
  const filed: Filing = {
    channel: 'online',
    application: declaration(),
    documents: required.map((kind) => ({ kind, sha256: 'a'.repeat(64), fileName: `${kind}.pdf` })),
  };
  return {
    store,
    clock,
    terms,
    dossiers,
    bearers,
    asked,
    filed,
    filing,
    steps: new DossierSteps(taker, sealer, papers, terms),
    staff: new StaffSteps(taker, { assignmentsOf: () => officer.assignments, isLocked: () => false } as never, areas),
    driven: new FoundingRegistrationActivities(dossiers, terms, names, register, areas),
    tax: new TaxCodeActivities(dossiers, terms, new Authority(), areas),
    explanations: new DueDateExplanations(store, terms),
    typesOf: async (stream: string) => (await store.readStream(stream)).events.map(({ event }) => event.type),
    command: (caseId: string, step: string) => ({
      caseId,
      now: clock.now(),
      commandId: `founding-registration:${caseId}/${step}`,
    }),
  };
}

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
    await steps.requestCorrection(id, defects, press(officer, 'press-4'));
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
    expect(actionsFor(head, state, '2026-11-23', areas)).toEqual(['reassignCase']);
  });
});
