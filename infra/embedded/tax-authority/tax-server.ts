import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TaxLedger, type TaxRegistration } from './tax-ledger';

/** How the simulated authority behaves: well, after ten seconds, not at all (503), or refusing every request (422). */
const MODES = ['ok', 'slow', 'down', 'refuse'] as const;
type Mode = (typeof MODES)[number];

const SLOW_MS = 10_000;
const LARGEST_BODY = 64 * 1024;
const LONGEST_TEXT = 500;
/** Codes begin with the province's two digits; 17 is Kiên Giang's. */
const STANDARD_PROVINCE = '17';

class BadRequest extends Error {}

/**
 * `POST /tax-codes {requestId, organisationName, officeCode}` → 200 `{taxCode}`, `POST /control {mode}`,
 * `GET /health/live`. Every answer carries `X-Simulated: true`: this is not the tax authority.
 */
export function taxServer(ledger: TaxLedger, log: (entry: Record<string, unknown>) => void): Server {
  let mode: Mode = 'ok';
  const routes: Record<string, (request: IncomingMessage) => Promise<[number, unknown]>> = {
    'GET /health/live': () => Promise.resolve([200, { status: 'ok', simulated: true, mode }]),
    'POST /control': async (request) => {
      const { mode: wanted } = await bodyOf(request);
      if (!MODES.includes(wanted as Mode)) throw new BadRequest(`mode must be one of ${MODES.join(', ')}`);
      mode = wanted as Mode;
      log({ msg: 'mode', mode });
      return [200, { mode }];
    },
    'POST /tax-codes': async (request) => {
      const registration = registrationOf(await bodyOf(request));
      if (mode === 'down') return [503, { error: 'the simulated tax authority is down' }];
      if (mode === 'slow') await sleep(SLOW_MS);
      if (mode === 'refuse') return [422, { reason: 'the simulated tax authority refuses this organisation' }];
      const province = /^\d{2}/.exec(registration.officeCode)?.[0] ?? STANDARD_PROVINCE;
      const taxCode = ledger.give(registration, province);
      log({ msg: 'tax code', requestId: registration.requestId, taxCode });
      return [200, { taxCode }];
    },
  };
  return createServer((request, response) => {
    const route = routes[`${request.method ?? ''} ${request.url?.split('?')[0] ?? ''}`];
    if (!route) {
      answer(response, 404, { error: 'no such address' });
      return;
    }
    route(request).then(
      ([status, body]) => {
        answer(response, status, body);
      },
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        log({ level: 'error', msg: 'request failed', error: text });
        answer(response, error instanceof BadRequest ? 400 : 500, { error: text });
      },
    );
  });
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BadRequest('the body is too large');
    chunks.push(chunk);
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadRequest('the body is no JSON');
  }
  if (typeof body !== 'object' || body === null) throw new BadRequest('the body is no JSON object');
  return body as Record<string, unknown>;
}

function registrationOf(body: Record<string, unknown>): TaxRegistration {
  const text = (key: string): string => {
    const value = body[key];
    if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TEXT)
      throw new BadRequest(`${key} must be a text of 1 to ${String(LONGEST_TEXT)} characters`);
    return value;
  };
  return { requestId: text('requestId'), organisationName: text('organisationName'), officeCode: text('officeCode') };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'x-simulated': 'true' })
    .end(JSON.stringify(body));
}
