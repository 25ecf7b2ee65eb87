import type { ReadDb } from '@hoptac/read-db';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHANNELS } from './bookkeeping.tables';

export type ProjectionCommandKind = 'rebuild' | 'retry' | 'park';

/** An administrator's order as it waits in `projections.commands`. */
export interface ProjectionCommand {
  readonly id: number;
  readonly name: string;
  readonly kind: ProjectionCommandKind;
  /** Why; needed to park. */
  readonly reason?: string | null;
  /** Account or `system:<part>`. */
  readonly requestedBy: string;
  /** Under which the same order, sent again, stays one order. */
  readonly requestKey?: string;
}

export interface ProjectionCommandOutcome {
  readonly accepted: boolean;
  /** English sentence for the log and the command line. */
  readonly outcome: string;
}

/** Leaves an order for the projector that runs the projection; answers its id. */
export async function requestProjectionCommand(db: ReadDb, command: Omit<ProjectionCommand, 'id'>): Promise<number> {
  if (command.kind === 'park' && !command.reason?.trim()) throw new Error('Parking an event needs a reason');
  const { rows } = await db.pool.query<{ id: number }>(
    `with ordered as (
       insert into projections.commands (name, kind, reason, requested_by, request_key) values ($1, $2, $3, $4, $6)
       on conflict (request_key) do update set request_key = excluded.request_key returning id
     ) select id, pg_notify($5, $1) from ordered`,
    [command.name, command.kind, command.reason ?? null, command.requestedBy, CHANNELS.commands, command.requestKey],
  );
  return Number(rows[0]?.id);
}

/** Waits for the order's outcome; undefined when no projector took it in time. */
export async function projectionCommandOutcome(
  db: ReadDb,
  id: number,
  timeoutMs: number,
): Promise<ProjectionCommandOutcome | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { rows } = await db.pool.query<ProjectionCommandOutcome>(
      `select accepted, outcome from projections.commands where id = $1 and done_at is not null`,
      [id],
    );
    if (rows[0]) return rows[0];
    if (performance.now() > deadline) return undefined;
    await sleep(100);
  }
}

/** Carries out the waiting orders of the projections named; an order is taken once, by whoever holds the projection's lane. */
export async function takeCommands(
  db: ReadDb,
  names: readonly string[],
  carryOut: (command: ProjectionCommand) => Promise<ProjectionCommandOutcome>,
): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query<ProjectionCommand>(
      `update projections.commands set taken_at = now() where id = (
         select id from projections.commands where name = any($1) and taken_at is null order by id limit 1 for update skip locked
       ) returning id, name, kind, reason, requested_by as "requestedBy"`,
      [names],
    );
    const command = rows[0];
    if (!command) return;
    const result = await carryOut(command).catch((error: unknown) => ({
      accepted: false,
      outcome: error instanceof Error ? error.message : String(error),
    }));
    await db.pool.query(`update projections.commands set done_at = now(), accepted = $2, outcome = $3 where id = $1`, [
      command.id,
      result.accepted,
      result.outcome,
    ]);
  }
}
