import type { Executed } from '@hoptac/event-store';
import { invalidInput } from '@hoptac/kernel';
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

/** One step on an account and its answer. An account id is part of a stream's name. @throws DomainError 400 for what is none. */
async function step(
  userId: string,
  actor: AuthenticatedActor,
  writing: WritingRequestInfo,
  take: (order: Ordered) => Promise<Executed<User>>,
): Promise<UserWritten> {
  if (!ACCOUNT_ID.test(userId)) throw invalidInput('PLATFORM.INPUT_INVALID', 'Not an account id');
  return written(userId, await take({ actor: recordedActor(actor), ...writing }));
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
  grant(
    @Param('userId') userId: string,
    @Body() { role, officeId, from, to, ground }: GrantRoleBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const granted = { userId, role, officeId, from, ground, ...(to === undefined ? {} : { to }) };
    return step(userId, actor, writing, (order) => this.users.grantRole(granted, order));
  }

  @Post(':userId/roles/revocations')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'revokeRole', summary: 'Ends a role after a day' })
  revoke(
    @Param('userId') userId: string,
    @Body() { role, officeId, lastDay, ground }: RevokeRoleBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const ended = { userId, role, officeId, lastDay, ground };
    return step(userId, actor, writing, (order) => this.users.revokeRole(ended, order));
  }

  @Post(':userId/substitutions')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'grantSubstitution', summary: 'Lets an account stand in for another' })
  substitute(
    @Param('userId') userId: string,
    @Body() { forUserId, role, officeId, from, to, ground }: SubstitutionBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    const substitution = { userId, forUserId, role, officeId, from, to, ground };
    return step(userId, actor, writing, (order) => this.users.grantSubstitution(substitution, order));
  }

  @Post(':userId/lock')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'lockUser', summary: 'Locks an account at once, wherever it is signed in' })
  lock(
    @Param('userId') userId: string,
    @Body() { reason }: LockBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    return step(userId, actor, writing, (order) => this.users.lock(userId, reason, order));
  }

  @Post(':userId/unlock')
  @HttpCode(200)
  @Allows('users.manage')
  @ApiOperation({ operationId: 'unlockUser', summary: 'Unlocks an account' })
  unlock(
    @Param('userId') userId: string,
    @Body() { reason }: LockBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Promise<UserWritten> {
    return step(userId, actor, writing, (order) => this.users.unlock(userId, reason, order));
  }
}
