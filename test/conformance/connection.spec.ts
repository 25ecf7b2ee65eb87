/** event-node.md §1 and §2: what a node says of itself. */
import { credentials, makeClientConstructor, Metadata } from '@grpc/grpc-js';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb';
import gossip from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type features from '@eventstore/db-client/generated/serverfeatures_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import { OperationsClient } from '@eventstore/db-client/generated/operations_grpc_pb';
import { connect, failure, fresh, type Target } from './harness';

let target: Target;
beforeAll(async () => void (target = await connect()));
afterAll(() => target.close());

const secure = () => target.url.includes('tls=true');
const plain = () => [`${target.host}:${target.port}`, credentials.createInsecure()] as const;

async function supported(): Promise<features.SupportedMethods> {
  const client = new ServerFeaturesClient(...plain());
  try {
    return await new Promise((resolve, reject) =>
      client.getSupportedMethods(new shared.Empty(), (error, response) => (error ? reject(error) : resolve(response))),
    );
  } finally {
    client.close();
  }
}

test('lists its methods in lower case, with the features the client asks for', async () => {
  if (secure()) return;
  const list = (await supported()).getMethodsList().map((one) => one.toObject());
  for (const one of list)
    expect(`${one.serviceName}${one.methodName}`).toBe(`${one.serviceName}${one.methodName}`.toLowerCase());
  const find = (service: string, method: string) =>
    list.find((one) => one.serviceName.endsWith(service) && one.methodName === method);
  for (const method of ['append', 'batchappend', 'read', 'delete', 'tombstone'])
    expect(find('streams.streams', method)).toBeDefined();
  for (const method of ['create', 'update', 'delete', 'read', 'getinfo', 'replayparked', 'list', 'restartsubsystem']) {
    expect(find('.persistentsubscriptions', method)?.featuresList).toEqual(expect.arrayContaining(['stream', 'all']));
  }
});

test('reports a version whose behaviour is known', async () => {
  if (secure()) return;
  expect((await supported()).getEventStoreServerVersion()).toMatch(/^2\d\.\d+/);
});

test('every listed method is really there', async () => {
  if (!target.own) return;
  const Client = makeClientConstructor({}, 'any');
  const client = new Client(...plain());
  const names: Record<string, string> = {
    batchappend: 'BatchAppend',
    getinfo: 'GetInfo',
    replayparked: 'ReplayParked',
    restartsubsystem: 'RestartSubsystem',
    startscavenge: 'StartScavenge',
    stopscavenge: 'StopScavenge',
    getsupportedmethods: 'GetSupportedMethods',
  };
  const services: Record<string, string> = {
    streams: 'Streams',
    persistentsubscriptions: 'PersistentSubscriptions',
    projections: 'Projections',
    operations: 'Operations',
    gossip: 'Gossip',
    serverfeatures: 'ServerFeatures',
  };
  for (const one of (await supported()).getMethodsList()) {
    const parts = one.getServiceName().split('.');
    const service = services[parts.pop() as string];
    const method = names[one.getMethodName()] ?? one.getMethodName().replace(/^./, (letter) => letter.toUpperCase());
    const code = await new Promise<number>((resolve) => {
      const call = client.makeBidiStreamRequest(
        `/${parts.join('.')}.${service}/${method}`,
        (b: Buffer) => b,
        (b: Buffer) => b,
        new Metadata(),
        { deadline: Date.now() + 300 },
      );
      call.on('data', () => undefined);
      call.on('error', () => undefined);
      call.on('status', (status) => resolve(status.code));
      call.end(Buffer.alloc(0));
    });
    expect([`${service}/${method}`, code]).not.toEqual([`${service}/${method}`, 12]);
  }
  client.close();
});

test('what is not listed answers UNIMPLEMENTED', async () => {
  if (!target.own) return;
  const client = new OperationsClient(...plain());
  const error = await failure(
    new Promise((resolve, reject) =>
      client.mergeIndexes(new shared.Empty(), (problem) => (problem ? reject(problem) : resolve(null))),
    ),
  );
  expect(error['code']).toBe(12);
  client.close();
  expect((await failure(target.client.createProjection('p', 'fromAll()')))['code']).toBe(12);
});

test('gossip names a leader that is alive at the address clients use', async () => {
  if (secure()) return;
  const client = new GossipClient(...plain());
  const info = await new Promise<gossip.ClusterInfo>((resolve, reject) =>
    client.read(new shared.Empty(), (error, response) => (error ? reject(error) : resolve(response))),
  );
  client.close();
  const leader = info.getMembersList().find((one) => one.getState() === gossip.MemberInfo.VNodeState.LEADER);
  expect(leader?.getIsAlive()).toBe(true);
  if (target.own) expect(leader?.getHttpEndPoint()?.getPort()).toBe(target.port);
});

test('a client that discovers the cluster through gossip finds the node', async () => {
  if (!target.own) return;
  const client = EventStoreDBClient.connectionString(
    `esdb+discover://${target.host}:${target.port}?tls=false&nodePreference=leader`,
  );
  const result = await client.appendToStream(fresh(), jsonEvent({ type: 'Found', data: {} }));
  expect(result.success).toBe(true);
  await client.dispose();
});

test('credentials are ignored in insecure mode', async () => {
  if (secure()) return;
  const client = EventStoreDBClient.connectionString(`esdb://nobody:wrong@${target.host}:${target.port}?tls=false`);
  expect((await client.appendToStream(fresh(), jsonEvent({ type: 'Ok', data: {} }))).success).toBe(true);
  await client.dispose();
});

test('HTTP/1.1 is answered on the same port', async () => {
  const response = await fetch(`${secure() ? 'https' : 'http'}://${target.host}:${target.port}/health/live`);
  expect(response.ok).toBe(true);
  await response.text();
});

test('metrics are in the form Prometheus reads', async () => {
  if (!target.own) return;
  const text = await (await fetch(`http://${target.host}:${target.port}/metrics`)).text();
  expect(text).toMatch(/^hoptac_eventstore_position \d+$/m);
});
