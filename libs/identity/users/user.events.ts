import type { DomainEvent, Instant, LocalDate } from '@hoptac/kernel';
import type { Sealed } from '@hoptac/personal-data';

/** Roles of the house; everybody who signs in is an applicant too. */
export const ROLES = [
  'applicant',
  'clerk',
  'officer',
  'head',
  'supervisor',
  'inspector',
  'administrator',
  'fundOfficer',
  'fundTreasurer',
  'fundCouncil',
  'fundDirector',
  'public',
] as const;
export type Role = (typeof ROLES)[number];
/** Roles that are held at an office and granted by an administrator. */
export const OFFICE_ROLES = [
  'clerk',
  'officer',
  'head',
  'supervisor',
  'inspector',
  'administrator',
  'fundOfficer',
  'fundTreasurer',
  'fundCouncil',
  'fundDirector',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** A role at an office from a day on, to a day included when known — phân công. `userId` is the `sub` of the identity provider; `ground` the paper or reason, no personal data. */
export type UserRoleGranted = DomainEvent<
  'UserRoleGranted',
  { userId: string; role: OfficeRole; officeId: string; from: LocalDate; to?: LocalDate; ground?: string }
>;
/** `lastDay` is the last day on which the role still holds. */
export type UserRoleRevoked = DomainEvent<
  'UserRoleRevoked',
  { userId: string; role: OfficeRole; officeId: string; lastDay: LocalDate; ground?: string }
>;
/** The account may do nothing until unlocked, wherever it is signed in. */
export type UserLocked = DomainEvent<'UserLocked', { userId: string; reason: string }>;
export type UserUnlocked = DomainEvent<'UserUnlocked', { userId: string; reason: string }>;
/** `userId` may act in the role of `forUserId` in these days — ủy quyền, thay thế; every act names both. */
export type UserSubstitutionGranted = DomainEvent<
  'UserSubstitutionGranted',
  {
    userId: string;
    forUserId: string;
    role: OfficeRole;
    officeId: string;
    from: LocalDate;
    to: LocalDate;
    /** Why, where whoever ordered it said so; no personal data. */
    ground?: string;
  }
>;
/** It ends earlier; `lastDay` is the last day on which it holds. */
export type UserSubstitutionEnded = DomainEvent<
  'UserSubstitutionEnded',
  { userId: string; forUserId: string; role: OfficeRole; officeId: string; lastDay: LocalDate }
>;
/** Signed out everywhere: sessions and tokens issued before `endedAt` (real time, also in rehearsal) count no more. */
export type UserSessionsEnded = DomainEvent<'UserSessionsEnded', { userId: string; endedAt: Instant }>;

/** What the identity provider calls somebody who holds an office's role; sealed, so that it can be erased. */
export type UserNamed = DomainEvent<'UserNamed', { userId: string; name: Sealed }>;

/** Stream `user-<sub>`. */
export type UserEvent =
  | UserRoleGranted
  | UserRoleRevoked
  | UserLocked
  | UserUnlocked
  | UserSubstitutionGranted
  | UserSubstitutionEnded
  | UserSessionsEnded
  | UserNamed;

export const USER_CATEGORY = 'user';

export const userEventVersions = {
  UserRoleGranted: 1,
  UserRoleRevoked: 1,
  UserLocked: 1,
  UserUnlocked: 1,
  UserSubstitutionGranted: 1,
  UserSubstitutionEnded: 1,
  UserSessionsEnded: 1,
  UserNamed: 1,
} satisfies Record<UserEvent['type'], number>;

/** For `EventStoreModule.forRoot({ catalogues })`. */
export const identityCatalogue = { versions: userEventVersions, upcasters: [] } as const;
