import { ALLOWS, PERMISSIONS, rolesAllowed, type RoutePermission } from '@hoptac/identity';
import { OPEN_ROUTE } from '@hoptac/platform';
import { DOSSIER_ACTIONS } from '../domain';
import { PERMISSION_OF } from '../application/reading-rights';
import { CaseLookupsController } from './case-lookups.controller';
import { DossierStepsController } from './dossier-steps.controller';
import { DossiersController } from './dossiers.controller';
import { StaffStepsController } from './staff-steps.controller';

/** What each route of a controller demands: its action, `public`, or nothing at all. */
function demands(controller: { readonly prototype: object }): Record<string, string | undefined> {
  const { prototype } = controller;
  const routes = Object.getOwnPropertyNames(prototype)
    .map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)?.value as object] as const)
    .filter(([name, handler]) => name !== 'constructor' && Reflect.hasMetadata('path', handler));
  return Object.fromEntries(
    routes.map(([name, handler]) => {
      const allows = Reflect.getMetadata(ALLOWS, handler) as RoutePermission | undefined;
      return [name, allows?.action ?? (Reflect.getMetadata(OPEN_ROUTE, handler) === true ? 'public' : undefined)];
    }),
  );
}

it('every step demands its own action', () => {
  expect(demands(DossierStepsController)).toEqual({
    file: 'dossiers.file',
    claim: 'dossiers.claim',
    requestCorrection: 'dossiers.requestCorrection',
    resubmit: 'dossiers.resubmit',
    examine: 'dossiers.examine',
    sendBack: 'dossiers.return',
    handOver: 'dossiers.handOver',
    decide: 'dossiers.decide',
    requestWithdrawal: 'dossiers.withdraw',
    decideWithdrawal: 'dossiers.decideWithdrawal',
  });
});

it('every step within the office demands its own action', () => {
  expect(demands(StaffStepsController)).toEqual({
    assign: 'dossiers.assign',
    release: 'dossiers.claim',
    confirmChecks: 'dossiers.examine',
    recall: 'dossiers.examine',
    explainDelay: 'dossiers.explainDelay',
    extend: 'dossiers.extendDeadline',
  });
});

it('every read demands its own action; only the look-up by code is open', () => {
  expect(demands(DossiersController)).toEqual({
    list: 'dossiers.list',
    listMine: 'dossiers.readOwn',
    get: 'dossiers.read',
    timeline: 'dossiers.read',
    explain: 'dossiers.read',
  });
  expect(demands(CaseLookupsController)).toEqual({ find: 'public' });
});

it('nobody holds both the examination and the decision in one role', () => {
  for (const actions of Object.values(PERMISSIONS)) {
    expect('dossiers.examine' in actions && 'dossiers.decide' in actions).toBe(false);
  }
});

it('every action that pages offer rests on a permission that somebody holds', () => {
  for (const action of DOSSIER_ACTIONS) expect(rolesAllowed(PERMISSION_OF[action]).length).toBeGreaterThan(0);
});
