/**
 * Live facts; one undecodable event among them. The read models of its category stop loudly with position and reason, the others go on; parked by
 * command they go on too, and so does a rebuild (faults.md). On an event node, a database and a projector of its own: such an event stays for ever.
 */
import {
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  type JSONRecordedEvent,
  type JSONType,
} from '@eventstore/db-client';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startOwnNode, type OwnNode } from '../conformance/harness';
import { addressOf } from '../support/province';
import { eventually } from '../support/eventually';
import { experiment } from './experiment';
import { file, pageSays, theCast, toCertificate, press } from './people';

interface Status {
  readonly name: string;
  readonly state: string;
  readonly live: boolean;
  readonly position: string;
  readonly parked: number;
  readonly stoppedAt?: {
    readonly position: string;
    readonly eventType: string;
    readonly stream: string;
    readonly reason: string;
  };
}

const PROGRAMS = join(__dirname, '../../dist/apps');
const STRUCK = ['registry.certificates', 'registry.names', 'registry.organisations'];
const OTHERS = ['dossiers.case-page', 'dossiers.my-dossiers', 'dossiers.public-lookup', 'dossiers.queue'];
const BETWEEN_FACTS_MS = 15;
const MOST_FACTS = 400;
/** The command line starts a program for each look. */
const WITHIN_MS = 90_000;

let node: OwnNode | undefined;
let projector: ChildProcess | undefined;
let database: string | undefined;

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: addressOf('HOPTAC_POSTGRES_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  if (projector?.exitCode === null) {
    const ended = once(projector, 'exit');
    projector.kill('SIGTERM');
    await ended;
  }
  await node?.stop();
  node?.remove();
  if (database !== undefined) await asOwner(`drop database ${database} with (force)`);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

experiment('projector-poison', async (e) => {
  const cast = await theCast();
  const { id } = await file(e, cast.applicant);
  await press(e, cast.officer, id, 'claims');
  await toCertificate(e, cast, id);
  await pageSays(e, cast.officer, id, 'registered', ({ status }) => status === 'Registered');

  node = await startOwnNode();
  database = `chaos_poison_${String(e.seed)}_${String(Date.now())}`;
  await asOwner(`create database ${database}`);
  const postgres = new URL(addressOf('HOPTAC_POSTGRES_URL'));
  postgres.pathname = `/${database}`;
  const env = {
    ...process.env,
    HOPTAC_EVENTSTORE_URL: `esdb://127.0.0.1:${String(node.port)}?tls=false`,
    HOPTAC_POSTGRES_URL: postgres.href,
    HOPTAC_PROJECTOR_HEALTH_PORT: String(await freePort()),
  };
  const hoptac = (...words: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [join(PROGRAMS, 'cli/main.js'), 'projections', ...words],
        { env, timeout: 60_000 },
        (error, stdout, stderr) => {
          // Status 2 says that a processor stands still; the answer is on stdout all the same.
          if (error && error.code !== 2)
            reject(new Error(`hoptac projections ${words.join(' ')}: ${stderr || error.message}`));
          else resolve(stdout);
        },
      );
    });
  const status = async (): Promise<readonly Status[]> => JSON.parse(await hoptac('status', '--json')) as Status[];
  const among = (all: readonly Status[], names: readonly string[]): readonly Status[] =>
    all.filter(({ name, live }) => live && names.includes(name));
  projector = spawn(process.execPath, [join(PROGRAMS, 'projector/main.js')], { env, stdio: 'ignore' });
  await eventually(
    'every read model of the empty store is live',
    status,
    (all) => among(all, [...STRUCK, ...OTHERS]).length === 7,
    WITHIN_MS,
  );

  // The province's own facts once more, one by one; the poison comes in their midst.
  const [from, to] = [addressOf('HOPTAC_EVENTSTORE_URL'), env.HOPTAC_EVENTSTORE_URL].map((url) =>
    EventStoreDBClient.connectionString(url),
  );
  if (from === undefined || to === undefined) throw new Error('two stores');
  try {
    // Read to their end: a read that is left early keeps its connection.
    const facts = (await eventsOf(from))
      .filter(({ streamId }) => /^(dossier|organisation)-/.test(streamId))
      .slice(0, MOST_FACTS);
    const half = Math.floor(facts.length * (0.3 + e.random() * 0.4));
    let [poisonedAt, end] = ['', ''];
    for (const [index, { streamId, type, data, metadata }] of facts.entries()) {
      if (index === half) {
        const poison = await to.appendToStream(`organisation-${e.freshId()}`, [
          binaryEvent({
            type: 'OrganisationRegistered',
            data: Buffer.from([0xff, 0xfe, 0x00]),
            metadata: Buffer.from('{"schemaVersion":1}'),
          }),
        ]);
        poisonedAt = String(poison.position?.commit);
        e.say(
          `an undecodable OrganisationRegistered at ${poisonedAt}, after ${String(index)} of ${String(facts.length)} facts`,
        );
      }
      const fact = { type, data: data, metadata: metadata as JSONType };
      const { position } = await to.appendToStream(streamId, [jsonEvent(fact)]);
      end = String(position?.commit);
      await pause(e.between(0, BETWEEN_FACTS_MS));
    }

    const stopped = await eventually(
      'others at the end, struck ones stopped',
      status,
      (all) =>
        among(all, OTHERS).every(({ position, state }) => BigInt(position) >= BigInt(end) && state === 'live') &&
        among(all, STRUCK).every(({ state }) => state === 'stopped'),
      WITHIN_MS,
    );
    for (const { stoppedAt } of among(stopped, STRUCK)) {
      expect(stoppedAt).toMatchObject({ position: poisonedAt, eventType: 'OrganisationRegistered' });
      expect(stoppedAt?.reason).toMatch(/\S/);
    }
    e.say(
      `stopped: ${among(stopped, STRUCK)
        .map(({ name }) => name)
        .join(', ')}: ${among(stopped, STRUCK)[0]?.stoppedAt?.reason ?? ''}`,
    );
    for (const name of STRUCK) await hoptac('park', name, '--reason', 'chaos: undecodable');
    const caughtUp = (all: readonly Status[]): boolean =>
      among(all, STRUCK).length === STRUCK.length &&
      among(all, STRUCK).every(
        ({ position, state, parked }) => state === 'live' && parked === 1 && BigInt(position) >= BigInt(end),
      );
    await eventually('parked, the struck ones reach the end', status, caughtUp, WITHIN_MS);
    await hoptac('rebuild', 'registry.names');
    await eventually('the rebuild passes the parked event', status, caughtUp, WITHIN_MS);
    e.floor('facts folded around the poison', facts.length, 5);
    e.floor('processors that stopped and went on', STRUCK.length, 3);
  } finally {
    await from.dispose();
    await to.dispose();
  }
});

async function eventsOf(client: EventStoreDBClient): Promise<JSONRecordedEvent[]> {
  const events: JSONRecordedEvent[] = [];
  for await (const { event } of client.readAll()) if (event?.isJson) events.push(event);
  return events;
}
