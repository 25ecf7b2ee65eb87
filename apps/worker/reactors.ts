import { CorrespondenceReactor, DOSSIERS_FOLLOWED, Mailer } from '@hoptac/correspondence';
import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { HealthChecks, Logger } from '@hoptac/platform';
import { ReadDb } from '@hoptac/read-db';
import { CaseFeeder, PgFeederStore } from '@hoptac/temporal';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/** Followers through which facts of one context ask something of another (design.md §3): the feeder's own machinery with a checkpoint of their own. */
@Injectable()
export class Reactors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly correspondence: CaseFeeder;

  constructor(
    @Inject(EVENT_STORE) eventStore: EventStore,
    @Inject(CorrespondenceReactor) reactor: CorrespondenceReactor,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ReadDb) readDb: ReadDb,
    @Inject(Logger) logger: Logger,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {
    const log = logger.for('reactor');
    this.correspondence = new CaseFeeder({
      eventStore,
      delivery: reactor,
      store: new PgFeederStore(readDb.pool, 'correspondence'),
      categories: [DOSSIERS_FOLLOWED],
      log: (level, message) => {
        log[level](message);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.correspondence.start();
    this.health.add('correspondence', () => Promise.resolve(this.line()));
    // Without its mail server the program works on; mails wait.
    this.health.add('mail', () => this.mailer.check(), { required: false });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.correspondence.stop();
  }

  private line(): string {
    const { state, backlog, aside, trouble } = this.correspondence.status();
    if (trouble !== undefined) throw new Error(`${trouble}; backlog ${String(backlog)}`);
    if (state === 'starting' || state === 'stopped') throw new Error(state);
    return `${state}, backlog ${String(backlog)}${aside.length > 0 ? `, ${String(aside.length)} cases kept apart` : ''}`;
  }
}
