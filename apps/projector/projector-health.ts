import { HealthChecks, Metrics } from '@hoptac/platform';
import { Projector, ReadModels } from '@hoptac/projections';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';

/** The projector's lines in `/health/ready`, and its gauges. */
@Injectable()
export class ProjectorHealth implements OnModuleInit {
  constructor(
    @Inject(Projector) private readonly projector: Projector,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.health.add('projector', () => Promise.resolve(this.projector.check()));
    // A stopped processor needs a person, not a restart: the program stays ready and says which one.
    this.health.add('read-models', () => this.readModels(), { required: false });
    const models = this.models;
    const registers = [this.metrics.registry];
    new Gauge({
      name: 'hoptac_projection_lag_positions',
      help: 'Commit positions between the checkpoint and the end of the event store.',
      labelNames: ['projection', 'build'],
      registers,
      async collect() {
        this.reset();
        for (const status of await models.status().catch(() => [])) {
          const lag = Number(BigInt(status.end) - BigInt(status.position));
          this.set({ projection: status.name, build: status.live ? 'live' : 'building' }, lag);
        }
      },
    });
    new Gauge({
      name: 'hoptac_projection_stopped',
      help: '1 while the processor stands still at an event and waits for a person.',
      labelNames: ['projection', 'build'],
      registers,
      async collect() {
        this.reset();
        for (const status of await models.status().catch(() => [])) {
          this.set({ projection: status.name, build: status.live ? 'live' : 'building' }, status.stoppedAt ? 1 : 0);
        }
      },
    });
  }

  private async readModels(): Promise<string> {
    const all = await this.models.status();
    const stopped = all.filter((status) => status.stoppedAt);
    if (stopped.length > 0) throw new Error(`stopped: ${stopped.map((status) => status.name).join(', ')}`);
    const building = all.filter((status) => status.state === 'rebuilding');
    return building.length > 0
      ? `building ${building.map((status) => status.name).join(', ')}`
      : `${String(all.length)} live`;
  }
}
