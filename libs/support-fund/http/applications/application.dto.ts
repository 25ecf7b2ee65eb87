import type { LocalDate } from '@hoptac/kernel';
import { Group, Groups } from '@hoptac/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { BONDS, REJECTION_GROUNDS, type Bond, type RejectionGround } from '../../domain';
import { ACCOUNT, DAY, SHA256, TEXT_LENGTH } from '../fund/fund.dto';
import { LoanPlanDto } from './plan.dto';

const KIND = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const ORGANISATION = /^[A-Za-z0-9_-]{1,100}$/;
const IDENTITY_NUMBER = /^[0-9A-Z]{8,20}$/;
const MOST_PAPERS = 100;

export class BorrowingPersonDto {
  @ApiProperty({ example: 'Nguyễn Văn An' }) @IsString() @IsNotEmpty() @MaxLength(200) fullName!: string;
  @ApiProperty({ example: '089185004321' }) @Matches(IDENTITY_NUMBER) identityNumber!: string;
  @ApiProperty({ example: '1985-04-03' }) @Matches(DAY) @IsISO8601({ strict: true }) birthDate!: LocalDate;
}

/** Who wants to borrow: the register answers the rest. */
export class BorrowerDto {
  @ApiProperty({
    description: 'Code or id in the register: of the borrower, or of the organisation that a member belongs to.',
  })
  @Matches(ORGANISATION)
  organisation!: string;
  @ApiPropertyOptional({ type: BorrowingPersonDto, description: 'For a member who borrows himself.' })
  @IsOptional()
  @Group(() => BorrowingPersonDto)
  member?: BorrowingPersonDto;
}

export class RelationDto {
  @ApiPropertyOptional() @IsOptional() @Matches(ORGANISATION) organisation?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(IDENTITY_NUMBER) identityNumber?: string;
}

export class PaperDto {
  @ApiProperty({ example: 'businessPlan' }) @Matches(KIND) kind!: string;
  @ApiProperty() @Matches(SHA256) sha256!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(300) fileName!: string;
}

/** The applicant's part as it can be mended: plan and papers. */
export class CompletionDto {
  @ApiProperty({ type: LoanPlanDto }) @Group(() => LoanPlanDto) plan!: LoanPlanDto;
  @ApiProperty({ type: [PaperDto] })
  @IsArray()
  @ArrayMaxSize(MOST_PAPERS)
  @Groups(() => PaperDto)
  documents!: PaperDto[];
}

/** Hồ sơ đề nghị vay vốn. */
export class SubmitApplicationDto extends CompletionDto {
  @ApiProperty() @Matches(/^[0-9a-f-]{36}$/) fundId!: string;
  @ApiProperty({ type: BorrowerDto }) @Group(() => BorrowerDto) borrower!: BorrowerDto;
  @ApiProperty({ type: [RelationDto], description: 'Persons related to the borrower; empty when there are none.' })
  @IsArray()
  @ArrayMaxSize(MOST_PAPERS)
  @Groups(() => RelationDto)
  related!: RelationDto[];
}

export class MissingItemDto {
  @ApiProperty({ example: 'document:businessPlan' }) @IsString() @IsNotEmpty() @MaxLength(200) subject!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason!: string;
}

/** Complete, or the one list of what is missing. */
export class CompletenessDto {
  @ApiProperty({ enum: ['complete', 'incomplete'] })
  @IsIn(['complete', 'incomplete'])
  outcome!: 'complete' | 'incomplete';
  @ApiPropertyOptional({ type: [MissingItemDto] })
  @ValidateIf((body: CompletenessDto) => body.outcome === 'incomplete')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PAPERS)
  @Groups(() => MissingItemDto)
  missing?: MissingItemDto[];
}

export class AppraiserDto {
  @ApiProperty({ example: 'demo-fund-officer-1' }) @Matches(ACCOUNT) appraiserId!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason?: string;
}

export class BondDto {
  @ApiProperty({ enum: BONDS }) @IsIn(BONDS) bond!: Bond;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) note!: string;
}

export class VoteDto {
  @ApiProperty({ enum: ['for', 'against', 'abstain'] })
  @IsIn(['for', 'against', 'abstain'])
  vote!: 'for' | 'against' | 'abstain';
  @ApiPropertyOptional() @IsOptional() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason?: string;
}

export class LoanDecisionDto {
  @ApiProperty({ enum: ['approve', 'reject'] }) @IsIn(['approve', 'reject']) outcome!: 'approve' | 'reject';
  @ApiPropertyOptional({ enum: REJECTION_GROUNDS })
  @ValidateIf((body: LoanDecisionDto) => body.outcome === 'reject')
  @IsIn(REJECTION_GROUNDS)
  ground?: RejectionGround;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason!: string;
}

export class RejectionDto {
  @ApiProperty({ enum: REJECTION_GROUNDS }) @IsIn(REJECTION_GROUNDS) ground!: RejectionGround;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(TEXT_LENGTH) reason!: string;
}

export class SignContractDto {
  @ApiProperty({ example: '2026-12-15' }) @Matches(DAY) @IsISO8601({ strict: true }) signedOn!: LocalDate;
  @ApiPropertyOptional({ description: 'The signed contract, put to `/api/documents` by the same account.' })
  @IsOptional()
  @Matches(SHA256)
  paper?: string;
}

export class PerfectedSecurityDto {
  @ApiProperty({ example: 'landUseRight' }) @Matches(KIND) kind!: string;
  @ApiProperty({ description: 'Number of its registration.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  registration!: string;
  @ApiProperty() @Matches(DAY) @IsISO8601({ strict: true }) registeredOn!: LocalDate;
}

export class SecuritiesDto {
  @ApiProperty({ type: [PerfectedSecurityDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Groups(() => PerfectedSecurityDto)
  securities!: PerfectedSecurityDto[];
}

/** States that nothing binds the appraiser to the borrower. */
export class UnboundDto {
  @ApiProperty({ description: 'True: nothing binds me to the borrower.' }) @IsBoolean() unbound!: boolean;
}
