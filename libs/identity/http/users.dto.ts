import { type LocalDate, isLocalDate } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { OFFICE_ROLES, type OfficeRole } from '../users/user.events';

const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLocalDate',
    validator: { validate: isLocalDate, defaultMessage: () => 'must be a day that exists, YYYY-MM-DD' },
  });

/** A role at an office, and why something is done about it. */
class RoleAtOffice {
  @ApiProperty({ enum: OFFICE_ROLES })
  @IsIn(OFFICE_ROLES)
  role!: OfficeRole;

  @ApiProperty({ example: 'office-91001' })
  @IsString()
  @Matches(/^office-\d{1,10}$/)
  officeId!: string;

  @ApiProperty({ description: 'Paper or reason; no personal data.', example: 'Quyết định số 12/QĐ-UBND' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  ground!: string;
}

/** Body of granting a role. */
export class GrantRoleBody extends RoleAtOffice {
  @ApiProperty({ example: '2026-01-01' })
  @IsDay()
  from!: LocalDate;

  @ApiPropertyOptional({ description: 'Last day.' })
  @IsOptional()
  @IsDay()
  to?: LocalDate;
}

/** Body of ending a role. */
export class RevokeRoleBody extends RoleAtOffice {
  @ApiProperty({ description: 'Last day on which the role holds.' })
  @IsDay()
  lastDay!: LocalDate;
}

/** Body of naming a substitute. */
export class SubstitutionBody extends RoleAtOffice {
  @ApiProperty({ description: 'Account stood in for.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  forUserId!: string;

  @ApiProperty()
  @IsDay()
  from!: LocalDate;

  @ApiProperty({ description: 'Last day.' })
  @IsDay()
  to!: LocalDate;
}

/** Why an account is locked or unlocked; no personal data. */
export class LockBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}
