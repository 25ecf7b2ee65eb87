import { brokenRule, type AggregateDefinition, type Command, type Decider } from '@hoptac/kernel';
import type { OrganisationCodeAssigned } from './organisation.events';

/** Gives the code to an organisation for good. */
export type AssignCode = Command<'AssignCode', { code: string; organisationId: string }>;

export interface CodeState {
  readonly organisationId?: string;
}

/** One code, one organisation, never given again — mã số là duy nhất và không được sử dụng lại (L23 Art. 46; D295 Art. 14). */
export function codeMustBeFree(state: CodeState, code: string): void {
  if (state.organisationId !== undefined)
    throw brokenRule('REGISTRY.CODE_TAKEN', 'Another organisation has the code', { code }, ['L23 Art. 46']);
}

/** Streams `organisationCode-<code>`; a code once given stays given, also when the organisation is never founded or ends. */
export const organisationCodeDecider: Decider<CodeState, AssignCode, OrganisationCodeAssigned> = {
  initialState: () => ({}),
  evolve: (_, { data }) => ({ organisationId: data.organisationId }),
  decide: ({ data, metadata }, state) => {
    if (state.organisationId === data.organisationId) return [];
    codeMustBeFree(state, data.code);
    return [{ type: 'OrganisationCodeAssigned', data: { ...data, assignedAt: metadata.now } }];
  },
};

export const organisationCodeDefinition: AggregateDefinition<CodeState, AssignCode, OrganisationCodeAssigned> = {
  category: 'organisationCode',
  decider: organisationCodeDecider,
  versions: { OrganisationCodeAssigned: 1 },
  upcasters: [],
};
