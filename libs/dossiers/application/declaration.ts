import { cleanText, invalidInput, type Dong } from '@hoptac/kernel';
import { identityFingerprint, PersonVault } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { Injectable } from '@nestjs/common';
import type { BeneficialOwner, DeclaredMember, ElectedPerson, FoundingApplication, NamedPerson } from '../domain';
import type { HandedInDocument } from './dossier-papers';

/** A natural person as declared; leaves this process only sealed. */
export interface DeclaredPerson {
  readonly fullName: string;
  /** Personal number, or number of the foreign paper — số định danh cá nhân. */
  readonly identityNumber: string;
  readonly dateOfBirth?: string;
  readonly gender?: 'male' | 'female' | 'other';
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  readonly residence?: string;
  readonly phone?: string;
}

/** A member as the applicant states it: with the person, or naming one stated in an earlier version. */
export interface MemberDeclaration {
  readonly person?: DeclaredPerson;
  readonly personId?: string;
  readonly memberKind: DeclaredMember['memberKind'];
  readonly contribution: Dong;
  readonly organisationCode?: string;
  readonly legalRepresentative?: boolean;
}

/** Whom a part of the application names — exactly one of: a member by his place in the list from 0, a person stated before, or a person in full. */
export interface PersonReference {
  readonly member?: number;
  readonly personId?: string;
  readonly person?: DeclaredPerson;
}

export type ElectedDeclaration = PersonReference & Pick<ElectedPerson, 'office' | 'votesFor'>;
export type OwnerDeclaration = PersonReference & Pick<BeneficialOwner, 'ground' | 'shareBasisPoints'>;

/** The application as people fill it in, persons in clear. */
export interface Declaration extends Omit<
  FoundingApplication,
  'members' | 'legalRepresentativeId' | 'elected' | 'beneficialOwners'
> {
  readonly members: readonly MemberDeclaration[];
  readonly elected?: readonly ElectedDeclaration[];
  readonly beneficialOwners?: readonly OwnerDeclaration[];
}

/** What a version of a dossier consists of before its persons are sealed. */
export interface DeclaredVersion {
  readonly application: Declaration;
  readonly documents: readonly HandedInDocument[];
}

/** Turns what people state into what is recorded: texts cleaned, persons sealed each under a key of its own (design.md §5). */
@Injectable()
export class DeclarationSealer {
  constructor(private readonly vault: PersonVault) {}

  /**
   * Person ids follow from dossier, round and place in the list, so that a repeated press seals under the same keys.
   * @param before the version before, whose sealed records are kept where the applicant refers to them.
   * @throws DomainError `DOSSIERS.MEMBER_UNKNOWN` when a part names somebody who is not declared.
   */
  async seal(
    dossierId: string,
    round: number,
    declaration: Declaration,
    before?: FoundingApplication,
  ): Promise<FoundingApplication> {
    const idOf = (place: string) => nameId(dossierId, `${String(round)}/${place}`);
    const members = await Promise.all(
      declaration.members.map((member, place) => this.sealMember(idOf(String(place)), member, before?.members ?? [])),
    );
    const known: KnownPersons = {
      members,
      others: [...(before?.elected ?? []), ...(before?.beneficialOwners ?? [])],
    };
    const elected = await this.named('elected', declaration.elected, known, idOf);
    const beneficialOwners = await this.named('owner', declaration.beneficialOwners, known, idOf);
    const representative = declaration.members.findIndex((member) => member.legalRepresentative === true);
    const { headOffice, foreignName, abbreviation } = declaration;
    return {
      ...withoutPersons(declaration),
      ...(elected === undefined ? {} : { elected }),
      ...(beneficialOwners === undefined ? {} : { beneficialOwners }),
      ownName: cleanText(declaration.ownName),
      ...(foreignName === undefined ? {} : { foreignName: cleanText(foreignName) }),
      ...(abbreviation === undefined ? {} : { abbreviation: cleanText(abbreviation) }),
      headOffice: { ...headOffice, line: cleanText(headOffice.line) },
      businessLines: declaration.businessLines.map(({ detail, ...line }) => ({
        ...line,
        ...(detail === undefined ? {} : { detail: cleanText(detail) }),
      })),
      members,
      legalRepresentativeId: members[representative]?.person.personId ?? '',
    };
  }

