import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const TRIES = 20;
const PAUSE_MS = 250;
/** Not allowed to end a session: PostgreSQL's own cleaner may be at work in the database, and ends by itself. */
const NOT_OURS_TO_END = '42501';

/** Makes an empty database on the server that the address names; answers the address of the new one. @param name unquoted, safe. */
export async function createScratchDatabase(server: string, name: string): Promise<string> {
  await onServer(server, `create database ${name}`);
  return Object.assign(new URL(server), { pathname: `/${name}` }).toString();
}

/** Drops it with whatever sessions it still has; nothing happens when it is not there. @throws what the server says after five seconds of trying. */
export async function dropScratchDatabase(server: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await onServer(server, `drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_OURS_TO_END || attempt === TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
