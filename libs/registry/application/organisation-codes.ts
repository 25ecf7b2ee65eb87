import { isDomainError } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import { BindingIndex } from '../read-models/bindings/binding-index';
import { OrganisationCodeStore } from './stores';
import type { WorkingContext } from './working-context';

/** Codes of organisations: each given once, to one organisation, for good — mã số (L23 Art. 46; D295 Art. 14). */
@Injectable()
export class OrganisationCodes {
  constructor(
    private readonly codes: OrganisationCodeStore,
    private readonly index: BindingIndex,
  ) {}

  /** Gives the code to the organisation; true when it has it afterwards, false when another one does. Imported registers bear codes that no stream holds. */
  async assign(code: string, organisationId: string, context: WorkingContext): Promise<boolean> {
    const bearer = await this.index.bearerOfCode(code);
    if (bearer !== undefined && bearer !== organisationId) return false;
    try {
      await this.codes.execute(
        code,
        {
          type: 'AssignCode',
          data: { code, organisationId },
          metadata: { now: context.now, actor: context.actor, commandId: `${context.commandId}/code` },
        },
        {
          correlationId: context.correlationId,
          causationId: context.commandId,
          legalBasis: ['L23 Art. 46', 'D295 Art. 14'],
        },
      );
      return true;
    } catch (error) {
      if (isDomainError(error) && error.code === 'REGISTRY.CODE_TAKEN') return false;
      throw error;
    }
  }
}
