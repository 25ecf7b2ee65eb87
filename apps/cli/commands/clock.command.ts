import { EventStoreModule } from '@hoptac/event-store';
import { systemActor } from '@hoptac/kernel';
import { PlatformModule, loadConfig, newId } from '@hoptac/platform';
import { RehearsalService, TemporalModule, rehearsalCatalogue } from '@hoptac/temporal';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Command } from 'commander';
import { print, showProgress, withContext } from '../context';

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

@Module({})
class ClockToolModule {
  static forRoot(): DynamicModule {
    return {
      module: ClockToolModule,
      imports: [
        PlatformModule.forRoot(loadConfig({ ...process.env, HOPTAC_LOG_LEVEL: 'error' }), { service: 'cli' }),
        EventStoreModule.forRoot({ catalogues: [rehearsalCatalogue] }),
        TemporalModule.forClient(),
      ],
    };
  }
}

/** `hoptac clock advance 60d | status`: the rehearsal clock of the whole province. */
export function register(program: Command): void {
  const clock = program
    .command('clock')
    .description('đồng hồ diễn tập / the rehearsal clock (HOPTAC_REHEARSAL=1 only)');

  clock
    .command('status')
    .description('giờ của hệ thống / the stack’s time, and how far it is ahead of the system’s')
    .option('--json', 'machine-readable')
    .action((options: { json?: boolean }) =>
      withContext(ClockToolModule.forRoot(), (context) => {
        const status = context.get(RehearsalService).status();
        print(
          options.json
            ? JSON.stringify(status)
            : `${status.now}  ${status.allowed ? `+${durationText(status.offsetMs)}` : 'system time; rehearsal is not allowed here'}`,
        );
        return Promise.resolve();
      }),
    );

  clock
    .command('advance <duration>')
    .description(
      'tua đồng hồ, ví dụ 60d, 36h, 2w / move everybody’s clock forward and wait until what fell due is done',
    )
    .option('--limit <seconds>', 'longest wait for the workflows', '120')
    .option('--json', 'machine-readable')
    .action((duration: string, options: { limit: string; json?: boolean }) =>
      withContext(ClockToolModule.forRoot(), async (context) => {
        const advanced = await context.get(RehearsalService).advance({
          byMs: millisecondsOf(duration),
          actor: systemActor('cli'),
          commandId: newId(),
          limitMs: Number(options.limit) * 1_000,
          ...(options.json ? {} : { onProgress: showProgress }),
        });
        if (options.json) print(JSON.stringify(advanced));
        else {
          print(`${advanced.now}  (+${durationText(advanced.offsetMs)}), ${String(advanced.forwarded)} cases moved`);
          for (const workflowId of advanced.unfinished) print(`not through yet: ${workflowId}`);
        }
        if (advanced.unfinished.length > 0) process.exitCode = 1;
      }),
    );
}

/** `60d` → milliseconds. @throws Error for anything but a positive whole number with ms, s, m, h, d or w. */
export function millisecondsOf(text: string): number {
  const [, amount, unit] = /^(\d{1,6})(ms|s|m|h|d|w)$/.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined || Number(amount) === 0) {
    throw new Error(`“${text}” is no duration: write 60d, 36h, 90m, 2w`);
  }
  return Number(amount) * UNITS[unit as keyof typeof UNITS];
}

/** Milliseconds → `60d 4h 0m`. */
export function durationText(ms: number): string {
  const [days, rest] = [Math.floor(ms / UNITS.d), ms % UNITS.d];
  return `${String(days)}d ${String(Math.floor(rest / UNITS.h))}h ${String(Math.floor((rest % UNITS.h) / UNITS.m))}m`;
}
