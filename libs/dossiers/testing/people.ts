import { loadAreas, type AuthenticatedActor, type Role } from '@hoptac/identity';
import type { Press } from '../application/step';

/* People of a commune's registration office, and who comes to it, for specs. */

export const OFFICE = 'office-91001';

export const person = (role: Role, personId: string, officeId?: string): AuthenticatedActor => ({
  personId,
  role,
  name: 'Người nào đó',
  roles: [role],
  areaCodes: [],
  ...(officeId === undefined ? {} : { officeId }),
  assignments: [
    { role, ...(officeId === undefined ? {} : { officeId, areaCode: loadAreas().areaOfOffice(officeId) }) },
  ],
});
export const applicant = person('applicant', 'applicant-1');
export const officer = person('officer', 'officer-1', OFFICE);
export const head = person('head', 'head-1', OFFICE);
export const press = (actor: AuthenticatedActor, commandId: string, ifRevision?: number): Press => ({
  actor,
  commandId,
  ...(ifRevision === undefined ? {} : { ifRevision }),
});
