import { FixedClock, systemActor } from '@hoptac/kernel';
import type { JsonObject, PersonVault, Sealed } from '@hoptac/personal-data';
import { Logger, createPino } from '@hoptac/platform';
import { MemoryEventStore } from '@hoptac/testing';
import { loadAreas } from '../areas/area-tree';
import { RoleBook } from './role-book';
import { StaffNames } from './staff-names';
import { identityCatalogue } from './user.events';
import { UserService } from './user.service';

/** Boxes that only this vault can read; each sealing gives another. */
class SpecVault {
  readonly erased = new Set<string>();
  private readonly records: JsonObject[] = [];
  async seal(personId: string, record: JsonObject): Promise<Sealed> {
    return { personId, box: String(this.records.push(record) - 1) };
  }
  async open({ personId, box }: Sealed): Promise<JsonObject | null> {
    return this.erased.has(personId) ? null : (this.records[Number(box)] ?? null);
  }
}

describe('names of people in office', () => {
  const store = new MemoryEventStore({ catalogues: [identityCatalogue] });
  const clock = new FixedClock('2026-11-22T02:00:00.000Z');
  const book = new RoleBook(store, loadAreas(), new Logger(createPino('test', 'silent')));
  const users = new UserService(store, clock, loadAreas(), book);
  const vault = new SpecVault();
  const names = new StaffNames(vault as unknown as PersonVault, book, users);
  const facts = async (): Promise<string[]> =>
    (await store.readStream('user-u1')).events.map(({ event }) => event.type);

  it('are kept for those who hold a role, sealed, once, and anew when they change', async () => {
    await names.remember('u1', 'Phạm Văn Hùng');
    expect(await names.nameOf('u1')).toBeUndefined();
    await users.grantRole(
      { userId: 'u1', role: 'officer', officeId: 'office-91001', from: '2025-07-01' },
      { actor: systemActor('spec'), commandId: 'grant-1' },
    );
    await names.remember('u1', 'Phạm Văn Hùng');
    await names.remember('u1', 'Phạm Văn Hùng');
    expect(await names.nameOf('u1')).toBe('Phạm Văn Hùng');
    expect(JSON.stringify(book.userOf('u1'))).not.toContain('Hùng');
    await names.remember('u1', 'Phạm Văn Hưng');
    expect(await names.nameOf('u1')).toBe('Phạm Văn Hưng');
    expect(await facts()).toEqual(['UserRoleGranted', 'UserNamed', 'UserNamed']);
  });

  it('are gone with the person’s key', async () => {
    const sealed = book.userOf('u1').name;
    vault.erased.add(sealed?.personId ?? '');
    const fresh = new StaffNames(vault as unknown as PersonVault, book, users);
    expect(await fresh.nameOf('u1')).toBeUndefined();
  });
});
