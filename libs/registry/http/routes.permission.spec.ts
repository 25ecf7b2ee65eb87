import { ALLOWS, type RoutePermission } from '@hoptac/identity';
import { OPEN_ROUTE } from '@hoptac/platform';
import { CertificatesController } from './certificates.controller';
import { OrganisationsController } from './organisations.controller';
import { RegisterImportsController } from './register-imports.controller';

const actionOf = (handler: object): string | undefined =>
  (Reflect.getMetadata(ALLOWS, handler) as RoutePermission | undefined)?.action;

it('the register is read by whoever may read it, its timeline by whoever may audit', () => {
  const { list, export: carriedAway, get, timeline } = OrganisationsController.prototype;
  const read = 'registry.read';
  expect([list, carriedAway, get, timeline].map(actionOf)).toEqual([read, read, read, 'audit.read']);
});

it('a certificate is verified by anyone', () => {
  const { verify } = CertificatesController.prototype;
  expect(Reflect.getMetadata(OPEN_ROUTE, verify)).toBe(true);
});

it('a register is taken over, and its rejected rows are read, by whoever may import', () => {
  const { template, bring, start, get, rejected } = RegisterImportsController.prototype;
  expect(new Set([template, bring, start, get, rejected].map(actionOf))).toEqual(new Set(['registry.import']));
});
