/** The bare parts under a step, each alone and durable, with as many callers as the bench beside it. */
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { loadConfig } from '@hoptac/platform';
import { TemporalClient } from '@hoptac/temporal';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { flatOut, type Beside, type Spread } from './measure';

const WARM_UP_MS = 300;
const MEASURED_MS = 1_000;
/** As long as a fact of a case. */
const TEXT = 'x'.repeat(300);

export interface BareParts {
  readonly postgres: Spread;
  readonly temporal: Spread;
  readonly eventNode: Spread;
}

/** A row, a signal and an event, one after another and never together. */
export async function bareParts(callers: number): Promise<BareParts> {
  return {
    postgres: await bareInserts(callers),
    temporal: await bareSignals(callers),
    eventNode: await bareAppends(callers),
  };
}

/** The bare parts' rates and what share of each this one reaches. */
export function besideRates({ postgres, temporal, eventNode }: BareParts, perSecond: number): string {
  const one = (name: string, bare: Spread): string =>
    `${name} ${Math.round(bare.perSecond)}/s (ratio ${(perSecond / bare.perSecond).toFixed(2)})`;
  return [one('bare insert', postgres), one('bare signal', temporal), one('bare append', eventNode)].join('; ');
}

/** The bare parts' latencies and how many times as long this one takes, at the same percentile. */
export const besideLatencies =
  ({ postgres, temporal, eventNode }: BareParts): Beside =>
  (which, value) => {
    const one = (name: string, bare: Spread): string =>
      `${name} ${bare[which].toFixed(1)} ms (× ${(value / bare[which]).toFixed(1)})`;
    return [one('bare insert', postgres), one('bare signal', temporal), one('bare append', eventNode)].join('; ');
  };

async function measured(callers: number, act: (lane: number) => Promise<unknown>): Promise<Spread> {
  await flatOut(callers, WARM_UP_MS, act);
  return flatOut(callers, MEASURED_MS, act);
}

async function bareInserts(callers: number): Promise<Spread> {
  const schema = `bench_${randomUUID().slice(0, 8)}`;
  const pool = new Pool({
    connectionString: loadConfig().postgresUrl,
    max: callers,
    options: '-c synchronous_commit=on',
  });
  try {
    await pool.query(`create schema ${schema}`);
    await pool.query(`create table ${schema}.facts (id uuid primary key, at timestamptz not null, content jsonb)`);
    const insert = `insert into ${schema}.facts values ($1, now(), $2)`;
    const content = JSON.stringify({ text: TEXT });
    return await measured(callers, () => pool.query({ name: 'insert', text: insert, values: [randomUUID(), content] }));
  } finally {
    await pool.query(`drop schema if exists ${schema} cascade`);
    await pool.end();
  }
}

/** `signalWithStart` to workflows that nobody works on: what the engine alone takes. */
async function bareSignals(callers: number): Promise<Spread> {
  const { temporalAddress, temporalNamespace } = loadConfig();
  const temporal = new TemporalClient(temporalAddress, temporalNamespace);
  const run = randomUUID();
  const idOf = (lane: number): string => `bench-bare:${run}:${lane}`;
  try {
    return await measured(callers, (lane) =>
      temporal.client.workflow.signalWithStart('benchNobody', {
        workflowId: idOf(lane),
        taskQueue: 'bench-nobody',
        signal: 'facts',
        signalArgs: [{ text: TEXT }],
      }),
    );
  } finally {
    for (let lane = 0; lane < callers; lane += 1) await temporal.client.workflow.getHandle(idOf(lane)).terminate();
    await temporal.onApplicationShutdown();
  }
}

async function bareAppends(callers: number): Promise<Spread> {
  const client = EventStoreDBClient.connectionString(loadConfig().eventStoreUrl);
  const run = randomUUID();
  try {
    return await measured(callers, (lane) =>
      client.appendToStream(`benchBare-${run}-${lane}`, jsonEvent({ type: 'BenchAppended', data: { text: TEXT } })),
    );
  } finally {
    await client.dispose();
  }
}
