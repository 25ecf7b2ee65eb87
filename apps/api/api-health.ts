import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { HealthChecks } from '@hoptac/platform';
import { ReadModels } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { TemporalClient } from '@hoptac/temporal';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

const milliseconds = (from: number): string => `${(performance.now() - from).toFixed(0)} ms`;

/** What the API says of the parts it works with: it needs the stores; officers go on without the engine, the projector and the provider. */
@Injectable()
export class ApiHealth implements OnModuleInit {
  constructor(
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ReadDb) private readonly db: ReadDb,
    @Inject(TemporalClient) private readonly temporal: TemporalClient,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  onModuleInit(): void {
    this.health.add('event-store', async () => {
      const from = performance.now();
      await this.store.lastPosition();
      return milliseconds(from);
    });
    this.health.add('postgres', async () => {
      const from = performance.now();
      await this.db.pool.query('select 1');
      return milliseconds(from);
    });
    this.health.add('temporal', async () => `${(await this.temporal.ping()).toFixed(0)} ms`, { required: false });
    this.health.add('read-models', () => this.projector(), { required: false });
  }

  /** How far the slowest processor is behind; a stopped one is named. */
  private async projector(): Promise<string> {
    const processors = await this.readModels.status();
    const stopped = processors.filter((processor) => processor.state === 'stopped').map((processor) => processor.name);
    if (stopped.length > 0) throw new Error(`stopped: ${stopped.join(', ')}`);
    const lag = processors.reduce((most, { position, end }) => {
      const behind = BigInt(end) - BigInt(position);
      return behind > most ? behind : most;
    }, 0n);
    return `${String(processors.length)} read models, lag ${lag.toString()}`;
  }
}
