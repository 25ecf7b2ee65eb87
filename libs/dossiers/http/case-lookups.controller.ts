import { Public } from '@hoptac/identity';
import { notFound } from '@hoptac/kernel';
import { AfterPosition, LookupLimited } from '@hoptac/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { DossierStatus } from '../domain';
import { PublicLookup } from '../read-models/public-lookup/public-lookup';
import type { Plain } from './plain';
import { STEP_WORDS } from './step-words';

/** What anyone who holds a case code may know: no names, no contents. */
export class CaseLookupAnswer {
  @ApiProperty({ example: 'H01.91001-261123-0007' }) readonly caseCode!: string;
  @ApiProperty({ example: 'P01' }) readonly procedure!: 'P01';
  @ApiProperty() readonly receivingOfficeId!: string;
  @ApiProperty() readonly decidingOfficeId!: string;
  @ApiProperty() readonly receivedAt!: string;
  @ApiProperty() readonly status!: DossierStatus;
  @ApiProperty({ type: Object }) readonly step!: { readonly vi: string; readonly en: string };
  @ApiProperty() readonly round!: number;
  @ApiPropertyOptional({
    enum: ['decision', 'correction'],
    description: 'Whose limit runs: the office’s, or the applicant’s.',
  })
  readonly dueWhat?: 'decision' | 'correction';
  @ApiPropertyOptional({ example: '2026-11-26' }) readonly dueOn?: string;
  @ApiPropertyOptional() readonly dueAt?: string;
  @ApiProperty({ description: 'The office let its limit pass; the applicant may complain.' }) readonly late!: boolean;
  @ApiProperty() readonly closed!: boolean;
}

/** Tra cứu hồ sơ: where a dossier stands, by its code (D295 Art. 19). */
@ApiTags('public')
@Controller('api/case-lookups')
export class CaseLookupsController {
  constructor(private readonly lookup: PublicLookup) {}

  @Get(':caseCode')
  @Public()
  @LookupLimited()
  @ApiOperation({ operationId: 'lookUpCase', summary: 'Where a dossier stands' })
  @ApiParam({
    name: 'caseCode',
    description: 'Spaces, case and dashes are forgiven.',
    example: 'H01.91001-261123-0007',
  })
  @ApiOkResponse({ type: CaseLookupAnswer })
  async find(
    @Param('caseCode') caseCode: string,
    @AfterPosition() after: bigint | undefined,
  ): Promise<Plain<CaseLookupAnswer>> {
    if (after !== undefined) await this.lookup.waitFor(after);
    const row = await this.lookup.find(caseCode);
    if (row === undefined) throw notFound('DOSSIERS.CASE_CODE_UNKNOWN', 'There is no such case code');
    return {
      caseCode: row.case_code,
      procedure: 'P01',
      receivingOfficeId: row.receiving_office_id,
      decidingOfficeId: row.deciding_office_id,
      receivedAt: row.received_at,
      status: row.status,
      step: STEP_WORDS[row.status],
      round: row.round,
      late: row.late,
      closed: row.closed,
      ...(row.due_what === null ? {} : { dueWhat: row.due_what }),
      ...(row.due_on === null ? {} : { dueOn: row.due_on }),
      ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    };
  }
}