  private async sealMember(
    newId: string,
    declared: MemberDeclaration,
    before: readonly DeclaredMember[],
  ): Promise<DeclaredMember> {
    const { person, personId, memberKind, contribution, organisationCode } = declared;
    const stated = { memberKind, contribution, ...(organisationCode === undefined ? {} : { organisationCode }) };
    if (person === undefined) {
      const known = before.find((member) => member.person.personId === personId);
      if (known === undefined) throw unknownMember(personId);
      const { identityFingerprint } = known;
      return {
        person: known.person,
        foreign: known.foreign,
        ...(identityFingerprint === undefined ? {} : { identityFingerprint }),
        ...stated,
      };
    }
    return {
      person: await this.vault.seal(newId, { ...person, fullName: cleanText(person.fullName) }),
      foreign: person.nationality !== 'VN',
      identityFingerprint: this.fingerprintOf(person),
      ...stated,
    };
  }

  /** Seals whoever is named in full, unless he is a member already; everybody else stays a reference. */
  private async named<T extends PersonReference>(
    part: string,
    list: readonly T[] | undefined,
    known: KnownPersons,
    idOf: (place: string) => string,
  ): Promise<readonly (Omit<T, keyof PersonReference> & NamedPerson)[] | undefined> {
    if (list === undefined) return undefined;
    return Promise.all(
      list.map(async ({ member, personId, person, ...stated }, place) => ({
        ...stated,
        ...(person === undefined
          ? referredTo(known, member, personId)
          : await this.sealNamed(idOf(`${part}/${String(place)}`), person, known)),
      })),
    );
  }

  private async sealNamed(newId: string, person: DeclaredPerson, known: KnownPersons): Promise<NamedPerson> {
    const identityFingerprint = this.fingerprintOf(person);
    const member = known.members.find((candidate) => candidate.identityFingerprint === identityFingerprint);
    if (member !== undefined) return { personId: member.person.personId };
    const sealed = await this.vault.seal(newId, { ...person, fullName: cleanText(person.fullName) });
    return { personId: sealed.personId, person: sealed, identityFingerprint };
  }

  private fingerprintOf(person: DeclaredPerson): string {
    return identityFingerprint(this.vault, person);
  }
}

type OpenParts = Omit<Declaration, 'members' | 'elected' | 'beneficialOwners'>;
const SEALED_APART: ReadonlySet<string> = new Set(['members', 'elected', 'beneficialOwners']);

/** The declaration without the parts that are sealed apart. */
const withoutPersons = (declaration: Declaration): OpenParts =>
  Object.fromEntries(Object.entries(declaration).filter(([part]) => !SEALED_APART.has(part))) as unknown as OpenParts;

/** Whom a reference may mean: members of this version, and others named in the version before. */
interface KnownPersons {
  readonly members: readonly DeclaredMember[];
  readonly others: readonly NamedPerson[];
}

function referredTo(known: KnownPersons, place: number | undefined, personId: string | undefined): NamedPerson {
  const member = known.members.find((candidate, index) => index === place || candidate.person.personId === personId);
  if (member !== undefined) return { personId: member.person.personId };
  const other = known.others.find((candidate) => candidate.person !== undefined && candidate.personId === personId);
  if (other?.person === undefined) throw unknownMember(personId);
  const { person, identityFingerprint } = other;
  return {
    personId: other.personId,
    person,
    ...(identityFingerprint === undefined ? {} : { identityFingerprint }),
  };
}

const unknownMember = (personId: string | undefined) =>
  invalidInput('DOSSIERS.MEMBER_UNKNOWN', 'A member refers to a person who was not declared before', {
    personId: personId ?? null,
  });
