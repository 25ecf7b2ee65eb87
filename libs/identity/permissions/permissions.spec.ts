import type { LocalDate } from '@hoptac/kernel';
import type { Role } from '../users/user.events';
import {
  type ActedUpon,
  type Assignment,
  type AuthenticatedActor,
  assertMay,
  assignmentFor,
  mayActIn,
} from './may-act';
import { type Action, PERMISSIONS, type Reach, rolesAllowed } from './permissions';

const TODAY: LocalDate = '2026-11-22';
const HERE = 'office-91001';

function actorWith(...assignments: Assignment[]): AuthenticatedActor {
  return {
    personId: 'p1',
    role: assignments[0]?.role ?? 'public',
    name: '',
    roles: assignments.map(({ role }) => role),
    areaCodes: [],
    assignments,
  };
}
const at = (role: Role, officeId = HERE): AuthenticatedActor =>
  actorWith({ role, officeId, areaCode: officeId.slice('office-'.length) });

/** The subjects of the walk: own, this office's, its sibling's, its predecessor's, another province's, nobody's. */
const SUBJECTS: Readonly<Record<string, ActedUpon>> = {
  own: { ownerId: 'p1', officeId: 'office-91018' },
  here: { ownerId: 'p2', officeId: HERE },
  former: { ownerId: 'p2', officeId: 'office-899' },
  sibling: { ownerId: 'p2', officeId: 'office-91018' },
  areaOnly: { areaCode: '91001' },
  siblingArea: { areaCode: '91018' },
  unknown: { ownerId: 'p2', officeId: 'office-7' },
  nothing: {},
};
const REACHED: Readonly<Record<Reach, readonly string[]>> = {
  any: Object.keys(SUBJECTS),
  own: ['own'],
  office: ['here', 'former'],
  area: ['here', 'former', 'areaOnly'],
};
const ACTIONS = [...new Set(Object.values(PERMISSIONS).flatMap((actions) => Object.keys(actions)))] as Action[];
const cells = (Object.keys(PERMISSIONS) as Role[]).flatMap((role) => ACTIONS.map((action) => [role, action] as const));

describe('the permission table', () => {
  it.each(cells)('%s × %s reaches what it says and nothing else', (role, action) => {
    const reach = rolesAllowed(action).find((allowed) => allowed.role === role)?.reach;
    const reached = Object.keys(SUBJECTS).filter((name) => mayActIn(at(role), action, SUBJECTS[name] ?? {}, TODAY));
    expect(reached).toEqual(reach === undefined ? [] : REACHED[reach]);
  });

  it('lets whoever stands in act in the place of the one on whose desk it lies, and in his own name elsewhere', () => {
    const role = { role: 'officer', officeId: HERE, areaCode: '91001' } as const;
    const substitute = actorWith(role, { ...role, onBehalfOf: 'p9' });
    const acting = (heldBy?: string) =>
      assertMay(substitute, 'dossiers.examine', { officeId: HERE, ...(heldBy === undefined ? {} : { heldBy }) }, TODAY)
        .onBehalfOf;
    expect([acting('p9'), acting('p1'), acting('p3'), acting()]).toEqual(['p9', undefined, undefined, undefined]);
  });

  it('never lets one role both examine and decide', () => {
    for (const actions of Object.values(PERMISSIONS)) {
      expect('dossiers.examine' in actions && 'dossiers.decide' in actions).toBe(false);
    }
  });

  it('keeps cases away from the administrator', () => {
    expect(Object.keys(PERMISSIONS.administrator).filter((action) => action.startsWith('dossiers.'))).toEqual([]);
  });

  it('lets a district officer act in the district before the reform and follow its office afterwards', () => {
    const officer = at('officer', 'office-899');
    expect(mayActIn(officer, 'dossiers.examine', { officeId: 'office-899' }, '2025-06-30')).toBe(true);
    expect(mayActIn(officer, 'dossiers.examine', { officeId: HERE }, '2025-07-01')).toBe(true);
    expect(mayActIn(officer, 'dossiers.examine', { officeId: 'office-91018' }, '2025-07-01')).toBe(false);
  });

  it("lets the province's supervisor read all of it and nothing of the neighbour before the merger", () => {
    const supervisor = at('supervisor', 'office-91');
    expect(mayActIn(supervisor, 'dossiers.read', { officeId: 'office-91018' }, TODAY)).toBe(true);
    expect(mayActIn(supervisor, 'dossiers.read', { officeId: 'office-883' }, '2025-06-30')).toBe(false);
    expect(mayActIn(supervisor, 'dossiers.read', { officeId: 'office-883' }, TODAY)).toBe(true);
  });
});

describe('assertMay', () => {
  it('answers the actor in the role that reaches, for the record, without a name', () => {
    const actor = {
      ...actorWith(
        { role: 'officer', officeId: 'office-91018', areaCode: '91018' },
        { role: 'officer', officeId: HERE, areaCode: '91001', onBehalfOf: 'p9' },
      ),
      name: 'Nguyễn',
    };
    expect(assertMay(actor, 'dossiers.examine', { officeId: HERE }, TODAY)).toEqual({
      personId: 'p1',
      role: 'officer',
      officeId: HERE,
      onBehalfOf: 'p9',
    });
  });

  it('refuses with a code', () => {
    expect(() => assertMay(at('clerk'), 'dossiers.decide', { officeId: HERE }, TODAY)).toThrow(
      expect.objectContaining({ code: 'IDENTITY.NOT_PERMITTED', kind: 'forbidden' }),
    );
  });
});

describe('assignmentFor without a subject', () => {
  it('asks only whether some role may at all', () => {
    expect(assignmentFor(at('officer'), 'dossiers.examine', undefined, TODAY)?.role).toBe('officer');
    expect(assignmentFor(at('clerk'), 'dossiers.examine', undefined, TODAY)).toBeUndefined();
  });
});
