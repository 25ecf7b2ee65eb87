import { given } from '@hoptac/testing';
import { organisationCodeDecider, type AssignCode, type OrganisationCodeAssigned } from '.';

const NOW = '2026-11-23T02:00:00.000Z';
const order = (organisationId: string): AssignCode => ({
  type: 'AssignCode',
  data: { code: '1700123456', organisationId },
  metadata: { now: NOW, actor: { personId: 'system:tax-exchange', role: 'system' }, commandId: 'c-1' },
});
const assigned = (organisationId: string): OrganisationCodeAssigned => ({
  type: 'OrganisationCodeAssigned',
  data: { code: '1700123456', organisationId, assignedAt: NOW },
});

it('gives a code once, and says so again to the one who has it', () => {
  given(organisationCodeDecider).when(order('o-1')).then(assigned('o-1'));
  given(organisationCodeDecider, assigned('o-1')).when(order('o-1')).thenNothing();
});

it('gives it to nobody else, ever', () => {
  given(organisationCodeDecider, assigned('o-1')).when(order('o-2')).thenRefused('REGISTRY.CODE_TAKEN');
});
