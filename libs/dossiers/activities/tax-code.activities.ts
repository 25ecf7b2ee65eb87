import { AreaTree } from '@hoptac/identity';
import { systemActor } from '@hoptac/kernel';
import { fullName, OrganisationCodes, organisationIdOf } from '@hoptac/registry';
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
    private readonly codes: OrganisationCodes,
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
    const refusedBecause = 'taxCode' in answer ? await this.takenCode(answer.taxCode, command) : answer.refusedBecause;
    const answered: DossierCommand =
      'taxCode' in answer && refusedBecause === undefined
        ? { type: 'RecordTaxCode', data: { taxCode: answer.taxCode }, metadata }
        : { type: 'RecordTaxCodeRefusal', data: { round, reason: refusedBecause ?? '' }, metadata };
    const executed = await this.dossiers.execute(
      command.caseId,
      answered,
      executionOf(command, this.terms.rulebook.version, ['D295 Art. 14', 'L23 Art. 46']),
    );
    return { revision: executed.revision };
  }

  /** Holds the code for the organisation that the dossier founds; a code that another one has is none: the officer sees why (L23 Art. 46). */
  private async takenCode(code: string, { caseId, commandId, now }: CaseCommand): Promise<string | undefined> {
    const held = await this.codes.assign(code, organisationIdOf(caseId), {
      commandId,
      now,
      actor: ACTOR,
      correlationId: caseId,
    });
    return held ? undefined : `Mã số ${code} đã thuộc về một tổ chức khác`;
  }
}
