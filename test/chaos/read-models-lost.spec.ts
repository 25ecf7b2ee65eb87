/**
 * People browsing; the schema of every read model is dropped (never the vault: keys cannot be folded from events). All are built again from
 * zero; readers get the whole list or 503, never half of one (faults.md).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { addressOf } from '../support/province';
import { experiment } from './experiment';
import { fault, file, theCast } from './people';
import { startPart, stopPart } from './parts';

const CASES = 4;
const REBUILT_WITHIN_MS = 120_000;
const NEVER = ['vault', 'public'];

async function withPostgres<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: addressOf('HOPTAC_POSTGRES_URL') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const schemas = (client: Client): Promise<string[]> =>
  client
    .query<{ schema: string }>(`select schema_name as schema from projections.versions where state <> 'retired'`)
    .then(({ rows }) => rows.map(({ schema }) => schema));

experiment('read-models-lost', async (e) => {
  const { applicant, officer } = await theCast();
  const filings = [];
  for (let made = 0; made < CASES; made += 1) filings.push(await file(e, applicant));
  const last = filings.at(-1);
  if (last === undefined) throw new Error('Nothing was filed');
  /** How many the lists show, once they have seen the last filing and its checks. */
  const count = async (): Promise<Readonly<Record<string, number>>> => {
    const queue = await officer.get<{ total: number }>(`/api/dossiers?after=${last.position}`);
    const mine = await applicant.get<{ items: unknown[] }>(`/api/dossiers/mine?limit=200&after=${last.position}`);
    return { queue: queue.body.total, mine: mine.body.items.length };
  };
  const whole = await count();
  expect(whole['queue']).toBeGreaterThanOrEqual(CASES);
  let [full, comeAgain] = [0, 0];

  /** Readers until everything is there again. */
  const browse = async (until: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + REBUILT_WITHIN_MS;
    for (let done = false; !done;) {
      done = await until();
      const queue = await officer.get<{ total: number }>('/api/dossiers');
      const mine = await applicant.get<{ items: unknown[] }>('/api/dossiers/mine?limit=200');
      const page = await officer.get(`/api/dossiers/${last.id}`);
      for (const [what, answer] of Object.entries({ queue, mine, page })) {
        const wrong = fault(answer);
        if (wrong !== undefined) e.wrong.push(`${what}: ${wrong}`);
        if (![200, 503].includes(answer.status))
          e.wrong.push(`${what}: ${String(answer.status)} ${JSON.stringify(answer.body).slice(0, 200)}`);
        if (answer.status === 200) full += 1;
        else comeAgain += 1;
      }
      if (queue.status === 200 && queue.body.total !== whole['queue'])
        e.wrong.push(`queue of ${String(queue.body.total)} shown as whole, of ${String(whole['queue'])}`);
      if (mine.status === 200 && mine.body.items.length !== whole['mine'])
        e.wrong.push(`list of ${String(mine.body.items.length)} shown as whole, of ${String(whole['mine'])}`);
      if (Date.now() > end) throw new Error(`Not rebuilt in ${String(REBUILT_WITHIN_MS)} ms`);
      await pause(50);
    }
  };

  const lost = await withPostgres(async (client) => {
    const all = await schemas(client);
    expect(all.filter((schema) => NEVER.includes(schema))).toEqual([]);
    for (const schema of all) await client.query(`drop schema ${client.escapeIdentifier(schema)} cascade`);
    return all;
  });
  e.say(`dropped under the running projector: ${lost.join(', ')}`);
  const isLive = (): Promise<boolean> =>
    withPostgres(async (client) => {
      const { rows } = await client.query<{ live: number }>(
        `select count(*)::int as live from projections.versions v join information_schema.schemata s on s.schema_name = v.schema_name where v.state = 'live'`,
      );
      return rows[0]?.live === lost.length;
    });
  await browse(isLive);
  expect(await count()).toEqual(whole);
  e.say(`rebuilt; ${String(full)} whole answers, ${String(comeAgain)} times "come again"`);

  await stopPart('projector');
  await withPostgres(async (client) => {
    for (const schema of await schemas(client))
      await client.query(`drop schema ${client.escapeIdentifier(schema)} cascade`);
    await client.query('drop schema projections cascade');
  });
  e.say('dropped with their bookkeeping while the projector was stopped');
  await Promise.all([startPart('projector'), browse(() => isLive().catch(() => false))]);
  expect(await count()).toEqual(whole);
  e.floor('whole answers', full, 4);
  e.floor('readers asked to come again', comeAgain, 1);
  e.floor('read models built twice from zero', lost.length, 7);
});
