import { OrganisationStore } from '@hoptac/registry';
import { Injectable } from '@nestjs/common';
import type { ContractBorrower } from '../../domain';

/** What the register says of a borrower today. */
export abstract class BorrowerStanding {
  /** `ACTIVE`, another legal status, or `UNKNOWN`; a natural person stands for himself: `PERSON`. */
  abstract of(borrower: ContractBorrower): Promise<string>;
}

/** Asks the house's register. */
@Injectable()
export class RegisterStanding extends BorrowerStanding {
  constructor(private readonly organisations: OrganisationStore) {
    super();
  }

  override async of({ personId, organisationId }: ContractBorrower): Promise<string> {
    if (personId !== undefined) return 'PERSON';
    if (organisationId === undefined) return 'UNKNOWN';
    const { state } = await this.organisations.load(organisationId);
    return 'legalStatus' in state ? state.legalStatus : 'UNKNOWN';
  }
}
