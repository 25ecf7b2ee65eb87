import { Allows } from '@hoptac/identity';
import { BUSINESS_LINES } from '@hoptac/rulebook';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

/** Ngành kinh tế cấp 4: the whole list, small enough that pages search it while somebody types. */
@ApiTags('dossiers')
@Controller('api/business-lines')
export class BusinessLinesController {
  @Get()
  @Allows('dossiers.file')
  @Header('cache-control', 'private, max-age=86400')
  @ApiOperation({ operationId: 'listBusinessLines', summary: 'Level-4 lines with article and evidence mark' })
  list(): typeof BUSINESS_LINES {
    return BUSINESS_LINES;
  }
}
