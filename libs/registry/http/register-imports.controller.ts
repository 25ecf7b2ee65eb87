import { attachment } from '@hoptac/documents';
import { Allows, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ImportDesk } from '../application/import-desk';
import { rejectedCsv } from '../import/plan';
import { importReasonText } from '../import/reasons';
import { registerTemplate } from '../import/template';
import { readImportForm, type FormRequest } from './import-form';
import { importViewOf } from './import-view';
import type { Plain } from './plain';
import { RegisterImportView } from './register-imports.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Taking over a register that was kept elsewhere — nhập sổ đăng ký cũ. Bring, look through, start, follow. */
@ApiTags('register')
@Controller('api')
export class RegisterImportsController {
  constructor(
    @Inject(ImportDesk) private readonly desk: ImportDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('register-import-template')
  @Allows('registry.import')
  @ApiOperation({ operationId: 'getRegisterImportTemplate', summary: 'Empty register with Vietnamese headers, .xlsx' })
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    const bytes = await registerTemplate();
    return download(bytes, XLSX, 'mau-nhap-so-dang-ky.xlsx');
  }

  @Post('register-imports')
  @HttpCode(201)
  @Allows('registry.import', { area: 'areas of the rows' })
  @ApiOperation({ operationId: 'bringRegister', summary: 'What taking this register over would do; records nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary', description: '.xlsx or .csv (UTF-8), at most 20 MB.' },
        asOf: { type: 'string', format: 'date', description: 'Day that the register describes; default today.' },
        mapping: { type: 'string', description: 'JSON: header of the file → field, for headers unknown to us.' },
      },
    },
  })
  @ApiOkResponse({ type: RegisterImportView })
  async bring(
    @Req() request: FormRequest,
    @CurrentActor() actor: AuthenticatedActor,
  ): Promise<Plain<RegisterImportView>> {
    const file = await readImportForm(request, localDateOf(this.clock.now()));
    return importViewOf(await this.desk.bring(file, actor));
  }

  @Post('register-imports/:importId/runs')
  @HttpCode(202)
  @Allows('registry.import', { area: 'areas of the rows' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press: 16–64 characters.' })
  @ApiOperation({ operationId: 'startRegisterImport', summary: 'Starts taking over, or goes on; never twice per row' })
  @ApiAcceptedResponse({ type: RegisterImportView })
  start(
    @Param('importId') importId: string,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() writing: WritingRequestInfo,
  ): Plain<RegisterImportView> {
    return importViewOf(this.desk.start(importId, actor, writing.commandId));
  }

  @Get('register-imports/:importId')
  @Allows('registry.import', { area: 'own' })
  @ApiOperation({ operationId: 'getRegisterImport', summary: 'How far it is, and what it did' })
  @ApiOkResponse({ type: RegisterImportView })
  get(@Param('importId') importId: string, @CurrentActor() actor: AuthenticatedActor): Plain<RegisterImportView> {
    return importViewOf(this.desk.find(importId, actor));
  }

  @Get('register-imports/:importId/rejected-rows')
  @Allows('registry.import', { area: 'own' })
  @ApiOperation({ operationId: 'getRejectedRows', summary: 'Rows not taken over with reason and cells, as CSV' })
  @ApiProduces('text/csv')
  rejected(@Param('importId') importId: string, @CurrentActor() actor: AuthenticatedActor): StreamableFile {
    const { prepared } = this.desk.find(importId, actor);
    const bytes = new TextEncoder().encode(rejectedCsv(prepared.plan, importReasonText));
    const name = `${prepared.fileName.replace(/\.[^.]*$/, '')}-dong-khong-nhap-duoc.csv`;
    return download(bytes, 'text/csv; charset=utf-8', name);
  }
}

const download = (bytes: Uint8Array, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: attachment(name), length: bytes.length });
