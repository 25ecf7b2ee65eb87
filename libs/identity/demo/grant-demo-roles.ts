import { systemActor } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import type { StaffNames } from '../users/staff-names';
import type { UserService } from '../users/user.service';
import { demoAccounts } from './demo-accounts';

/** Gives the demo accounts their roles and names; doing it again records no role. Answers how many grants were recorded. */
export async function grantDemoRoles(users: UserService, names: StaffNames): Promise<number> {
  let recorded = 0;
  for (const { id, name, roles } of demoAccounts) {
    let fresh = false;
    for (const held of roles) {
      const commandId = nameId('demo-roles', `${id} ${held.role} ${held.officeId} ${held.from}`);
      const { events, repeated } = await users.grantRole(
        { userId: id, ...held },
        { actor: systemActor('demo'), commandId },
      );
      if (repeated) continue;
      recorded += events.length;
      fresh ||= events.length > 0;
    }
    if (fresh) await names.record(id, name, undefined);
  }
  return recorded;
}
