import { systemActor } from '@hoptac/kernel';
import { Injectable } from '@nestjs/common';
import type {
  CaseCommand,
  CommandAnswer,
  LoanApplicationCommands,
} from '@workflows/loan-application/loan-application.contract';
import { ApplicationStore } from '../../application/stores';
import { Exposure, type ApplicationCommand } from '../../domain';
import { applicationMustBeSubmitted } from '../../domain/applications/application.rules';

const ACTOR = systemActor('support-fund');

/** What the procedure does by itself between people's steps; each is one command under an id of the workflow's making. */
@Injectable()
export class LoanApplicationActivities implements LoanApplicationCommands {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly exposure: Exposure,
  ) {}

  async lapseApplication(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, 'LapseApplication');
  }

  async markApplicationLate(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, 'MarkApplicationLate');
  }

  async remindOfApplicationLimit(command: CaseCommand): Promise<CommandAnswer> {
    return this.record(command, 'RemindOfLimit');
  }

  /** What the ended application held of the fund's limits is free for others; again is nothing. */
  async releaseExposure({ caseId, commandId, now }: CaseCommand): Promise<CommandAnswer> {
    const { state, revision } = await this.applications.load(caseId);
    applicationMustBeSubmitted(state);
    await this.exposure.release(state.fundId, caseId, { commandId, now, actor: ACTOR, correlationId: caseId });
    return { revision };
  }

  private async record(
    { caseId, commandId, now }: CaseCommand,
    type: 'LapseApplication' | 'MarkApplicationLate' | 'RemindOfLimit',
  ): Promise<CommandAnswer> {
    const command: ApplicationCommand = { type, data: {}, metadata: { now, actor: ACTOR, commandId } };
    const { revision } = await this.applications.execute(caseId, command, {
      correlationId: caseId,
      legalBasis: ['D45 Art. 31'],
    });
    return { revision };
  }
}
