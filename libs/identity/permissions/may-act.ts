import { AbilityBuilder, type MatchConditions, Ability } from '@casl/ability';
import { type Actor, type LocalDate, forbidden } from '@hoptac/kernel';
import type { AreaTree } from '../areas/area-tree';
import { loadAreas } from '../areas/area-tree';
import type { Role } from '../users/user.events';
import { type Action, PERMISSIONS, type Reach } from './permissions';

/** A role as it is held on the day of the request. */
export interface Assignment {
  readonly role: Role;
  readonly officeId?: string;
  readonly areaCode?: string;
  readonly onBehalfOf?: string;
}

/** Who asks: account, every role held today, and the one under which the route lets them in. */
export interface AuthenticatedActor extends Actor {
  readonly roles: readonly Role[];
  readonly areaCodes: readonly string[];
  /** Personal data: for the screen, never for an event or a log. */
  readonly name: string;
  readonly assignments: readonly Assignment[];
}

/** What is acted upon, as far as permissions look at it. */
export interface ActedUpon {
  /** Office that deals with it. */
  readonly officeId?: string;
  /** Area it lies in, where no office deals with it. */
  readonly areaCode?: string;
  /** Account that filed or uploaded it. */
  readonly ownerId?: string;
  /** Account that has it on its desk: whoever stands in for that one acts in that one's place. */
  readonly heldBy?: string;
}

type Abilities = Ability<[Action, ActedUpon | 'ActedUpon'], MatchConditions>;

function reaches(
  reach: Reach,
  actor: AuthenticatedActor,
  assignment: Assignment,
  subject: ActedUpon,
  on: LocalDate,
  areas: AreaTree,
): boolean {
  switch (reach) {
    case 'any':
      return true;
    case 'own':
      return subject.ownerId !== undefined && subject.ownerId === actor.personId;
    case 'office':
      return (
        subject.officeId !== undefined &&
        assignment.officeId !== undefined &&
        areas.officeOn(subject.officeId, on) === areas.officeOn(assignment.officeId, on)
      );
    case 'area': {
      const area =
        subject.areaCode ?? (subject.officeId === undefined ? undefined : areas.areaOfOffice(subject.officeId));
      return area !== undefined && assignment.areaCode !== undefined && areas.isWithin(area, assignment.areaCode, on);
    }
  }
}

function abilityOf(actor: AuthenticatedActor, assignment: Assignment, on: LocalDate, areas: AreaTree): Abilities {
  const { can, build } = new AbilityBuilder<Abilities>(Ability);
  for (const [action, reach] of Object.entries(PERMISSIONS[assignment.role]) as [Action, Reach][]) {
    can(action, 'ActedUpon', (subject: ActedUpon) => reaches(reach, actor, assignment, subject, on, areas));
  }
  return build({
    conditionsMatcher: (conditions: MatchConditions) => conditions,
    detectSubjectType: (subject) => (typeof subject === 'string' ? subject : 'ActedUpon'),
  });
}

/** The assignment under which the actor may do the action on this subject (or on some subject, when none is given). */
export function assignmentFor(
  actor: AuthenticatedActor,
  action: Action,
  subject: ActedUpon | undefined,
  on: LocalDate,
  areas: AreaTree = loadAreas(),
): Assignment | undefined {
  const allowed = actor.assignments.filter((assignment) =>
    abilityOf(actor, assignment, on, areas).can(action, subject ?? 'ActedUpon'),
  );
  return allowed.find(({ onBehalfOf }) => onBehalfOf !== undefined && onBehalfOf === subject?.heldBy) ?? allowed[0];
}

/** The actor as the records name them: without name and list of roles. */
export function actingAs(actor: AuthenticatedActor, assignment: Assignment): AuthenticatedActor {
  return {
    personId: actor.personId,
    role: assignment.role,
    name: actor.name,
    roles: actor.roles,
    areaCodes: actor.areaCodes,
    assignments: actor.assignments,
    ...(assignment.officeId === undefined ? {} : { officeId: assignment.officeId }),
    ...(assignment.onBehalfOf === undefined ? {} : { onBehalfOf: assignment.onBehalfOf }),
  };
}

/** Just the `Actor` of an event's metadata; nothing personal. */
export function recordedActor(actor: AuthenticatedActor): Actor {
  return {
    personId: actor.personId,
    role: actor.role,
    ...(actor.officeId === undefined ? {} : { officeId: actor.officeId }),
    ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
  };
}

/** Whether any of the actor's roles reaches this subject on that day. */
export function mayActIn(
  actor: AuthenticatedActor,
  action: Action,
  subject: ActedUpon,
  on: LocalDate,
  areas?: AreaTree,
): boolean {
  return assignmentFor(actor, action, subject, on, areas) !== undefined;
}

/**
 * Demands the permission and answers the actor to record, in the role and office under which it is allowed.
 * @throws DomainError `IDENTITY.NOT_PERMITTED` (403).
 */
export function assertMay(
  actor: AuthenticatedActor,
  action: Action,
  subject: ActedUpon,
  on: LocalDate,
  areas?: AreaTree,
): Actor {
  const assignment = assignmentFor(actor, action, subject, on, areas);
  if (assignment === undefined)
    throw forbidden('IDENTITY.NOT_PERMITTED', `${actor.role} may not ${action} here`, { action });
  return recordedActor(actingAs(actor, assignment));
}
