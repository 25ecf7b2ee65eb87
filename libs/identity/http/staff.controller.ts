import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AreaTree } from '../areas/area-tree';
import { mayActIn, type AuthenticatedActor } from '../permissions/may-act';
import { RoleBook } from '../users/role-book';
import { StaffNames } from '../users/staff-names';
import type { Role } from '../users/user.events';
import { Allows, CurrentActor } from './decorators';

/** Somebody in office, past or present. */
export class StaffMember {
  @ApiProperty({ description: 'Account.' }) readonly personId!: string;
  @ApiPropertyOptional({ description: 'Absent until the person signed in once, and after erasure.' })
  readonly name?: string;
  @ApiProperty({ isArray: true, type: Object, description: 'Roles held today.' })
  readonly roles!: readonly { readonly role: Role; readonly officeId: string; readonly onBehalfOf?: string }[];
}

export class StaffAnswer {
  @ApiProperty({ type: [StaffMember] }) readonly staff!: readonly StaffMember[];
}

/** Colleagues by name: pages show people, not accounts. */
@ApiTags('users')
@Controller('api/staff')
export class StaffController {
  constructor(
    @Inject(RoleBook) private readonly book: RoleBook,
    @Inject(StaffNames) private readonly names: StaffNames,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('staff.read', { area: 'office of a role ever held' })
  @ApiOperation({ operationId: 'listStaff', summary: 'People of the reader’s offices: names, and roles held today' })
  @ApiOkResponse({ type: StaffAnswer })
  async list(@CurrentActor() actor: AuthenticatedActor): Promise<StaffAnswer> {
    const today = localDateOf(this.clock.now());
    const known = this.book
      .userIds()
      .filter((userId) =>
        this.book
          .userOf(userId)
          .roles.some(({ officeId }) => mayActIn(actor, 'staff.read', { officeId }, today, this.areas)),
      );
    const staff = await Promise.all(
      known.map(async (personId) => {
        const name = await this.names.nameOf(personId);
        const roles = this.book
          .assignmentsOf(personId, today)
          .flatMap(({ role, officeId, onBehalfOf }) =>
            officeId === undefined ? [] : [{ role, officeId, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }],
          );
        return { personId, roles, ...(name === undefined ? {} : { name }) };
      }),
    );
    return { staff };
  }
}
