import { EVENT_STORE, EventStoreModule, type EventStore } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { PlatformModule, loadConfig } from '@hoptac/platform';
import { ReadDb, ReadDbModule } from '@hoptac/read-db';
import {
  PgFeederStore,
  RehearsalClock,
  TemporalCaseDelivery,
  TemporalClient,
  TemporalModule,
  caseProgress,
  resurrectCases,
  retryCases,
  stuckCases,
  type CaseReport,
  type StuckReport,
} from '@hoptac/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import { CASE_CATEGORIES } from '@workflows/categories';
import type { Command } from 'commander';
import { print, showProgress, withContext } from '../context';

@Module({})
class CasesToolModule {
  static forRoot(): DynamicModule {
    return {
      module: CasesToolModule,
      imports: [
        PlatformModule.forRoot(loadConfig({ ...process.env, HOPTAC_LOG_LEVEL: 'error' }), { service: 'cli' }),
        ReadDbModule.forRoot({ applicationName: 'hoptac-cli', maxConnections: 2 }),
        EventStoreModule.forRoot({ catalogues: houseCatalogues }),
        TemporalModule.forClient(),
      ],
    };
  }
}

/** `hoptac cases resurrect | stuck | show <id> | retry <id>`: the workflows that follow the cases. */
export function register(program: Command): void {
  const cases = program.command('cases').description('quy trình của hồ sơ / the workflows that follow the cases');

  cases
    .command('resurrect')
    .description('dựng lại quy trình từ sự kiện / feed every open case from its beginning; nothing is done twice')
    .action(() =>
      withContext(CasesToolModule.forRoot(), async (context) => {
        const clock = context.get(RehearsalClock);
        const delivery = new TemporalCaseDelivery(context.get(TemporalClient), () => clock.offsetMs);
        const eventStore = context.get<EventStore>(EVENT_STORE);
        const {
          cases: all,
          fed,
          failed,
        } = await resurrectCases({ eventStore, delivery, categories: CASE_CATEGORIES }, showProgress);
        print(`${String(fed)} open of ${String(all)} cases fed from their beginning`);
        for (const { stream, reason } of failed) print(`failed: ${stream}: ${reason}`);
        if (failed.length > 0) process.exitCode = 1;
      }),
    );

  cases
    .command('stuck')
    .description(
      'hồ sơ không tiến triển / what does not move, since when, and why (exit status 1 when something does not)',
    )
    .option('--json', 'machine-readable')
    .action((options: { json?: boolean }) =>
      withContext(CasesToolModule.forRoot(), async (context) => {
        const report = await stuckCases({
          temporal: context.get(TemporalClient),
          eventStore: context.get<EventStore>(EVENT_STORE),
          feederStore: new PgFeederStore(context.get(ReadDb).pool),
          categories: CASE_CATEGORIES,
        });
        print(options.json ? JSON.stringify(report) : stuckText(report));
        if (report.cases.length + report.aside.length > 0) process.exitCode = 1;
      }),
    );

  cases
    .command('retry <id>')
    .description('thử lại ngay / try what holds a case again at once; starts its workflow where none runs')
    .action((id: string) =>
      withContext(CasesToolModule.forRoot(), async (context) => {
        const [temporal, clock] = [context.get(TemporalClient), context.get(RehearsalClock)];
        const eventStore = context.get<EventStore>(EVENT_STORE);
        const delivery = new TemporalCaseDelivery(temporal, () => clock.offsetMs);
        const tried = await retryCases({ temporal, eventStore, delivery }, CASE_CATEGORIES, id);
        for (const workflowId of tried) print(`${workflowId} tries again`);
      }),
    );

  cases
    .command('show <id>')
    .description('hồ sơ đang chờ gì / what a case waits for (its id or stream)')
    .option('--json', 'machine-readable')
    .action((id: string, options: { json?: boolean }) =>
      withContext(CasesToolModule.forRoot(), async (context) => {
        const report = await caseProgress(context.get(TemporalClient), CASE_CATEGORIES, id);
        print(options.json ? JSON.stringify(report) : caseText(report));
      }),
    );
}

/** For people: a line for each thing that does not move, or one that says so. */
export function stuckText({ open, cases, aside, feeder }: StuckReport): string {
  const lines = [
    ...cases.map(({ workflowId, kind, what, reason, since }) => `${since}  ${workflowId}  ${kind} ${what}: ${reason}`),
    ...aside.map(
      ({ stream, reason, since, attempts }) =>
        `${since}  ${stream}  not delivered, ${String(attempts)} tries: ${reason}`,
    ),
  ];
  const waiting =
    feeder.backlog === 0
      ? 'nothing waits for delivery'
      : `${String(feeder.backlog)} facts wait for delivery since ${feeder.oldest ?? '?'}`;
  return [...lines, `${String(open)} open workflows, ${String(lines.length)} do not move; ${waiting}`].join('\n');
}

export function caseText({ workflowId, status, progress, trying }: CaseReport): string {
  if (progress === undefined) return `${workflowId}  ${status}, does not answer`;
  const { waitsFor, since, until, revision, stuck } = progress;
  return [
    `${workflowId}  ${status}`,
    `waits for ${waitsFor} since ${since}${until === undefined ? '' : ` until ${until}`}, knows ${String(revision + 1)} facts`,
    ...(stuck === undefined ? [] : [`stuck at ${stuck.step} since ${stuck.since}: ${stuck.reason}`]),
    ...trying.map(({ activity, attempt, reason }) => `tries ${activity}, ${String(attempt)} times: ${reason}`),
  ].join('\n');
}
