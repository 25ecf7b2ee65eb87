import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { CLOCK, type Clock, localDateOf, notFound } from '@hoptac/kernel';
import { Allows, type AuthenticatedActor, CurrentActor, mayActIn } from '@hoptac/identity';
import { AppConfig, StatusRefusal } from '@hoptac/platform';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DocumentStore, type StoredDocument } from './document-store';
import { drain } from './drain';
import { attachment, cleanFileName } from './file-name';
import { EXTENSIONS } from './media-type';

interface UploadRequest {
  readonly raw: Readable;
  isMultipart(): boolean;
  file(): Promise<MultipartFile | undefined>;
}

interface Reply {
  headers(values: Readonly<Record<string, string>>): unknown;
}

/** A file as the store has it. */
export class DocumentView {
  @ApiProperty({ description: "Hex; the document's name from now on." }) sha256!: string;
  @ApiProperty({ description: 'Bytes.' }) size!: number;
  @ApiProperty({ example: 'application/pdf', description: 'As sniffed from the bytes.' }) mediaType!: string;
  @ApiProperty({ description: "The sender's name for it, cleaned." }) fileName!: string;
}

/** Uploads and downloads of papers. */
@ApiTags('documents')
@Controller('api/documents')
export class DocumentsController {
  constructor(
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Allows('documents.put')
  @ApiOperation({ operationId: 'putDocument', summary: 'Stores one file; the same file twice is one file' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ type: DocumentView })
  async put(
    @Req() request: UploadRequest,
    @CurrentActor() actor: AuthenticatedActor,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DocumentView> {
    if (!request.isMultipart())
      throw new StatusRefusal(415, 'PLATFORM.MEDIA_TYPE_UNSUPPORTED', 'multipart/form-data wanted');
    const part = await request.file();
    if (part === undefined) throw new StatusRefusal(400, 'DOCUMENTS.FILE_MISSING', 'No file in the form');
    const stored = await this.store(part, actor, request, reply);
    return { ...stored, fileName: cleanFileName(part.filename, `tep.${EXTENSIONS[stored.mediaType]}`) };
  }

  /** Served as a download that no browser runs or guesses at. Applicants read what they brought; somebody else's looks like none. */
  @Get(':sha256')
  @Allows('documents.read', { area: 'own, or staff' })
  @ApiOperation({ operationId: 'getDocument', summary: 'The file' })
  async get(
    @Param('sha256') sha256: string,
    @Query('name') name: string | undefined,
    @CurrentActor() actor: AuthenticatedActor,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const own = await this.documents.wasBroughtBy(sha256, actor.personId);
    const subject = own ? { ownerId: actor.personId } : {};
    if (!mayActIn(actor, 'documents.read', subject, localDateOf(this.clock.now())))
      throw notFound('DOCUMENTS.NOT_FOUND', 'No such document');
    const { stream, size, mediaType } = await this.documents.get(sha256);
    const fileName = cleanFileName(name ?? '', `${sha256.slice(0, 12)}.${EXTENSIONS[mediaType]}`);
    reply.headers({
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': attachment(fileName),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
    return new StreamableFile(stream);
  }

  private async store(
    part: MultipartFile,
    actor: AuthenticatedActor,
    request: UploadRequest,
    reply: Reply,
  ): Promise<StoredDocument> {
    try {
      return await this.documents.put(part.file, { maxBytes: this.config.uploadMaxBytes, broughtBy: actor.personId });
    } catch (error) {
      if (!(await drain(request.raw))) reply.headers({ Connection: 'close' });
      throw error;
    }
  }
}
