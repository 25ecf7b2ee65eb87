import { Allows } from '@hoptac/identity';
import { HealthChecks } from '@hoptac/platform';
import { type ProcessorStatus, ReadModels } from '@hoptac/projections';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

export interface SystemView {
  readonly status: string;
  /** Part → what it says of itself; a part that does not work begins with its state. */
  readonly parts: Readonly<Record<string, string>>;
  readonly projections: readonly ProcessorStatus[];
}

/** The administrator's page on the state of the stack. */
@ApiTags('system')
@Controller('api/system')
export class SystemController {
  constructor(
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(ReadModels) private readonly readModels: ReadModels,
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
    };
  }
}
