import {
  type AggregateDefinition,
  type Command,
  type Decider,
  type Instant,
  type LocalDate,
  brokenRule,
  isInstant,
  isLocalDate,
  unreachable,
} from '@hoptac/kernel';
import type { Sealed } from '@hoptac/personal-data';
import { OFFICE_ROLES, type OfficeRole, USER_CATEGORY, type UserEvent, userEventVersions } from './user.events';

/** A role held at an office; `to` is the last day. */
export interface HeldRole {
  readonly role: OfficeRole;
  readonly officeId: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Whose role it is, when this person only stands in. */
  readonly onBehalfOf?: string;
  /** Paper or reason of the grant, and of its end when it was ended. */
  readonly ground?: string;
  readonly endGround?: string;
}

export interface User {
  readonly roles: readonly HeldRole[];
  readonly substitutions: readonly HeldRole[];
  readonly locked: boolean;
  /** Sessions and tokens issued before this instant are over. */
  readonly sessionsEndedAt?: Instant;
  readonly name?: Sealed;
}

export type GrantRole = Command<
  'GrantRole',
  { userId: string; role: OfficeRole; officeId: string; from: LocalDate; to?: LocalDate; ground?: string }
>;
export type RevokeRole = Command<
  'RevokeRole',
  { userId: string; role: OfficeRole; officeId: string; lastDay: LocalDate; ground?: string }
>;
export type LockUser = Command<'LockUser', { userId: string; reason: string }>;
export type UnlockUser = Command<'UnlockUser', { userId: string; reason: string }>;
export type GrantSubstitution = Command<
  'GrantSubstitution',
  {
    userId: string;
    forUserId: string;
    role: OfficeRole;
    officeId: string;
    from: LocalDate;
    to: LocalDate;
    ground?: string;
  }
>;
export type EndSubstitution = Command<
  'EndSubstitution',
  { userId: string; forUserId: string; role: OfficeRole; officeId: string; lastDay: LocalDate }
>;
export type EndSessions = Command<'EndSessions', { userId: string; endedAt: Instant }>;
/** Sealing twice gives two boxes of one name: only who changed the name orders this. */
export type NameUser = Command<'NameUser', { userId: string; name: Sealed }>;
export type UserCommand =
  GrantRole | RevokeRole | LockUser | UnlockUser | GrantSubstitution | EndSubstitution | EndSessions | NameUser;

const same = (a: { role: string; officeId: string }, b: { role: string; officeId: string }): boolean =>
  a.role === b.role && a.officeId === b.officeId;
const isOpen = (held: HeldRole, date: LocalDate): boolean =>
  held.from <= date && (held.to === undefined || date <= held.to);

function periodMustBeSound(from: LocalDate, to: LocalDate | undefined): void {
  if (!isLocalDate(from) || (to !== undefined && (!isLocalDate(to) || to < from))) {
    throw brokenRule('IDENTITY.PERIOD_INVALID', 'The period does not exist or ends before it begins', {
      from,
      to: to ?? null,
    });
  }
}

function roleMustBeKnown(role: string): void {
  if (!(OFFICE_ROLES as readonly string[]).includes(role))
    throw brokenRule('IDENTITY.ROLE_UNKNOWN', `Unknown role ${role}`, { role });
}

function grantRole({ data }: GrantRole, user: User): readonly UserEvent[] {
  roleMustBeKnown(data.role);
  periodMustBeSound(data.from, data.to);
  const held = user.roles.filter((role) => same(role, data));
  if (held.some((role) => role.from === data.from && role.to === data.to)) return [];
  if (held.some((role) => role.from <= (data.to ?? '9999-12-31') && data.from <= (role.to ?? '9999-12-31'))) {
    throw brokenRule('IDENTITY.ROLE_ALREADY_HELD', 'The role is already held in part of that period', {
      role: data.role,
      officeId: data.officeId,
    });
  }
  return [{ type: 'UserRoleGranted', data }];
}

function revokeRole({ data }: RevokeRole, user: User): readonly UserEvent[] {
  const held = user.roles.filter((role) => same(role, data));
  if (held.length === 0)
    throw brokenRule('IDENTITY.ROLE_NOT_HELD', 'The role is not held', { role: data.role, officeId: data.officeId });
  const open = held.some((role) => role.to === undefined || role.to > data.lastDay);
  return open ? [{ type: 'UserRoleRevoked', data }] : [];
}

