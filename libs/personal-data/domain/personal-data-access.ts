import type { AggregateDefinition, Command, Decider, DomainEvent } from '@hoptac/kernel';

/** What somebody wants a person's data for; the list is closed, so that it can be counted and questioned. */
export const VIEW_PURPOSES = [
  'inspection',
  'examination',
  'signing',
  'complaint',
  'identification',
  'authorityRequest',
] as const;
export type ViewPurpose = (typeof VIEW_PURPOSES)[number];

/** Where the data stood that were shown. */
export interface ViewedSubject {
  readonly kind: 'organisation' | 'dossier';
  readonly id: string;
}

/**
 * Somebody who sees persons masked was shown this one in clear (Law on Personal Data Protection 91/2025/QH15, records of processing). Who it was stands in the
 * metadata; `page` is the address of the page without its query. Stream `personalDataAccess-<personId>`.
 */
export type PersonalDataViewed = DomainEvent<
  'PersonalDataViewed',
  { personId: string; purpose: ViewPurpose; page: string; subject: ViewedSubject }
>;

export type ViewPersonalData = Command<'ViewPersonalData', PersonalDataViewed['data']>;

export interface PersonalDataAccesses {
  readonly views: number;
}

/** Every view is a fact of its own; nothing forbids the next one. A stream apart from `person-<id>`, which begins and ends with the erasure. */
export const personalDataAccessDecider: Decider<PersonalDataAccesses, ViewPersonalData, PersonalDataViewed> = {
  initialState: () => ({ views: 0 }),
  evolve: ({ views }) => ({ views: views + 1 }),
  decide: ({ data }) => [{ type: 'PersonalDataViewed', data }],
};

export const ACCESS_CATEGORY = 'personalDataAccess';

export const personalDataAccessDefinition: AggregateDefinition<
  PersonalDataAccesses,
  ViewPersonalData,
  PersonalDataViewed
> = {
  category: ACCESS_CATEGORY,
  decider: personalDataAccessDecider,
  versions: { PersonalDataViewed: 1 },
  upcasters: [],
};
