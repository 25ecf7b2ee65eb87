import { cleanText, invalidInput, type Dong } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { Injectable } from '@nestjs/common';
import type { DeclaredMember, FoundingApplication } from '../domain';
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

/** The application as people fill it in, persons in clear. */
export interface Declaration extends Omit<FoundingApplication, 'members' | 'legalRepresentativeId'> {
  readonly members: readonly MemberDeclaration[];
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
   * @param before members of the version before, whose sealed records are kept where the applicant refers to them.
   */
  async seal(
    dossierId: string,
    round: number,
    declaration: Declaration,
    before: readonly DeclaredMember[] = [],
  ): Promise<FoundingApplication> {
    const members = await Promise.all(
      declaration.members.map((member, place) =>
        this.sealMember(nameId(dossierId, `${String(round)}/${String(place)}`), member, before),
      ),
    );
    const representative = declaration.members.findIndex((member) => member.legalRepresentative === true);
    const { headOffice, foreignName, abbreviation } = declaration;
    return {
      ...declaration,
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
      identityFingerprint: this.vault.fingerprint(
        `identity:${person.nationality}:${person.identityNumber.replace(/\s/g, '')}`,
      ),
      ...stated,
    };
  }
}

const unknownMember = (personId: string | undefined) =>
  invalidInput('DOSSIERS.MEMBER_UNKNOWN', 'A member refers to a person who was not declared before', {
    personId: personId ?? null,
  });
