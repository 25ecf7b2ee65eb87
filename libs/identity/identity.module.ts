import { AppConfig, HealthChecks } from '@hoptac/platform';
import { type DynamicModule, Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AreaTree, loadAreas } from './areas/area-tree';
import { AreasController } from './http/areas.controller';
import { Authenticator } from './http/authenticator';
import { PermissionGuard } from './http/permission.guard';
import { SessionController } from './http/session.controller';
import { StaffController } from './http/staff.controller';
import { SubstitutionsController } from './http/substitutions.controller';
import { UsersController } from './http/users.controller';
import { OidcClient } from './session/oidc-client';
import { SessionService } from './session/session.service';
import { TokenVerifier } from './tokens/token-verifier';
import { RoleBook } from './users/role-book';
import { StaffNames } from './users/staff-names';
import { Substitutions } from './users/substitutions';
import { UserService } from './users/user.service';

const areaTree = { provide: AreaTree, useFactory: loadAreas };

/** Starts to follow the roles and tells health of them and of the provider. */
@Module({})
class IdentityStart implements OnModuleInit {
  constructor(
    @Inject(RoleBook) private readonly book: RoleBook,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(AppConfig) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.book.start();
    this.health.add('roles', () =>
      this.book.isCaughtUp
        ? Promise.resolve(`${String(this.book.userIds().length)} accounts`)
        : Promise.reject(new Error('not caught up')),
    );
    // Whoever is signed in goes on working while the provider is away.
    this.health.add('identity', () => this.provider(), { required: false });
  }

  private async provider(): Promise<string> {
    const answer = await fetch(`${this.config.oidcIssuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(1_500),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`answered ${String(answer.status)}`);
    return 'answers';
  }
}

/** Needs `EVENT_STORE`, `CLOCK` and `PersonVault` from the program's other modules. */
@Global()
@Module({})
export class IdentityModule {
  /** Guard on every route, sessions, users, areas: for the API. */
  static forHttp(): DynamicModule {
    const tokens = {
      provide: TokenVerifier,
      inject: [AppConfig],
      useFactory: (config: AppConfig) =>
        new TokenVerifier({ issuer: config.oidcIssuer, audience: config.oidcAudience }),
    };
    return {
      module: IdentityModule,
      imports: [IdentityStart],
      controllers: [SessionController, UsersController, StaffController, AreasController, SubstitutionsController],
      providers: [
        areaTree,
        tokens,
        RoleBook,
        UserService,
        Substitutions,
        StaffNames,
        SessionService,
        OidcClient,
        Authenticator,
        { provide: APP_GUARD, useClass: PermissionGuard },
      ],
      exports: [AreaTree, RoleBook, UserService, StaffNames, Authenticator],
    };
  }

  /** Areas and roles without routes: for the command line and other programs that grant roles or look areas up. */
  static forTools(): DynamicModule {
    return {
      module: IdentityModule,
      providers: [areaTree, RoleBook, UserService, StaffNames],
      exports: [AreaTree, RoleBook, UserService, StaffNames],
    };
  }
}
