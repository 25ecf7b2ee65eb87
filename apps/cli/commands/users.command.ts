import { EventStoreModule } from '@hoptac/event-store';
import { accountIdOf, IdentityModule, identityCatalogue, UserService } from '@hoptac/identity';
import { systemActor } from '@hoptac/kernel';
import { PlatformModule, loadConfig } from '@hoptac/platform';
import { rehearsalCatalogue, TemporalModule } from '@hoptac/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Command } from 'commander';
import { print, withContext } from '../context';

/** Roles and the clock: neither PostgreSQL nor Temporal has to run for the first administrator. */
@Module({})
class UsersToolModule {
  static forRoot(): DynamicModule {
    return {
      module: UsersToolModule,
      imports: [
        PlatformModule.forRoot(loadConfig({ ...process.env, HOPTAC_LOG_LEVEL: 'error' }), { service: 'cli' }),
        EventStoreModule.forRoot({ catalogues: [identityCatalogue, rehearsalCatalogue] }),
        TemporalModule.forClock(),
        IdentityModule.forTools(),
      ],
    };
  }
}

/** `hoptac users first-administrator <sub>`: the one role that nobody can grant by the pages. */
export function register(program: Command): void {
  program
    .command('users')
    .description('người dùng / accounts and roles')
    .command('first-administrator <sub>')
    .description(
      'người quản trị đầu tiên / makes the provider’s account (its `sub`) administrator of the province, while nobody else is',
    )
    .action((sub: string) =>
      withContext(UsersToolModule.forRoot(), async (context) => {
        const account = accountIdOf(loadConfig().oidcIssuer, sub);
        const users = context.get(UserService, { strict: false });
        const appointed = await users.appointFirstAdministrator(account, systemActor('cli'));
        print(appointed ? `${account} administers the province from today on` : `${account} administers already`);
      }),
    );
}
