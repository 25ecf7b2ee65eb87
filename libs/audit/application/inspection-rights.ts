import { DossierStore, isFiled } from '@hoptac/dossiers';
import {
  AreaTree,
  assertMay,
  mayActIn,
  recordedActor,
  RoleBook,
  type Action,
  type AuthenticatedActor,
} from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Actor, type Clock, type LocalDate } from '@hoptac/kernel';
import { OrganisationStore } from '@hoptac/registry';
import { Inject, Injectable } from '@nestjs/common';
import type { Subject } from './states';

/** What a reader may follow of a subject, and the actor to record. */
export interface Reach {
  readonly actor: Actor;
  /** What to call it on a screen: a registered name, a case code, an account. */
  readonly title: string;
  /** Only facts of these offices; all of them when absent. */
  readonly withinOffices?: readonly string[];
}

/** Whether somebody may look into the history of something: by where it lies today. */
@Injectable()
export class InspectionRights {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly dossiers: DossierStore,
    @Inject(RoleBook) private readonly roles: RoleBook,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `AUDIT.SUBJECT_NOT_FOUND` (404), `IDENTITY.NOT_PERMITTED` (403). */
  async of(actor: AuthenticatedActor, subject: Subject, action: Action = 'audit.read'): Promise<Reach> {
    const on = localDateOf(this.clock.now());
    if (subject.kind === 'organisation') {
      const { state } = await this.organisations.load(subject.id);
      if (state.status === 'Unknown') throw unknown();
      // The office of the area, for those who reach no further than their own.
      const officeId = this.areas.officeOf(state.areaCode, on);
      const where = { areaCode: state.areaCode, ...(officeId === undefined ? {} : { officeId }) };
      return { actor: assertMay(actor, action, where, on, this.areas), title: state.name };
    }
    if (subject.kind === 'case') {
      const { state } = await this.dossiers.load(subject.id);
      if (!isFiled(state)) throw unknown();
      const where = { officeId: state.decidingOfficeId };
      return { actor: assertMay(actor, action, where, on, this.areas), title: state.caseCode };
    }
    return this.ofAccount(actor, subject.id, action, on);
  }

  /** An account is followed by whoever may look into an office where it ever held a role; one without office by whoever reaches the province. */
  private ofAccount(actor: AuthenticatedActor, id: string, action: Action, on: LocalDate): Reach {
    const user = this.roles.userOf(id);
    const offices = [...user.roles, ...user.substitutions].map(({ officeId }) => officeId);
    const whole = this.areas.areasOn(on).filter(({ parent }) => parent === undefined);
    if (whole.some(({ code }) => mayActIn(actor, action, { areaCode: code }, on, this.areas)))
      return { actor: recordedActor(actor), title: id };
    const reached = offices.filter((officeId) => mayActIn(actor, action, { officeId }, on, this.areas));
    // Who may not look there is not told whether the account exists.
    if (reached[0] === undefined) throw unknown();
    return {
      actor: assertMay(actor, action, { officeId: reached[0] }, on, this.areas),
      title: id,
      withinOffices: this.officesWithin(actor, action, on),
    };
  }

  private officesWithin(actor: AuthenticatedActor, action: Action, on: LocalDate): readonly string[] {
    return this.areas
      .codes()
      .map((code) => `office-${code}`)
      .filter((officeId) => mayActIn(actor, action, { officeId }, on, this.areas));
  }
}

const unknown = () => notFound('AUDIT.SUBJECT_NOT_FOUND', 'There is no such organisation, case or account');
