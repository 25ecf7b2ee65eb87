import { fold, systemActor } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import { type UserCommand, rolesOn, userDecider } from './user.decider';
import type { UserEvent } from './user.events';

const metadata = { now: '2026-11-22T03:00:00.000Z', actor: systemActor('test'), commandId: 'c1' } as const;
const held = { userId: 'u1', role: 'officer', officeId: 'office-91001', from: '2025-07-01' } as const;
const granted: UserEvent = { type: 'UserRoleGranted', data: held };
const command = <T extends UserCommand['type']>(
  type: T,
  data: Extract<UserCommand, { type: T }>['data'],
): UserCommand => ({ type, data, metadata }) as UserCommand;

describe('roles', () => {
  it('are granted from a day on', () => {
    given(userDecider).when(command('GrantRole', held)).then(granted);
  });

  it('keep the paper on which they were granted and ended', () => {
    const user = fold(userDecider, [
      { type: 'UserRoleGranted', data: { ...held, ground: 'Quyết định 12' } },
      { type: 'UserRoleRevoked', data: { ...held, lastDay: '2026-01-31', ground: 'Quyết định 13' } },
    ]);
    expect(user.roles).toMatchObject([{ ground: 'Quyết định 12', endGround: 'Quyết định 13', to: '2026-01-31' }]);
  });

  it('are granted once', () => {
    given(userDecider, granted).when(command('GrantRole', held)).thenNothing();
  });

  it('are not granted twice for the same time', () => {
    given(userDecider, granted)
      .when(command('GrantRole', { ...held, from: '2026-01-01' }))
      .thenRefused('IDENTITY.ROLE_ALREADY_HELD');
  });

  it('are not granted for a period that ends before it begins', () => {
    given(userDecider)
      .when(command('GrantRole', { ...held, to: '2025-06-30' }))
      .thenRefused('IDENTITY.PERIOD_INVALID');
  });

  it('may be granted again after they ended', () => {
    const revoked: UserEvent = { type: 'UserRoleRevoked', data: { ...held, lastDay: '2026-01-31' } };
    const again = { ...held, from: '2026-03-01' } as const;
    given(userDecider, granted, revoked)
      .when(command('GrantRole', again))
      .then({ type: 'UserRoleGranted', data: again });
  });

  it('end after their last day', () => {
    const user = fold(userDecider, [
      granted,
      {
        type: 'UserRoleRevoked',
        data: { userId: 'u1', role: 'officer', officeId: 'office-91001', lastDay: '2026-01-31' },
      },
    ]);
    expect(
      [
        rolesOn(user, '2025-06-30'),
        rolesOn(user, '2025-07-01'),
        rolesOn(user, '2026-01-31'),
        rolesOn(user, '2026-02-01'),
      ].map((roles) => roles.length),
    ).toEqual([0, 1, 1, 0]);
  });

  it('cannot end when they are not held', () => {
    given(userDecider)
      .when(command('RevokeRole', { userId: 'u1', role: 'head', officeId: 'office-91001', lastDay: '2026-01-31' }))
      .thenRefused('IDENTITY.ROLE_NOT_HELD');
  });
});

describe('substitutes', () => {
  const order = {
    userId: 'u2',
    forUserId: 'u1',
    role: 'officer',
    officeId: 'office-91001',
    from: '2026-11-01',
    to: '2026-11-30',
  } as const;

  it('hold the role in the days given and say for whom', () => {
    const user = fold(userDecider, [{ type: 'UserSubstitutionGranted', data: order }]);
    expect(rolesOn(user, '2026-11-30')).toEqual([
      { role: 'officer', officeId: 'office-91001', from: '2026-11-01', to: '2026-11-30', onBehalfOf: 'u1' },
    ]);
    expect(rolesOn(user, '2026-12-01')).toEqual([]);
  });

  it('are somebody else', () => {
    given(userDecider)
      .when(command('GrantSubstitution', { ...order, forUserId: 'u2' }))
      .thenRefused('IDENTITY.SUBSTITUTE_FOR_ONESELF');
  });

  it('are named once', () => {
    given(userDecider, { type: 'UserSubstitutionGranted', data: order })
      .when(command('GrantSubstitution', order))
      .thenNothing();
  });

  it('end earlier once, and only where they stand in', () => {
    const { userId, forUserId, role, officeId } = order;
    const end = (lastDay: '2026-11-20' | '2026-11-30', whom: string = forUserId) =>
      command('EndSubstitution', { userId, forUserId: whom, role, officeId, lastDay });
    const granted: UserEvent = { type: 'UserSubstitutionGranted', data: order };
    const ended: UserEvent = {
      type: 'UserSubstitutionEnded',
      data: { userId, forUserId, role, officeId, lastDay: '2026-11-20' },
    };
    given(userDecider, granted).when(end('2026-11-20')).then(ended).when(end('2026-11-20')).thenNothing();
    given(userDecider, granted).when(end('2026-11-30')).thenNothing();
    given(userDecider, granted).when(end('2026-11-20', 'u9')).thenRefused('IDENTITY.SUBSTITUTION_NOT_FOUND');
    const user = fold(userDecider, [granted, ended]);
    expect([rolesOn(user, '2026-11-20').length, rolesOn(user, '2026-11-21').length]).toEqual([1, 0]);
  });
});

describe('accounts', () => {
  it('are locked and unlocked once', () => {
    const lock = { userId: 'u1', reason: 'left' };
    given(userDecider).when(command('LockUser', lock)).then({ type: 'UserLocked', data: lock });
    given(userDecider, { type: 'UserLocked', data: lock }).when(command('LockUser', lock)).thenNothing();
    given(userDecider, { type: 'UserLocked', data: lock })
      .when(command('UnlockUser', lock))
      .then({ type: 'UserUnlocked', data: lock });
  });

  it('are signed out up to the latest instant', () => {
    const ended: UserEvent = { type: 'UserSessionsEnded', data: { userId: 'u1', endedAt: '2026-11-22T03:00:00.000Z' } };
    given(userDecider, ended)
      .when(command('EndSessions', { userId: 'u1', endedAt: '2026-11-22T02:00:00.000Z' }))
      .thenNothing();
    given(userDecider, ended)
      .when(command('EndSessions', { userId: 'u1', endedAt: '2026-11-22T04:00:00.000Z' }))
      .then({ type: 'UserSessionsEnded', data: { userId: 'u1', endedAt: '2026-11-22T04:00:00.000Z' } });
  });
});
