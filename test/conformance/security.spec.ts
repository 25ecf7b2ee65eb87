/** event-node.md §2: TLS, basic authentication, `$acl`, and what is reachable without them. On nodes of our own only. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AccessDeniedError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { collect, events, failure, fresh, startOwnNode, type OwnNode } from './harness';
import { hashPassword } from '../../apps/event-node/access/users';

const CLI = join(__dirname, '../../dist/apps/event-node/cli.js');
let dir: string;
let node: OwnNode;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'event-tls-'));
  const file = (name: string) => join(dir, name);
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout',
      file('key.pem'),
      '-out',
      file('cert.pem'),
    ],
    { stdio: 'ignore' },
  );
  writeFileSync(
    file('users.json'),
    JSON.stringify([
      { login: 'lan', hash: hashPassword('hoa sen'), groups: ['clerks'] },
      { login: 'minh', hash: hashPassword('tre'), groups: [] },
      { login: 'ops', hash: hashPassword('máy'), groups: ['$ops'] },
    ]),
  );
  node = await startOwnNode({
    HOPTAC_EVENTSTORE_TLS_CERT: file('cert.pem'),
    HOPTAC_EVENTSTORE_TLS_KEY: file('key.pem'),
    HOPTAC_EVENTSTORE_USERS: file('users.json'),
    HOPTAC_EVENTSTORE_ADMIN_PASSWORD: 'changeit',
  });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await node.stop();
  node.remove();
  rmSync(dir, { recursive: true });
});

function as(user: string | null, password = ''): EventStoreDBClient {
  const who = user === null ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  const client = EventStoreDBClient.connectionString(
    `esdb://${who}localhost:${node.port}?tls=true&tlsCAFile=${join(dir, 'cert.pem')}`,
  );
  clients.push(client);
  return client;
}
const admin = () => as('admin', 'changeit');

test('the right password works, a wrong or missing one is refused', async () => {
  expect((await admin().appendToStream(fresh(), events(1))).success).toBe(true);
  for (const client of [as('admin', 'wrong'), as('nobody', 'x'), as(null)]) {
    expect(await failure(collect(client.readStream('any')))).toBeInstanceOf(AccessDeniedError);
    expect((await failure(client.appendToStream(fresh(), events(1)))).name).toBeDefined();
  }
});

test('credentials of one call take precedence', async () => {
  const client = as('admin', 'wrong');
  expect(
    (await client.appendToStream(fresh(), events(1), { credentials: { username: 'admin', password: 'changeit' } }))
      .success,
  ).toBe(true);
});

test('without $acl every user may use ordinary streams; system streams and $all are the administrator’s', async () => {
  const stream = fresh();
  const minh = as('minh', 'tre');
  await minh.appendToStream(stream, events(1));
  expect(await collect(minh.readStream(stream))).toHaveLength(1);
  expect(await failure(collect(minh.readAll()))).toBeInstanceOf(AccessDeniedError);
  expect(await failure(minh.appendToStream('$secret', events(1)))).toBeInstanceOf(AccessDeniedError);
  expect((await collect(admin().readAll())).length).toBeGreaterThan(0);
});

test('$acl is enforced for reading, writing, deleting and metadata, at once', async () => {
  const stream = fresh();
  const [lan, minh] = [as('lan', 'hoa sen'), as('minh', 'tre')];
  await admin().appendToStream(stream, events(1));
  await admin().setStreamMetadata(stream, {
    acl: {
      readRoles: ['clerks'],
      writeRoles: ['lan'],
      deleteRoles: ['$admins'],
      metaReadRoles: ['clerks'],
      metaWriteRoles: ['$admins'],
    },
  });
  expect(await collect(lan.readStream(stream))).toHaveLength(1);
  await lan.appendToStream(stream, events(1));
  expect((await lan.getStreamMetadata(stream)).metadata?.acl).toBeDefined();
  for (const attempt of [
    () => collect(minh.readStream(stream)),
    () => minh.appendToStream(stream, events(1)),
    () => minh.appendToStream(stream, events(1), { credentials: { username: 'minh', password: 'tre' } }),
    () => minh.deleteStream(stream),
    () => minh.tombstoneStream(stream),
    () => minh.getStreamMetadata(stream),
    () => minh.setStreamMetadata(stream, {}),
    () => lan.deleteStream(stream),
    () => lan.setStreamMetadata(stream, {}),
  ]) {
    expect(await failure(attempt())).toBeInstanceOf(AccessDeniedError);
  }
});

test('a link does not open what its reader may not read', async () => {
  const [secret, list] = [fresh(), fresh('list')];
  await admin().appendToStream(secret, events(1));
  await admin().setStreamMetadata(secret, { acl: { readRoles: ['$admins'] } });
  await admin().appendToStream(list, {
    ...jsonEvent({ type: '$>', data: {} }),
    contentType: 'application/octet-stream',
    data: Buffer.from(`0@${secret}`),
  } as never);
  const [one] = await collect(as('minh', 'tre').readStream(list, { resolveLinkTos: true }));
  expect([one?.event, one?.link?.streamId]).toEqual([undefined, list]);
});

test('groups and projections are for operators', async () => {
  expect(await failure(as('minh', 'tre').enableProjection('$streams'))).toBeInstanceOf(AccessDeniedError);
  expect(await failure(as('minh', 'tre').listAllPersistentSubscriptions())).toBeInstanceOf(AccessDeniedError);
  expect(await as('ops', 'máy').listAllPersistentSubscriptions()).toEqual([]);
});

test('HTTP: health for everybody, the rest with a password', async () => {
  const fetchPath = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      get(
        {
          host: '127.0.0.1',
          port: node.port,
          path,
          headers,
          agent: new Agent({ ca: readFileSync(join(dir, 'cert.pem')), servername: 'localhost' }),
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      ).on('error', reject);
    });
  const basic = { authorization: `Basic ${Buffer.from('admin:changeit').toString('base64')}` };
  expect(await fetchPath('/health/live')).toBe(200);
  expect(await fetchPath('/')).toBe(401);
  expect(await fetchPath('/streams', basic)).toBe(200);
  expect(await fetchPath('/', { authorization: `Basic ${Buffer.from('minh:tre').toString('base64')}` })).toBe(401);
});

test('the node refuses to be reachable from outside without TLS and a password', async () => {
  await expect(startOwnNode({ HOPTAC_EVENTSTORE_HOST: '0.0.0.0' })).rejects.toThrow(
    /78[\s\S]*set TLS files and a password/,
  );
});

test('the command line scavenges through a node with TLS and users, and not without the password', async () => {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOPTAC_EVENTSTORE_PORT: String(node.port),
    HOPTAC_EVENTSTORE_TLS_CERT: join(dir, 'cert.pem'),
    HOPTAC_EVENTSTORE_TLS_KEY: join(dir, 'key.pem'),
    HOPTAC_EVENTSTORE_USERS: join(dir, 'users.json'),
  };
  const scavenge = async (more: Record<string, string>, ...words: string[]) =>
    promisify(execFile)(process.execPath, [CLI, '--data', node.dataDir, 'scavenge', ...words], {
      env: { ...env, ...more },
    });
  const writer = admin();
  const stream = fresh();
  await writer.appendToStream(stream, events(30));
  await writer.setStreamMetadata(stream, { maxCount: 10 });
  expect((await failure(scavenge({})))['stderr']).toMatch(/UNAUTHENTICATED/);
  expect((await failure(scavenge({ HOPTAC_EVENTSTORE_PASSWORD: 'tre' }, '--login', 'minh')))['stderr']).toMatch(
    /PERMISSION_DENIED/,
  );
  const byAdmin = await scavenge({ HOPTAC_EVENTSTORE_ADMIN_PASSWORD: 'changeit' });
  expect(JSON.parse(byAdmin.stdout)).toMatchObject({ removed: 20 });
  const byOperator = await scavenge({ HOPTAC_EVENTSTORE_PASSWORD: 'máy' }, '--login', 'ops');
  expect(JSON.parse(byOperator.stdout)).toMatchObject({ removed: 0 });
});
