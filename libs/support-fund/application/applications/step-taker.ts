import type { Press } from '@hoptac/dossiers';
import { AreaTree, assertMay, type Action } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type CommandMetadata } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { ApplicationCommand, ApplicationState, SubmittedApplication } from '../../domain';
import { applicationMustBeSubmitted } from '../../domain/applications/application.rules';
import { optionsFor, stepAnswer, type FundStepAnswer } from '../press';
import { ApplicationStore } from '../stores';

/** The command without its metadata, made from the application as it stands. */
export type ApplicationOrder = ApplicationCommand extends infer C
  ? C extends ApplicationCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;

export type Ordered = (
  application: SubmittedApplication,
  metadata: CommandMetadata,
) => ApplicationOrder | Promise<ApplicationOrder>;

/** How a person's step with an application is taken: permission on the application itself, then the command, then the decider. */
@Injectable()
export class ApplicationStepTaker {
  constructor(
    private readonly applications: ApplicationStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param before what must have happened before the command is recorded, and may refuse it; only for a command that the decider would accept.
   * @throws DomainError `SUPPORT_FUND.APPLICATION_NOT_FOUND`, `IDENTITY.NOT_PERMITTED`, `EVENT_STORE.STALE_REVISION`, or the decider's refusal.
   */
  async take(
    id: string,
    press: Press,
    action: Action,
    ordered: Ordered,
    before?: (application: SubmittedApplication, command: ApplicationCommand) => Promise<void>,
  ): Promise<FundStepAnswer> {
    const command = async (state: ApplicationState): Promise<ApplicationCommand> => {
      applicationMustBeSubmitted(state);
      const now = this.clock.now();
      const { officeId, applicantId: ownerId } = state;
      const actor = assertMay(press.actor, action, { officeId, ownerId }, localDateOf(now), this.areas);
      const metadata: CommandMetadata = { now, actor, commandId: press.commandId };
      const order: ApplicationCommand = { ...(await ordered(state, metadata)), metadata };
      await before?.(state, order);
      return order;
    };
    return stepAnswer(id, await this.applications.execute(id, command, optionsFor(id, press, ['D45 Art. 31'])));
  }
}
