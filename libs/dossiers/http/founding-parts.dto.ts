import type { LocalDate } from '@hoptac/kernel';
import { Group } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateIf,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { ELECTED_OFFICES, OWNERSHIP_GROUNDS, type ElectedOffice, type OwnershipGround } from '../domain';
import { DAY, PersonDto } from './person.dto';

const MOST_PEOPLE = 100_000;

/** Founders' conference — hội nghị thành lập (L23 Art. 39). */
export class ConferenceDto {
  @ApiProperty({ example: '2026-11-15' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  heldOn!: LocalDate;

  @ApiProperty({ example: 7 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  foundersInvited!: number;

  @ApiProperty({ example: 6 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  foundersAttended!: number;

  @ApiProperty({ example: 6 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  votesForCharter!: number;

  @ApiPropertyOptional({ description: 'Votes cast on the charter; absent: everybody who attended voted.', example: 6 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  votesCast?: number;

  @ApiPropertyOptional({ description: 'Votes for the list of members.', example: 6 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  votesForMemberList?: number;

  @ApiPropertyOptional({
    description: 'Votes of official members for the plan of production and business.',
    example: 6,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  votesForPlan?: number;

  @ApiPropertyOptional({ description: 'Day of the minutes.', example: '2026-11-15' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  minutesOn?: LocalDate;
}

/** Exactly one way of naming the person. */
@ValidatorConstraint({ name: 'namedOnce' })
class NamedOnce implements ValidatorConstraintInterface {
  validate(_value: unknown, { object }: ValidationArguments): boolean {
    const { member, personId, person } = object as Record<keyof PersonReferenceDto, unknown>;
    return [member, personId, person].filter((way) => way !== undefined && way !== null).length === 1;
  }

  defaultMessage(): string {
    return 'name the person once: member (place in the list, from 0), personId (stated before), or person';
  }
}

/** A person whom another part of the application names. */
class PersonReferenceDto {
  @ApiPropertyOptional({ description: 'A member: the place in `members`, from 0.', example: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  member?: number;

  @ApiPropertyOptional({ description: 'On resubmission: a person as stated before.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,64}$/)
  personId?: string;

  @ApiPropertyOptional({ type: PersonDto, description: 'Somebody who is no member.' })
  @IsOptional()
  @Group(() => PersonDto)
  person?: PersonDto;
}

/** Somebody elected by the conference (L23 Art. 39). */
export class ElectedDto extends PersonReferenceDto {
  @ApiProperty({ enum: ELECTED_OFFICES })
  @IsIn(ELECTED_OFFICES)
  @Validate(NamedOnce)
  office!: ElectedOffice;

  @ApiProperty({ example: 6 })
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  votesFor!: number;
}

/** Chủ sở hữu hưởng lợi (D295 Art. 66). */
export class BeneficialOwnerDto extends PersonReferenceDto {
  @ApiProperty({ enum: OWNERSHIP_GROUNDS })
  @IsIn(OWNERSHIP_GROUNDS)
  @Validate(NamedOnce)
  ground!: OwnershipGround;

  @ApiPropertyOptional({ description: 'Part of the charter capital, basis points.', example: 2800 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  shareBasisPoints?: number;
}

/** Thông tin đăng ký thuế (L23 Art. 43). */
export class TaxRegistrationDto {
  @ApiProperty({ description: 'First day of the accounting year, MM-DD.', example: '01-01' })
  @Matches(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  accountingYearStart!: string;

  @ApiProperty({ enum: ['deduction', 'direct', 'none'] })
  @IsIn(['deduction', 'direct', 'none'])
  vatMethod!: 'deduction' | 'direct' | 'none';

  @ApiProperty({ example: 12 })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  employees!: number;

  @ApiPropertyOptional({ example: '2026-12-01' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  expectedStartOn?: LocalDate;
}

/** Hình thức nhận kết quả. */
export class DeliveryDto {
  @ApiProperty({ enum: ['electronic', 'atDesk', 'post'] })
  @IsIn(['electronic', 'atDesk', 'post'])
  form!: 'electronic' | 'atDesk' | 'post';

  @ApiPropertyOptional({ description: 'The desk that hands it over, for `atDesk`.', example: 'office-91001' })
  @ValidateIf((delivery: DeliveryDto) => delivery.form === 'atDesk')
  @IsDefined()
  @Matches(/^office-[A-Za-z0-9]{1,16}$/)
  officeId?: string;

  @ApiPropertyOptional({ description: 'For `post`.' })
  @ValidateIf((delivery: DeliveryDto) => delivery.form === 'post')
  @IsDefined()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  address?: string;
}
