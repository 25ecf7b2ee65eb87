import { Allows, type AuthenticatedActor, CurrentActor } from '@hoptac/identity';
import { brokenRule, notFound } from '@hoptac/kernel';
import { HealthChecks, WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import {
  type ParkedEvent,
  type ProcessorStatus,
  projectionCommandOutcome,
  type ProjectionCommandKind,
  ReadModels,
  requestProjectionCommand,
} from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import './system.messages';

const KINDS: readonly ProjectionCommandKind[] = ['rebuild', 'retry', 'park'];
/** Longest wait for the projector's answer, in milliseconds; the order stays when there is none yet. */
const ANSWER_WITHIN_MS = 5_000;

/** Body of an order to a read model's processor. */
export class ProjectionOrderBody {
  @ApiProperty({ enum: KINDS, description: 'Build anew beside the live one; try the event again; set it aside.' })
  @IsIn(KINDS)
  kind!: ProjectionCommandKind;

  @ApiPropertyOptional({ description: 'Why; needed to set an event aside. No personal data.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export interface ProjectionOrdered {
  readonly id: number;
  /** What the projector said; absent while none has taken the order. */
  readonly accepted?: boolean;
  /** English sentence of the projector. */
  readonly outcome?: string;
}

export interface SystemView {
  readonly status: string;
  /** Part → what it says of itself; a part that does not work begins with its state. */
  readonly parts: Readonly<Record<string, string>>;
  readonly projections: readonly ProcessorStatus[];
  /** Events set aside by an administrator, the newest first. */
  readonly parked: readonly ParkedEvent[];
}

/** The administrator's page on the state of the stack. */
@ApiTags('system')
@Controller('api/system')
export class SystemController {
  constructor(
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(ReadDb) private readonly db: ReadDb,
  ) {}

  @Get()
  @Allows('projections.manage')
  @ApiOperation({ operationId: 'getSystem', summary: 'Parts and read models' })
  async state(): Promise<SystemView> {
    const { status, parts } = await this.health.all();
    return {
      status,
      parts: Object.fromEntries(
        parts.map(({ name, state, detail }) => [name, state === 'ok' ? detail : `${state}: ${detail}`]),
      ),
      // With PostgreSQL away its line above says so; the page must come all the same.
      projections: await this.readModels.status().catch(() => []),
      parked: await this.readModels.parked().catch(() => []),
    };
  }

  /** Whichever projector runs the read model carries the order out; the same press again is the same order. */
  @Post('projections/:name/orders')
  @HttpCode(200)
  @Allows('projections.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ operationId: 'orderProjection', summary: 'Rebuilds, tries again, or sets an event aside' })
  async order(
    @Param('name') name: string,
    @Body() { kind, reason }: ProjectionOrderBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() { commandId }: WritingRequestInfo,
  ): Promise<ProjectionOrdered> {
    const known = await this.readModels.status();
    if (!known.some((one) => one.name === name))
      throw notFound('SYSTEM.PROJECTION_UNKNOWN', `No read model ${name}`, { name });
    const why = reason?.trim() ?? '';
    if (kind === 'park' && why === '')
      throw brokenRule('SYSTEM.PARK_REASON_MISSING', 'Setting an event aside needs a reason', { name });
    const id = await requestProjectionCommand(this.db, {
      name,
      kind,
      requestedBy: actor.personId,
      requestKey: commandId,
      ...(why === '' ? {} : { reason: why }),
    });
    const answer = await projectionCommandOutcome(this.db, id, ANSWER_WITHIN_MS);
    return { id, ...answer };
  }
}
