import { AreaTree } from '@hoptac/identity';
import { brokenRule, invalidInput, localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { maskedRecord, PersonVault } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { OrganisationList, OrganisationStore } from '@hoptac/registry';
import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationBorrower, BorrowerFacts, BorrowerKind, FoundedFund, PartyKey } from '../../domain';

/** A natural person who borrows as a member; sealed before anything is recorded. */
export interface BorrowingPerson {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly birthDate: LocalDate;
}

/** Who wants to borrow: an organisation of the register, or a member of it. */
export interface DeclaredBorrower {
  /** Code or id in the register. */
  readonly organisation: string;
  readonly member?: BorrowingPerson;
}

/** Somebody related, as declared: an organisation by code or id, a person by identity number. */
export interface DeclaredRelation {
  readonly organisation?: string;
  readonly identityNumber?: string;
}

/** Borrowers as the register knows them; nobody is asked for what stands there. */
@Injectable()
export class BorrowerBook {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly list: OrganisationList,
    private readonly vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {}

  /** @throws DomainError `SUPPORT_FUND.ORGANISATION_UNKNOWN`. */
  async declared({ organisation, member }: DeclaredBorrower): Promise<ApplicationBorrower> {
    const entered = await this.entered(organisation);
    const { organisationId } = entered;
    if (member === undefined) return { kind: entered.kind as BorrowerKind, organisationId, name: entered.name };
    const personId = this.personIdOf(member.identityNumber);
    const person = await this.vault.seal(personId, { ...member });
    const { fullName } = maskedRecord({ ...member }) as { readonly fullName: string };
    return {
      kind: entered.kind === 'cooperativeGroup' ? 'groupMember' : 'cooperativeMember',
      organisationId,
      personId,
      name: fullName,
      person,
    };
  }

  async related(declared: readonly DeclaredRelation[]): Promise<readonly PartyKey[]> {
    const keys = await Promise.all(
      declared.map(async ({ organisation, identityNumber }): Promise<PartyKey> => {
        if (organisation !== undefined) return `organisation:${(await this.entered(organisation)).organisationId}`;
        if (identityNumber !== undefined) return `person:${this.personIdOf(identityNumber)}`;
        throw invalidInput('SUPPORT_FUND.RELATION_UNNAMED', 'A related party is an organisation or a person');
      }),
    );
    return [...new Set(keys)];
  }

  /** What the register says today; `ofAge` of a natural person comes from the declaration. */
  async facts(
    { kind, organisationId = '' }: Pick<ApplicationBorrower, 'kind' | 'organisationId'>,
    fund: Pick<FoundedFund, 'areaCode' | 'level'>,
    at: Instant,
    ofAge?: boolean,
  ): Promise<BorrowerFacts> {
    const { legalStatus, areaCode } = await this.entered(organisationId);
    const on = localDateOf(at);
    const inArea = fund.level === 'central' || this.areas.isWithin(areaCode, fund.areaCode, on);
    return { kind, legalStatus, inArea, ...(ofAge === undefined ? {} : { ofAge }) };
  }

  /** @throws DomainError `SUPPORT_FUND.ORGANISATION_UNKNOWN`. */
  async entered(codeOrId: string) {
    const row = await this.list.findByCode(codeOrId);
    const { state } = await this.organisations.load(row?.id ?? codeOrId);
    if (state.status === 'Unknown')
      throw brokenRule('SUPPORT_FUND.ORGANISATION_UNKNOWN', 'The register knows no such organisation', {}, [
        'D45 Art. 20',
      ]);
    return state;
  }

  /** The same person has the same id in every application, so that what he owes adds up. */
  private personIdOf(identityNumber: string): string {
    return nameId('borrower', this.vault.fingerprint(identityNumber));
  }
}

/** Of full age on a day. */
export function isOfAge(birthDate: LocalDate, on: LocalDate, years: number): boolean {
  const [year, rest] = [Number(birthDate.slice(0, 4)) + years, birthDate.slice(4)];
  return `${String(year).padStart(4, '0')}${rest}` <= on;
}
