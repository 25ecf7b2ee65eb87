import type { Executed } from '@hoptac/event-store';
import { brokenRule, CLOCK, invalidInput, localDateOf, type Clock, type LocalDate } from '@hoptac/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ACCOUNT_ID } from '../account-id';
import { AreaTree } from '../areas/area-tree';
import { assertMay, mayActIn, type AuthenticatedActor } from '../permissions/may-act';
import { RoleBook } from './role-book';
import type { User } from './user.decider';
import type { OfficeRole } from './user.events';
import { type Ordered, UserService } from './user.service';

/** Roles for which a head of office lets somebody stand in. */
export const SUBSTITUTED_ROLES = ['clerk', 'officer', 'head'] as const satisfies readonly OfficeRole[];
export type SubstitutedRole = (typeof SUBSTITUTED_ROLES)[number];

/** Somebody stands in for a colleague who is away, on these days, both included. */
export interface Substitution {
  readonly userId: string;
  readonly forUserId: string;
  readonly role: OfficeRole;
  readonly officeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly ground?: string;
}
export type SubstitutionOrder = Substitution & { readonly role: SubstitutedRole; readonly ground: string };
export type SubstitutionKey = Pick<SubstitutionOrder, 'userId' | 'forUserId' | 'role' | 'officeId'>;
type Press = Omit<Ordered, 'actor'>;

/** Thay thế: a head of office lets a colleague stand in for somebody away. Every act then names both, and nobody decides what either examined. */
@Injectable()
export class Substitutions {
  constructor(
    @Inject(UserService) private readonly users: UserService,
    @Inject(RoleBook) private readonly book: RoleBook,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `IDENTITY.NOT_PERMITTED`, `IDENTITY.GROUND_MISSING`, `IDENTITY.SUBSTITUTION_IN_PAST`, `IDENTITY.SUBSTITUTE_NOT_STAFF`,
   *   `IDENTITY.ROLE_NOT_HELD`, `IDENTITY.SUBSTITUTE_FOR_ONESELF`, `IDENTITY.PERIOD_INVALID`.
   */
  async grant(order: SubstitutionOrder, actor: AuthenticatedActor, press: Press): Promise<Executed<User>> {
    const today = this.today();
    const by = assertMay(actor, 'substitutions.manage', { officeId: order.officeId }, today, this.areas);
    mustBeAccounts(order);
    if (order.ground.trim() === '') throw invalidInput('IDENTITY.GROUND_MISSING', 'A ground is required');
    // What was done without authority stays without it.
    if (order.from < today)
      throw brokenRule('IDENTITY.SUBSTITUTION_IN_PAST', 'Nobody stands in for days past', { from: order.from });
    this.mustBeStaffOf(order.officeId, order.userId, order.from);
    return this.users.grantSubstitution(order, { actor: by, ...press });
  }

  /** Ends it earlier; its last day is today or later. @throws DomainError as `grant`; `IDENTITY.SUBSTITUTION_NOT_FOUND`. */
  async end(
    key: SubstitutionKey,
    lastDay: LocalDate,
    actor: AuthenticatedActor,
    press: Press,
  ): Promise<Executed<User>> {
    const today = this.today();
    const by = assertMay(actor, 'substitutions.manage', { officeId: key.officeId }, today, this.areas);
    mustBeAccounts(key);
    if (lastDay < today)
      throw brokenRule('IDENTITY.SUBSTITUTION_IN_PAST', 'What was done in time stays done', { from: lastDay });
    return this.users.endSubstitution({ ...key, lastDay }, { actor: by, ...press });
  }

  /** Those of the reader's offices that hold or are to come, the earliest first. */
  list(actor: AuthenticatedActor): readonly Substitution[] {
    const today = this.today();
    return this.book
      .userIds()
      .flatMap((userId) =>
        this.book
          .userOf(userId)
          .substitutions.flatMap(({ onBehalfOf, to, ...held }) =>
            onBehalfOf === undefined || to === undefined || to < today
              ? []
              : [{ userId, forUserId: onBehalfOf, ...held, to }],
          ),
      )
      .filter(({ officeId }) => mayActIn(actor, 'staff.read', { officeId }, today, this.areas))
      .sort((a, b) => a.from.localeCompare(b.from) || a.userId.localeCompare(b.userId));
  }

  /** Whoever stands in belongs to the office: an outsider gets no access by the back door. */
  private mustBeStaffOf(officeId: string, userId: string, on: LocalDate): void {
    const office = this.areas.officeOn(officeId, on) ?? officeId;
    const belongs = this.book
      .userOf(userId)
      .roles.some(
        (held) =>
          (this.areas.officeOn(held.officeId, on) ?? held.officeId) === office &&
          held.from <= on &&
          (held.to === undefined || on <= held.to),
      );
    if (!belongs || this.book.isLocked(userId))
      throw brokenRule('IDENTITY.SUBSTITUTE_NOT_STAFF', 'The account holds no role in this office', { officeId });
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }
}

/** An account id is part of a stream's name. */
function mustBeAccounts({ userId, forUserId }: SubstitutionKey): void {
  if (![userId, forUserId].every((id) => ACCOUNT_ID.test(id)))
    throw invalidInput('PLATFORM.INPUT_INVALID', 'Not an account id');
}
