import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Stack } from './stack';
import { type SupervisedPart } from './supervised-part';

/** The launcher's own door, for fault experiments and `instance.json` readers: which parts run, stop one, start it again. */
export interface ControlDoor {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** State of one part as the door tells it. */
interface PartReport {
  readonly name: string;
  readonly state: string;
  readonly pid: number | null;
  readonly restarts: number;
}

/**
 * `GET /parts`, `POST /parts/<name>/stop`, `POST /parts/<name>/start`, each with `Authorization: Bearer <token>` from
 * `data/instance.json`. Listens on 127.0.0.1 at a port of the system's choice.
 */
export async function openControl(stack: Stack): Promise<ControlDoor> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    answer(stack, token, request, response).catch((error: unknown) => {
      send(response, 500, { error: error instanceof Error ? error.message : String(error) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answer(stack: Stack, token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isAllowed(request.headers.authorization, token)) {
    send(response, 401, { error: 'wrong or missing token' });
    return;
  }
  const [, room, name = '', action] = (request.url ?? '').split('/');
  if (room === 'parts' && request.method === 'GET' && name === '') {
    send(response, 200, stack.partList.map(reportOf));
    return;
  }
  const part = stack.part(name);
  if (room !== 'parts' || !part || request.method !== 'POST') {
    send(response, 404, { error: 'no such part or action' });
    return;
  }
  if (action === 'stop') await part.stop();
  else if (action === 'start' && part.state === 'stopped') await startOrLeaveStopped(part);
  else {
    send(response, 409, { error: `cannot ${action ?? ''} a part that is ${part.state}` });
    return;
  }
  send(response, 200, reportOf(part));
}

/** A start that fails leaves the part stopped, so that it can be tried again; the answer says why. */
async function startOrLeaveStopped(part: SupervisedPart): Promise<void> {
  try {
    await part.start();
  } catch (error) {
    await part.stop();
    throw error;
  }
}

function reportOf(part: SupervisedPart): PartReport {
  return { name: part.plan.name, state: part.state, pid: part.process?.pid ?? null, restarts: part.restarts };
}

function isAllowed(header: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
