/** Scavenge from the command line: through the running node, or on the store itself when no node runs. */
import { credentials } from '@grpc/grpc-js';
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

/** @param port of the node that may be running on this machine without TLS */
export async function scavengeStore(dataDir: string, port: number): Promise<ScavengeReport> {
  let store: Store;
  try {
    store = new Store(dataDir, (error) => {
      throw error;
    });
  } catch (error) {
    if (error instanceof StoreRefused && error.message.includes('another process')) return throughNode(dataDir, port);
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

async function throughNode(dataDir: string, port: number): Promise<ScavengeReport> {
  const client = new OperationsClient(`127.0.0.1:${port}`, credentials.createInsecure());
  try {
    const id = await new Promise<string>((resolve, reject) => {
      client.startScavenge(new operations.StartScavengeReq(), (error, response) =>
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
