import type { Dong, LocalDate, OrganisationKind } from '@hoptac/kernel';
import type { Address, BusinessLine, Sealed } from '@hoptac/registry/domain';

/** One declared member; who it is lies sealed, what the rules count lies open. */
export interface DeclaredMember {
  readonly person: Sealed;
  readonly memberKind: 'official' | 'capitalContributing' | 'nonContributing';
  readonly contribution: Dong;
  readonly foreign: boolean;
  /** Code of the member cooperative, for a union. */
  readonly organisationCode?: string;
  /** Keyed fingerprint of the identity number: tells one person entered twice without reading who it is. */
  readonly identityFingerprint?: string;
}

/** Founders' conference — hội nghị thành lập (L23 Art. 39). Votes are counted by heads: one member, one vote. */
export interface FoundingConference {
  readonly heldOn: LocalDate;
  readonly foundersInvited: number;
  readonly foundersAttended: number;
  readonly votesForCharter: number;
  /** Votes cast on the charter, for and against; absent: everybody who attended voted. */
  readonly votesCast?: number;
  /** Votes for the list of members. */
  readonly votesForMemberList?: number;
  /** Votes for the plan of production and business — phương án sản xuất, kinh doanh. */
  readonly votesForPlan?: number;
  /** Day of the minutes — biên bản hội nghị. */
  readonly minutesOn?: LocalDate;
}

/**
 * Offices that a founders' conference fills (L23 Art. 39, 56): chair and members of the board — Chủ tịch, thành viên Hội đồng quản trị; Giám đốc;
 * head and members of the supervisory board — Trưởng ban, thành viên Ban kiểm soát; kiểm soát viên.
 */
export const ELECTED_OFFICES = [
  'boardChair',
  'boardMember',
  'director',
  'supervisoryHead',
  'supervisor',
  'controller',
] as const;
export type ElectedOffice = (typeof ELECTED_OFFICES)[number];

/** A natural person whom the application names: a declared member by his person id, or somebody else with a sealed record of his own. */
export interface NamedPerson {
  readonly personId: string;
  /** Absent when a member is meant. */
  readonly person?: Sealed;
  /** Of a person who is no member; see `DeclaredMember`. */
  readonly identityFingerprint?: string;
}

/** Somebody elected by the conference, with the votes for him. */
export interface ElectedPerson extends NamedPerson {
  readonly office: ElectedOffice;
  readonly votesFor: number;
}

/** Why a person is a beneficial owner — chủ sở hữu hưởng lợi (D295 Art. 66): capital, control, or being the top manager where nobody else is one. */
export const OWNERSHIP_GROUNDS = ['capital', 'control', 'topManager'] as const;
export type OwnershipGround = (typeof OWNERSHIP_GROUNDS)[number];

export interface BeneficialOwner extends NamedPerson {
  readonly ground: OwnershipGround;
  /** Part of the charter capital held directly or indirectly, basis points. */
  readonly shareBasisPoints?: number;
}

/** Tax information of the request — thông tin đăng ký thuế (L23 Art. 43). */
export interface TaxRegistration {
  /** First day of the accounting year, `MM-DD`. */
  readonly accountingYearStart: string;
  /** Method of value-added tax: khấu trừ, trực tiếp, không phải nộp. */
  readonly vatMethod: 'deduction' | 'direct' | 'none';
  readonly employees: number;
  readonly expectedStartOn?: LocalDate;
}

/** How the applicant wants the result — hình thức nhận kết quả (D295 Art. 19). */
export interface Delivery {
  readonly form: 'electronic' | 'atDesk' | 'post';
  /** The desk that hands it over, for `atDesk`. */
  readonly officeId?: string;
  /** For `post`. */
  readonly address?: string;
}

/** What is asked to be registered — nội dung giấy đề nghị đăng ký (L23 Art. 43). Optional parts: facts of before do not have them. */
export interface FoundingApplication {
  readonly kind: Exclude<OrganisationKind, 'cooperativeGroup'>;
  /** Own name without the type words — tên riêng. */
  readonly ownName: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly headOffice: Address;
  readonly businessLines: readonly BusinessLine[];
  readonly charterCapital: Dong;
  readonly members: readonly DeclaredMember[];
  /** Person id of one of the members. */
  readonly legalRepresentativeId: string;
  readonly governance: 'full' | 'simplified';
  readonly conference: FoundingConference;
  readonly elected?: readonly ElectedPerson[];
  readonly taxRegistration?: TaxRegistration;
  readonly beneficialOwners?: readonly BeneficialOwner[];
  readonly delivery?: Delivery;
  /** Foreign investors take part, and the investment certificate comes after the founding (D295 Art. 33): a commitment takes its place among the papers. */
  readonly foundedBeforeInvestmentCertificate?: boolean;
}

const WHOLE = 10_000n;

/**
 * Beneficial owners as the shares say: everybody with at least `minimumShare` basis points of the charter capital; nobody such: the top manager (D295 Art. 66).
 * A proposal: indirect shares, families and control are known to the founders alone. Cooperatives that are members of a union are no natural persons.
 */
export function proposeBeneficialOwners(
  application: Pick<FoundingApplication, 'charterCapital' | 'members' | 'elected' | 'legalRepresentativeId'>,
  minimumShare: number,
): readonly BeneficialOwner[] {
  const { charterCapital, members, elected = [], legalRepresentativeId } = application;
  const owners = members
    .filter((member) => member.organisationCode === undefined && charterCapital > 0)
    .map(({ person, contribution }) => ({
      personId: person.personId,
      ground: 'capital' as const,
      shareBasisPoints: Number((BigInt(contribution) * WHOLE) / BigInt(charterCapital)),
    }))
    .filter(({ shareBasisPoints }) => shareBasisPoints >= minimumShare);
  if (owners.length > 0) return owners;
  const manager =
    elected.find(({ office }) => office === 'boardChair') ?? elected.find(({ office }) => office === 'director');
  const topManager = manager ?? { personId: legalRepresentativeId };
  const { personId } = topManager;
  const person = 'person' in topManager ? { person: topManager.person } : {};
  return personId === '' ? [] : [{ personId, ...person, ground: 'topManager' }];
}
