import { ALLOWS, PERMISSIONS, rolesAllowed, type RoutePermission } from '@hoptac/identity';
import { PERMISSION_OF_APPLICATION } from '../../application/applications/reading-rights';
import { APPLICATION_ACTIONS } from '../../domain';
import { FundsController } from '../fund/funds.controller';
import { ApplicationDecisionsController } from './application-decisions.controller';
import { ApplicationStepsController } from './application-steps.controller';
import { ApplicationsController } from './applications.controller';
import { LendingDeskController } from './lending-desk.controller';

/** What each route of a controller demands: its action, or nothing at all. */
function demands({ prototype }: { readonly prototype: object }): Record<string, string | undefined> {
  const routes = Object.getOwnPropertyNames(prototype)
    .map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)?.value as object] as const)
    .filter(([name, handler]) => name !== 'constructor' && Reflect.hasMetadata('path', handler));
  return Object.fromEntries(
    routes.map(([name, handler]) => [
      name,
      (Reflect.getMetadata(ALLOWS, handler) as RoutePermission | undefined)?.action,
    ]),
  );
}

it('every step with an application demands its own action', () => {
  expect(demands(ApplicationStepsController)).toEqual({
    submit: 'supportFund.apply',
    complete: 'supportFund.complete',
    withdraw: 'supportFund.withdraw',
    check: 'supportFund.check',
    claim: 'supportFund.appraise',
    assign: 'supportFund.assign',
    declareBond: 'supportFund.declareBond',
    appraise: 'supportFund.appraise',
  });
  expect(demands(ApplicationDecisionsController)).toEqual({
    sendBack: 'supportFund.sendBack',
    vote: 'supportFund.vote',
    conclude: 'supportFund.concludeVote',
    decide: 'supportFund.decide',
    reject: 'supportFund.decide',
    sign: 'supportFund.sign',
    recordSecurity: 'supportFund.recordSecurity',
  });
});

it('every read, and every change of a fund, demands its own action', () => {
  expect(demands(ApplicationsController)).toEqual({
    queue: 'supportFund.list',
    mine: 'supportFund.readOwn',
    get: 'supportFund.read',
    events: 'supportFund.read',
  });
  expect(demands(LendingDeskController)).toEqual({ prefill: 'supportFund.apply', preview: 'supportFund.appraise' });
  expect(demands(FundsController)).toEqual({
    all: 'supportFund.readFund',
    get: 'supportFund.readFund',
    books: 'supportFund.list',
    found: 'supportFund.found',
    proposeCapital: 'supportFund.proposeChange',
    proposePolicy: 'supportFund.proposeChange',
    confirm: 'supportFund.confirmChange',
    refuse: 'supportFund.confirmChange',
    appoint: 'supportFund.appoint',
  });
});

it('no role both appraises and decides, and none both enters and confirms a change', () => {
  for (const actions of Object.values(PERMISSIONS)) {
    const decides = 'supportFund.decide' in actions || 'supportFund.vote' in actions;
    expect('supportFund.appraise' in actions && decides).toBe(false);
    expect('supportFund.proposeChange' in actions && 'supportFund.confirmChange' in actions).toBe(false);
  }
});

it('every action that pages offer rests on a permission that somebody holds', () => {
  for (const action of APPLICATION_ACTIONS)
    expect(rolesAllowed(PERMISSION_OF_APPLICATION[action]).length).toBeGreaterThan(0);
});
