import { EventStoreModule } from '@hoptac/event-store';
import { CLOCK, FixedClock } from '@hoptac/kernel';
import { loadConfig, PlatformModule } from '@hoptac/platform';
import { ReadDb, ReadDbModule } from '@hoptac/read-db';
import { createScratchDatabase, dropScratchDatabase } from '@hoptac/testing';
import { Global, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyLine, KeyRows, PersonalDataModule, personalDataCatalogue, PersonVault } from './index';

const postgresUrl = process.env['HOPTAC_POSTGRES_URL'] ?? 'postgres://hoptac@127.0.0.1:5433/hoptac';

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: new FixedClock('2026-11-22T05:00:00Z') }], exports: [CLOCK] })
class ClockModule {}

describe('PersonalDataModule', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it('opens the vault with the program, and in the worker ends what a killed program left half done', async () => {
    const name = `vault_test_${randomBytes(6).toString('hex')}`;
    const folder = await mkdtemp(join(tmpdir(), 'hoptac-vault-'));
    const address = await createScratchDatabase(postgresUrl, name);
    try {
      const config = loadConfig({
        ...process.env,
        HOPTAC_EMBEDDED: '1',
        HOPTAC_LOG_LEVEL: 'silent',
        HOPTAC_POSTGRES_URL: address,
        HOPTAC_MASTER_KEY_FILE: join(folder, 'master.key'),
      });
      const start = async () => {
        @Module({
          imports: [
            PlatformModule.forRoot(config, { service: 'worker' }),
            ReadDbModule,
            ClockModule,
            EventStoreModule.forRoot({ catalogues: [personalDataCatalogue] }),
            PersonalDataModule.forWorker(),
          ],
        })
        class Program {}
        return NestFactory.createApplicationContext(Program);
      };
      const first = await start();
      const vault = first.get(PersonVault);
      const sealed = await vault.seal(randomUUID(), { name: 'Lê An' });
      expect(vault.fingerprint('1')).toHaveLength(43);
      // As if it were killed between fact and key: the fact is there, the key comes back from a copy.
      const lines: KeyLine[] = [];
      for await (const line of vault.exportKeys()) lines.push(line);
      await vault.destroy(sealed.personId, 'retention-ended', { personId: 'system:test', role: 'system' });
      await first.get(ReadDb).pool.query('delete from vault.person_keys');
      await first.get(KeyRows, { strict: false }).restore(lines);
      await first.close();

      const second = await start();
      const again = second.get(PersonVault);
      const until = performance.now() + 10_000;
      let erased = false;
      while (!erased && performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const row = await second.get(KeyRows, { strict: false }).find(sealed.personId);
        erased = row?.wrapped === null;
      }
      expect(await again.open(sealed)).toBeNull();
      await second.close();
    } finally {
      await dropScratchDatabase(postgresUrl, name);
      await rm(folder, { recursive: true });
    }
  }, 40_000);
});
