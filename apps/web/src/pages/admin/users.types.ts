/** A role held at an office; `to` is the last day. */
export interface HeldRole {
  readonly role: string;
  readonly officeId: string;
  readonly from: string;
  readonly to?: string;
  readonly onBehalfOf?: string;
  readonly ground?: string;
  readonly endGround?: string;
}

/** An account as the administrator sees it. */
export interface UserRecord {
  readonly userId: string;
  readonly roles: readonly HeldRole[];
  readonly substitutions: readonly HeldRole[];
  readonly locked: boolean;
}

/** Roles that an administrator may give. */
export const OFFICE_ROLES = ['clerk', 'officer', 'head', 'supervisor', 'inspector', 'administrator'] as const;

export const inForce = (held: HeldRole, today: string): boolean =>
  held.from <= today && (held.to === undefined || today <= held.to);
