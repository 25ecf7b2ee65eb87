import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { HealthChecks, Logger, Metrics } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { CaseFeeder, PgFeederStore, RehearsalClock, TemporalCaseDelivery, TemporalClient } from '@hoptac/temporal';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CASE_CATEGORIES } from '@workflows/categories';
import { Gauge } from 'prom-client';

/** The case feeder of this program, its health line and its gauges. */
@Injectable()
export class Feeder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly feeder: CaseFeeder;

  constructor(
    @Inject(EVENT_STORE) eventStore: EventStore,
    @Inject(TemporalClient) temporal: TemporalClient,
    @Inject(RehearsalClock) clock: RehearsalClock,
    @Inject(ReadDb) readDb: ReadDb,
    @Inject(Logger) logger: Logger,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    const log = logger.for('feeder');
    this.feeder = new CaseFeeder({
      eventStore,
      delivery: new TemporalCaseDelivery(temporal, () => clock.offsetMs),
      store: new PgFeederStore(readDb.pool),
      categories: CASE_CATEGORIES,
      log: (level, message) => {
        log[level](message);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.feeder.start();
    this.health.add('feeder', () => Promise.resolve(this.line()));
    const status = () => this.feeder.status();
    const gauge = (name: string, help: string, value: () => number): void => {
      new Gauge({
        name,
        help,
        registers: [this.metrics.registry],
        collect() {
          this.set(value());
        },
      });
    };
    gauge('hoptac_feeder_backlog', 'Facts that wait to be delivered to a workflow.', () => status().backlog);
    gauge('hoptac_feeder_oldest_seconds', 'Age of the oldest of them.', () => (status().oldestMs ?? 0) / 1_000);
    gauge('hoptac_feeder_delivered', 'Facts delivered since start that woke a workflow.', () => status().delivered);
    gauge('hoptac_feeder_aside', 'Cases kept apart because they cannot be delivered.', () => status().aside.length);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.feeder.stop();
  }

  private line(): string {
    const { state, backlog, aside, trouble } = this.feeder.status();
    if (trouble !== undefined) throw new Error(`${trouble}; backlog ${String(backlog)}`);
    if (state === 'starting' || state === 'stopped') throw new Error(state);
    return `${state}, backlog ${String(backlog)}${aside.length > 0 ? `, ${String(aside.length)} cases kept apart` : ''}`;
  }
}
