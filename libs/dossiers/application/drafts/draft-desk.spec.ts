import { createHash } from 'node:crypto';
import { loadAreas } from '@hoptac/identity';
import { FixedClock, type Instant } from '@hoptac/kernel';
import type { DocumentStore } from '@hoptac/documents';
import type { AppConfig } from '@hoptac/platform';
import type { JsonObject, PersonVault, Sealed } from '@hoptac/personal-data';
import { OrganisationNames, OrganisationNameStore } from '@hoptac/registry';
import { MemoryEventStore } from '@hoptac/testing';
import type { DraftList } from '../../read-models/drafts/draft-list';
import { applicant, person, press } from '../../testing/people';
import { DeclarationSealer } from '../declaration';
import { DossierPapers } from '../dossier-papers';
import { FileDossierHandler } from '../file-dossier';
import { LegalTerms } from '../legal-terms';
import { CaseCodeStore, DossierStore } from '../stores';
import { DraftChecks } from './draft-checks';
import { DraftDesk } from './draft-desk';
import type { DraftForm } from './draft-form';
import { DraftContentStore, DraftStore } from './draft-stores';
import { PrintedPapers } from './printed-papers';

const MONDAY: Instant = '2026-11-23T02:00:00.000Z';
const stranger = person('applicant', 'applicant-2');

const members = [1, 2, 3, 4, 5].map((number) => ({
  key: `m${String(number)}`,
  fullName: `Nguyễn Văn ${String(number)}`,
  identityNumber: `089 185 00432${String(number)}`,
  dateOfBirth: '17/5/1980',
  contribution: '40 triệu',
}));
const FORM: DraftForm = {
  kind: 'cooperative',
  ownName: 'Nông nghiệp Tân Phú',
  areaCode: '91001',
  line: 'Ấp Tân Phú 1',
  businessLines: [{ code: '0111', main: true }],
  charterCapital: '200.000.000',
  members,
  representative: 'm2',
  governance: 'full',
  conference: { heldOn: '15/11/2026', foundersInvited: '7', foundersAttended: '6', votesForCharter: '6' },
  accountingYearStart: '01-01',
  vatMethod: 'direct',
  employees: '3',
  owners: [{ member: 'm2', ground: 'topManager' }],
  documents: ['charter', 'conferenceResolution'].map((kind) => ({
    kind,
    sha256: 'a'.repeat(64),
    fileName: `${kind}.pdf`,
  })),
  delivery: 'electronic',
};

function house() {
  const store = new MemoryEventStore();
  const areas = loadAreas();
  const printed: string[] = [];
  const clock = new FixedClock(MONDAY);
  const vault = {
    seal: (personId: string, record: object) =>
      Promise.resolve({ personId, box: Buffer.from(JSON.stringify(record)).toString('base64url') }),
    open: ({ box }: Sealed) => Promise.resolve(JSON.parse(Buffer.from(box, 'base64url').toString()) as JsonObject),
    fingerprint: (text: string) => `f:${text}`,
  } as unknown as PersonVault;
  const documents = {
    wasBroughtBy: () => Promise.resolve(true),
    find: (sha256: string) => Promise.resolve({ sha256, size: 1, mediaType: 'application/pdf' }),
    put: async (stream: AsyncIterable<Buffer>) => {
      const hash = createHash('sha256');
      for await (const part of stream) hash.update(part);
      printed.push(hash.digest('hex'));
      return { sha256: printed.at(-1), size: 1, mediaType: 'application/pdf' };
    },
  } as unknown as DocumentStore;
  const config = { embedded: true, uploadMaxBytes: 20_000_000 } as AppConfig;
  const bearers = new Set<string>();
  const index = {
    compare: () => Promise.resolve({ confusing: [], compared: 451 }),
    bearerOf: (name: string) => Promise.resolve(bearers.has(name) ? 'o-1' : undefined),
  };
  const terms = new LegalTerms(store, areas);
  const dossiers = new DossierStore(store);
  const drafts = new DraftStore(store);
  const filing = new FileDossierHandler(
    dossiers,
    new CaseCodeStore(store),
    new DeclarationSealer(vault),
    new DossierPapers(documents),
    terms,
    areas,
    clock,
  );
  let open = 0;
  const list = { openOf: () => Promise.resolve(Array.from({ length: open })) } as unknown as DraftList;
  const desk = new DraftDesk(
    drafts,
    new DraftContentStore(store),
    dossiers,
    filing,
    new PrintedPapers(documents, areas, config),
    list,
    vault,
    areas,
    clock,
  );
  const checks = new DraftChecks(
    terms,
    new OrganisationNames(new OrganisationNameStore(store), index as never),
    { representedBy: () => Promise.resolve([]) } as never,
    vault,
    areas,
    clock,
  );
  return {
    store,
    drafts,
    desk,
    checks,
    bearers,
    printed,
    dossiers,
    has: (drafts: number) => (open = drafts),
    types: () => store.log.all.map(({ type }) => type),
  };
}

