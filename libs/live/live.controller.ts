import { Allows, type AuthenticatedActor, CurrentActor } from '@hoptac/identity';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { ServerResponse } from 'node:http';
import { LiveHub } from './live-hub';

interface Reply {
  readonly raw: ServerResponse;
  hijack(): void;
  getHeaders(): Record<string, string | number | string[] | undefined>;
}

class LiveQuery {
  @ApiProperty({
    description: 'What to follow, at most ten, by comma: a read model, or one thing of it after a colon.',
    example: 'dossiers.queue,dossiers.case-page:0190c2a4-5b7e-7cc3-98a6-0b2f7a1d9e10',
  })
  @Matches(/^[a-z][a-zA-Z.-]{1,60}(:[A-Za-z0-9-]{1,80})?(,[a-z][a-zA-Z.-]{1,60}(:[A-Za-z0-9-]{1,80})?){0,9}$/)
  of!: string;
}

const LAST_EVENT = /^\d{1,20}(\.\d{1,20}){0,9}$/;

/** Server-sent events: pages learn that something changed, never what; they read it again by their own rights. */
@ApiTags('live')
@Controller('api/live')
export class LiveController {
  constructor(@Inject(LiveHub) private readonly hub: LiveHub) {}

  @Get()
  @Allows('live.follow')
  @ApiOperation({ operationId: 'follow', summary: 'Stream of changes: events `changed`, `onlookers`, `end`' })
  async follow(
    @CurrentActor() actor: AuthenticatedActor,
    @Query() query: LiveQuery,
    @Headers('last-event-id') last: string | undefined,
    @Res() reply: Reply,
  ): Promise<void> {
    const followed = await this.hub.admit(actor, query.of.split(','));
    reply.hijack();
    const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
    reply.raw.writeHead(200, {
      ...(Object.fromEntries(headers) as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers answers would hold every event back.
      'x-accel-buffering': 'no',
    });
    const seen = last !== undefined && LAST_EVENT.test(last) ? last.split('.').map(BigInt) : undefined;
    this.hub.begin(actor, followed, seen, reply.raw);
  }
}
