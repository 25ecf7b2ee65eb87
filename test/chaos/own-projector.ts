/** A projector with an event node and a database of its own, beside the stack under test: for what would mark the province for ever. */
import { jsonEvent, type EventStoreDBClient, type JSONRecordedEvent, type JSONType } from '@eventstore/db-client';
import {
  projectionCommandOutcome,
  ReadModels,
  requestProjectionCommand,
  type ProcessorStatus,
  type ProjectionCommandKind,
} from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { createScratchDatabase, dropScratchDatabase } from '@hoptac/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startOwnNode, type OwnNode } from '../conformance/harness';
import { addressOf } from '../support/province';

const PROGRAM = join(__dirname, '../../dist/apps/projector/main.js');
const ANSWER_WITHIN_MS = 30_000;

export type Status = ProcessorStatus;

/** Live builds of these read models. */
export const amongLive = (all: readonly Status[], names: readonly string[]): readonly Status[] =>
  all.filter(({ name, live }) => live && names.includes(name));

/** Every fact of dossiers and organisations, in order. Read to the end: a read that is left early keeps its connection. */
export async function factsOfProvince(client: EventStoreDBClient): Promise<JSONRecordedEvent[]> {
  const facts: JSONRecordedEvent[] = [];
  for await (const { event } of client.readAll())
    if (event?.isJson && /^(dossier|organisation)-/.test(event.streamId)) facts.push(event);
  return facts;
}

/** The same fact, to be appended to another store. */
export const sameFact = ({ type, data, metadata }: JSONRecordedEvent): ReturnType<typeof jsonEvent> =>
  jsonEvent({ type, data, metadata: metadata as JSONType });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export class OwnProjector {
  private readonly models: ReadModels;
  private program: ChildProcess | undefined;

  private constructor(
    readonly node: OwnNode,
    readonly db: ReadDb,
    private readonly database: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.models = new ReadModels(db);
  }

  /** An empty store and an empty database with a projector at work. @param word part of the database's name. */
  static async start(word: string): Promise<OwnProjector> {
    const database = `chaos_${word}_${String(Date.now())}`;
    const postgres = await createScratchDatabase(addressOf('HOPTAC_POSTGRES_URL'), database);
    const node = await startOwnNode();
    const own = new OwnProjector(
      node,
      new ReadDb({ url: postgres, applicationName: `chaos-${word}`, maxConnections: 4 }),
      database,
      {
        ...process.env,
        HOPTAC_EVENTSTORE_URL: node.url,
        HOPTAC_POSTGRES_URL: postgres,
        HOPTAC_PROJECTOR_HEALTH_PORT: String(await freePort()),
      },
    );
    own.run();
    return own;
  }

  status(): Promise<readonly Status[]> {
    return this.models.status();
  }

  /** An order to the projector, as `hoptac projections` gives it. @throws Error when it is refused or nobody takes it. */
  async order(name: string, kind: ProjectionCommandKind, reason?: string): Promise<void> {
    const order = { name, kind, requestedBy: 'system:chaos', ...(reason === undefined ? {} : { reason }) };
    const id = await requestProjectionCommand(this.db, order);
    const result = await projectionCommandOutcome(this.db, id, ANSWER_WITHIN_MS);
    if (!result?.accepted) throw new Error(`${kind} ${name}: ${result?.outcome ?? 'no projector took the order'}`);
  }

  async remove(): Promise<void> {
    if (this.program?.exitCode === null) {
      const ended = once(this.program, 'exit');
      this.program.kill('SIGTERM');
      await ended;
    }
    await this.models.close();
    await this.db.close();
    await this.node.stop();
    this.node.remove();
    await dropScratchDatabase(addressOf('HOPTAC_POSTGRES_URL'), this.database);
  }

  private run(): void {
    this.program = spawn(process.execPath, [PROGRAM], { env: this.env, stdio: 'ignore' });
  }
}
