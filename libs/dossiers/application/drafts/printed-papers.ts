import { DocumentStore } from '@hoptac/documents';
import { AreaTree } from '@hoptac/identity';
import { localDateOf, type Instant } from '@hoptac/kernel';
import { currentTemplateVersion, renderPaper, type PaperPerson, type RequestFacts } from '@hoptac/papers';
import { AppConfig } from '@hoptac/platform';
import { fullName } from '@hoptac/registry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { DeclaredVersion, MemberDeclaration } from '../declaration';
import type { HandedInDocument } from '../dossier-papers';

const FILE_NAMES: Readonly<Record<string, string>> = {
  registrationRequest: 'Giấy đề nghị đăng ký.pdf',
  memberList: 'Danh sách thành viên (mục 7 Giấy đề nghị đăng ký).pdf',
  legalRepresentativeList: 'Người đại diện theo pháp luật (mục 5 Giấy đề nghị đăng ký).pdf',
};

/**
 * Papers that are printed from the data when the filer signs himself (D295 Art. 30–31): one file, whose parts are the request, the list of members and
 * the legal representative. All others are uploaded.
 */
export const PRINTED_KINDS: readonly string[] = Object.keys(FILE_NAMES);

const COMMUNES: Readonly<Record<string, string>> = { commune: 'xã', ward: 'phường', specialZone: 'đặc khu' };

/** Prints an applicant's own papers into the document store. */
@Injectable()
export class PrintedPapers {
  constructor(
    private readonly documents: DocumentStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  /**
   * The version with the papers that nobody uploaded.
   * @param at last saving of the draft: the same draft gives the same bytes, however often it is printed.
   */
  async completed(version: DeclaredVersion, bringer: string, at: Instant): Promise<DeclaredVersion> {
    const missing = PRINTED_KINDS.filter((kind) => !version.documents.some((document) => document.kind === kind));
    if (missing.length === 0) return version;
    const marks = { demo: this.config.embedded, preview: false };
    const facts = this.factsOf(version, at);
    const file = await renderPaper('foundingRequest', currentTemplateVersion('foundingRequest'), facts, marks);
    const { sha256 } = await this.documents.put(Readable.from([file]), {
      maxBytes: this.config.uploadMaxBytes,
      broughtBy: bringer,
    });
    const printed = missing.map((kind): HandedInDocument => ({ kind, sha256, fileName: FILE_NAMES[kind] ?? kind }));
    return { ...version, documents: [...version.documents, ...printed] };
  }

  private factsOf({ application }: DeclaredVersion, at: Instant): RequestFacts {
    const { kind, ownName, foreignName, abbreviation, headOffice, businessLines, charterCapital, governance } =
      application;
    const { heldOn, foundersInvited, foundersAttended, votesForCharter } = application.conference;
    const day = localDateOf(at);
    const found = this.areas.find(headOffice.areaCode, day);
    const area = found === undefined ? headOffice.areaCode : `${COMMUNES[found.kind] ?? ''} ${found.name}`.trim();
    const representative = application.members.find((member) => member.legalRepresentative === true);
    return {
      office: `Ủy ban nhân dân ${area}`,
      place: area,
      number: '',
      date: day,
      at,
      form: { article: 'L23 Art. 43; D295 Art. 30', evidence: 'to_confirm' },
      signer: { position: 'Người đề nghị', account: '' },
      caseCode: 'cấp khi tiếp nhận',
      organisationName: fullName(kind, ownName),
      kind,
      ...(foreignName === undefined ? {} : { foreignName }),
      ...(abbreviation === undefined ? {} : { abbreviation }),
      address: `${headOffice.line}, ${area}`,
      ...(headOffice.phone === undefined ? {} : { phone: headOffice.phone }),
      ...(headOffice.email === undefined ? {} : { email: headOffice.email }),
      businessLines,
      charterCapital,
      members: application.members.map((member) => ({
        person: personOf(member),
        kind: member.memberKind,
        contribution: member.contribution,
      })),
      representative: personOf(representative),
      governance,
      conference: { heldOn, foundersInvited, foundersAttended, votesForCharter },
    };
  }
}

function personOf(member: MemberDeclaration | undefined): PaperPerson {
  const { fullName: name = '', identityNumber = '', nationality = 'VN', ...rest } = member?.person ?? {};
  const { dateOfBirth, residence, phone } = rest as Partial<PaperPerson>;
  return {
    fullName: name,
    identityNumber,
    nationality,
    ...(dateOfBirth === undefined ? {} : { dateOfBirth: dateOfBirth }),
    ...(residence === undefined ? {} : { residence }),
    ...(phone === undefined ? {} : { phone }),
  };
}
