import type { DomainEvent } from '@hoptac/kernel';
import type { PersonalDataViewed } from './personal-data-access';

/**
 * The key of a natural person was destroyed: every sealed record of this person is unreadable for ever (Law on Personal Data Protection 91/2025/QH15, right to erasure).
 * Stream `person-<id>`. `reason` is a short code such as `retention-ended`, never a text about the person.
 */
export type PersonalDataErased = DomainEvent<'PersonalDataErased', { personId: string; reason: string }>;
export type PersonalDataEvent = PersonalDataErased | PersonalDataViewed;

/** Category of a person's stream. */
export const PERSON_CATEGORY = 'person';

/** Catalogue of this room's events. */
export const personalDataCatalogue = {
  versions: { PersonalDataErased: 1, PersonalDataViewed: 1 } satisfies Record<PersonalDataEvent['type'], number>,
  upcasters: [],
};
