import { AreaTree, assertMay, type Action } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type CommandMetadata } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { dossierMustBeFiled } from '../domain/dossier.rules';
import type { Defect, DossierCommand, DossierState, FiledDossier, HandOverResult, RefusalGround } from '../domain';
import { DeclarationSealer, type DeclaredVersion } from './declaration';
import { DossierPapers } from './dossier-papers';
import { LegalTerms } from './legal-terms';
import { answerOf, optionsOf, type Press, type StepAnswer } from './step';
import { DossierStore } from './stores';

export type ProposedDecision =
  | { readonly decision: 'grant' }
  | { readonly decision: 'refuse'; readonly ground: RefusalGround; readonly reason: string };
export type WithdrawalDecision =
  { readonly outcome: 'accept' } | { readonly outcome: 'refuse'; readonly reason: string };

export type HandOver = HandOverResult['data'];

/** The command without its metadata, made from the dossier as it stands. */
type Order = DossierCommand extends infer C ? (C extends DossierCommand ? Pick<C, 'type' | 'data'> : never) : never;
type Ordered = (dossier: FiledDossier, metadata: CommandMetadata) => Order | Promise<Order>;

/**
 * Every step a person takes with a filed dossier: permission on the dossier itself, limits counted here, the rest decided by the decider.
 * All throw DomainError: `DOSSIERS.NOT_FOUND`, `IDENTITY.NOT_PERMITTED`, `EVENT_STORE.STALE_REVISION`, or the decider's refusal.
 */
@Injectable()
export class DossierSteps {
  constructor(
    private readonly dossiers: DossierStore,
    private readonly sealer: DeclarationSealer,
    private readonly papers: DossierPapers,
    private readonly terms: LegalTerms,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async claim(id: string, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.claim', [], () => ({ type: 'ClaimDossier', data: {} }));
  }

  async requestCorrection(id: string, defects: readonly Defect[], press: Press): Promise<StepAnswer> {
    return this.step(
      id,
      press,
      'dossiers.requestCorrection',
      ['D295 Art. 21'],
      async ({ regime, decidingOfficeId }, { now }) => ({
        type: 'RequestCorrection',
        data: { defects, due: await this.terms.due('correctionAnswer', regime, decidingOfficeId, now) },
      }),
    );
  }

  async resubmit(id: string, version: DeclaredVersion, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.resubmit', ['D295 Art. 19.6'], async (dossier, { now, actor }) => ({
      type: 'ResubmitDossier',
      data: {
        application: await this.sealer.seal(id, dossier.round + 1, version.application, dossier.application),
        documents: await this.papers.accept(version.documents, actor.personId, dossier.documents),
        due: await this.terms.due('decision', dossier.regime, dossier.decidingOfficeId, now),
      },
    }));
  }

  async examine(id: string, proposed: ProposedDecision, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.examine', ['L23 Art. 42.4'], () => ({
      type: 'ExamineDossier',
      data:
        proposed.decision === 'grant'
          ? { proposal: 'grant' }
          : { proposal: 'refuse', ground: proposed.ground, reason: proposed.reason },
    }));
  }

  async sendBack(id: string, reason: string, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.return', [], () => ({ type: 'ReturnDossier', data: { reason } }));
  }

  async decide(id: string, decided: ProposedDecision, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.decide', ['L23 Art. 42.4'], () =>
      decided.decision === 'grant'
        ? { type: 'GrantDossier', data: {} }
        : { type: 'RefuseDossier', data: { ground: decided.ground, reason: decided.reason } },
    );
  }

  async requestWithdrawal(id: string, reason: string, press: Press): Promise<StepAnswer> {
    return this.step(
      id,
      press,
      'dossiers.withdraw',
      ['D295 Art. 19.7'],
      async ({ regime, decidingOfficeId }, { now }) => ({
        type: 'RequestWithdrawal',
        data: { reason, due: await this.terms.due('withdrawalDecision', regime, decidingOfficeId, now) },
      }),
    );
  }

  async decideWithdrawal(id: string, decision: WithdrawalDecision, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.decideWithdrawal', ['D295 Art. 19.7'], () => ({
      type: 'DecideWithdrawal',
      data: decision,
    }));
  }

  async handOver(id: string, handing: HandOver, press: Press): Promise<StepAnswer> {
    return this.step(id, press, 'dossiers.handOver', ['D295 Art. 19'], () => ({
      type: 'HandOverResult',
      data: handing,
    }));
  }

  private async step(
    id: string,
    press: Press,
    action: Action,
    legalBasis: readonly string[],
    ordered: Ordered,
  ): Promise<StepAnswer> {
    // Made inside the execution: a `load` before it would cost every step a read of the stream.
    const command = async (state: DossierState): Promise<DossierCommand> => {
      dossierMustBeFiled(state);
      const now = this.clock.now();
      const subject = { officeId: state.decidingOfficeId, ownerId: state.applicantId };
      const actor = assertMay(press.actor, action, subject, localDateOf(now), this.areas);
      const metadata: CommandMetadata = { now, actor, commandId: press.commandId };
      return { ...(await ordered(state, metadata)), metadata };
    };
    return answerOf(
      await this.dossiers.execute(id, command, optionsOf(id, press, this.terms.rulebook.version, legalBasis)),
    );
  }
}
