import { AreaTree } from '@hoptac/identity';
import { isDomainError, localDateOf, systemActor } from '@hoptac/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type {
  DeadlineSuspensionCommands,
  DeadlineSuspensionExchanges,
} from '@workflows/deadline-suspension/deadline-suspension.contract';
import type { CaseCommand, CommandAnswer } from '@workflows/founding-registration/founding-registration.contract';
import { LegalTerms, type DossierTimer } from '../application/legal-terms';
import { DossierStore, SuspensionStore } from '../application/stores';
import {
  isFiled,
  runningLimits,
  standing,
  type DossierCommand,
  type DossierState,
  type LimitName,
  type Suspension,
} from '../domain';
import { OpenLimits } from '../read-models/queue/open-limits';
import { executionOf } from './execution';

const ACTOR = systemActor('registration');
/** Dossiers on their way to the store at a time. */
const AT_ONCE = 16;
const TIMER_OF: Readonly<Record<LimitName, DossierTimer>> = {
  decision: 'decision',
  withdrawal: 'withdrawalDecision',
  correction: 'correctionAnswer',
};

/** Carries suspensions of limits into the cases on which they fall. A step tried again, or after a crash half-way, finds done what was done. */
@Injectable()
export class DeadlineSuspensionActivities implements DeadlineSuspensionCommands, DeadlineSuspensionExchanges {
  private readonly logger = new Logger(DeadlineSuspensionActivities.name);

  constructor(
    private readonly suspensions: SuspensionStore,
    private readonly dossiers: DossierStore,
    private readonly limits: OpenLimits,
    private readonly terms: LegalTerms,
    @Inject(AreaTree) private readonly areas: AreaTree,
  ) {}

  async applySuspensions(command: CaseCommand): Promise<CommandAnswer> {
    const { state } = await this.suspensions.load(command.caseId);
    const open = await this.limits.all();
    for (const suspension of standing(state)) {
      const within = open.filter(({ officeId }) =>
        this.areas.isWithin(this.areas.areaOfOffice(officeId), suspension.areaCode, localDateOf(command.now)),
      );
      await this.fall(suspension, [...new Set(within.map(({ dossierId }) => dossierId))], command);
    }
    const { revision } = await this.suspensions.load(command.caseId);
    return { revision };
  }

  async completeSuspensions(command: CaseCommand): Promise<CommandAnswer> {
    const { now, commandId, caseId } = command;
    const { revision } = await this.suspensions.execute(
      caseId,
      { type: 'CompleteSuspensions', data: {}, metadata: { now, actor: ACTOR, commandId } },
      executionOf(command, this.terms.rulebook.version, []),
    );
    return { revision };
  }

  /** One bad case never stops the others: it is logged, and tried again with the next look. */
  private async fall(suspension: Suspension, dossierIds: readonly string[], command: CaseCommand): Promise<void> {
    const fell: string[] = [];
    const waiting = dossierIds.values();
    const lane = async (): Promise<void> => {
      for (const id of waiting) {
        try {
          if (await this.suspend(suspension, id, command)) fell.push(id);
        } catch (error) {
          if (!isDomainError(error)) throw error;
          this.logger.error(`The suspension ${suspension.suspensionId} cannot fall on ${id}: ${error.code}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (fell.length === 0) return;
    await this.suspensions.execute(
      command.caseId,
      {
        type: 'RecordSuspended',
        data: { suspensionId: suspension.suspensionId, dossierIds: fell.sort() },
        metadata: { now: command.now, actor: ACTOR, commandId: `${command.commandId}/${suspension.suspensionId}` },
      },
      executionOf(command, this.terms.rulebook.version, []),
    );
  }

  /** True when a limit of the dossier is suspended by this decision afterwards. */
  private async suspend(suspension: Suspension, dossierId: string, { commandId, now }: CaseCommand): Promise<boolean> {
    const { suspensionId, from, to, ground, paper, decidedBy } = suspension;
    const order = async (state: DossierState): Promise<DossierCommand> => ({
      type: 'SuspendDeadlines',
      data: {
        suspensionId,
        suspended: { from, to },
        ground,
        paper,
        decidedBy,
        limits: await this.recounted(state, now),
      },
      metadata: { now, actor: ACTOR, commandId: `${commandId}/${suspensionId}/${dossierId}` },
    });
    const { state } = await this.dossiers.execute(dossierId, order, {
      correlationId: dossierId,
      causationId: suspensionId,
      rulebookVersion: this.terms.rulebook.version,
    });
    return runningLimits(state).some(({ due }) =>
      due.suspended?.some((stretch) => stretch.suspensionId === suspensionId),
    );
  }

  private async recounted(state: DossierState, at: CaseCommand['now']) {
    if (!isFiled(state)) return [];
    const { limits } = this.terms.rulebook.valueInRegime('deadline.suspension', state.regime).value;
    const of = { regime: state.regime, officeId: state.decidingOfficeId, at };
    return Promise.all(
      runningLimits(state)
        .filter(({ what }) => limits.includes(what))
        .map(async ({ what, due }) => ({ what, from: due, to: await this.terms.resumed(TIMER_OF[what], due, of) })),
    );
  }
}
