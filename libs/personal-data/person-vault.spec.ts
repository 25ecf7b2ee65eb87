import { isDatabaseOutage } from '@hoptac/read-db';
import { MemoryEventStore } from '@hoptac/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyRows } from './key-rows';
import type { MasterKey } from './master-key';
import { PersonVault } from './person-vault';

/** A database that is away for so many questions. */
const rowsAwayFor = (questions: number): KeyRows => {
  let left = questions;
  return {
    secret: () =>
      (left -= 1) < 0
        ? Promise.resolve(Buffer.alloc(32, 7))
        : Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
  } as unknown as KeyRows;
};
const master = {
  id: () => Promise.resolve('m'),
  wrap: (_purpose: string, key: Uint8Array) => Promise.resolve(key),
  unwrap: (_purpose: string, wrapped: Uint8Array) => Promise.resolve(wrapped),
};
const vaultOver = (rows: KeyRows, key = master): PersonVault =>
  new PersonVault(rows, key, new MemoryEventStore(), { now: () => '2026-11-22T03:00:00.000Z' });

/** False while it says that it is an outage. */
function open(vault: PersonVault): boolean {
  try {
    return vault.fingerprint('089200000001') !== '';
  } catch (error) {
    if (isDatabaseOutage(error)) return false;
    throw error;
  }
}

describe('a vault whose database is away at the start', () => {
  it('lets the program start, says that it is an outage, and opens by itself', async () => {
    const vault = vaultOver(rowsAwayFor(2));
    await vault.onModuleInit();
    expect(open(vault)).toBe(false);
    let print: string | undefined;
    for (let tries = 0; print === undefined && tries < 100; tries += 1) {
      await sleep(100);
      if (open(vault)) print = vault.fingerprint('089200000001');
    }
    expect(print).toMatch(/^\S{20,}$/);
    await vault.onApplicationShutdown();
  });

  it('stops while it is still away', async () => {
    const vault = vaultOver(rowsAwayFor(1_000));
    await vault.onModuleInit();
    await expect(vault.onApplicationShutdown()).resolves.toBeUndefined();
  });

  it('does not start on a wrong master key', async () => {
    const wrong = { ...master, unwrap: () => Promise.reject(new Error('another master key')) } as unknown as MasterKey;
    await expect(vaultOver(rowsAwayFor(0), wrong).onModuleInit()).rejects.toThrow('another master key');
  });
});
