/** Scavenge from the command line: through the running node, or on the store itself when no node runs. */
import { readFileSync } from 'node:fs';
import { credentials, Metadata, type ChannelCredentials } from '@grpc/grpc-js';
import { OperationsClient } from '@eventstore/db-client/generated/operations_grpc_pb';
import operations from '@eventstore/db-client/generated/operations_pb';
import { Scavenger } from '../operations/scavenge';
import { openForReading, StoreRefused, storePaths } from '../store/database';
import { Store } from '../store/store';

/** What it did. */
export interface ScavengeReport {
  id: string;
  removed: number;
  bytes: number;
  seconds: number;
}

/** How the node that may be running on this machine is reached. */
export interface NodeDoor {
  host: string;
  port: number;
  /** Certificate the node shows, or that of who signed it; null without TLS. */
  certificate: string | null;
  /** The certificate is the node's own, so that the name in it does not matter. */
  own: boolean;
  /** Somebody who may operate the node; null when it asks for nobody. */
  login: string | null;
  password: string;
}

/** Scavenges the store in `dataDir`, through the node at `door` when one holds it. */
export async function scavengeStore(dataDir: string, door: NodeDoor): Promise<ScavengeReport> {
  let store: Store;
  try {
    store = new Store(dataDir, (error) => {
      throw error;
    });
  } catch (error) {
    if (error instanceof StoreRefused && error.message.includes('another process')) return throughNode(dataDir, door);
    throw error;
  }
  try {
    const scavenger = new Scavenger(store);
    const { id } = scavenger.start();
    while (scavenger.running !== null) await new Promise((resolve) => setImmediate(resolve));
    return report(dataDir, id) as ScavengeReport;
  } finally {
    store.close();
  }
}

function channel(door: NodeDoor): ChannelCredentials {
  if (door.certificate === null) return credentials.createInsecure();
  const root = readFileSync(door.certificate);
  return credentials.createSsl(root, null, null, door.own ? { checkServerIdentity: () => undefined } : {});
}

async function throughNode(dataDir: string, door: NodeDoor): Promise<ScavengeReport> {
  const client = new OperationsClient(`${door.host}:${door.port}`, channel(door));
  const metadata = new Metadata();
  if (door.login !== null)
    metadata.set('authorization', `Basic ${Buffer.from(`${door.login}:${door.password}`).toString('base64')}`);
  try {
    const id = await new Promise<string>((resolve, reject) => {
      client.startScavenge(new operations.StartScavengeReq(), metadata, (error, response) =>
        error ? reject(error) : resolve(response.getScavengeId()),
      );
    });
    for (;;) {
      const done = report(dataDir, id);
      if (done) return done;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    client.close();
  }
}

function report(dataDir: string, id: string): ScavengeReport | null {
  const db = openForReading(storePaths(dataDir).database);
  try {
    const row = db
      .prepare('SELECT removed, bytes, started, ended FROM scavenges WHERE id = ? AND ended IS NOT NULL')
      .get(id) as { removed: number; bytes: number; started: number; ended: number } | undefined;
    return row ? { id, removed: row.removed, bytes: row.bytes, seconds: (row.ended - row.started) / 1000 } : null;
  } finally {
    db.close();
  }
}
