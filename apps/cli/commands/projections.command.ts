import { loadConfig } from '@hoptac/platform';
import {
  projectionCommandOutcome,
  ReadModels,
  requestProjectionCommand,
  type ProcessorStatus,
  type ProjectionCommandKind,
} from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import type { Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';

const ANSWER_WITHIN_MS = 15_000;

/** `hoptac projections …`: read models' processors. Orders go through PostgreSQL to whichever projector runs the projection. */
export function register(program: Command): void {
  const projections = program.command('projections').description('bảng đọc / read models and their processors');
  projections
    .command('status')
    .description('trạng thái / state, position, lag, and why a processor stopped')
    .option('--json', 'one JSON document')
    .action((options: { json?: boolean }) => withReadModels((_db, models) => status(models, options.json ?? false)));
  projections
    .command('rebuild')
    .argument('<name>', 'e.g. dossiers.queue')
    .description('dựng lại / build anew beside the live one, then switch')
    .action((name: string) => withReadModels((db, models) => rebuild(db, models, name)));
  projections
    .command('retry')
    .argument('<name>')
    .description('thử lại / try the event at which it stopped again')
    .action((name: string) => withReadModels((db) => order(db, name, 'retry').then(say)));
  projections
    .command('park')
    .argument('<name>')
    .requiredOption('--reason <text>', 'why the event is set aside; stays on record')
    .description('gác lại / set the event at which it stopped aside and go on')
    .action((name: string, { reason }: { reason: string }) =>
      withReadModels((db) => order(db, name, 'park', reason).then(say)),
    );
}

async function withReadModels(work: (db: ReadDb, models: ReadModels) => Promise<void>): Promise<void> {
  const db = new ReadDb({ url: loadConfig().postgresUrl, applicationName: 'hoptac-cli', maxConnections: 2 });
  const models = new ReadModels(db);
  try {
    await work(db, models);
  } finally {
    await models.close();
    await db.close();
  }
}

async function order(db: ReadDb, name: string, kind: ProjectionCommandKind, reason?: string): Promise<string> {
  const known = await new ReadModels(db).status();
  if (!known.some((one) => one.name === name)) {
    throw new Error(
      `No projection ${name}; there are: ${[...new Set(known.map((one) => one.name))].join(', ') || 'none yet'}`,
    );
  }
  const requestedBy = `system:cli:${userInfo().username}`;
  const id = await requestProjectionCommand(db, { name, kind, requestedBy, ...(reason !== undefined && { reason }) });
  const result = await projectionCommandOutcome(db, id, ANSWER_WITHIN_MS);
  if (!result) throw new Error('No projector took the order; it stays and is carried out when one runs');
  if (!result.accepted) throw new Error(`${name}: ${result.outcome}`);
  return `${name}: ${result.outcome}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function status(models: ReadModels, json: boolean): Promise<void> {
  const all = await models.status();
  if (json) {
    say(JSON.stringify(all, null, 2));
    return;
  }
  const lines = all.map((one) => [
    one.name,
    `v${String(one.version)}`,
    one.live ? 'live' : 'beside',
    one.state,
    `${one.position}/${one.end}`,
    String(one.considered),
    one.evidence,
    one.parked === 0 ? '' : `${String(one.parked)} parked`,
    progressOf(one),
  ]);
  table([['projection', 'version', 'build', 'state', 'position/end', 'considered', 'evidence', '', ''], ...lines]);
  for (const one of all) {
    if (!one.stoppedAt) continue;
    const { position, eventType, eventId, stream, reason } = one.stoppedAt;
    say(
      `\n${one.name} STOPPED at ${position}: ${eventType} ${eventId} of ${stream}\n  ${reason}\n  retry ${one.name} | park ${one.name} --reason …`,
    );
  }
  if (all.some((one) => one.stoppedAt)) process.exitCode = 2;
}

async function rebuild(db: ReadDb, models: ReadModels, name: string): Promise<void> {
  const schemaBefore = (await models.status()).find((one) => one.name === name && one.live)?.schema;
  say(await order(db, name, 'rebuild'));
  const shows = process.stdout.isTTY;
  for (;;) {
    const builds = (await models.status()).filter((one) => one.name === name);
    const building = builds.find((one) => !one.live);
    if (!building) {
      const live = builds.find((one) => one.live);
      say(
        `${shows ? '\r\x1b[K' : ''}${name}: ${live?.schema ?? 'nothing'} is live${live?.schema === schemaBefore ? '' : ', switched'}`,
      );
      return;
    }
    if (building.stoppedAt)
      throw new Error(`${name}: stopped at ${building.stoppedAt.position}: ${building.stoppedAt.reason}`);
    const line = `${building.schema}: ${String(building.considered)} events, ${building.position}/${building.end}, ${progressOf(building)}`;
    process.stdout.write(shows ? `\r\x1b[K${line}` : `${line}\n`);
    await sleep(shows ? 250 : 2_000);
  }
}

function progressOf(one: ProcessorStatus): string {
  if (!one.progress) return '';
  const { rate, secondsLeft } = one.progress;
  return `${String(rate)} events/s, ${secondsLeft === null ? 'time left unknown' : `${String(secondsLeft)} s left`}`;
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows)
    say(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
