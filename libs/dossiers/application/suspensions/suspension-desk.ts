import { AreaTree, assertMay, type AuthenticatedActor } from '@hoptac/identity';
import { brokenRule, CLOCK, localDateOf, notFound, type Actor, type Clock, type LocalDate } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import type { Executed } from '@hoptac/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { suspensionsOf, type Suspension, type SuspensionCommand, type Suspensions } from '../../domain';
import { DossierPapers } from '../dossier-papers';
import { LegalTerms } from '../legal-terms';
import { optionsOf, type Press } from '../step';
import { SuspensionStore } from '../stores';

/** A decision as its author states it. */
export interface SuspensionDecision {
  readonly areaCode: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly ground: string;
  /** sha256 of the decision. */
  readonly paper: string;
}
export type SuspensionEnd = Pick<SuspensionDecision, 'to' | 'ground' | 'paper'>;

export interface SuspensionAnswer {
  readonly suspension: Suspension;
  readonly revision: number;
  /** Commit position, decimal text; absent when nothing changed. */
  readonly position?: string;
}

/** One decision over many cases: limits do not run for some days — tạm dừng tính thời hạn do thiên tai, sự kiện bất khả kháng. */
@Injectable()
export class SuspensionDesk {
  constructor(
    private readonly suspensions: SuspensionStore,
    private readonly papers: DossierPapers,
    private readonly terms: LegalTerms,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decides a suspension for an area within the actor's own; the cases follow by themselves. The same press decides once.
   * @throws DomainError `DOSSIERS.AREA_UNKNOWN`, `IDENTITY.NOT_PERMITTED`, `DOSSIERS.DOCUMENT_UNKNOWN`, `DOSSIERS.SUSPENSION_…`.
   */
  async decide(decision: SuspensionDecision, press: Press): Promise<SuspensionAnswer> {
    const { actor, province } = this.permitted(decision.areaCode, press.actor);
    await this.brought(decision.paper, actor);
    const suspensionId = `${province}-${nameId('deadline-suspension', press.commandId)}`;
    const bounds = this.bounds();
    return this.execute(province, suspensionId, press, {
      type: 'DecideSuspension',
      data: { suspensionId, ...decision, bounds },
      metadata: { now: this.clock.now(), actor, commandId: press.commandId },
    });
  }

  /** Ends it earlier, or prolongs it. @throws DomainError as `decide`; `DOSSIERS.SUSPENSION_NOT_FOUND`, `DOSSIERS.SUSPENSION_OVER`. */
  async moveEnd(suspensionId: string, end: SuspensionEnd, press: Press): Promise<SuspensionAnswer> {
    const province = suspensionId.split('-')[0] ?? '';
    const { state } = await this.suspensions.load(province);
    const known = suspensionsOf(state).find((suspension) => suspension.suspensionId === suspensionId);
    if (known === undefined) throw notFound('DOSSIERS.SUSPENSION_NOT_FOUND', 'There is no such suspension');
    const { actor } = this.permitted(known.areaCode, press.actor);
    await this.brought(end.paper, actor);
    return this.execute(province, suspensionId, press, {
      type: 'MoveSuspensionEnd',
      data: { suspensionId, ...end, bounds: this.bounds() },
      metadata: { now: this.clock.now(), actor, commandId: press.commandId },
    });
  }

  /** Suspensions of the provinces in which the actor holds an office, the latest decision first. */
  async list(actor: AuthenticatedActor): Promise<readonly Suspension[]> {
    const today = this.today();
    const provinces = new Set(actor.areaCodes.flatMap((code) => this.areas.pathOf(code, today).slice(-1)));
    const states = await Promise.all([...provinces].map((province) => this.suspensions.load(province)));
    return states.flatMap(({ state }) => suspensionsOf(state)).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  private permitted(
    areaCode: string,
    asking: AuthenticatedActor,
  ): { readonly actor: Actor; readonly province: string } {
    const today = this.today();
    const province = this.areas.find(areaCode, today) && this.areas.pathOf(areaCode, today).at(-1);
    if (province === undefined)
      throw brokenRule('DOSSIERS.AREA_UNKNOWN', `No area ${areaCode} today`, { areaCode }, ['D295 Art. 5']);
    return { actor: assertMay(asking, 'deadlines.suspend', { areaCode }, today, this.areas), province };
  }

  private async brought(paper: string, { personId }: Actor): Promise<void> {
    await this.papers.accept([{ kind: 'suspensionDecision', sha256: paper, fileName: 'decision.pdf' }], personId);
  }

  private async execute(
    province: string,
    suspensionId: string,
    press: Press,
    command: SuspensionCommand,
  ): Promise<SuspensionAnswer> {
    const executed: Executed<Suspensions> = await this.suspensions.execute(
      province,
      command,
      optionsOf(suspensionId, press, this.terms.rulebook.version, []),
    );
    const suspension = executed.state.byId[suspensionId];
    if (suspension === undefined) throw new Error('A decision leaves a suspension');
    return {
      suspension,
      revision: executed.revision,
      ...(executed.position === undefined ? {} : { position: executed.position.commit.toString() }),
    };
  }

  private bounds() {
    const { longest, earliestBefore } = this.terms.rulebook.value('deadline.suspension', this.today()).value;
    return { longest, earliestBefore };
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }
}
