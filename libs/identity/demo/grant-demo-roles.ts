import { systemActor } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import type { UserService } from '../users/user.service';
import { demoAccounts } from './demo-accounts';

/** Gives the demo accounts their roles; doing it again records nothing. Answers how many grants were recorded. */
export async function grantDemoRoles(users: UserService): Promise<number> {
  let recorded = 0;
  for (const { id, roles } of demoAccounts) {
    for (const held of roles) {
      const commandId = nameId('demo-roles', `${id} ${held.role} ${held.officeId} ${held.from}`);
      const { events, repeated } = await users.grantRole(
        { userId: id, ...held },
        { actor: systemActor('demo'), commandId },
      );
      if (!repeated) recorded += events.length;
    }
  }
  return recorded;
}
