import { createHash } from 'node:crypto';
import type { ApiAnswer, Persona } from './persona';

export interface DeclaredFounder {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly contribution: number;
}

export interface FoundingOptions {
  readonly ownName: string;
  /** Commune of the head office. */
  readonly areaCode?: string;
  readonly founders?: readonly DeclaredFounder[];
  readonly charterCapital?: number;
  /** Where notices go; null for a cooperative that declares no address. */
  readonly email?: string | null;
  /** How the result is taken; electronically unless told. */
  readonly delivery?: 'electronic' | 'atDesk';
}

const FAMILY = ['Nguyễn Thị', 'Trần Văn', 'Lê Hữu', 'Phạm Minh', 'Huỳnh Ngọc', 'Võ Thanh', 'Danh Kim'];

/** Seven invented founders with equal shares: lawful under every regime since 2013. Other people for every name: nobody represents two cooperatives by chance. */
export const founders = (contribution = 30_000_000, ownName = ''): readonly DeclaredFounder[] => {
  const digits = BigInt(`0x${createHash('sha256').update(ownName).digest('hex').slice(0, 15)}`) % 100_000_000n;
  return FAMILY.map((family, index) => ({
    fullName: `${family} Mẫu ${index + 1}`,
    identityNumber: `091${String(digits).padStart(8, '0')}${String(index)}`,
    contribution,
  }));
};

/** Whom the founders' conference elects under full governance, by the founders' places. */
const ELECTED = ['boardChair', 'supervisoryHead', 'director', 'boardMember', 'boardMember'] as const;

/** Whoever holds a quarter of the capital, else the chair (D295 Art. 66). */
function owners(declared: readonly DeclaredFounder[], charterCapital: number) {
  const holders = declared
    .map(({ contribution }, member) => ({ member, ground: 'capital', share: contribution / charterCapital }))
    .filter(({ share }) => share >= 0.25);
  return holders.length > 0
    ? holders.map(({ member, ground }) => ({ member, ground }))
    : [{ member: 0, ground: 'topManager' }];
}

/** Body of a founding application as the pages send it. */
export function foundingApplication(options: FoundingOptions): Record<string, unknown> {
  const declared = options.founders ?? founders(undefined, options.ownName);
  const charterCapital = options.charterCapital ?? declared.reduce((sum, founder) => sum + founder.contribution, 0);
  return {
    kind: 'cooperative',
    ownName: options.ownName,
    headOffice: {
      areaCode: options.areaCode ?? '91001',
      line: 'Số 12, đường Trần Phú',
      phone: '02973000000',
      ...(options.email === null ? {} : { email: options.email ?? 'van-phong@hop-tac-xa.example' }),
    },
    businessLines: [{ code: '0161', main: true }],
    charterCapital,
    governance: 'full',
    conference: {
      heldOn: '2026-11-01',
      foundersInvited: declared.length,
      foundersAttended: declared.length,
      votesForCharter: declared.length,
      votesForMemberList: declared.length,
      votesForPlan: declared.length,
      minutesOn: '2026-11-01',
    },
    elected: ELECTED.slice(0, declared.length).map((office, member) => ({ member, office, votesFor: declared.length })),
    taxRegistration: { accountingYearStart: '01-01', vatMethod: 'deduction', employees: declared.length },
    beneficialOwners: owners(declared, charterCapital),
    delivery: options.delivery === 'atDesk' ? { form: 'atDesk', officeId: 'office-91001' } : { form: 'electronic' },
    members: declared.map(({ fullName, identityNumber, contribution }, index) => ({
      person: { fullName, identityNumber, dateOfBirth: '1980-05-17', nationality: 'VN' },
      memberKind: 'official',
      contribution,
      ...(index === 0 ? { legalRepresentative: true } : {}),
    })),
  };
}

export const FOUNDING_DOCUMENTS = [
  'registrationRequest',
  'charter',
  'conferenceResolution',
  'memberList',
  'legalRepresentativeList',
] as const;

