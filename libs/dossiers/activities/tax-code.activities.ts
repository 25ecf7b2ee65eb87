import { AreaTree } from '@hoptac/identity';
import { systemActor } from '@hoptac/kernel';
import { fullName } from '@hoptac/registry';
import { Inject, Injectable } from '@nestjs/common';
import type {
  CaseCommand,
  CommandAnswer,
  FoundingRegistrationExchanges,
} from '@workflows/founding-registration/founding-registration.contract';
import { LegalTerms } from '../application/legal-terms';
import { DossierStore } from '../application/stores';
import type { DossierCommand } from '../domain';
import { dossierMustBeFiled } from '../domain/dossier.rules';
import { executionOf } from './execution';
import { TaxAuthority } from './tax-authority';

const ACTOR = systemActor('tax-exchange');

/** The exchange with the tax authority — trao đổi thông tin đăng ký thuế (D295 Art. 14). */
@Injectable()
export class TaxCodeActivities implements FoundingRegistrationExchanges {
  constructor(
    private readonly dossiers: DossierStore,
    private readonly terms: LegalTerms,
    private readonly taxAuthority: TaxAuthority,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {}

  /** Asks once per dossier and round, however often it is tried; the answer is a fact either way. @throws TaxAuthorityUnavailable, to be tried again. */
  async requestTaxCode(command: CaseCommand): Promise<CommandAnswer> {
    const { state, revision } = await this.dossiers.load(command.caseId);
    dossierMustBeFiled(state);
    if (state.taxCode !== undefined) return { revision };
    const { round, application, decidingOfficeId } = state;
    const answer = await this.taxAuthority.requestCode({
      requestId: `${command.caseId}-${String(round)}`,
      organisationName: fullName(application.kind, application.ownName),
      officeCode: this.areas.areaOfOffice(decidingOfficeId),
    });
    const metadata = { now: command.now, actor: ACTOR, commandId: command.commandId };
    const answered: DossierCommand =
      'taxCode' in answer
        ? { type: 'RecordTaxCode', data: { taxCode: answer.taxCode }, metadata }
        : { type: 'RecordTaxCodeRefusal', data: { round, reason: answer.refusedBecause }, metadata };
    const executed = await this.dossiers.execute(
      command.caseId,
      answered,
      executionOf(command, this.terms.rulebook.version, ['D295 Art. 14', 'L23 Art. 46']),
    );
    return { revision: executed.revision };
  }
}
