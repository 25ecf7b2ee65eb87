import { AggregateStore, EVENT_STORE, type EventStore, type Executed } from '@hoptac/event-store';
import { type Actor, CLOCK, type Clock, type Instant, type LocalDate, brokenRule, localDateOf } from '@hoptac/kernel';
import type { Sealed } from '@hoptac/personal-data';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AreaTree } from '../areas/area-tree';
import { RoleBook } from './role-book';
import { type User, type UserCommand, userDefinition } from './user.decider';
import type { OfficeRole, UserEvent } from './user.events';

/** Who orders it, and the id under which it is one command however often it is sent. */
export interface Ordered {
  readonly actor: Actor;
  readonly commandId: string;
  readonly ifRevision?: number;
  readonly traceparent?: string;
  readonly requestHash?: string;
}

export interface RoleOrder {
  readonly userId: string;
  readonly role: OfficeRole;
  readonly officeId: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Paper or reason; tools that set a house up have none. */
  readonly ground?: string;
}

/** Commands on users. What is recorded here is folded into this process's role book at once; other processes follow the store. */
@Injectable()
export class UserService {
  private readonly users: AggregateStore<User, UserCommand, UserEvent>;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(RoleBook) private readonly book: RoleBook,
  ) {
    this.users = new AggregateStore(store, userDefinition, { cacheLimit: 2_000 });
  }

  /** @throws DomainError `IDENTITY.OFFICE_UNKNOWN`, `IDENTITY.PERIOD_INVALID`, `IDENTITY.ROLE_ALREADY_HELD` (422). */
  grantRole(order: RoleOrder, ordered: Ordered): Promise<Executed<User>> {
    this.officeMustExist(order.officeId, order.from);
    return this.execute(order.userId, 'GrantRole', { ...order }, ordered);
  }

  /**
   * For a store without people: makes the account administrator of the province from today on; false when it is that already.
   * @throws DomainError `IDENTITY.ADMINISTRATOR_EXISTS` (422) when somebody else who is not locked administers already: roles are then granted by them.
   */
  async appointFirstAdministrator(userId: string, actor: Actor): Promise<boolean> {
    this.book.start();
    if (!(await this.book.caughtUp())) throw new Error('The roles on record cannot be read; nothing was done');
    const today = localDateOf(this.clock.now());
    const administers = (id: string): boolean =>
      this.book.assignmentsOf(id, today).some(({ role }) => role === 'administrator') && !this.book.isLocked(id);
    if (administers(userId)) return false;
    if (this.book.userIds().some(administers))
      throw brokenRule('IDENTITY.ADMINISTRATOR_EXISTS', 'Somebody administers already; roles are granted by them');
    const province = this.areas.areasOn(today).find(({ parent }) => parent === undefined);
    const officeId = `office-${province?.code ?? ''}`;
    const commandId = nameId('first-administrator', `${userId} ${officeId} ${today}`);
    await this.grantRole({ userId, role: 'administrator', officeId, from: today }, { actor, commandId });
    return true;
  }

  /** `lastDay` is the last day on which the role holds. @throws DomainError `IDENTITY.ROLE_NOT_HELD` (422). */
  revokeRole(
    order: { userId: string; role: OfficeRole; officeId: string; lastDay: LocalDate; ground?: string },
    ordered: Ordered,
  ): Promise<Executed<User>> {
    return this.execute(order.userId, 'RevokeRole', order, ordered);
  }

  /** @throws DomainError `IDENTITY.SUBSTITUTE_FOR_ONESELF`, `IDENTITY.ROLE_NOT_HELD` (422) when the person stood in for does not hold the role. */
  grantSubstitution(
    order: RoleOrder & { forUserId: string; to: LocalDate },
    ordered: Ordered,
  ): Promise<Executed<User>> {
    this.officeMustExist(order.officeId, order.from);
    const held = this.book
      .userOf(order.forUserId)
      .roles.some((role) => role.role === order.role && role.officeId === order.officeId);
    if (!held)
      throw brokenRule('IDENTITY.ROLE_NOT_HELD', 'Nobody can stand in for a role that is not held', {
        role: order.role,
        officeId: order.officeId,
      });
    return this.execute(order.userId, 'GrantSubstitution', order, ordered);
  }

  /** @throws DomainError `IDENTITY.SUBSTITUTION_NOT_FOUND` (422). */
  endSubstitution(
    order: { userId: string; forUserId: string; role: OfficeRole; officeId: string; lastDay: LocalDate },
    ordered: Ordered,
  ): Promise<Executed<User>> {
    return this.execute(order.userId, 'EndSubstitution', order, ordered);
  }

  lock(userId: string, reason: string, ordered: Ordered): Promise<Executed<User>> {
    return this.execute(userId, 'LockUser', { userId, reason }, ordered);
  }

  unlock(userId: string, reason: string, ordered: Ordered): Promise<Executed<User>> {
    return this.execute(userId, 'UnlockUser', { userId, reason }, ordered);
  }

  /** Ends every session and token issued until now (real time: cookies and tokens know no rehearsal). */
  endSessions(userId: string, ordered: Ordered): Promise<Executed<User>> {
    return this.execute(userId, 'EndSessions', { userId, endedAt: new Date().toISOString() as Instant }, ordered);
  }

  /** What somebody is called, sealed. */
  name(userId: string, name: Sealed, ordered: Ordered): Promise<Executed<User>> {
    return this.execute(userId, 'NameUser', { userId, name }, ordered);
  }

  private officeMustExist(officeId: string, on: LocalDate): void {
    const today = localDateOf(this.clock.now());
    const exists = [on, today].some((date) => this.areas.find(this.areas.areaOfOffice(officeId), date) !== undefined);
    if (!officeId.startsWith('office-') || !exists)
      throw brokenRule('IDENTITY.OFFICE_UNKNOWN', `No office ${officeId}`, { officeId });
  }

  private async execute<T extends UserCommand['type']>(
    userId: string,
    type: T,
    data: Extract<UserCommand, { type: T }>['data'],
    { actor, commandId, ...seen }: Ordered,
  ): Promise<Executed<User>> {
    const command = { type, data, metadata: { now: this.clock.now(), actor, commandId } } as UserCommand;
    const executed = await this.users.execute(userId, command, { correlationId: `user-${userId}`, ...seen });
    this.book.adopt(userId, executed.state, executed.revision);
    return executed;
  }
}
