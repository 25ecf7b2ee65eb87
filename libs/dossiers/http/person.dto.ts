import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Validate,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

/** Shape of a day, `YYYY-MM-DD`. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Twelve digits for a Vietnamese citizen (D295 Art. 10), the number of a paper for anybody else. */
@ValidatorConstraint({ name: 'personalNumber' })
class PersonalNumber implements ValidatorConstraintInterface {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    const shape = 'nationality' in object && object.nationality === 'VN' ? /^\d{12}$/ : /^[A-Za-z0-9-]{5,30}$/;
    return typeof value === 'string' && shape.test(value);
  }

  defaultMessage(): string {
    return 'identityNumber must have 12 digits, or be the number of a foreign paper';
  }
}

/** A natural person; kept sealed, answered masked. */
export class PersonDto {
  @ApiProperty({ example: 'Lê Thị C' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fullName!: string;

  @ApiProperty({
    description: 'Personal number of 12 digits, or the number of a foreign paper.',
    example: '089185004321',
  })
  @Validate(PersonalNumber)
  identityNumber!: string;

  @ApiPropertyOptional({ example: '1985-04-30' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dateOfBirth?: string;

  @ApiPropertyOptional({ enum: ['male', 'female', 'other'] })
  @IsOptional()
  @IsIn(['male', 'female', 'other'])
  gender?: 'male' | 'female' | 'other';

  @ApiProperty({ description: 'ISO 3166-1 alpha-2.', example: 'VN' })
  @Matches(/^[A-Z]{2}$/)
  nationality!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  residence?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^[0-9+(). -]{6,20}$/)
  phone?: string;
}