/** A small, real PDF that says what it stands for. */
export function demoPdf(text: string): Uint8Array<ArrayBuffer> {
  const ascii = text
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[()\\]/g, ' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${41 + ascii.length} >>\nstream\nBT /F1 16 Tf 72 720 Td (${ascii}) Tj ET\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const whole = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(whole);
}

/** Uploads the papers of a founding dossier, except the kinds left out. @throws Error when an upload is refused. */
export async function uploadFoundingDocuments(
  persona: Persona,
  without: readonly string[] = [],
): Promise<Record<string, unknown>[]> {
  const documents: Record<string, unknown>[] = [];
  for (const kind of FOUNDING_DOCUMENTS.filter((name) => !without.includes(name))) {
    const fileName = `${kind}.pdf`;
    const { status, body } = await persona.upload(fileName, demoPdf(`Demo: ${kind}`));
    if (status >= 300) throw new Error(`Upload of ${kind} was refused with ${status}: ${JSON.stringify(body)}`);
    documents.push({ kind, fileName, sha256: body.sha256, size: body.size, mediaType: body.mediaType });
  }
  return documents;
}

/** Files a founding dossier online, as the pages do. */
export async function fileFounding(
  persona: Persona,
  options: FoundingOptions,
  key?: string,
): Promise<ApiAnswer<{ id: string; caseCode: string; revision: number; position: string }>> {
  const documents = await uploadFoundingDocuments(persona);
  return persona.post(
    '/api/dossiers',
    { channel: 'online', application: foundingApplication(options), documents },
    key === undefined ? {} : { key },
  );
}

/** Somebody named on the case's page: the record of who he is stays there. */
type NamedAgain = Readonly<Record<string, unknown>> & { readonly personId: string };

interface DeclaredCase {
  readonly application: Readonly<
    Record<
      | 'kind'
      | 'ownName'
      | 'foreignName'
      | 'abbreviation'
      | 'businessLines'
      | 'charterCapital'
      | 'governance'
      | 'conference'
      | 'taxRegistration'
      | 'delivery',
      unknown
    >
  > & {
    readonly elected?: readonly NamedAgain[];
    readonly beneficialOwners?: readonly NamedAgain[];
    readonly headOffice: Readonly<Record<string, unknown>>;
    readonly members: readonly (Readonly<Record<string, unknown>> & { readonly personId: string })[];
  };
  readonly documents: readonly unknown[];
}

/**
 * The version on the case's page with another address line, as the correction page sends it: persons stated before are named by their id.
 * `after` is the position of the step that the page must have seen.
 */
export async function resubmissionOf(
  persona: Persona,
  dossierId: string,
  line: string,
  after = '',
): Promise<Record<string, unknown>> {
  const { status, body } = await persona.get<DeclaredCase>(`/api/dossiers/${dossierId}?after=${after}`);
  if (status >= 300) throw new Error(`The case cannot be read: ${String(status)} ${JSON.stringify(body)}`);
  const {
    kind,
    ownName,
    foreignName,
    abbreviation,
    headOffice,
    businessLines,
    charterCapital,
    governance,
    conference,
    taxRegistration,
    delivery,
    elected,
    beneficialOwners,
  } = body.application;
  const again = (list: readonly NamedAgain[] | undefined) => list?.map((one) => ({ ...one, person: undefined }));
  return {
    application: {
      kind,
      ownName,
      ...(foreignName === undefined ? {} : { foreignName }),
      ...(abbreviation === undefined ? {} : { abbreviation }),
      headOffice: { ...headOffice, line },
      businessLines,
      charterCapital,
      governance,
      conference,
      taxRegistration,
      delivery,
      elected: again(elected),
      beneficialOwners: again(beneficialOwners),
      members: body.application.members.map(
        ({ personId, memberKind, contribution, legalRepresentative, organisationCode }) => ({
          personId,
          memberKind,
          contribution,
          ...(legalRepresentative === true ? { legalRepresentative } : {}),
          ...(organisationCode === undefined ? {} : { organisationCode }),
        }),
      ),
    },
    documents: body.documents,
  };
}
