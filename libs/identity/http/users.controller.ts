import type { Executed } from '@hoptac/event-store';
import { type LocalDate, invalidInput } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ACCOUNT_ID } from '../account-id';
import { type AuthenticatedActor, recordedActor } from '../permissions/may-act';
import { RoleBook } from '../users/role-book';
import type { User } from '../users/user.decider';
import { type Ordered, UserService } from '../users/user.service';
import { Allows, CurrentActor } from './decorators';
import { GrantRoleBody, LockBody, RevokeRoleBody, SubstitutionBody } from './users.dto';

/** A user as the administrator sees it: accounts by id; names belong to the identity provider. */
export interface UserView extends User {
  readonly userId: string;
}

export interface UserWritten {
  readonly user: UserView;
  readonly revision: number;
  /** Commit position, decimal text; null when nothing changed. */
  readonly position: string | null;
}

const written = (userId: string, { state, revision, position }: Executed<User>): UserWritten => ({
  user: { userId, ...state },
  revision,
  position: position === undefined ? null : position.commit.toString(),
});

const ordered = (actor: AuthenticatedActor, writing: WritingRequestInfo): Ordered => ({
  actor: recordedActor(actor),
  ...writing,
});

/** An account id is part of a stream's name. @throws DomainError 400. */
function accountId(id: string): string {
  if (!ACCOUNT_ID.test(id)) throw invalidInput('PLATFORM.INPUT_INVALID', 'Not an account id');
  return id;
}

/** Roles, locks and substitutions, for the administrator. */
@ApiTags('users')
@Controller('api/users')
export class UsersController {
  constructor(
    @Inject(UserService) private readonly users: UserService,
    @Inject(RoleBook) private readonly book: RoleBook,
  ) {}

  @Get()
  @Allows('users.manage')
  @ApiOperation({ operationId: 'listUsers', summary: 'Every account about whom something is recorded' })
  list(): { users: UserView[] } {
    return { users: this.book.userIds().map((userId) => ({ userId, ...this.book.userOf(userId) })) };
  }

  @Post(':userId/roles')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'grantRole', summary: 'Grants a role at an office from a day on' })
  async grant(
    @Param('userId') id: string,
    @Body() body: GrantRoleBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const userId = accountId(id);
    const to: { to?: LocalDate } = body.to === undefined ? {} : { to: body.to };
    const order = { userId, role: body.role, officeId: body.officeId, from: body.from, ...to };
    return written(userId, await this.users.grantRole(order, ordered(actor, writing)));
  }

  @Post(':userId/roles/revocations')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'revokeRole', summary: 'Ends a role after a day' })
  async revoke(
    @Param('userId') id: string,
    @Body() body: RevokeRoleBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const userId = accountId(id);
    return written(
      userId,
      await this.users.revokeRole(
        { userId, role: body.role, officeId: body.officeId, lastDay: body.lastDay },
        ordered(actor, writing),
      ),
    );
  }

  @Post(':userId/substitutions')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'grantSubstitution', summary: 'Lets an account stand in for another' })
  async substitute(
    @Param('userId') id: string,
    @Body() body: SubstitutionBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const userId = accountId(id);
    return written(
      userId,
      await this.users.grantSubstitution(
        { userId, forUserId: body.forUserId, role: body.role, officeId: body.officeId, from: body.from, to: body.to },
        ordered(actor, writing),
      ),
    );
  }

  @Post(':userId/lock')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'lockUser', summary: 'Locks an account at once, wherever it is signed in' })
  async lock(
    @Param('userId') id: string,
    @Body() body: LockBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const userId = accountId(id);
    return written(userId, await this.users.lock(userId, body.reason, ordered(actor, writing)));
  }

  @Post(':userId/unlock')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'unlockUser', summary: 'Unlocks an account' })
  async unlock(
    @Param('userId') id: string,
    @Body() body: LockBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const userId = accountId(id);
    return written(userId, await this.users.unlock(userId, body.reason, ordered(actor, writing)));
  }
}
