import type { Multipart } from '@fastify/multipart';
import { Allows } from '@hoptac/identity';
import { invalidInput } from '@hoptac/kernel';
import { StatusRefusal } from '@hoptac/platform';
import { Controller, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { DraftMember } from '../application/drafts/draft-form';
import { memberTemplate, readMemberSheet } from '../application/drafts/member-sheet';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Largest list taken in, in bytes; two thousand rows are about two hundred thousand. */
const LIMITS = { fileSize: 2 * 1024 * 1024, files: 1, fields: 0, parts: 1 };

interface FormRequest {
  isMultipart(): boolean;
  parts(options: { readonly limits: typeof LIMITS }): AsyncIterable<Multipart>;
}

/** Lists of members made with a sheet program: read for a form, kept nowhere. */
@ApiTags('drafts')
@Controller('api')
export class MemberListsController {
  @Post('member-lists')
  @HttpCode(200)
  @Allows('dossiers.draft', { area: 'own' })
  @ApiOperation({ operationId: 'readMemberList', summary: 'Members of an .xlsx file, as typed there; records nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async read(@Req() request: FormRequest): Promise<{ readonly members: readonly Omit<DraftMember, 'key'>[] }> {
    if (!request.isMultipart())
      throw new StatusRefusal(415, 'PLATFORM.MEDIA_TYPE_UNSUPPORTED', 'multipart/form-data wanted');
    for await (const part of request.parts({ limits: LIMITS }))
      if (part.type === 'file') return { members: await readMemberSheet(await part.toBuffer()) };
    throw invalidInput('DOSSIERS.MEMBER_LIST_UNREADABLE', 'No file in the form');
  }

  @Get('member-list-template')
  @Allows('dossiers.draft', { area: 'own' })
  @Header('content-disposition', 'attachment; filename="danh-sach-thanh-vien.xlsx"')
  @ApiOperation({ operationId: 'getMemberListTemplate', summary: 'Mẫu danh sách thành viên (.xlsx)' })
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await memberTemplate(), { type: XLSX });
  }
}