/** A draft with this form, and the revision of its content. */
async function drafted(h: ReturnType<typeof house>, form: DraftForm = FORM) {
  const { id, revision } = await h.desk.open({}, press(applicant, 'open-1'));
  return h.desk.save(id, form, press(applicant, 'save-1', revision));
}

describe('drafts', () => {
  it('open once per press and keep what was typed, for the owner alone', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    expect((await h.desk.open({}, press(applicant, 'open-1'))).id).toBe(id);
    expect(await h.desk.read(id, applicant)).toMatchObject({ status: 'Open', revision, form: FORM });
    await expect(h.desk.read(id, stranger)).rejects.toMatchObject({ code: 'DOSSIERS.DRAFT_NOT_FOUND' });
    await expect(h.desk.save(id, {}, press(stranger, 'save-2', revision))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_NOT_FOUND',
    });
    expect(h.store.log.all.map(({ data }) => data).join()).not.toContain('Tân Phú');
    expect(h.types()).toEqual(['DraftOpened', 'DraftSaved', 'DraftSaved']);
  });

  it('refuse the second of two tabs, and a saving that names no revision', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    await h.desk.save(id, { ...FORM, ownName: 'Một' }, press(applicant, 'save-2', revision));
    await expect(h.desk.save(id, FORM, press(applicant, 'save-3', revision))).rejects.toMatchObject({ kind: 'stale' });
    await expect(h.desk.save(id, FORM, press(applicant, 'save-4'))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_REVISION_MISSING',
    });
    await expect(h.desk.file(id, true, press(applicant, 'file-1', revision))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_CHANGED',
    });
  });

  it('keep only their newest savings readable', async () => {
    const h = house();
    const { id, revision: first } = await drafted(h);
    let revision = first;
    for (let n = 0; n < 8; n += 1)
      ({ revision } = await h.desk.save(id, { ownName: String(n) }, press(applicant, `more-${String(n)}`, revision)));
    expect((await h.store.readStream(`draftContent-${id}`)).events).toHaveLength(5);
    expect(await new DraftContentStore(h.store).load(id)).toMatchObject({ revision, state: { status: 'Saved' } });
  });

  it('are limited in number and size', async () => {
    const h = house();
    h.has(20);
    await expect(h.desk.open({}, press(applicant, 'open-2'))).rejects.toMatchObject({
      code: 'DOSSIERS.TOO_MANY_DRAFTS',
    });
    h.has(0);
    const { id, revision } = await drafted(h);
    const huge = { ...FORM, ownName: 'x'.repeat(600_000) };
    await expect(h.desk.save(id, huge, press(applicant, 'save-2', revision))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_TOO_LARGE',
    });
  });
});

