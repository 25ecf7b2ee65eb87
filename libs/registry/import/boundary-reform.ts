import type { AggregateStore } from '@hoptac/event-store';
import type { AreaTree } from '@hoptac/identity';
import type { Actor, Instant, LocalDate } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import type { OrganisationCommand, OrganisationState } from '../domain/organisation.decider';
import type { OrganisationEvent } from '../domain/organisation.events';

export interface Reform {
  /** First day of the new areas. */
  readonly effectiveOn: LocalDate;
  /** The paper that orders it. */
  readonly ground: string;
}

/**
 * Moves one organisation to the area that took over its own, as a fact of the reform's day; nothing when its area goes on.
 * No duty of the organisation arises from it (D92 Art. 46.2, D295 Art. 47.2). Repeating it records nothing.
 */
export async function followReform(
  organisations: AggregateStore<OrganisationState, OrganisationCommand, OrganisationEvent>,
  areas: AreaTree,
  organisationId: string,
  reform: Reform,
  by: { readonly actor: Actor; readonly now: Instant },
): Promise<'moved' | 'stays'> {
  const { state } = await organisations.load(organisationId);
  if (state.status !== 'Entered') return 'stays';
  const toAreaCode = areas.successor(state.areaCode, reform.effectiveOn);
  const officeId = areas.officeOf(state.areaCode, reform.effectiveOn);
  if (toAreaCode === undefined || officeId === undefined || toAreaCode === state.areaCode) return 'stays';
  const { effectiveOn, ground } = reform;
  const executed = await organisations.execute(
    organisationId,
    {
      type: 'ReassignOrganisationArea',
      data: { organisationId, fromAreaCode: state.areaCode, toAreaCode, officeId, effectiveOn, ground },
      metadata: { ...by, commandId: nameId(organisationId, `reform ${effectiveOn}`) },
    },
    { correlationId: nameId('reform', effectiveOn), effectiveOn, legalBasis: [ground] },
  );
  return executed.events.length > 0 && !executed.repeated ? 'moved' : 'stays';
}
