import { Allows, AreaTree, CurrentActor, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock } from '@hoptac/kernel';
import { AfterPosition } from '@hoptac/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiTags } from '@nestjs/swagger';
import { desksOf, listableOffices } from '../application/reading-rights';
import { Queue } from '../read-models/queue/queue';
import { Workload, type OfficeLoad, type OfficerLoad } from '../read-models/queue/workload';

/** Medians are of what was decided in this many days. */
const DAYS = 90;
const DAY_MS = 86_400_000;

export class CountsAnswer {
  @ApiProperty() readonly open!: number;
  @ApiProperty({ description: 'Taken by the reader, or by somebody the reader stands in for today.' })
  readonly mine!: number;
  @ApiProperty() readonly unassigned!: number;
  @ApiProperty({ description: 'Proposed, waiting for the decision.' }) readonly decide!: number;
  @ApiProperty() readonly late!: number;
  @ApiProperty({ description: 'The office’s limit ends today and is not late yet.' }) readonly dueToday!: number;
  @ApiProperty({ description: 'With the applicant.' }) readonly correction!: number;
  @ApiProperty({ description: 'Results to be handed over.' }) readonly results!: number;
}

export class OfficersAnswer {
  @ApiProperty({ isArray: true, type: Object }) readonly officers!: readonly OfficerLoad[];
}

export class OfficesAnswer {
  @ApiProperty({ isArray: true, type: Object, description: 'Medians in seconds.' })
  readonly offices!: readonly OfficeLoad[];
  @ApiProperty({ description: 'Medians are of what was decided in so many days.' }) readonly days!: number;
}

/** How much there is to do: for officers, heads and the province. */
@ApiTags('dossiers')
@Controller('api/workload')
export class WorkloadController {
  constructor(
    private readonly workload: Workload,
    private readonly queue: Queue,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('counts')
  @Allows('dossiers.list', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'countDossiers', summary: 'Open work of the reader’s offices in figures' })
  @ApiOkResponse({ type: CountsAnswer })
  @ApiQuery({ name: 'after', required: false, description: 'Wait (at most 2 s) for this commit position.' })
  async counts(
    @CurrentActor() actor: AuthenticatedActor,
    @AfterPosition() after: bigint | undefined,
  ): Promise<CountsAnswer> {
    if (after !== undefined) await this.queue.waitFor(after);
    const today = this.today();
    return this.workload.counts(listableOffices(actor, today, this.areas), desksOf(actor), today);
  }

  @Get('officers')
  @Allows('workload.read', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listOfficerLoads', summary: 'What lies with each officer' })
  @ApiOkResponse({ type: OfficersAnswer })
  async officers(@CurrentActor() actor: AuthenticatedActor): Promise<OfficersAnswer> {
    const today = this.today();
    return { officers: await this.workload.officers(listableOffices(actor, today, this.areas), today) };
  }

  @Get('offices')
  @Allows('workload.read', { area: 'decidingOffice' })
  @ApiOperation({ operationId: 'listOfficeLoads', summary: 'Every commune: open, late, median time per step' })
  @ApiOkResponse({ type: OfficesAnswer })
  async offices(@CurrentActor() actor: AuthenticatedActor): Promise<OfficesAnswer> {
    const since = Math.floor((Date.parse(this.clock.now()) - DAYS * DAY_MS) / 1_000);
    return {
      offices: await this.workload.offices(listableOffices(actor, this.today(), this.areas), since),
      days: DAYS,
    };
  }

  private today() {
    return localDateOf(this.clock.now());
  }
}
