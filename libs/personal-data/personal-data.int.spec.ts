import { type AppendContext, type EventStore, EventStoreDbStore, StoreUnavailable } from '@hoptac/event-store';
import { FixedClock, systemActor } from '@hoptac/kernel';
import { ReadDb } from '@hoptac/read-db';
import { createScratchDatabase, dropScratchDatabase, MemoryEventStore } from '@hoptac/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FileMasterKey,
  KeyMissing,
  KeyRows,
  type KeyLine,
  PersonVault,
  personalDataCatalogue,
  type Sealed,
} from './index';

const postgresUrl = process.env['HOPTAC_POSTGRES_URL'] ?? 'postgres://hoptac@127.0.0.1:5433/hoptac';
const eventStoreUrl = process.env['HOPTAC_EVENTSTORE_URL'] ?? 'esdb://127.0.0.1:2113?tls=false';
const dataDir = process.env['HOPTAC_DATA_DIR'];
const LIMIT_MS = 30_000;

/** What no byte of may lie anywhere in clear: names and numbers that exist nowhere else. */
const secret = { name: `Nguyễn Thị ${randomBytes(8).toString('hex')}`, identityNumber: `0${String(Date.now())}` };
const actor = systemActor('test');

describe('PersonVault on PostgreSQL and the event node', () => {
  const databases: string[] = [];
  const pools: ReadDb[] = [];
  let folder: string;
  let url: string;
  let events: EventStore;

  /** A vault of its own, as another program with the same database and master key would have it. */
  const vault = (file = 'master.key', store = events): PersonVault => {
    const db = new ReadDb({ url, maxConnections: 2 });
    pools.push(db);
    return new PersonVault(
      new KeyRows(db),
      new FileMasterKey(join(folder, file), true),
      store,
      new FixedClock('2026-11-22T05:00:00Z'),
    );
  };
  const opened = async (file?: string, store?: EventStore): Promise<PersonVault> => {
    const one = vault(file, store);
    await one.onModuleInit();
    return one;
  };
  const freshDatabase = async (): Promise<void> => {
    const name = `vault_test_${randomBytes(6).toString('hex')}`;
    url = await createScratchDatabase(postgresUrl, name);
    databases.push(name);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoptac-vault-'));
    events = new MemoryEventStore({ catalogues: [personalDataCatalogue] });
    await freshDatabase();
  }, LIMIT_MS);
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((db) => db.close()));
    for (const name of databases.splice(0)) await dropScratchDatabase(postgresUrl, name);
    await rm(folder, { recursive: true });
  }, LIMIT_MS);

  it(
    'opens for sixteen programs starting at once on an empty database, with one key for one person',
    async () => {
      const vaults = await Promise.all(Array.from({ length: 16 }, () => opened()));
      const personId = randomUUID();
      const boxes = await Promise.all(vaults.map((one) => one.seal(personId, secret)));
      const [first] = vaults;
      for (const box of boxes) expect(await first?.open(box)).toEqual(secret);
      expect(new Set(vaults.map((one) => one.fingerprint(secret.identityNumber))).size).toBe(1);
    },
    LIMIT_MS,
  );

  it('opens what it sealed after a restart, and nothing with another master key', async () => {
    const sealed = await (await opened()).seal(randomUUID(), secret);
    expect(await (await opened()).open(sealed)).toEqual(secret);
    await expect(opened('other.key')).rejects.toThrow(/No master key/);
    await new FileMasterKey(join(folder, 'other.key'), true).id();
    await expect(opened('other.key')).rejects.toThrow(/another master key/);
  });

  it('says that a key is missing, which is not an erasure', async () => {
    const sealed = await (await opened()).seal(randomUUID(), secret);
    await freshDatabase();
    await expect((await opened()).open(sealed)).rejects.toThrow(KeyMissing);
  });

  it('makes every box of an erased person unreadable, leaves the fact, and seals nothing more', async () => {
    const one = await opened();
    const [gone, stays] = [randomUUID(), randomUUID()];
    const boxes = await Promise.all([secret, { phone: '0901' }, {}].map((record) => one.seal(gone, record)));
    const other = await one.seal(stays, secret);
    await one.destroy(gone, 'retention-ended', actor);
    await one.destroy(gone, 'retention-ended', actor);
    for (const box of boxes) expect(await one.open(box)).toBeNull();
    expect(await (await opened()).open(boxes[0] as Sealed)).toBeNull();
    expect(await one.open(other)).toEqual(secret);
    await expect(one.seal(gone, secret)).rejects.toMatchObject({ code: 'PERSONAL_DATA.PERSON_ERASED' });
    const facts = (await events.readStream(`person-${gone}`)).events.map(({ event }) => event);
    expect(facts).toEqual([{ type: 'PersonalDataErased', data: { personId: gone, reason: 'retention-ended' } }]);
  });

  it('destroys nothing when the fact cannot be recorded', async () => {
    const one = await opened(undefined, new AwayStore());
    const sealed = await one.seal(randomUUID(), secret);
    await expect(one.destroy(sealed.personId, 'retention-ended', actor)).rejects.toThrow(StoreUnavailable);
    expect(await one.open(sealed)).toEqual(secret);
  });

  it.each(['a text about the person', '', 'X'])('refuses the reason %j', async (reason) => {
    await expect((await opened()).destroy(randomUUID(), reason, actor)).rejects.toMatchObject({
      code: 'PERSONAL_DATA.REASON_INVALID',
    });
  });

  it('refuses an identity number as a person’s id', async () => {
    await expect((await opened()).seal('001085012345', secret)).rejects.toMatchObject({
      code: 'PERSONAL_DATA.PERSON_ID_INVALID',
    });
  });

  it(
    'gives its keys to a backup and takes them back, but never those of the erased',
    async () => {
      const one = await opened();
      const boxes = await Promise.all(Array.from({ length: 1_200 }, (_, n) => one.seal(randomUUID(), { n })));
      const [lost, later, kept] = boxes as [Sealed, Sealed, Sealed];
      await one.destroy(lost.personId, 'retention-ended', actor);
      const lines: KeyLine[] = [];
      for await (const line of one.exportKeys()) lines.push(line);
      expect(lines).toHaveLength(1_201);
      await one.destroy(later.personId, 'retention-ended', actor);

      await freshDatabase();
      const restored = await opened('master.key', events);
      await expect(restored.importKeys(lines)).rejects.toThrow(/Another key already stands/);
      await freshDatabase();
      const again = vault();
      expect(await again.importKeys(lines)).toBe(1_201);
      expect(await again.open(kept)).toEqual({ n: 2 });
      expect(await again.open(lost)).toBeNull();
      expect(await again.open(later)).toBeNull();
      expect(again.fingerprint('1')).toBe(one.fingerprint('1'));
      expect(await again.importKeys(lines)).toBe(1_201);
    },
    LIMIT_MS,
  );

  it(
    'leaves no byte of the person in the data of the event store and of PostgreSQL',
    async () => {
      const type = `PersonTested${randomUUID().replaceAll('-', '')}`;
      const node = new EventStoreDbStore({
        url: eventStoreUrl,
        catalogues: [personalDataCatalogue, { versions: { [type]: 1 }, upcasters: [] }],
      });
      try {
        const one = await opened('master.key', node);
        const person = await one.seal(randomUUID(), secret);
        const context: AppendContext = {
          commandId: randomUUID(),
          occurredAt: '2026-11-22T05:00:00Z',
          actor,
          correlationId: 'test',
        };
        await node.append(`vaultTest-${randomUUID()}`, 'no-stream', [{ type, data: { person } }], context);
        await one.destroy(person.personId, 'retention-ended', actor);
        let told = '';
        for await (const { event } of node.readAll({ eventTypes: [type, 'PersonalDataErased'] }))
          told += JSON.stringify(event);
        expect(told).toContain(person.box);
        for (const text of Object.values(secret)) expect(told).not.toContain(text);
        expect(await filesWith(Object.values(secret))).toEqual([]);
        // The search finds what is there: the box lies in the node's file.
        if (dataDir !== undefined) expect(await filesWith([person.box])).not.toEqual([]);
      } finally {
        await node.close();
      }
    },
    LIMIT_MS,
  );
});

class AwayStore extends MemoryEventStore {
  override append(): Promise<never> {
    return Promise.reject(new StoreUnavailable('away'));
  }
}

/** Files of the stack's data folder that hold one of the texts; the launcher says where the folder is. */
async function filesWith(texts: readonly string[]): Promise<string[]> {
  if (dataDir === undefined) return [];
  const found: string[] = [];
  for (const part of ['eventstore', 'postgres']) {
    const entries = await readdir(join(dataDir, part), { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && (await holds(path, texts))) found.push(path);
    }
  }
  return found;
}

async function holds(path: string, texts: readonly string[]): Promise<boolean> {
  let rest = '';
  try {
    for await (const piece of createReadStream(path)) {
      const text = rest + (piece as Buffer).toString('latin1');
      if (texts.some((one) => text.includes(Buffer.from(one).toString('latin1')))) return true;
      rest = text.slice(-200);
    }
  } catch (error) {
    // PostgreSQL takes files away while we look.
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return false;
}
