import { isLocalDate, type LocalDate } from '@hoptac/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { SUBSTITUTED_ROLES, type SubstitutedRole } from '../users/substitutions';

const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLocalDate',
    validator: { validate: isLocalDate, defaultMessage: () => 'must be a day that exists, YYYY-MM-DD' },
  });

class Standing {
  @ApiProperty({ description: 'Account of whoever stands in.', example: 'demo-officer-2' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  userId!: string;

  @ApiProperty({ description: 'Account stood in for.', example: 'demo-officer-1' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  forUserId!: string;

  @ApiProperty({ enum: SUBSTITUTED_ROLES })
  @IsIn(SUBSTITUTED_ROLES)
  role!: SubstitutedRole;

  @ApiProperty({ example: 'office-91001' })
  @IsString()
  @Matches(/^office-\d{1,10}$/)
  officeId!: string;
}

/** Somebody stands in for a colleague, both days included. */
export class SubstitutionOrderBody extends Standing {
  @ApiProperty({ example: '2026-11-25' })
  @IsDay()
  from!: LocalDate;

  @ApiProperty({ description: 'Last day.', example: '2026-12-04' })
  @IsDay()
  to!: LocalDate;

  @ApiProperty({ description: 'Why; no personal data.', example: 'Nghỉ phép theo Quyết định 12/QĐ-UBND' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  ground!: string;
}

/** Ends a substitution earlier. */
export class SubstitutionEndBody extends Standing {
  @ApiProperty({ description: 'Last day on which it holds.' })
  @IsDay()
  lastDay!: LocalDate;
}

export class SubstitutionView {
  @ApiProperty() readonly userId!: string;
  @ApiProperty() readonly forUserId!: string;
  @ApiProperty() readonly role!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiProperty() readonly from!: LocalDate;
  @ApiProperty({ description: 'Last day.' }) readonly to!: LocalDate;
  @ApiPropertyOptional() readonly ground?: string;
}

export class SubstitutionsAnswer {
  @ApiProperty({ type: [SubstitutionView] }) readonly substitutions!: readonly SubstitutionView[];
}
