/** One step, one trace: page → stream → workflow and read model, as a collector of OpenTelemetry's own protocol sees it. */
import { fileFounding, Persona } from '@hoptac/demo';
import { dossiersProjections } from '@hoptac/dossiers';
import { EventStoreDbStore } from '@hoptac/event-store';
import { houseCatalogues } from '@hoptac/house';
import { loadConfig, startTracing, type Tracing } from '@hoptac/platform';
import { Projector } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { CaseFeeder, MemoryFeederStore, TemporalCaseDelivery, TemporalClient } from '@hoptac/temporal';
import { createScratchDatabase, dropScratchDatabase } from '@hoptac/testing';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Logger } from '@nestjs/common';
import { CASE_CATEGORIES } from '@workflows/categories';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { provinceNow } from '../support/clock';
import { eventually } from '../support/eventually';
import { freshName } from '../support/founding-case';
import { addressOf, done, persona, theProvince } from '../support/province';

jest.setTimeout(120_000);

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly service: string;
}
interface Exported {
  readonly resourceSpans: readonly {
    readonly resource: {
      readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
    };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

const PROGRAM = join(__dirname, '../../dist/apps/api/main.js');
const spans: Span[] = [];
const database = `one_trace_${String(process.pid)}_${String(Date.now())}`;
const config = loadConfig();
let collector: Server;
let api: ChildProcess;
let address: string;
let tracing: Tracing;
let projector: Projector;
let feeder: CaseFeeder;
let db: ReadDb;
let store: EventStoreDbStore;
const told = new InMemorySpanExporter();
const temporal = new TemporalClient(config.temporalAddress, config.temporalNamespace);

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
/** A second API, a follower of the cases and a read model, all sending their spans to a collector of this spec. */
beforeAll(async () => {
  Logger.overrideLogger(false);
  await theProvince();
  collector = createServer((request, answer) => {
    void json(request).then((body) => {
      for (const { resource, scopeSpans } of (body as Exported).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
      }
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const otlpUrl = `http://127.0.0.1:${String(portOf(collector))}/v1/traces`;
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const port = portOf(free);
  free.close();
  await once(free, 'close');
  address = `http://127.0.0.1:${String(port)}`;
  const env = { ...process.env, HOPTAC_OTLP_URL: otlpUrl, HOPTAC_API_PORT: String(port) };
  api = spawn(process.execPath, [PROGRAM], { env, stdio: 'ignore' });
  await eventually(
    'the second API is ready',
    () => fetch(`${address}/health/ready`).catch(() => undefined),
    (answer) => answer?.ok === true,
    60_000,
  );

  // Jest cannot load the sender of spans; what the followers tell is taken from memory.
  tracing = startTracing('followers', undefined, [new SimpleSpanProcessor(told)]);
  const url = await createScratchDatabase(config.postgresUrl, database);
  db = new ReadDb({ url, applicationName: database, maxConnections: 4 });
  store = new EventStoreDbStore({ url: config.eventStoreUrl, catalogues: houseCatalogues });
  const queue = dossiersProjections.filter(({ name }) => name === 'dossiers.queue');
  projector = new Projector(queue, store, db, {});
  projector.start();
  const memory = new MemoryFeederStore();
  memory.position = await store.lastPosition();
  // Each case is delivered a second time here, which changes nothing: a workflow ignores what it has seen.
  const skewMs = (await provinceNow(await persona('officer'))) - Date.now();
  const delivery = new TemporalCaseDelivery(temporal, () => skewMs);
  feeder = new CaseFeeder({ eventStore: store, delivery, store: memory, categories: CASE_CATEGORIES });
  feeder.start();
});

afterAll(async () => {
  await Promise.all([feeder.stop(), projector.stop()]);
  await tracing.stop();
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  await ended;
  collector.closeAllConnections();
  collector.close();
  await Promise.all([db.close(), store.close(), temporal.onApplicationShutdown()]);
  await dropScratchDatabase(config.postgresUrl, database);
});

it('joins request, append, delivery to the workflow and fold of the read model', async () => {
  await eventually(
    'the read model follows live',
    () => db.pool.query(`select 1 from projections.versions where state = 'live'`).catch(() => undefined),
    (found) => found?.rowCount === 1,
    60_000,
  );
  const who = await Persona.signIn({ api: address, issuer: addressOf('HOPTAC_OIDC_ISSUER') }, 'demo-applicant-1');
  done(await fileFounding(who, { ownName: freshName('Một dấu vết') }));
  const request = await eventually(
    'the API has told of the request and its append',
    () => Promise.resolve(spans.find(({ name }) => name === 'POST /api/dossiers')),
    (span) => spans.some(({ traceId, name }) => name === 'append' && traceId === span?.traceId),
    60_000,
  );
  const followed = await eventually(
    'workflow and read model have told of it',
    () => Promise.resolve(told.getFinishedSpans().filter((span) => span.spanContext().traceId === request?.traceId)),
    (found) => ['deliver', 'fold'].every((name) => found.some((span) => span.name === name)),
    60_000,
  );
  for (const span of followed) expect(span.parentSpanContext?.spanId).toBe(request?.spanId);
  const append = spans.find(({ traceId, name }) => name === 'append' && traceId === request?.traceId);
  expect(append).toMatchObject({ service: 'hoptac-api', parentSpanId: request?.spanId });
});
