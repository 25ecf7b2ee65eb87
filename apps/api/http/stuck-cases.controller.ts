import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { Allows, type AuthenticatedActor, CurrentActor } from '@hoptac/identity';
import { notFound } from '@hoptac/kernel';
import { Logger, WritingRequest, type WritingRequestInfo } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import {
  PgFeederStore,
  RehearsalClock,
  type StuckReport,
  TemporalCaseDelivery,
  TemporalClient,
  retryCase,
  stuckCases,
} from '@hoptac/temporal';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CASE_CATEGORIES } from '@workflows/categories';
import { Matches } from 'class-validator';

/** Looking at every open workflow costs the engine something: however many pages ask, it is done this often. */
const FRESH_MS = 10_000;

export class RetryBody {
  @ApiProperty({ example: 'founding-registration:0190c2a4-5b7e-7cc3-98a6-0b2f7a1d9e10' })
  @Matches(/^[A-Za-z0-9:._-]{1,200}$/)
  workflowId!: string;
}

/** Hồ sơ bị kẹt: what does not move, since when, and why. Names no person and nothing of a dossier but its id. */
@ApiTags('system')
@Controller('api/stuck-cases')
export class StuckCasesController {
  private latest: { readonly at: number; readonly report: Promise<StuckReport> } | undefined;

  constructor(
    @Inject(TemporalClient) private readonly temporal: TemporalClient,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(ReadDb) private readonly db: ReadDb,
    @Inject(RehearsalClock) private readonly clock: RehearsalClock,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  @Get()
  @Allows('cases.manage')
  @ApiOperation({ operationId: 'listStuckCases', summary: 'Cases, exchanges and deliveries that do not move' })
  list(): Promise<StuckReport> {
    const kept = this.latest;
    if (kept !== undefined && performance.now() - kept.at < FRESH_MS) return kept.report;
    const report = stuckCases({
      temporal: this.temporal,
      eventStore: this.eventStore,
      feederStore: new PgFeederStore(this.db.pool),
      categories: CASE_CATEGORIES,
    });
    this.latest = { at: performance.now(), report };
    // A failed look is not kept: the next page asks anew.
    report.catch(() => (this.latest = undefined));
    return report;
  }

  /** Tried at once instead of at its next turn, its workflow started where none runs; pressed twice it does no harm, because every step is one command. */
  @Post(':caseId/retries')
  @HttpCode(200)
  @Allows('cases.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ operationId: 'retryStuckCase', summary: 'Thử lại bước này' })
  async retry(
    @Param('caseId') caseId: string,
    @Body() { workflowId }: RetryBody,
    @CurrentActor() actor: AuthenticatedActor,
    @WritingRequest() { commandId }: WritingRequestInfo,
  ): Promise<{ readonly id: string }> {
    const category = CASE_CATEGORIES.find((one) => one.workflowIdOf(caseId) === workflowId);
    if (category === undefined) throw notFound('TEMPORAL.CASE_UNKNOWN', `No workflow ${workflowId}`, { case: caseId });
    const { temporal, eventStore } = this;
    const delivery = new TemporalCaseDelivery(temporal, () => this.clock.offsetMs);
    await retryCase({ temporal, eventStore, delivery }, category, caseId);
    this.latest = undefined;
    this.logger.info('A stuck case is tried again', { workflowId, by: actor.personId, commandId });
    return { id: caseId };
  }
}