describe('filing a draft', () => {
  it('gives one dossier, pressed twice under different keys or again after a death in between', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    const first = await h.desk.file(id, true, press(applicant, 'file-1', revision));
    const again = await h.desk.file(id, true, press(applicant, 'file-2', revision));
    expect(again).toMatchObject({ id: first.id, caseCode: first.caseCode });
    expect(h.types().filter((type) => type === 'DossierFiled')).toHaveLength(1);
    expect(await h.desk.read(id, applicant)).toEqual({
      id,
      status: 'Filed',
      dossierId: first.id,
      caseCode: first.caseCode,
    });
  });

  it('prints the request and the lists from the data, the same bytes after a death in between', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    const execute = h.dossiers.execute.bind(h.dossiers);
    h.dossiers.execute = () => Promise.reject(new Error('killed'));
    await expect(h.desk.file(id, true, press(applicant, 'file-1', revision))).rejects.toThrow('killed');
    h.dossiers.execute = execute;
    const { id: dossierId } = await h.desk.file(id, true, press(applicant, 'file-2', revision));
    expect(new Set(h.printed).size).toBe(1);
    const { state } = await h.dossiers.load(dossierId);
    expect(state.status === 'NotFiled' ? [] : state.documents.map(({ kind }) => kind)).toEqual([
      'charter',
      'conferenceResolution',
      'registrationRequest',
      'memberList',
      'legalRepresentativeList',
    ]);
  });

  it('is noticed where the process died before the draft itself knew of it', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    const execute = h.drafts.execute.bind(h.drafts);
    h.drafts.execute = () => Promise.reject(new Error('killed'));
    await expect(h.desk.file(id, true, press(applicant, 'file-1', revision))).rejects.toThrow('killed');
    h.drafts.execute = execute;
    await expect(h.desk.save(id, FORM, press(applicant, 'save-2', revision))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_FILED',
    });
    expect((await h.desk.read(id, applicant)).status).toBe('Filed');
    await h.desk.file(id, true, press(applicant, 'file-3', revision));
    await expect(h.desk.discard(id, press(applicant, 'discard-1'))).rejects.toMatchObject({
      code: 'DOSSIERS.DRAFT_FILED',
    });
    expect(h.types().filter((type) => ['DossierFiled', 'DraftFiled'].includes(type))).toEqual([
      'DossierFiled',
      'DraftFiled',
    ]);
  });

  it('names every field that is missing or malformed, and files nothing', async () => {
    const h = house();
    const { id, revision } = await drafted(h, { ...FORM, ownName: ' ', charterCapital: 'nhiều' });
    const refused = await h.desk.file(id, true, press(applicant, 'file-1', revision)).catch((error: unknown) => error);
    const pointers = (refused as { fields: { pointer: string }[] }).fields.map(({ pointer }) => pointer);
    expect([...new Set(pointers)].sort()).toEqual(['/application/charterCapital', '/application/ownName']);
    expect(h.types()).not.toContain('DossierFiled');
  });

  it('needs the declaration', async () => {
    const h = house();
    const { id, revision } = await drafted(h);
    await expect(h.desk.file(id, false, press(applicant, 'file-1', revision))).rejects.toMatchObject({
      code: 'DOSSIERS.DECLARATION_MISSING',
    });
  });
});

describe('checks of a draft', () => {
  const states = async (h: ReturnType<typeof house>, form: DraftForm) =>
    Object.fromEntries((await h.checks.findings(form)).sections.map(({ section, state }) => [section, state]));

  it('call an empty form empty and a whole one done', async () => {
    const h = house();
    expect(new Set(Object.values(await states(h, {})))).toEqual(new Set(['empty']));
    const whole = await h.checks.findings(FORM);
    expect(whole.sections.filter(({ state }) => state !== 'done')).toEqual([]);
    expect([whole.complete, whole.decidingOfficeId]).toEqual([true, 'office-91001']);
    expect(whole.proposedOwners.map(({ member, ground }) => [member, ground])).toEqual([['m2', 'topManager']]);
  });

  it('find what filing would find: too few members, too large a share, a name that is taken', async () => {
    const h = house();
    const greedy = members
      .slice(1)
      .map((member, at) => ({ ...member, contribution: at === 0 ? '80 triệu' : '40 triệu' }));
    const found = await h.checks.findings({ ...FORM, members: greedy });
    const of = (section: string) => found.sections.find((one) => one.section === section);
    expect(of('members')?.state).toBe('wrong');
    expect(of('members')?.checks.map(({ check }) => check)).toEqual(['minimumMembers', 'memberShare']);
    h.bearers.add('Nông nghiệp Tân Phú');
    expect(await states(h, FORM)).toMatchObject({ name: 'wrong', members: 'done' });
  });

  it('tell what is missing from what is wrong', async () => {
    const h = house();
    expect(await states(h, { ...FORM, line: '' })).toMatchObject({ headOffice: 'started' });
    const typed = { ...FORM, members: [{ ...members[0], key: 'm1', identityNumber: '123' }] };
    const found = (await h.checks.findings(typed)).sections.find(({ section }) => section === 'members');
    expect(found).toMatchObject({ state: 'wrong' });
    expect(found?.fields.map(({ pointer, missing }) => [pointer, missing])).toEqual([
      ['/application/members/0/person/identityNumber', false],
    ]);
  });
});