function grantSubstitution({ data }: GrantSubstitution, user: User): readonly UserEvent[] {
  roleMustBeKnown(data.role);
  periodMustBeSound(data.from, data.to);
  if (data.userId === data.forUserId)
    throw brokenRule('IDENTITY.SUBSTITUTE_FOR_ONESELF', 'Nobody stands in for themselves');
  const already = user.substitutions.some(
    (held) => same(held, data) && held.onBehalfOf === data.forUserId && held.from === data.from && held.to === data.to,
  );
  return already ? [] : [{ type: 'UserSubstitutionGranted', data }];
}

/** Only what still holds, or is to come, can end earlier; ended already, it stays so. */
function endSubstitution({ data }: EndSubstitution, user: User): readonly UserEvent[] {
  const held = user.substitutions.filter((one) => same(one, data) && one.onBehalfOf === data.forUserId);
  if (held.length === 0) {
    throw brokenRule('IDENTITY.SUBSTITUTION_NOT_FOUND', 'The person does not stand in for that one', {
      role: data.role,
      officeId: data.officeId,
    });
  }
  const open = held.some(({ to }) => to === undefined || to > data.lastDay);
  return open ? [{ type: 'UserSubstitutionEnded', data }] : [];
}

/** Who has which role where and from when to when; the identity provider only says who somebody is. */
export const userDecider: Decider<User, UserCommand, UserEvent> = {
  initialState: () => ({ roles: [], substitutions: [], locked: false }),

  evolve(user, { type, data }) {
    switch (type) {
      case 'UserRoleGranted':
        return {
          ...user,
          roles: [
            ...user.roles,
            {
              role: data.role,
              officeId: data.officeId,
              from: data.from,
              ...(data.to === undefined ? {} : { to: data.to }),
              ...(data.ground === undefined ? {} : { ground: data.ground }),
            },
          ],
        };
      case 'UserRoleRevoked':
        return {
          ...user,
          roles: user.roles
            .filter((held) => !same(held, data) || held.from <= data.lastDay)
            .map((held) =>
              same(held, data) && (held.to === undefined || held.to > data.lastDay)
                ? { ...held, to: data.lastDay, ...(data.ground === undefined ? {} : { endGround: data.ground }) }
                : held,
            ),
        };
      case 'UserLocked':
        return { ...user, locked: true };
      case 'UserUnlocked':
        return { ...user, locked: false };
      case 'UserSubstitutionGranted':
        return {
          ...user,
          substitutions: [
            ...user.substitutions,
            {
              role: data.role,
              officeId: data.officeId,
              from: data.from,
              to: data.to,
              onBehalfOf: data.forUserId,
              ...(data.ground === undefined ? {} : { ground: data.ground }),
            },
          ],
        };
      case 'UserSubstitutionEnded': {
        const ends = (held: HeldRole): boolean => same(held, data) && held.onBehalfOf === data.forUserId;
        return {
          ...user,
          substitutions: user.substitutions
            .filter((held) => !ends(held) || held.from <= data.lastDay)
            .map((held) =>
              ends(held) && (held.to === undefined || held.to > data.lastDay) ? { ...held, to: data.lastDay } : held,
            ),
        };
      }
      case 'UserSessionsEnded':
        return { ...user, sessionsEndedAt: data.endedAt };
      case 'UserNamed':
        return { ...user, name: data.name };
      default:
        return user;
    }
  },

  decide(command, user) {
    switch (command.type) {
      case 'GrantRole':
        return grantRole(command, user);
      case 'RevokeRole':
        return revokeRole(command, user);
      case 'LockUser':
        return user.locked ? [] : [{ type: 'UserLocked', data: command.data }];
      case 'UnlockUser':
        return user.locked ? [{ type: 'UserUnlocked', data: command.data }] : [];
      case 'GrantSubstitution':
        return grantSubstitution(command, user);
      case 'EndSubstitution':
        return endSubstitution(command, user);
      case 'EndSessions':
        if (!isInstant(command.data.endedAt)) throw brokenRule('IDENTITY.PERIOD_INVALID', 'Not an instant');
        return user.sessionsEndedAt !== undefined && user.sessionsEndedAt >= command.data.endedAt
          ? []
          : [{ type: 'UserSessionsEnded', data: command.data }];
      case 'NameUser':
        return user.name?.box === command.data.name.box ? [] : [{ type: 'UserNamed', data: command.data }];
      default:
        return unreachable(command, 'command');
    }
  },
};

/** Roles in force on the day, substitutions included. */
export const rolesOn = (user: User, date: LocalDate): readonly HeldRole[] =>
  [...user.roles, ...user.substitutions].filter((held) => isOpen(held, date));

export const userDefinition: AggregateDefinition<User, UserCommand, UserEvent> = {
  category: USER_CATEGORY,
  decider: userDecider,
  versions: userEventVersions,
  upcasters: [],
};
