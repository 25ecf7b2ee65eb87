import { AreaTree, assertMay, type Action } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type CommandMetadata, type LocalDate } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierCommand, DossierState, FiledDossier } from '../domain';
import { dossierMustBeFiled } from '../domain/dossier.rules';
import { LegalTerms } from './legal-terms';
import { subjectOf } from './reading-rights';
import { answerOf, optionsOf, type Press, type StepAnswer } from './step';
import { DossierStore } from './stores';

/** The command without its metadata, made from the dossier as it stands. */
export type Order = DossierCommand extends infer C
  ? C extends DossierCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;
export type Ordered = (dossier: FiledDossier, metadata: CommandMetadata) => Order | Promise<Order>;

/** How a person's step with a filed dossier is taken: permission on the dossier itself, then the command, then the decider. */
@Injectable()
export class StepTaker {
  constructor(
    private readonly dossiers: DossierStore,
    private readonly terms: LegalTerms,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param effectiveOn the legal day, where it is not that of the record. @throws DomainError `DOSSIERS.NOT_FOUND`, `IDENTITY.NOT_PERMITTED`, `EVENT_STORE.STALE_REVISION`, or the decider's refusal. */
  async take(
    id: string,
    press: Press,
    action: Action,
    legalBasis: readonly string[],
    ordered: Ordered,
    effectiveOn?: LocalDate,
  ): Promise<StepAnswer> {
    // Made inside the execution: a `load` before it would cost every step a read of the stream.
    const command = async (state: DossierState): Promise<DossierCommand> => {
      dossierMustBeFiled(state);
      const now = this.clock.now();
      const subject = subjectOf(state);
      const actor = assertMay(press.actor, action, subject, localDateOf(now), this.areas);
      const metadata: CommandMetadata = { now, actor, commandId: press.commandId };
      return { ...(await ordered(state, metadata)), metadata };
    };
    return answerOf(
      await this.dossiers.execute(
        id,
        command,
        optionsOf(id, press, this.terms.rulebook.version, legalBasis, effectiveOn),
      ),
    );
  }
}
