import { loadAreas } from '@hoptac/identity';
import { FixedClock, type Instant } from '@hoptac/kernel';
import type { PersonVault } from '@hoptac/personal-data';
import {
  OrganisationCodes,
  OrganisationCodeStore,
  OrganisationNames,
  OrganisationNameStore,
  OrganisationRegister,
  OrganisationStore,
  type RepresentedOrganisation,
} from '@hoptac/registry';
import { MemoryEventStore } from '@hoptac/testing';
import type { DocumentStore } from '@hoptac/documents';
import { FoundingRegistrationActivities } from '../activities/founding-registration.activities';
import { TaxCodeActivities } from '../activities/tax-code.activities';
import { TaxAuthority, type TaxCodeRequest } from '../activities/tax-authority';
import { applicant, officer } from './people';
import { DeclarationSealer, type Declaration } from '../application/declaration';
import { DossierPapers } from '../application/dossier-papers';
import { DossierSteps } from '../application/dossier-steps';
import { DueDateExplanations } from '../application/due-date-explanations';
import { FileDossierHandler, type Filing } from '../application/file-dossier';
import { LegalTerms } from '../application/legal-terms';
import { StaffSteps } from '../application/staff-steps';
import { StepTaker } from '../application/step-taker';
import { CaseCodeStore, DossierStore } from '../application/stores';

/** Monday morning in Việt Nam, under D295. */
export const MONDAY: Instant = '2026-11-23T02:00:00.000Z';
export const areas = loadAreas();

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

export const declaration = (change: Partial<Declaration> = {}): Declaration => ({
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

/** A house in memory: the context's own handlers over a store of nothing but memory. */
export async function house() {
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
  const represented = new Map<string, RepresentedOrganisation[]>();
  const codesTaken = new Map<string, string>();
  const bindings = {
    bearerOfCode: (code: string) => Promise.resolve(codesTaken.get(code)),
    representedBy: (fingerprint: string) => Promise.resolve(represented.get(fingerprint) ?? []),
  } as never;
  const codes = new OrganisationCodes(new OrganisationCodeStore(store), bindings);
  const register = new OrganisationRegister(new OrganisationStore(store), names, codes, vault);
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
    represented,
    codesTaken,
    asked,
    filed,
    filing,
    steps: new DossierSteps(taker, sealer, papers, terms),
    staff: new StaffSteps(
      taker,
      papers,
      terms,
      { assignmentsOf: () => officer.assignments, isLocked: () => false } as never,
      areas,
    ),
    driven: new FoundingRegistrationActivities(dossiers, terms, names, register, bindings, areas),
    tax: new TaxCodeActivities(dossiers, terms, new Authority(), codes, areas),
    explanations: new DueDateExplanations(store, terms),
    typesOf: async (stream: string) => (await store.readStream(stream)).events.map(({ event }) => event.type),
    command: (caseId: string, step: string) => ({
      caseId,
      now: clock.now(),
      commandId: `founding-registration:${caseId}/${step}`,
    }),
  };
}
